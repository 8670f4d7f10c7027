/// A row that says what the same source says of the same cell in another row.
package struct RepeatedRow: Sendable {
  /// The file and the number of the row in it, as it was read.
  package var file: Int
  package var row: Int
  package var earlierFile: Int
  package var earlierRow: Int

  /// Every repeat in files that are settled.
  package static func all(in files: [ObservationRows], _ numbers: RowNumbers) -> [RepeatedRow] {
    var found: [RepeatedRow] = []
    var merge = RowMerge(files)
    var walk = CellWalk()
    var cell: [(file: Int, row: Int)] = []
    while let stretch = merge.next(files) {
      let rows = files[stretch.file]
      for row in stretch.rows {
        let next = row + 1 < stretch.rows.upperBound ? rows.key(row + 1) : stretch.nextKey
        let step = walk.step(rows.key(row), next: next)
        guard step.isShared else { continue }
        cell.append((stretch.file, row))
        if step.isLast {
          found += repeats(cell, files, numbers)
          cell.removeAll(keepingCapacity: true)
        }
      }
    }
    return found
  }

  private static func repeats(
    _ cell: [(file: Int, row: Int)], _ files: [ObservationRows], _ numbers: RowNumbers
  ) -> [RepeatedRow] {
    var last: [Said: (file: Int, row: Int)] = [:]
    var found: [RepeatedRow] = []
    let read = cell.map { ($0, files[$0.file].readAs($0.row)) }
      .sorted { ($0.0.file, $0.1) < ($1.0.file, $1.1) }
    for (place, number) in read {
      let key = files[place.file].key(place.row)
      let said = Said(
        source: key.provenance == Numbering.none
          ? key.provenance : numbers.provenances[Int(key.provenance)].source,
        // Figures without a period are told apart by the words for the time.
        periodText: key.period == ObservationTable.noPeriod
          ? files[place.file].annotation(place.row)?.periodText : nil)
      if let earlier = last.updateValue((place.file, number), forKey: said) {
        found.append(
          RepeatedRow(
            file: place.file, row: number, earlierFile: earlier.file, earlierRow: earlier.row))
      }
    }
    return found
  }

  private struct Said: Hashable {
    var source: UInt16
    var periodText: Name?
  }
}
