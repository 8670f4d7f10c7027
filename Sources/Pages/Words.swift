import JSON
import Statistics

/// What the data say by codes, in words.
extension Indicator {
  /// As a heading has it.
  var heading: Name { shortName ?? name }

  /// What stands behind each of its numbers: `%`, ` tỷ US$`, ` triệu người`.
  func suffix(_ snapshot: Snapshot, _ language: PageLanguage) -> String {
    let power: String
    switch unitMultiplier {
    case 0: power = ""
    case 3: power = language.pick("nghìn", "thousand")
    case 6: power = language.pick("triệu", "million")
    case 9: power = language.pick("tỷ", "billion")
    case 12: power = language.pick("nghìn tỷ", "trillion")
    default: power = "×10^\(unitMultiplier)"
    }
    let own: String
    switch unit {
    case "PT": return "%"
    case "NUMBER", "INDEX", "RANK", "LEVEL": own = ""
    default:
      let entry = snapshot.units[unit]
      let isOfBoth = entry?.symbol.utf8.allSatisfy { $0 < 0x80 } ?? true
      let hasSymbol = entry.map { !$0.symbol.isEmpty && (isOfBoth || language == .vi) } ?? false
      own = entry.map { hasSymbol ? $0.symbol : language.pick($0.name) } ?? unit
    }
    return [power, own].filter { !$0.isEmpty }.map { "\u{A0}" + $0 }.joined()
  }

  /// The unit in words: `phần trăm`, `tỷ đồng Việt Nam`.
  func unitWords(_ snapshot: Snapshot, _ language: PageLanguage) -> String {
    let name = snapshot.units[unit].map { language.pick($0.name) } ?? unit
    switch unitMultiplier {
    case 0: return name
    case 3: return language.pick("nghìn \(name)", "thousands of \(name)")
    case 6:
      return unit == "NUMBER"
        ? language.pick("triệu", "millions") : language.pick("triệu \(name)", "millions of \(name)")
    case 9:
      return unit == "NUMBER"
        ? language.pick("tỷ", "billions") : language.pick("tỷ \(name)", "billions of \(name)")
    default: return "10^\(unitMultiplier) \(name)"
    }
  }
}

extension Qualifier {
  /// The word before a number that is not exact.
  func word(_ language: PageLanguage) -> String {
    switch self {
    case .exact, .range: ""
    case .moreThan: language.pick("trên ", "more than ")
    case .atLeast: language.pick("ít nhất ", "at least ")
    case .lessThan: language.pick("dưới ", "less than ")
    case .atMost: language.pick("tối đa ", "at most ")
    case .nearly: language.pick("gần ", "nearly ")
    case .about: language.pick("khoảng ", "about ")
    }
  }
}

extension MissingReason {
  func words(_ language: PageLanguage) -> String {
    switch self {
    case .notCollected: language.pick("không thu thập", "not collected")
    case .notYetPublished: language.pick("chưa công bố", "not yet published")
    case .withheld: language.pick("bị giữ lại, không công bố", "withheld")
    case .suppressed: language.pick("bị ẩn", "suppressed")
    case .notHeld: language.pick("không có trong dữ liệu", "not in this data")
    case .areaDidNotExist: language.pick("đơn vị chưa có", "the area did not exist")
    case .notApplicable: language.pick("không áp dụng", "not applicable")
    case .noRule:
      language.pick("không có quy tắc gộp tỉnh", "no rule to combine provinces")
    case .inputMissing:
      language.pick("một tỉnh cũ không có số liệu", "a former province has no figure")
    case .notDivisible:
      language.pick("không tách được về tỉnh cũ", "cannot be divided among former provinces")
    }
  }
}

extension ObservationStatus {
  /// What is to be known of a value beside it; nil of a plain one.
  func words(_ language: PageLanguage) -> String? {
    switch self {
    case .estimated: language.pick("ước tính", "estimate")
    case .forecast: language.pick("dự báo", "forecast")
    case .provisional: language.pick("sơ bộ", "provisional")
    case .seriesBreak: language.pick("đổi cách tính từ kỳ này", "new method from this period")
    case .definitionDiffers: language.pick("định nghĩa khác", "definition differs")
    case .lowReliability: language.pick("độ tin cậy thấp", "low reliability")
    case .derived: language.pick("tính từ tỉnh cũ", "derived")
    case .normal, .notCollected, .notApplicable, .missing, .suppressed: nil
    }
  }
}

extension AggregationRule {
  func words(_ language: PageLanguage) -> String {
    switch self {
    case .sum: language.pick("tổng các tỉnh cũ", "sum of the former provinces")
    case .mean: language.pick("trung bình cộng các tỉnh cũ", "mean of the former provinces")
    case .weightedMean:
      language.pick("trung bình có trọng số các tỉnh cũ", "weighted mean of the former provinces")
    case .none: language.pick("không gộp", "not combined")
    }
  }
}

extension NoDataReason {
  func words(_ language: PageLanguage) -> String {
    switch self {
    case .noObservation:
      language.pick("chưa có số liệu nào đo", "nothing in the data measures it")
    case .noBaseline: language.pick("không có mốc xuất phát", "no baseline")
    case .noDueDate: language.pick("không có thời hạn", "no due date")
    case .notYetPublished:
      language.pick(
        "số liệu của kỳ đến hạn chưa công bố", "the figure of the due period is not out")
    case .unitDiffers:
      language.pick("chỉ có số liệu theo đơn vị khác", "measured in another unit only")
    case .denominatorDiffers:
      language.pick("chỉ có số liệu theo mẫu số khác", "measured over another whole only")
    case .breakBetween:
      language.pick("cách tính đã đổi giữa chừng", "the method changed in between")
    }
  }
}

extension TargetStatus {
  /// In the order in which a reader wants them.
  static let reading: [TargetStatus] = [.met, .onTrack, .behind, .missed, .noData]

  func words(_ language: PageLanguage) -> String {
    switch self {
    case .met: language.pick("đã đạt", "met")
    case .onTrack: language.pick("đúng tiến độ", "on track")
    case .behind: language.pick("chậm tiến độ", "behind")
    case .missed: language.pick("không đạt", "missed")
    case .noData: language.pick("chưa đánh giá được", "cannot be judged yet")
    }
  }
}

extension TaskStatus {
  static let reading: [TaskStatus] = [.done, .open, .unconfirmed, .overdue, .undated]

  func words(_ language: PageLanguage) -> String {
    switch self {
    case .done: language.pick("đã xong", "done")
    case .overdue: language.pick("quá hạn", "overdue")
    case .unconfirmed:
      language.pick("qua hạn, chưa rõ kết quả", "past its date, outcome unknown")
    case .open: language.pick("chưa đến hạn", "not yet due")
    case .undated: language.pick("không có hạn định ngày", "no date set")
    }
  }
}

extension Comparator {
  /// Before the value of a target.
  func word(_ language: PageLanguage) -> String {
    switch self {
    case .atLeast: language.pick("ít nhất ", "at least ")
    case .moreThan: language.pick("trên ", "more than ")
    case .atMost: language.pick("không quá ", "at most ")
    case .lessThan: language.pick("dưới ", "less than ")
    case .about: language.pick("khoảng ", "about ")
    }
  }
}

extension ProvinceType {
  func words(_ language: PageLanguage) -> String {
    switch self {
    case .province: language.pick("tỉnh", "province")
    case .municipality: language.pick("thành phố trực thuộc trung ương", "municipality")
    }
  }
}

extension PlatformState {
  func words(_ language: PageLanguage) -> String {
    switch self {
    case .operating: language.pick("đang vận hành", "operating")
    case .pilot: language.pick("thí điểm", "pilot")
    case .planned: language.pick("dự kiến", "planned")
    }
  }
}
