import JSON

/// What one file says, row by row, in columns: what rows refer to is numbered as it appears.
package struct ObservationRows: Sendable {
  package var indicators = Numbering()
  package var areas = Numbering()
  package var sources = Numbering()
  package var originals = Numbering()
  private var periodTexts = Numbering()
  /// By the number of their text; nil of a text that spells none.
  private(set) var periods: [Period?] = []
  package private(set) var documents: [Document] = []
  private var documentNumbers: [Document: UInt16] = [:]

  private var keys: [RowKey] = []
  private var values: [Int64] = []
  private var codes: [RowCodes] = []
  private var annotations: [Annotation] = []
  /// The rows that have them, ascending, as they were read.
  private var annotatedRows: [Int] = []
  /// Where the rows were sorted, the number that each was read with.
  private var readAs: [UInt32]?

  /// A source and its original, by their numbers; `Numbering.none` where there is none.
  package struct Document: Sendable, Hashable {
    package var source: UInt16
    package var original: UInt16
  }

  static let noValue = Int64.min

  package init() {}

  package var count: Int { keys.count }

  /// How many rows have annotations.
  var annotatedCount: Int { annotations.count }

  /// Makes room for rows, so that none is moved while they are read.
  package mutating func reserve(_ rows: Int) {
    keys.reserveCapacity(rows)
    values.reserveCapacity(rows)
    codes.reserveCapacity(rows)
  }

  // MARK: adding

  /// The number of the period that comes next in a row of a file; nil if there is none, or one more
  /// than can be numbered.
  package mutating func period(in reader: inout FlatRow, _ bytes: Span<UInt8>) -> UInt16? {
    periodTexts.number(in: &reader, bytes, row: count).flatMap { period(ofText: $0) }
  }

  private mutating func period(_ text: String) -> UInt16? {
    periodTexts.number(of: text, row: count).flatMap { period(ofText: $0) }
  }

  private mutating func period(ofText number: UInt16) -> UInt16? {
    if Int(number) == periods.count { periods.append(Period(periodTexts.text(Int(number)))) }
    return periods[Int(number)] == nil ? nil : number
  }

  /// The number of a source with its original; nil if it is one more than can be numbered.
  package mutating func document(_ source: UInt16, original: UInt16) -> UInt16? {
    let document = Document(source: source, original: original)
    if let last = keys.last?.provenance, last != Numbering.none, documents[Int(last)] == document {
      return last
    }
    if let number = documentNumbers[document] { return number }
    guard documents.count < Numbering.most else { return nil }
    let number = UInt16(documents.count)
    documents.append(document)
    documentNumbers[document] = number
    return number
  }

  /// Adds a row by numbers that were given out for it.
  package mutating func append(
    indicator: UInt16, area: UInt16, period: UInt16, document: UInt16, value: Decimal?,
    qualifier: Qualifier, status: ObservationStatus, missing: MissingReason?
  ) {
    keys.append(RowKey(indicator: indicator, area: area, period: period, provenance: document))
    values.append(value?.packed ?? ObservationRows.noValue)
    codes.append(RowCodes(qualifier: qualifier, status: status, missing: missing))
  }

  /// Gives the row that was added last an annotation that is not empty.
  package mutating func annotateLast(_ annotation: Annotation) {
    codes[count - 1].isAnnotated = true
    annotatedRows.append(count - 1)
    annotations.append(annotation)
  }

  /// Adds a row; false if it refers to one thing more than can be numbered. What it does not refer
  /// to at all is an empty id.
  package mutating func append(_ row: Observation) -> Bool {
    let numbers = [
      row.indicator.isEmpty ? Numbering.none : indicators.number(of: row.indicator, row: count),
      row.area.isEmpty ? Numbering.none : areas.number(of: row.area, row: count),
      row.period.map { period($0.description) } ?? Numbering.none,
      row.source.isEmpty ? Numbering.none : sources.number(of: row.source, row: count),
      row.original.map { originals.number(of: $0, row: count) } ?? Numbering.none,
    ].compactMap { $0 }
    guard numbers.count == 5, let document = document(numbers[3], original: numbers[4]) else {
      return false
    }
    append(
      indicator: numbers[0], area: numbers[1], period: numbers[2], document: document,
      value: row.value, qualifier: row.qualifier, status: row.status, missing: row.missing)
    if row.annotation != Annotation() { annotateLast(row.annotation) }
    return true
  }

  package init(_ rows: [Observation]) {
    for row in rows {
      let added = append(row)
      precondition(added, "more than \(Numbering.most) things that rows refer to")
    }
  }

  // MARK: asking

  func key(_ row: Int) -> RowKey { keys[row] }
  func packedValue(_ row: Int) -> Int64 { values[row] }
  func codes(_ row: Int) -> RowCodes { codes[row] }

  /// What the row says of a cell, in numbers of this file until the rows are settled.
  package func indicator(_ row: Int) -> Int { Int(keys[row].indicator) }
  package func area(_ row: Int) -> Int { Int(keys[row].area) }
  package func document(_ row: Int) -> Int { Int(keys[row].provenance) }

  package func value(_ row: Int) -> Decimal? {
    values[row] == ObservationRows.noValue ? nil : Decimal(packed: values[row])
  }

  package func annotation(_ row: Int) -> Annotation? {
    annotationIndex(row).map { annotations[$0] }
  }

  /// Whether a row has no figure but its value, and no excerpt to look for it.
  package func isPlain(_ row: Int) -> Bool {
    guard let index = annotationIndex(row) else { return true }
    return annotations[index].excerpt == nil && annotations[index].low == nil
      && annotations[index].high == nil && annotations[index].outOf == nil
  }

  private func annotationIndex(_ row: Int) -> Int? {
    guard codes[row].isAnnotated else { return nil }
    let read = readAs(row)
    var low = 0
    var high = annotatedRows.count
    while low < high {
      let middle = low + (high - low) / 2
      if annotatedRows[middle] < read { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The number that a row was read with.
  func readAs(_ row: Int) -> Int { readAs.map { Int($0[row]) } ?? row }

  // MARK: settling

  /// Replaces this file's numbers by those of the table, and sorts the rows by them.
  mutating func settle(_ numbers: FileNumbers) {
    for row in keys.indices {
      let key = keys[row]
      keys[row] = RowKey(
        indicator: FileNumbers.look(numbers.indicators, key.indicator),
        area: FileNumbers.look(numbers.areas, key.area),
        period: FileNumbers.look(numbers.periods, key.period),
        provenance: FileNumbers.look(numbers.provenances, key.provenance))
    }
    guard let order = keys.sortingOrder() else { return }
    keys = order.map { keys[Int($0)] }
    values = order.map { values[Int($0)] }
    codes = order.map { codes[Int($0)] }
    readAs = order
  }
}
