import Statistics

/// Which codes of the dimensions have data, and from when to when.
struct Holdings: Sendable {
  private(set) var frequencies = Set<Frequency>()
  /// Indices into the snapshot's tables.
  private(set) var indicators = Set<Int>()
  private(set) var areas = Set<Int>()
  private(set) var first: Day?
  private(set) var last: Day?
  /// Those that are told.
  var dimensions = Set(Dimension.allCases)

  /// What there is for a question.
  init(of question: DataQuestion, in snapshot: Snapshot) {
    let table = snapshot.observations
    var isHeld = [Bool](repeating: false, count: table.periods.count)
    var series = SeriesCursor(question, in: snapshot)
    while let next = series.next() {
      frequencies.insert(next.frequency)
      indicators.insert(next.indicator)
      areas.insert(next.area)
      for row in next.rows { isHeld[Int(table.periodIndex[row])] = true }
    }
    for (period, isHeld) in zip(table.periods, isHeld) where isHeld { add(period) }
  }

  /// What each dimension may add to a question: the codes that have data beside what the other
  /// dimensions ask for.
  init(besides question: DataQuestion, in snapshot: Snapshot) {
    self.init(of: question, in: snapshot)
    for dimension in Dimension.ofSeries {
      var wider = question
      wider.key.forget(dimension)
      let holdings = Holdings(of: wider, in: snapshot)
      switch dimension {
      case .frequency: frequencies = holdings.frequencies
      case .indicator: indicators = holdings.indicators
      case .area: areas = holdings.areas
      case .time: break
      }
    }
  }

  /// What there is of a flow.
  init(of flow: Flow, _ byIndicator: [Holdings], in snapshot: Snapshot) {
    for (indicator, holdings) in byIndicator.enumerated()
    where flow.indicators?.contains(indicator) ?? true {
      frequencies.formUnion(holdings.frequencies)
      indicators.formUnion(holdings.indicators)
      areas.formUnion(holdings.areas)
      first = [first, holdings.first].compactMap { $0 }.min()
      last = [last, holdings.last].compactMap { $0 }.max()
    }
  }

  private init() {}

  /// What there is of each indicator, by all that is known: one walk through the rows.
  static func byIndicator(in snapshot: Snapshot) -> [Holdings] {
    let table = snapshot.observations
    var isHeld = [Bool](repeating: false, count: table.periods.count)
    return snapshot.indicators.rows.indices.map { indicator in
      var holdings = Holdings()
      var touched: [Int] = []
      var last = -1
      for row in table.rows(ofIndicator: indicator)
      where table.periodIndex[row] != ObservationTable.noPeriod && table.isShown(row) {
        let (area, period) = (Int(table.area[row]), Int(table.periodIndex[row]))
        if area != last { holdings.areas.insert(area) }
        last = area
        if isHeld[period] { continue }
        isHeld[period] = true
        touched.append(period)
      }
      if !touched.isEmpty { holdings.indicators = [indicator] }
      for period in touched {
        isHeld[period] = false
        holdings.frequencies.insert(table.periods[period].frequency)
        holdings.add(table.periods[period])
      }
      return holdings
    }
  }

  private mutating func add(_ period: Period) {
    first = min(first ?? period.start, period.start)
    last = max(last ?? period.end, period.end)
  }

  /// The codes of a dimension that have data, in the order of its list.
  private func codes(of dimension: Dimension, in snapshot: Snapshot) -> [String] {
    switch dimension {
    case .frequency: Frequency.allCases.filter(frequencies.contains).map(\.rawValue)
    case .indicator: indicators.sorted().map { snapshot.indicators.ids[$0] }
    case .area: areas.sorted().map { snapshot.areas.ids[$0] }
    case .time: []
    }
  }

  /// Writes the region; of nothing none, since an empty one would be everything.
  func write(of snapshot: Snapshot, onto writer: inout XMLWriter) {
    if indicators.isEmpty { return }
    writer.open("str:CubeRegion", ["include": "true"])
    for dimension in Dimension.ofSeries where dimensions.contains(dimension) {
      let codes = codes(of: dimension, in: snapshot)
      if codes.isEmpty { continue }
      writer.open("com:KeyValue", ["id": dimension.rawValue])
      for code in codes { writer.element("com:Value", code) }
      writer.close("com:KeyValue")
    }
    if dimensions.contains(.time), let first, let last {
      writer.open("com:KeyValue", ["id": Dimension.time.rawValue])
      writer.open("com:TimeRange")
      writer.element("com:StartPeriod", first.description, ["isInclusive": "true"])
      writer.element("com:EndPeriod", last.description, ["isInclusive": "true"])
      writer.close("com:TimeRange")
      writer.close("com:KeyValue")
    }
    writer.close("str:CubeRegion")
  }
}
