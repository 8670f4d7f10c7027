import Statistics

/// An SDMX-ML 2.1 message of data, structure-specific or generic, written piece by piece.
package struct DataMessage: Sendable {
  /// The two ways in which SDMX-ML says data.
  package enum Form: Sendable {
    /// The components are XML attributes.
    case specific
    case generic
  }

  private let snapshot: Snapshot
  private let question: DataQuestion
  private let form: Form
  private var cursor: SeriesCursor
  private var words: ObservationWords
  private var stage = Stage.beginning
  /// The day of the data set that is open, of a history.
  private var day: Day?

  private enum Stage: Sendable {
    case beginning
    case betweenSeries
    /// The next of its observations.
    case inSeries(Series, Int)
    case ended
  }

  package init(_ question: DataQuestion, _ form: Form, of snapshot: Snapshot) {
    self.snapshot = snapshot
    self.question = question
    self.form = form
    cursor = SeriesCursor(
      question, in: snapshot, keepsOrder: question.isFlat && question.detail.hasObservations)
    words = ObservationWords(snapshot, question, form)
  }

  /// Appends the next part; false when that was the last.
  package mutating func write(onto bytes: inout [UInt8]) -> Bool {
    switch stage {
    case .beginning:
      begin(onto: &bytes)
      stage = .betweenSeries
    case .betweenSeries:
      guard let series = cursor.next() else {
        end(onto: &bytes)
        stage = .ended
        return false
      }
      if question.hasHistory, series.knownFrom != day {
        if day != nil { closeSet(onto: &bytes) }
        day = series.knownFrom
        openSet(onto: &bytes)
      }
      words.open(series, onto: &bytes)
      if question.detail.hasObservations {
        stage = .inSeries(series, 0)
      } else {
        words.close(onto: &bytes)
      }
    case .inSeries(let series, let first):
      let last = min(first + DataMessage.atOnce, series.rows.count)
      for row in series.rows[first..<last] { words.write(row, onto: &bytes) }
      if last == series.rows.count {
        words.close(onto: &bytes)
        stage = .betweenSeries
      } else {
        stage = .inSeries(series, last)
      }
    case .ended: return false
    }
    return true
  }

  /// Observations that are written at a time.
  private static let atOnce = 64

  private var root: String {
    form == .specific ? "mes:StructureSpecificData" : "mes:GenericData"
  }

  private func begin(onto bytes: inout [UInt8]) {
    var writer = XMLWriter()
    swap(&writer.bytes, &bytes)
    let namespace = Identity.namespace(isFlat: question.isFlat)
    writer.raw(Header.declaration)
    writer.raw("<\(root) xmlns:xsi=\"\(Header.instance)\"")
    writer.raw(" xmlns:mes=\"\(Header.schemas)/message\"")
    writer.raw(" xmlns:com=\"\(Header.schemas)/common\"")
    switch form {
    case .specific:
      writer.raw(" xmlns:ss=\"\(Header.schemas)/data/structurespecific\" xmlns:ns1=\"")
      XMLWriter.escape(namespace, onto: &writer.bytes)
      writer.raw("\">")
    case .generic: writer.raw(" xmlns:gen=\"\(Header.schemas)/data/generic\">")
    }
    writer.open("mes:Header")
    Header.write(of: snapshot, onto: &writer)
    let observed = question.isFlat ? "AllDimensions" : Dimension.time.rawValue
    switch form {
    case .specific:
      writer.open(
        "mes:Structure",
        [
          "structureID": Identity.structure, "namespace": namespace,
          "dimensionAtObservation": observed,
        ])
    case .generic:
      writer.open(
        "mes:Structure",
        ["structureID": Identity.structure, "dimensionAtObservation": observed])
    }
    writer.open("com:Structure")
    writer.empty(
      "Ref",
      [
        "agencyID": Identity.agency, "id": Identity.structure, "version": Identity.version,
        "class": "DataStructure", "package": "datastructure",
      ])
    writer.close("com:Structure")
    writer.close("mes:Structure")
    writer.close("mes:Header")
    swap(&writer.bytes, &bytes)
    if !question.hasHistory { openSet(onto: &bytes) }
  }

  private func end(onto bytes: inout [UInt8]) {
    // A history of nothing has one data set, too.
    if question.hasHistory, day == nil { openSet(onto: &bytes) }
    closeSet(onto: &bytes)
    bytes.append(contentsOf: "</\(root)>".utf8)
  }

  private func openSet(onto bytes: inout [UInt8]) {
    let action = question.hasHistory ? "Replace" : "Information"
    let prefix = form == .specific ? "ss:" : ""
    var tag = "<mes:DataSet"
    if form == .specific {
      tag += " ss:dataScope=\"DataStructure\" xsi:type=\"ns1:DataSetType\""
    }
    tag += " \(prefix)structureRef=\"\(Identity.structure)\" \(prefix)action=\"\(action)\""
    if let day { tag += " \(prefix)validFromDate=\"\(day)T00:00:00\"" }
    bytes.append(contentsOf: (tag + ">").utf8)
  }

  private func closeSet(onto bytes: inout [UInt8]) {
    bytes.append(contentsOf: "</mes:DataSet>".utf8)
  }
}
