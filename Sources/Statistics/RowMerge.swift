/// Takes the rows of several sorted files in one order: by key, of equal keys by file.
///
/// A heap of the files by the key of the next row of each. Rows of one file that follow each other
/// in the whole order, as all do in files by indicator, are taken together.
struct RowMerge {
  /// Each file with rows left, and its next row; the first has the least.
  private var heads: [(file: Int, row: Int)]

  /// Rows of a file that follow each other.
  struct Stretch {
    var file: Int
    var rows: Range<Int>
    /// Of the row after them, wherever it is; nil after the last.
    var nextKey: RowKey?
  }

  init(_ files: [ObservationRows]) {
    heads = files.indices.filter { files[$0].count > 0 }.map { ($0, 0) }
    for place in heads.indices.reversed() { sink(place, files) }
  }

  /// The next rows, at least one; nil at the end.
  mutating func next(_ files: [ObservationRows]) -> Stretch? {
    guard let first = heads.first else { return nil }
    let end = endOfStretch(files)
    if end < files[first.file].count {
      heads[0].row = end
    } else {
      heads[0] = heads[heads.count - 1]
      heads.removeLast()
    }
    sink(0, files)
    return Stretch(
      file: first.file, rows: first.row..<end,
      nextKey: heads.first.map { files[$0.file].key($0.row) })
  }

  /// The first row of the first file that comes after the next row of another.
  private func endOfStretch(_ files: [ObservationRows]) -> Int {
    let first = heads[0]
    let rows = files[first.file]
    let others = heads[1..<Swift.min(3, heads.count)]
    guard let second = others.min(by: { precedes($0, $1, files) }) else { return rows.count }
    let bound = files[second.file].key(second.row)
    var end = first.row + 1
    while end < rows.count,
      rows.key(end) < bound || rows.key(end) == bound && first.file < second.file
    {
      end += 1
    }
    return end
  }

  private mutating func sink(_ start: Int, _ files: [ObservationRows]) {
    var place = start
    while true {
      var least = place
      for child in (2 * place + 1)...(2 * place + 2)
      where child < heads.count && precedes(heads[child], heads[least], files) {
        least = child
      }
      if least == place { return }
      heads.swapAt(place, least)
      place = least
    }
  }

  private func precedes(
    _ one: (file: Int, row: Int), _ other: (file: Int, row: Int), _ files: [ObservationRows]
  ) -> Bool {
    let (mine, its) = (files[one.file].key(one.row), files[other.file].key(other.row))
    return mine == its ? one.file < other.file : mine < its
  }
}

/// Tells rows that are alone in their cell from rows that share one, as they come in order.
struct CellWalk {
  private var last: RowKey?

  /// Whether a row before this one, or the next one, speaks of the same cell; and whether this one
  /// is the last that does.
  mutating func step(_ key: RowKey, next: RowKey?) -> (isShared: Bool, isLast: Bool) {
    let goesOn = next.map(key.sharesCell) ?? false
    let isShared = goesOn || (last.map(key.sharesCell) ?? false)
    last = key
    return (isShared, !goesOn)
  }
}
