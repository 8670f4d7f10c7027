import Formats
import JSON
import Statistics

/// Data as SDMX-CSV 2.0, written piece by piece: a line an observation, in the order that rows have
/// everywhere; without observations a line a series.
package struct DataTable: Sendable {
  private let snapshot: Snapshot
  private let question: DataQuestion
  private var cursor: SeriesCursor
  private var hasBegun = false
  /// The series under way, the next of its observations, and how its lines begin and go on behind
  /// the value.
  private var series: Series?
  private var next = 0
  private var beginning: [UInt8] = []
  private var attributes: [UInt8] = []
  private var provenances: Fragments
  private var periods: Fragments

  package init(_ question: DataQuestion, of snapshot: Snapshot) {
    self.snapshot = snapshot
    self.question = question
    cursor = SeriesCursor(
      question, in: snapshot, keepsOrder: question.detail.hasObservations)
    provenances = Fragments(snapshot.observations.provenances.count)
    periods = Fragments(snapshot.observations.periods.count)
  }

  private static let names =
    ["STRUCTURE", "STRUCTURE_ID", "ACTION"] + Dimension.allCases.map(\.rawValue) + ["OBS_VALUE"]

  /// Appends the next part; false when that was the last.
  package mutating func write(onto bytes: inout [UInt8]) -> Bool {
    if !hasBegun {
      hasBegun = true
      writeNames(onto: &bytes)
      return true
    }
    if series == nil {
      guard let opened = cursor.next() else { return false }
      series = opened
      next = 0
      begin(opened)
    }
    guard let series else { return false }
    if !question.detail.hasObservations {
      bytes.append(contentsOf: beginning)
      // Neither a period nor a value.
      bytes.append(contentsOf: ",,".utf8)
      bytes.append(contentsOf: attributes)
      finish(commas: ObservationAttribute.allCases.count, onto: &bytes)
      self.series = nil
      return true
    }
    let last = min(next + DataTable.atOnce, series.rows.count)
    while next < last {
      write(series.rows[next], onto: &bytes)
      next += 1
    }
    if last == series.rows.count { self.series = nil }
    return true
  }

  /// Observations that are written at a time.
  private static let atOnce = 64

  private func writeNames(onto bytes: inout [UInt8]) {
    var names = DataTable.names
    if question.detail.hasAttributes {
      names += SeriesAttribute.allCases.map(\.rawValue) + ObservationAttribute.allCases.map(\.id)
    }
    bytes.append(contentsOf: names.joined(separator: ",").utf8)
    bytes.append(contentsOf: DataTable.lineEnd)
  }

  private mutating func begin(_ series: Series) {
    let indicator = snapshot.indicators.rows[series.indicator]
    var writer = CSVWriter()
    for text in [
      "dataflow", "\(Identity.agency):\(question.flow.id)(\(Identity.version))", "I",
      series.frequency.rawValue, indicator.id, snapshot.areas.ids[series.area],
    ] {
      writer.text(text)
    }
    beginning = writer.bytes
    attributes = []
    if !question.detail.hasAttributes { return }
    for attribute in SeriesAttribute.allCases {
      attributes.append(contentsOf: ",\(attribute.value(of: indicator))".utf8)
    }
  }

  private mutating func write(_ row: Int, onto bytes: inout [UInt8]) {
    let table = snapshot.observations
    bytes.append(contentsOf: beginning)
    let number = Int(table.periodIndex[row])
    periods.write(number, onto: &bytes) { bytes in
      bytes.append(contentsOf: ",\(table.periods[number]),".utf8)
    }
    table.value(row)?.write(onto: &bytes)
    if !question.detail.hasAttributes {
      bytes.append(contentsOf: DataTable.lineEnd)
      return
    }
    bytes.append(contentsOf: attributes)
    bytes.append(UInt8(ascii: ","))
    bytes.append(contentsOf: table.status(row).rawValue.utf8)
    bytes.append(UInt8(ascii: ","))
    let isMissing = table.missing(row) != nil
    if !isMissing { bytes.append(contentsOf: table.qualifier(row).rawValue.utf8) }
    let sources = snapshot.sources
    provenances.write(table.provenanceNumber(row), onto: &bytes) { bytes in
      let provenance = table.provenance(row)
      let source = Identity.code(sources.ids[Int(provenance.source)])
      let published = provenance.published?.description ?? ""
      bytes.append(contentsOf: ",\(source),\(provenance.knownFrom),\(published)".utf8)
    }
    var sink = Sink(next: ObservationAttribute.missing.rawValue, bytes: [])
    if isMissing || table.isAnnotated(row) {
      swap(&sink.bytes, &bytes)
      snapshot.say(ofRow: row, asOf: question.asOf, to: &sink)
      swap(&sink.bytes, &bytes)
    }
    finish(commas: ObservationAttribute.allCases.count - sink.next, onto: &bytes)
  }

  /// Ends a line of which so many columns are left.
  private func finish(commas: Int, onto bytes: inout [UInt8]) {
    if question.detail.hasAttributes {
      for _ in 0..<commas { bytes.append(UInt8(ascii: ",")) }
    }
    bytes.append(contentsOf: DataTable.lineEnd)
  }

  private static let lineEnd: [UInt8] = [0x0D, 0x0A]

  /// Puts each attribute into its column, empty ones before it.
  private struct Sink: AttributeSink {
    var next: Int
    var bytes: [UInt8]

    mutating func add(_ attribute: ObservationAttribute, _ number: Decimal) {
      goOn(to: attribute)
      number.write(onto: &bytes)
    }

    private mutating func goOn(to attribute: ObservationAttribute) {
      for _ in next...attribute.rawValue { bytes.append(UInt8(ascii: ",")) }
      next = attribute.rawValue + 1
    }

    mutating func add(_ attribute: ObservationAttribute, _ text: String) {
      goOn(to: attribute)
      var writer = CSVWriter()
      swap(&writer.bytes, &bytes)
      writer.text(text)
      swap(&writer.bytes, &bytes)
    }
  }
}
