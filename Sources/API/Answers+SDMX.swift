import Formats
import HTTP
import SDMX
import Statistics

/// Data as SDMX has it: the published map, in series.
extension Asking {
  mutating func sdmxData() throws(Problem) -> Answer {
    var question = try dataQuestion()
    question.first = integer(.firstNObservations, in: APILimits.observationsOfSeries)
    question.last = integer(.lastNObservations, in: APILimits.observationsOfSeries)
    question.detail = oneCode(.detail, DataQuestion.Detail.self) ?? .full
    question.hasHistory = flagOfSDMX(.includeHistory) ?? false
    question.isFlat = isFlat()
    try settled()
    let snapshot = snapshot
    let count = question.count(in: snapshot)
    if isProbe { return Answer(content: .whole([]), total: count) }
    // A history is put into the order of days, which holds all its rows.
    if question.hasHistory, count > limits.rows { throw tooLong(count) }
    let asked = question
    let make: () -> any Pieces
    switch format {
    case .sdmxTable:
      make = {
        var table = DataTable(asked, of: snapshot)
        return RowPieces.parts { table.write(onto: &$0) }
      }
    default:
      let form: DataMessage.Form = format == .sdmxGeneric ? .generic : .specific
      make = {
        var message = DataMessage(asked, form, of: snapshot)
        return RowPieces.parts { message.write(onto: &$0) }
      }
    }
    let isLong = count * APILimits.bytesOfObservation > APILimits.wholeBytes
    return Answer(
      content: isLong ? .pieces(make) : .whole(make().all), era: "\(question.asOf)")
  }

  /// What the path, the key and the times ask for.
  mutating func dataQuestion() throws(Problem) -> DataQuestion {
    let flow = try flow(values[0])
    var faults: [SeriesKey.Fault] = []
    let key = SeriesKey(values.count > 1 ? values[1] : "all", in: snapshot, &faults)
    for fault in faults {
      wrong { asking in .key(fault, asking.values[1], asking) }
    }
    if values.count > 2 { checkProvider(values[2]) }
    var question = DataQuestion(flow, key, asOf: asOfOfSDMX())
    question.span = spanOfSDMX()
    question.updatedAfter = updatedAfterOfSDMX()
    return question
  }

  /// `FLOW`, `AGENCY,FLOW` or `AGENCY,FLOW,VERSION`.
  private func flow(_ reference: String) throws(Problem) -> Flow {
    let parts = reference.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let flows = Flow.all(in: snapshot)
    if parts.count <= 3 {
      let (agency, version) = (
        parts.count > 1 ? parts[0] : "all", parts.count > 2 ? parts[2] : "latest"
      )
      if Asking.isOurs(agency), Asking.isPresent(version) {
        let id = parts.count > 1 ? parts[1] : parts[0]
        if let flow = flows.first(where: { $0.id == id }) { return flow }
      }
    }
    let near = Nearest.some(to: reference, among: flows.map(\.id), atMost: 1)
    throw .notFound(
      Name(
        vi: "“\(echoed(reference))” không phải là luồng dữ liệu nào\(ending(near).vi)",
        en: "\"\(echoed(reference))\" is no dataflow\(ending(near).en)"),
      suggestions: near.map { "/sdmx/2.1/data/\($0)" })
  }

  /// Whoever may be said to provide what there is, and the versions that there are.
  static let providers = ["all", Identity.agency]
  static let versions = ["latest", "all", Identity.version]

  static func isOurs(_ agency: String) -> Bool { providers.contains(agency) }

  static func isPresent(_ version: String) -> Bool { versions.contains(version) }

  /// `all`, or the agency itself, which provides all there is.
  private mutating func checkProvider(_ provider: String) {
    let parts = provider.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    if parts.count <= 2, parts.allSatisfy(Asking.isOurs) { return }
    wrong(
      .unknownValue(
        "provider", provider, vi: "không phải là bên cấp dữ liệu nào",
        en: "is no data provider", suggestions: [Identity.agency]))
  }

  private mutating func spanOfSDMX() -> TimeSpan {
    let span = TimeSpan(first: limit(.startPeriod)?.start, last: limit(.endPeriod)?.end)
    if let first = span.first, let last = span.last, first > last {
      wrong(
        .outOfRange(
          "startPeriod", text(.startPeriod) ?? "", vi: "không sau “endPeriod”",
          en: "no later than \"endPeriod\""))
    }
    return span
  }

  /// One end of the asked time.
  private mutating func limit(_ parameter: Parameter) -> Period? {
    tellLimit(parameter)
    guard let text = text(parameter) else { return nil }
    if let period = TimeLimit.period(text) { return period }
    wrong(
      .badSyntax(
        parameter.rawValue, text,
        vi:
          "một kỳ từ năm 1900 đến năm 2100 như 2024, 2024-A1, 2024-S1, 2024-Q3, 2024-07, 2024-M07,"
          + " 2024-07-19, hay một thời điểm; tuần (W), bốn tháng (T), ngày trong năm (D) thì không",
        en: "a period of 1900 to 2100 such as 2024, 2024-A1, 2024-S1, 2024-Q3, 2024-07, 2024-M07,"
          + " 2024-07-19, or a moment; weeks (W), thirds (T) and days of a year (D) are not taken",
        suggestions: Asking.respelt(text)))
    return nil
  }

  /// `asOf` as a day or a moment of it.
  private mutating func asOfOfSDMX() -> Day {
    let fallback = min(today, snapshot.series.newestKnownFrom ?? today)
    tell(.asOf) { asking in
      let days = DayPattern.days(DayPattern.first...asking.today)
      return Asking.momentSchema(
        days, or: days, like: asking.tellingDays(within: DayPattern.first...asking.today))
    }
    guard let text = text(.asOf) else { return fallback }
    guard let moment = TimeLimit.moment(text) else { return asOfObservations() }
    if moment <= today { return moment }
    wrong(.outOfRange("asOf", text, vi: "không sau hôm nay", en: "no later than today"))
    return fallback
  }

  /// `updatedAfter` as a day. Of what is known only the day is: a moment takes in its own day,
  /// early or late, so that whoever polls by moments misses nothing.
  private mutating func updatedAfterOfSDMX() -> Day? {
    tell(.updatedAfter) {
      Asking.momentSchema(DayPattern.all, or: DayPattern.all, like: $0.tellingDays())
    }
    let moment = text(.updatedAfter).flatMap(TimeLimit.moment)
    return moment.map { $0.advanced(by: -1) } ?? day(.updatedAfter)
  }

  /// A flag as XML and as Python write it.
  private mutating func flagOfSDMX(_ parameter: Parameter) -> Bool? {
    tell(parameter) { _ in .codes(["true", "false", "True", "False", "1", "0"]) }
    return switch text(parameter) {
    case "True", "1": true
    case "False", "0": false
    default: flag(parameter)
    }
  }

  /// Whether observations are wanted one by one rather than in series.
  private mutating func isFlat() -> Bool {
    let allowed = [Dimension.time.rawValue, "AllDimensions"]
    tell(.dimensionAtObservation) { _ in .codes(allowed) }
    guard let text = text(.dimensionAtObservation) else { return false }
    if !allowed.contains(text) {
      wrong(
        .unknownValue(
          "dimensionAtObservation", text, vi: "không dùng được ở đây", en: "is not offered here",
          suggestions: Nearest.some(to: text, among: allowed, atMost: 1), allowed: allowed))
    }
    return text == "AllDimensions"
  }

  private func tooLong(_ count: Int) -> Problem {
    Problem(
      .contentTooLarge, .tooMany,
      title: Name(vi: "Câu trả lời quá dài", en: "The answer is too long"),
      detail: Name(
        vi: "Lịch sử có \(count) giá trị; nhiều nhất là \(limits.rows). Hãy thu hẹp"
          + " khoá, hay dùng /v1/observations?vintages=all với format=csv hoặc format=ndjson.",
        en: "The history has \(count) values; at most \(limits.rows) are told."
          + " Narrow the key, or take /v1/observations?vintages=all with format=csv or"
          + " format=ndjson."))
  }
}

extension Asking {
  /// The codes that may be meant: of an area first those of the units that bear the code, ISO code
  /// or slug.
  fileprivate func codes(of dimension: Dimension, near code: String) -> [String] {
    if errors.count >= APILimits.suggestedErrors { return [] }
    switch dimension {
    case .frequency:
      return nearest(to: code, among: Frequency.allCases.map(\.rawValue), atMost: 1)
    case .indicator:
      return nearest(to: code, among: snapshot.indicators.ids, atMost: 1)
    case .area, .time:
      let units = snapshot.units(bearing: code).map(\.id)
      return units.isEmpty ? nearest(to: code, among: snapshot.areas.ids, atMost: 1) : units
    }
  }
}

extension ParameterError {
  static func key(
    _ fault: SeriesKey.Fault, _ key: String, _ asking: Asking
  ) -> ParameterError {
    switch fault {
    case .parts(let count):
      return ParameterError(
        .badSyntax, "key", key,
        Name(
          vi: "Khoá có \(count) phần; cần ba: FREQ.INDICATOR.REF_AREA.",
          en: "The key has \(count) part\(count == 1 ? "" : "s")"
            + "; it needs three: FREQ.INDICATOR.REF_AREA."))
    case .empty(let dimension):
      return ParameterError(
        .badSyntax, "key", key,
        Name(
          vi: "Phần \(dimension.rawValue) của khoá có dấu cộng thiếu mã.",
          en: "The part \(dimension.rawValue) of the key has a plus sign without a code."))
    case .unknown(let dimension, let code):
      let near = asking.codes(of: dimension, near: code)
      return .unknownValue(
        "key", code, vi: "không phải là mã nào của \(dimension.rawValue)",
        en: "is no code of \(dimension.rawValue)", suggestions: near,
        allowed: near.count > 1 ? near : [])
    }
  }
}
