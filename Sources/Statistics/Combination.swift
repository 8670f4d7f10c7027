import JSON

/// Values of several units made into one by the indicator's rule.
struct Combination {
  /// What stands for one of the units.
  struct Part {
    var area: Int
    var cell: Cell?
  }

  private let atlas: Atlas
  private let indicator: Int
  private let period: Period
  private let parts: [Part]

  init(_ atlas: Atlas, _ indicator: Int, _ period: Period, _ parts: [Part]) {
    self.atlas = atlas
    self.indicator = indicator
    self.period = period
    self.parts = parts
  }

  /// The one cell: a value where the rule and all inputs give one, else missing with the reason.
  func cell(_ place: Cell.Place, boundaries: Day) -> Cell {
    let aggregation = atlas.snapshot.indicators.rows[indicator].aggregation
    let numbers = parts.compactMap { $0.cell?.value }
    var value: Decimal?
    var missing: MissingReason?
    if aggregation.rule == .none {
      missing = .noRule
    } else if numbers.count < parts.count {
      missing = .inputMissing
    } else {
      value = combined(numbers, aggregation)
      if value == nil { missing = .inputMissing }
    }
    return Cell(
      indicator: indicator, place: place, period: period, value: value, missing: missing,
      origin: .carried(
        Derivation(
          rule: aggregation.rule, boundaries: boundaries, inputs: parts.map(input),
          qualifier: qualifier, published: missing == nil ? published : nil,
          knownFrom: parts.compactMap { $0.cell.flatMap(knownFrom) }.max())))
  }

  private func combined(_ numbers: [Decimal], _ aggregation: Aggregation) -> Decimal? {
    let decimals = atlas.snapshot.indicators.rows[indicator].decimals
    switch aggregation.rule {
    case .none: return nil
    case .sum: return Decimal.sum(numbers)?.rounded(to: decimals)
    case .mean: return Decimal.mean(numbers, decimals: decimals)
    case .weightedMean:
      guard let weight = aggregation.weight.flatMap({ atlas.snapshot.indicators.place($0) })
      else { return nil }
      var weighted: [(value: Decimal, weight: Decimal)] = []
      for (part, number) in zip(parts, numbers) {
        guard let share = atlas.cell(weight, part.area, period)?.value else { return nil }
        weighted.append((number, share))
      }
      return Decimal.weightedMean(weighted, decimals: decimals)
    }
  }

  private func input(_ part: Part) -> Derivation.Input {
    let snapshot = atlas.snapshot
    let source = part.cell?.statement.map { snapshot.sources.ids[Int($0.source)] }
    let value = part.cell?.value
    return Derivation.Input(
      area: snapshot.areas.ids[part.area], value: value, source: value == nil ? nil : source)
  }

  /// What all inputs say alike; of unlike ones no more than "about" is true.
  private var qualifier: Qualifier {
    var common: Qualifier?
    for part in parts {
      let qualifier =
        part.cell?.statement?.qualifier ?? part.cell?.derivation?.qualifier
      if let common, let qualifier, common != qualifier { return .about }
      common = qualifier ?? common
    }
    return common ?? .about
  }

  private var published: PartialDate? {
    parts.compactMap { part -> PartialDate? in
      if let row = part.cell?.row { return atlas.snapshot.observations.provenance(row).published }
      return part.cell?.derivation?.published
    }.max { ($0.last, $0.first) < ($1.last, $1.first) }
  }

  private func knownFrom(_ cell: Cell) -> Day? {
    if let row = cell.row { return atlas.snapshot.observations.provenance(row).knownFrom }
    return cell.derivation?.knownFrom
  }
}
