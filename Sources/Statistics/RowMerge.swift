/// Takes the rows of several sorted files in one order: by key, of equal keys by file.
///
/// A heap of the files by the key of the next row of each; where a file's rows follow each other,
/// as they do in files by indicator, a step is one comparison.
struct RowMerge {
  /// Each file with rows left, and its next row; the first has the least.
  private var heads: [(file: Int, row: Int)]

  init(_ files: [ObservationRows]) {
    heads = files.indices.filter { files[$0].count > 0 }.map { ($0, 0) }
    for place in heads.indices.reversed() { sink(place, files) }
  }

  /// The next row; nil after the last.
  mutating func next(_ files: [ObservationRows]) -> (file: Int, row: Int)? {
    guard let first = heads.first else { return nil }
    if first.row + 1 < files[first.file].count {
      heads[0].row += 1
    } else {
      heads[0] = heads[heads.count - 1]
      heads.removeLast()
    }
    sink(0, files)
    return first
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
