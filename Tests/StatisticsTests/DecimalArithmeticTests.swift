import JSON
import Statistics
import Testing

/// Exact arithmetic, rounded once, half away from zero.
@Suite struct DecimalArithmeticTests {
  @Test(arguments: [
    ("0.5", 0, "1"), ("-0.5", 0, "-1"), ("1.5", 0, "2"), ("2.5", 0, "3"), ("-2.5", 0, "-3"),
    ("0.49", 0, "0"), ("-0.49", 0, "0"), ("0.4999999999999999", 0, "0"), ("12.345", 2, "12.35"),
    ("12.344", 2, "12.34"), ("-12.345", 2, "-12.35"), ("12.3", 2, "12.3"), ("99.995", 2, "100"),
    ("0.05", 1, "0.1"), ("0.00005", 4, "0.0001"), ("7", 4, "7"), ("1250", 0, "1250"),
    // What binary floating point takes for 1.00499… and 2.67499…
    ("1.005", 2, "1.01"), ("2.675", 2, "2.68"),
  ])
  func `a number is rounded half away from zero`(number: String, decimals: Int, rounded: String) {
    #expect(Decimal.written(number).rounded(to: decimals).description == rounded)
  }

  @Test(arguments: [
    (1, 3, 0, 4, "0.3333"), (2, 3, 0, 4, "0.6667"), (-2, 3, 0, 4, "-0.6667"),
    (2, -3, 0, 4, "-0.6667"), (-2, -3, 0, 4, "0.6667"), (1, 2, 0, 0, "1"), (-1, 2, 0, 0, "-1"),
    (1, 2, 0, 1, "0.5"), (0, 5, 0, 4, "0"), (12345, 10, 3, 2, "1.23"), (12350, 10, 3, 2, "1.24"),
    (100, 4, 0, 2, "25"), (7, 8, 0, 18, "0.875"),
  ])
  func `a quotient is exact until it is rounded`(
    over: Int128, under: Int128, places: Int, decimals: Int, result: String
  ) {
    let quotient = Decimal.quotient(over, under, places: places, decimals: decimals)
    #expect(quotient?.description == result)
  }

  @Test func `what does not fit is nothing, never a wrong number`() {
    #expect(Decimal.quotient(1, 0, places: 0, decimals: 4) == nil)
    #expect(Decimal.quotient(.max, 1, places: 0, decimals: 4) == nil)
    #expect(Decimal.quotient(1, .max, places: 9, decimals: 0) == nil)
    #expect(Decimal.quotient(.max, 1, places: 0, decimals: 0) == nil)
    #expect(Decimal.mean([], decimals: 4) == nil)
    let largest = Decimal.written("288230376151711743")
    #expect(Decimal.sum([largest, Decimal(1)]) == nil)
    #expect(largest.minus(Decimal(-1)) == nil)
    #expect(largest.minus(largest) == Decimal(0))
    let small = Decimal.written("0.000000000000000001")
    #expect(
      Decimal.weightedMean(
        [(largest, largest), (small, small)], decimals: 2) == nil)
  }

  @Test(arguments: [
    (["0.8335", "0.5803"], 4, "0.7069"), (["1", "2"], 0, "2"), (["1", "2", "2"], 2, "1.67"),
    (["-1", "-2"], 0, "-2"), (["0.1", "0.2"], 4, "0.15"), (["0.7", "0.7", "0.7"], 4, "0.7"),
    (["5"], 0, "5"),
  ])
  func `a mean weighs all alike`(values: [String], decimals: Int, mean: String) {
    let numbers = values.map { Decimal.written($0) }
    #expect(Decimal.mean(numbers, decimals: decimals)?.description == mean)
  }

  @Test func `a sum has the digits of its parts`() {
    let numbers = ["1.5", "2.25", "-0.05"].map { Decimal.written($0) }
    #expect(Decimal.sum(numbers)?.description == "3.7")
    #expect(Decimal.sum([])?.description == "0")
  }

  @Test(arguments: [
    ([("10", "1"), ("20", "3")], 1, "17.5"), ([("0.5", "1.5"), ("0.8", "0.5")], 4, "0.575"),
    ([("10", "0"), ("20", "3")], 1, "20"), ([("3", "7")], 0, "3"),
  ])
  func `a weighted mean divides by the weights`(
    parts: [(value: String, weight: String)], decimals: Int, mean: String
  ) {
    let numbers = parts.map { (Decimal.written($0.value), Decimal.written($0.weight)) }
    #expect(Decimal.weightedMean(numbers, decimals: decimals)?.description == mean)
  }

  @Test func `without weight there is no weighted mean`() {
    #expect(Decimal.weightedMean([(Decimal(1), Decimal(0))], decimals: 2) == nil)
    #expect(Decimal.weightedMean([], decimals: 2) == nil)
  }

  @Test(arguments: [
    ("0.7069", "0.7491", "-0.0422"), ("5", "2.5", "2.5"), ("1", "1", "0"), ("-1", "1", "-2"),
  ])
  func `a difference is exact`(one: String, other: String, difference: String) {
    #expect(Decimal.written(one).minus(.written(other))?.description == difference)
  }
}
