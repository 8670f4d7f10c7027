import Charts
import JSON
import Statistics

/// What the data say by codes, in the words of a chart.
extension Name {
  func said(_ language: Charts.Language) -> String { language.pick(vi, en) }
}

extension Charts.Value {
  /// - Parameter places: those that people see at least.
  init(_ number: Decimal, places: Int = 0) { self.init(number.description, places: places) }
}

extension Source {
  /// In short whose it is: the publisher, and the number of an act.
  var credit: String { number.map { "\(publisher), \($0)" } ?? publisher }
}

extension Day {
  /// `21/7/2024`, `21 Jul 2024`.
  func words(_ language: Charts.Language) -> String {
    let (year, month, day) = civil
    return language.pick(
      "\(day)/\(month)/\(year)", "\(day) \(Day.months[month - 1].prefix(3)) \(year)")
  }

  fileprivate static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}

extension PartialDate {
  func words(_ language: Charts.Language) -> String {
    if isWhole { return first.words(language) }
    return Period(description)?.words(language) ?? description
  }
}

extension Period {
  /// `2024`, `6 tháng đầu năm 2024`, `quý III/2024`, `tháng 7/2024`, `19/7/2024`.
  func words(_ language: Charts.Language) -> String {
    let (year, month, _) = start.civil
    let name = Day.months[month - 1]
    switch frequency {
    case .annual: return "\(year)"
    case .halfYearly:
      return language.pick(
        "6 tháng \(month == 1 ? "đầu" : "cuối") năm \(year)",
        "\(month == 1 ? "first" : "second") half of \(year)")
    case .quarterly:
      let quarter = month / 3
      return language.pick(
        "quý \(["I", "II", "III", "IV"][quarter])/\(year)", "Q\(quarter + 1) \(year)")
    case .monthly: return language.pick("tháng \(month)/\(year)", "\(name) \(year)")
    case .daily: return start.words(language)
    case .other:
      return language.pick(
        "\(start.words(.vi)) đến \(end.words(.vi))", "\(start.words(.en)) to \(end.words(.en))")
    }
  }
}

extension Frequency {
  /// In few words, how long its periods are.
  func span(_ language: Charts.Language) -> String {
    switch self {
    case .annual: language.pick("cả năm", "a year")
    case .halfYearly: language.pick("6 tháng", "half a year")
    case .quarterly: language.pick("3 tháng", "a quarter")
    case .monthly: language.pick("1 tháng", "a month")
    case .daily: language.pick("1 ngày", "a day")
    case .other: language.pick("kỳ riêng", "a period of its own")
    }
  }
}

extension Indicator {
  /// The places that its numbers have at least on a drawing, so that they are told to one
  /// exactness: those of the longest among them, of an index; 0 of all else.
  func places(of cells: some Sequence<Cell?>) -> Int {
    guard unit == "INDEX" || unit == "POINTS" else { return 0 }
    return cells.reduce(0) { max($0, $1?.value?.places ?? 0) }
  }

  /// What stands behind each of its numbers.
  var suffix: String { unit == "PT" ? "%" : "" }

  /// The unit with its power of ten: `tỷ đồng Việt Nam`.
  func words(_ snapshot: Snapshot, _ language: Charts.Language) -> String {
    let name = snapshot.units[unit]?.name.said(language) ?? unit
    let power: String
    switch unitMultiplier {
    case 0: return name
    case 3: power = language.pick("nghìn", "thousand")
    case 6: power = language.pick("triệu", "million")
    case 9: power = language.pick("tỷ", "billion")
    case 12: power = language.pick("nghìn tỷ", "trillion")
    default: power = "10^\(unitMultiplier)"
    }
    return unit == "NUMBER" ? power : "\(power) \(name)"
  }

  /// A line of a chart's description.
  func unitLine(_ snapshot: Snapshot, _ language: Charts.Language) -> String {
    language.pick("Đơn vị: ", "Unit: ") + words(snapshot, language)
  }
}

extension Qualifier {
  /// What stands before a number.
  var sign: String {
    switch self {
    case .exact, .range: ""
    case .moreThan: "> "
    case .atLeast: "≥ "
    case .lessThan: "< "
    case .atMost: "≤ "
    case .about, .nearly: "≈ "
    }
  }
}

extension Comparator {
  var sign: String {
    switch self {
    case .atLeast: "≥ "
    case .moreThan: "> "
    case .atMost: "≤ "
    case .lessThan: "< "
    case .about: "≈ "
    }
  }
}

extension MissingReason {
  func words(_ language: Charts.Language) -> String {
    switch self {
    case .notCollected: language.pick("không thu thập", "not collected")
    case .notYetPublished: language.pick("chưa công bố", "not yet published")
    case .withheld: language.pick("không công bố", "withheld")
    case .suppressed: language.pick("bị ẩn", "suppressed")
    case .notHeld: language.pick("không có trong dữ liệu", "not in this data")
    case .areaDidNotExist: language.pick("đơn vị chưa có", "the area did not exist")
    case .notApplicable: language.pick("không áp dụng", "not applicable")
    case .noRule: language.pick("không có quy tắc gộp", "no rule to combine")
    case .inputMissing: language.pick("thiếu số liệu tỉnh cũ", "a former province has none")
    case .notDivisible: language.pick("không tách được", "cannot be divided")
    }
  }
}

extension NoDataReason {
  func words(_ language: Charts.Language) -> String {
    switch self {
    case .noObservation: language.pick("không có số liệu đo", "nothing measures it here")
    case .noBaseline: language.pick("không có mốc xuất phát", "no baseline")
    case .noDueDate: language.pick("không có thời hạn", "no due date")
    case .notYetPublished: language.pick("số liệu chưa công bố", "not yet published")
    case .unitDiffers: language.pick("đơn vị đo khác", "measured in another unit")
    case .denominatorDiffers: language.pick("mẫu số khác", "another denominator")
    case .breakBetween: language.pick("cách tính đã đổi", "the method changed in between")
    }
  }
}

extension ObservationStatus {
  fileprivate var isEstimate: Bool {
    switch self {
    case .estimated, .forecast, .provisional: true
    default: false
    }
  }
}

extension Snapshot {
  /// What is to be marked on a cell's figure.
  func marks(of cell: Cell) -> Marks {
    let status = status(of: cell)
    var marks: Marks = []
    if status.status.isEstimate || status.other.contains(where: \.isEstimate) {
      marks.insert(.estimated)
    }
    if cell.derivation != nil { marks.insert(.derived) }
    return marks
  }

  /// What stands before a cell's number where it is not exact.
  func sign(of cell: Cell) -> String {
    (cell.statement?.qualifier ?? cell.derivation?.qualifier)?.sign ?? ""
  }

  /// What a document says beside a cell's value.
  func annotation(of cell: Cell) -> Annotation? {
    guard let statement = cell.statement, statement.isAnnotated else { return nil }
    return observations.annotation(Int(statement.row))
  }
}
