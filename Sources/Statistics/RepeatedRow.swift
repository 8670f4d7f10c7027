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
    var cell: [(file: Int, row: Int)] = []
    while let next = merge.next(files) {
      if let first = cell.first,
        !files[next.file].key(next.row).sharesCell(with: files[first.file].key(first.row))
      {
        if cell.count > 1 { found += repeats(cell, files, numbers) }
        cell.removeAll(keepingCapacity: true)
      }
      cell.append(next)
    }
    return found + repeats(cell, files, numbers)
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
