import JSON

/// Exact arithmetic on decimals, rounded once at the end.
extension Decimal {
  /// numerator / denominator to a number of places, half away from zero; nil if it does not fit.
  package static func quotient(
    _ numerator: Int128, _ denominator: Int128, places: Int, decimals: Int
  ) -> Decimal? {
    // numerator / 10^places / denominator = result / 10^decimals
    var over = numerator
    var under = denominator
    if decimals >= places {
      let (product, overflow) = over.multipliedReportingOverflow(by: power(decimals - places))
      if overflow { return nil }
      over = product
    } else {
      let (product, overflow) = under.multipliedReportingOverflow(by: power(places - decimals))
      if overflow { return nil }
      under = product
    }
    guard under != 0 else { return nil }
    var (whole, rest) = over.quotientAndRemainder(dividingBy: under)
    if rest.magnitude * 2 >= under.magnitude { whole += (over < 0) == (under < 0) ? 1 : -1 }
    return Decimal(mantissa: whole, places: decimals)
  }

  /// This number to at most so many places, half away from zero.
  package func rounded(to decimals: Int) -> Decimal {
    guard places > decimals else { return self }
    return Decimal.quotient(Int128(mantissa), 1, places: places, decimals: decimals) ?? self
  }

  /// The mantissa at a number of places not below its own.
  package func mantissa(at places: Int) -> Int128 {
    Int128(mantissa) * Decimal.power(places - self.places)
  }

  package static func sum(_ values: [Decimal]) -> Decimal? {
    let places = values.map(\.places).max() ?? 0
    return Decimal(
      mantissa: values.reduce(Int128(0)) { $0 + $1.mantissa(at: places) }, places: places)
  }

  package static func mean(_ values: [Decimal], decimals: Int) -> Decimal? {
    let places = values.map(\.places).max() ?? 0
    return quotient(
      values.reduce(Int128(0)) { $0 + $1.mantissa(at: places) }, Int128(values.count),
      places: places, decimals: decimals)
  }

  package static func weightedMean(
    _ values: [(value: Decimal, weight: Decimal)], decimals: Int
  ) -> Decimal? {
    let places = values.map(\.value.places).max() ?? 0
    let weightPlaces = values.map(\.weight.places).max() ?? 0
    var over: Int128 = 0
    var under: Int128 = 0
    for (value, weight) in values {
      let share = weight.mantissa(at: weightPlaces)
      let (product, overflow) = value.mantissa(at: places).multipliedReportingOverflow(by: share)
      if overflow { return nil }
      over += product
      under += share
    }
    return quotient(over, under, places: places, decimals: decimals)
  }

  /// This less the other, exactly.
  package func minus(_ other: Decimal) -> Decimal? {
    let common = max(places, other.places)
    return Decimal(mantissa: mantissa(at: common) - other.mantissa(at: common), places: common)
  }
}
