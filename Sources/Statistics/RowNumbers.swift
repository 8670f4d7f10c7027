import JSON

/// What the numbers in the rows of all files are in the table.
package struct RowNumbers: Sendable {
  /// By file.
  private var files: [FileNumbers]
  /// In the order of time.
  let periods: [Period]
  /// By the day known, then the source: the order of a cell's rows.
  let provenances: [Provenance]
  /// Of periods, and of documents with their originals, how many there are.
  package var counts: (periods: Int, documents: Int) { (periods.count, provenances.count) }

  /// What is unknown (a row that refers to it is an error by itself) gets numbers after the rest.
  package init(_ rows: [ObservationRows], _ contents: Contents) {
    let sources = Table(contents.sources, id: \.id)
    var indicators = Numbers(Table(contents.indicators, id: \.id).ids)
    var areas = Numbers(
      Table(contents.countries.map(\.id) + contents.provinces.map(\.id), id: \.self).ids)
    var sourceNumbers = Numbers(sources.ids)
    files = []
    var given: [[Provenance]] = []
    for file in rows {
      let own = file.sources.texts.map { sourceNumbers.number($0) }
      let originals = file.originals.texts.map { sourceNumbers.number($0) }
      given.append(
        file.documents.map {
          Provenance(
            FileNumbers.look(own, $0.source),
            original: $0.original == Numbering.none ? nil : originals[Int($0.original)], sources)
        })
      files.append(
        FileNumbers(
          indicators: file.indicators.texts.map { indicators.number($0) },
          areas: file.areas.texts.map { areas.number($0) }))
    }
    periods = Set(rows.flatMap { $0.periods.compactMap(\.self) }).sorted()
    provenances = Set(given.joined()).sorted()
    let periodNumbers = Numbers(periods)
    let provenanceNumbers = Numbers(provenances)
    for (index, file) in rows.enumerated() {
      files[index].periods = file.periods.map { $0.flatMap(periodNumbers.known) ?? Numbering.none }
      files[index].provenances = given[index].map { provenanceNumbers.known($0) ?? Numbering.none }
    }
  }

  /// Gives the rows of a file the table's numbers and order; each file once.
  package func settle(_ rows: inout ObservationRows, ofFile file: Int) {
    rows.settle(files[file])
  }
}

/// What the numbers in one file's rows are in the table.
struct FileNumbers: Sendable {
  var indicators: [UInt16]
  var areas: [UInt16]
  var periods: [UInt16] = []
  var provenances: [UInt16] = []

  static func look(_ numbers: [UInt16], _ number: UInt16) -> UInt16 {
    number == Numbering.none ? Numbering.none : numbers[Int(number)]
  }
}

/// Values with their places in an order, and after them others as they come.
private struct Numbers<Value: Hashable> {
  private var numbers: [Value: UInt16] = [:]

  init(_ values: [Value]) {
    for value in values { _ = number(value) }
  }

  func known(_ value: Value) -> UInt16? { numbers[value] }

  /// More than 16 bits can tell apart fall together: such data is refused by its size.
  mutating func number(_ value: Value) -> UInt16 {
    if let number = numbers[value] { return number }
    let number = UInt16(truncatingIfNeeded: numbers.count)
    numbers[value] = number
    return number
  }
}
