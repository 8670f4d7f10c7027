import JSON

extension ObservationTable {
  /// Puts settled rows into one order and settles the vintages; gives back each file's memory as
  /// soon as its rows are in the table.
  init(
    taking files: inout [ObservationRows], _ numbers: RowNumbers, sources: Table<Source>,
    indicators: Table<Indicator>
  ) {
    self.init(
      periods: numbers.periods, provenances: numbers.provenances,
      capacity: files.reduce(0) { $0 + $1.count },
      annotated: files.reduce(0) { $0 + $1.annotatedCount })
    let meaning = Meaning(numbers, sources: sources, indicators: indicators)
    var merge = RowMerge(files)
    var walk = CellWalk()
    var cell: [ResolvedObservation] = []
    while let stretch = merge.next(files) {
      let rows = files[stretch.file]
      if stretch.rows.upperBound == rows.count { files[stretch.file] = ObservationRows() }
      for row in stretch.rows {
        let next = row + 1 < stretch.rows.upperBound ? rows.key(row + 1) : stretch.nextKey
        let step = walk.step(rows.key(row), next: next)
        if step.isShared {
          cell.append(meaning.resolved(rows, row))
          if step.isLast { settle(&cell) }
        } else {
          append(rows, row, meaning)
        }
      }
    }
    files = []
    end(indicatorCount: indicators.count)
  }

  /// Adds a row that is alone in its cell.
  private mutating func append(_ rows: ObservationRows, _ row: Int, _ meaning: Meaning) {
    if rows.codes(row).isAnnotated || meaning.isBreak(rows.key(row)) {
      append(meaning.resolved(rows, row), isShown: true)
    } else {
      var codes = rows.codes(row)
      if let missing = codes.missing { codes.status = missing.status }
      codes.isProducers = meaning.isProducers(rows.key(row))
      codes.isShown = true
      append(rows.key(row), packedValue: rows.packedValue(row), codes, nil)
    }
  }

  /// Adds the rows of a cell, or of several for which a document states no period.
  private mutating func settle(_ rows: inout [ResolvedObservation]) {
    var start = 0
    while start < rows.count {
      var end = start + 1
      while end < rows.count, rows[end].sharesCell(with: rows[start]) { end += 1 }
      let vintages = Vintages(rows[start..<end])
      for (index, row) in vintages.rows.enumerated() {
        append(row, isShown: index == vintages.shown)
      }
      start = end
    }
    rows.removeAll(keepingCapacity: true)
  }

  private mutating func append(_ row: ResolvedObservation, isShown: Bool) {
    var codes = row.codes
    codes.isShown = isShown && row.annotation.rejected == nil
    // What settling adds to an annotation are these two lists.
    codes.isAnnotated =
      codes.isAnnotated || !row.annotation.confirmedBy.isEmpty
      || !row.annotation.otherStatus.isEmpty
    append(
      row.key, packedValue: row.value?.packed ?? ObservationRows.noValue, codes, row.annotation)
  }
}

/// What the numbers of a row mean for its codes.
private struct Meaning {
  private let provenances: [Provenance]
  private let sources: Table<Source>
  private let indicators: Table<Indicator>
  /// By the number of the indicator, the numbers of the periods in which its method changed.
  private let breaks: [[UInt16]]

  init(_ numbers: RowNumbers, sources: Table<Source>, indicators: Table<Indicator>) {
    provenances = numbers.provenances
    self.sources = sources
    self.indicators = indicators
    breaks = indicators.rows.map { indicator in
      indicator.breaks.compactMap { change in
        numbers.periods.firstIndex(of: change.period).map { UInt16($0) }
      }
    }
  }

  func isBreak(_ key: RowKey) -> Bool { breaks[Int(key.indicator)].contains(key.period) }

  func isProducers(_ key: RowKey) -> Bool {
    guard let producer = indicators.rows[Int(key.indicator)].producer else { return false }
    return producer == sources.rows[Int(provenances[Int(key.provenance)].source)].agency
  }

  func resolved(_ rows: ObservationRows, _ row: Int) -> ResolvedObservation {
    let key = rows.key(row)
    var codes = rows.codes(row)
    var annotation = rows.annotation(row) ?? Annotation()
    if let missing = codes.missing {
      codes.status = missing.status
    } else if isBreak(key) {
      if codes.status != .normal, codes.status != .seriesBreak {
        annotation.otherStatus.insert(codes.status, at: 0)
      }
      codes.status = .seriesBreak
    }
    codes.isProducers = isProducers(key)
    return ResolvedObservation(
      key: key, value: rows.value(row), codes: codes,
      provenance: provenances[Int(key.provenance)], annotation: annotation)
  }
}
