import Formats
import JSON
import Statistics

/// Writes series and observations as XML; what many of them say is made once and copied.
struct ObservationWords: Sendable {
  private let snapshot: Snapshot
  private let question: DataQuestion
  private let form: DataMessage.Form
  /// ` OBS_STATUS="` and the like, around a value.
  private let before: [[UInt8]]
  private let after: [UInt8]
  private var periods: Fragments
  private var codes: Fragments
  private var provenances: Fragments
  /// The key of the series under way and its attributes, for flat observations.
  private var key: [UInt8] = []
  private var attributes: [UInt8] = []

  init(_ snapshot: Snapshot, _ question: DataQuestion, _ form: DataMessage.Form) {
    self.snapshot = snapshot
    self.question = question
    self.form = form
    before = ObservationAttribute.allCases.map { Array(form.before($0.id).utf8) }
    after = Array(form.after.utf8)
    periods = Fragments(snapshot.observations.periods.count)
    codes = Fragments(16 * ObservationStatus.allCases.count)
    provenances = Fragments(snapshot.observations.provenances.count)
  }

  mutating func open(_ series: Series, onto bytes: inout [UInt8]) {
    key.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    let indicator = snapshot.indicators.rows[series.indicator]
    for (dimension, value) in [
      (Dimension.frequency, series.frequency.rawValue), (.indicator, indicator.id),
      (.area, snapshot.areas.ids[series.area]),
    ] {
      form.write(dimension.rawValue, value, onto: &key)
    }
    if question.detail.hasAttributes {
      for attribute in SeriesAttribute.allCases {
        form.write(attribute.rawValue, attribute.value(of: indicator), onto: &attributes)
      }
    }
    if question.isFlat, question.detail.hasObservations { return }
    switch form {
    case .specific:
      bytes.append(contentsOf: "<Series".utf8)
      bytes.append(contentsOf: key)
      bytes.append(contentsOf: attributes)
      bytes.append(UInt8(ascii: ">"))
    case .generic:
      bytes.append(contentsOf: "<gen:Series><gen:SeriesKey>".utf8)
      bytes.append(contentsOf: key)
      bytes.append(contentsOf: "</gen:SeriesKey>".utf8)
      wrap(attributes, onto: &bytes)
    }
  }

  func close(onto bytes: inout [UInt8]) {
    if question.isFlat, question.detail.hasObservations { return }
    bytes.append(contentsOf: (form == .specific ? "</Series>" : "</gen:Series>").utf8)
  }

  /// Writes an observation of the series that is open.
  mutating func write(_ row: Int, onto bytes: inout [UInt8]) {
    switch form {
    case .specific: writeSpecific(row, onto: &bytes)
    case .generic: writeGeneric(row, onto: &bytes)
    }
  }

  private mutating func writeSpecific(_ row: Int, onto bytes: inout [UInt8]) {
    bytes.append(contentsOf: ObservationWords.observation)
    if question.isFlat { bytes.append(contentsOf: key) }
    writePeriod(row, onto: &bytes)
    if let value = snapshot.observations.value(row) {
      bytes.append(contentsOf: ObservationWords.value)
      value.write(onto: &bytes)
      bytes.append(UInt8(ascii: "\""))
    }
    if question.detail.hasAttributes {
      if question.isFlat { bytes.append(contentsOf: attributes) }
      writeAttributes(row, onto: &bytes)
    }
    bytes.append(UInt8(ascii: "/"))
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func writeGeneric(_ row: Int, onto bytes: inout [UInt8]) {
    bytes.append(contentsOf: "<gen:Obs>".utf8)
    if question.isFlat {
      bytes.append(contentsOf: "<gen:ObsKey>".utf8)
      bytes.append(contentsOf: key)
    }
    writePeriod(row, onto: &bytes)
    if question.isFlat { bytes.append(contentsOf: "</gen:ObsKey>".utf8) }
    if let value = snapshot.observations.value(row) {
      bytes.append(contentsOf: "<gen:ObsValue value=\"".utf8)
      value.write(onto: &bytes)
      bytes.append(contentsOf: "\"/>".utf8)
    }
    if question.detail.hasAttributes {
      bytes.append(contentsOf: "<gen:Attributes>".utf8)
      if question.isFlat { bytes.append(contentsOf: attributes) }
      writeAttributes(row, onto: &bytes)
      bytes.append(contentsOf: "</gen:Attributes>".utf8)
    }
    bytes.append(contentsOf: "</gen:Obs>".utf8)
  }

  private mutating func writePeriod(_ row: Int, onto bytes: inout [UInt8]) {
    let table = snapshot.observations
    let number = Int(table.periodIndex[row])
    let (form, isFlat) = (form, question.isFlat)
    periods.write(number, onto: &bytes) { bytes in
      let period = table.periods[number].description
      if form == .generic, !isFlat {
        bytes.append(contentsOf: "<gen:ObsDimension value=\"\(period)\"/>".utf8)
      } else {
        form.write(Dimension.time.rawValue, period, onto: &bytes)
      }
    }
  }

  private mutating func writeAttributes(_ row: Int, onto bytes: inout [UInt8]) {
    let (table, form) = (snapshot.observations, form)
    let (status, qualifier) = (table.status(row), table.qualifier(row))
    let isMissing = table.missing(row) != nil
    let code = status.number << 4 | (isMissing ? 15 : qualifier.number)
    codes.write(code, onto: &bytes) { bytes in
      form.write(ObservationAttribute.status.id, status.rawValue, onto: &bytes)
      if isMissing { return }
      form.write(ObservationAttribute.qualifier.id, qualifier.rawValue, onto: &bytes)
    }
    let sources = snapshot.sources
    provenances.write(table.provenanceNumber(row), onto: &bytes) { bytes in
      let provenance = table.provenance(row)
      for (attribute, text) in [
        (ObservationAttribute.source, Identity.code(sources.ids[Int(provenance.source)])),
        (.knownFrom, provenance.knownFrom.description),
        (.published, provenance.published?.description),
      ] {
        if let text { form.write(attribute.id, text, onto: &bytes) }
      }
    }
    guard isMissing || table.isAnnotated(row) else { return }
    var sink = Sink(before: before, after: after, bytes: [])
    swap(&sink.bytes, &bytes)
    snapshot.say(ofRow: row, asOf: question.asOf, to: &sink)
    swap(&sink.bytes, &bytes)
  }

  private func wrap(_ attributes: [UInt8], onto bytes: inout [UInt8]) {
    if attributes.isEmpty { return }
    bytes.append(contentsOf: "<gen:Attributes>".utf8)
    bytes.append(contentsOf: attributes)
    bytes.append(contentsOf: "</gen:Attributes>".utf8)
  }

  private static let observation = Array("<Obs".utf8)
  private static let value = Array(" OBS_VALUE=\"".utf8)

  private struct Sink: AttributeSink {
    let before: [[UInt8]]
    let after: [UInt8]
    var bytes: [UInt8]

    mutating func add(_ attribute: ObservationAttribute, _ text: String) {
      bytes.append(contentsOf: before[attribute.rawValue])
      XMLWriter.escape(text, onto: &bytes)
      bytes.append(contentsOf: after)
    }

    mutating func add(_ attribute: ObservationAttribute, _ number: Decimal) {
      bytes.append(contentsOf: before[attribute.rawValue])
      number.write(onto: &bytes)
      bytes.append(contentsOf: after)
    }
  }
}

extension DataMessage.Form {
  fileprivate func before(_ id: String) -> String {
    switch self {
    case .specific: " \(id)=\""
    case .generic: "<gen:Value id=\"\(id)\" value=\""
    }
  }

  fileprivate var after: String { self == .specific ? "\"" : "\"/>" }

  /// Says the value of a component.
  fileprivate func write(_ id: String, _ value: String, onto bytes: inout [UInt8]) {
    bytes.append(contentsOf: before(id).utf8)
    XMLWriter.escape(value, onto: &bytes)
    bytes.append(contentsOf: after.utf8)
  }
}
