import Statistics

extension Frequency {
  package var name: Name {
    switch self {
    case .annual: Name(vi: "Năm", en: "Annual")
    case .halfYearly: Name(vi: "Nửa năm", en: "Half-yearly")
    case .quarterly: Name(vi: "Quý", en: "Quarterly")
    case .monthly: Name(vi: "Tháng", en: "Monthly")
    case .daily: Name(vi: "Ngày", en: "Daily")
    case .other: Name(vi: "Khoảng khác", en: "Other")
    }
  }
}

extension ObservationStatus {
  package var name: Name {
    switch self {
    case .normal: Name(vi: "Bình thường", en: "Normal value")
    case .seriesBreak: Name(vi: "Đổi phương pháp", en: "Time series break")
    case .definitionDiffers: Name(vi: "Định nghĩa khác", en: "Definition differs")
    case .estimated: Name(vi: "Ước tính", en: "Estimated value")
    case .forecast: Name(vi: "Dự báo", en: "Forecast value")
    case .provisional: Name(vi: "Sơ bộ", en: "Provisional value")
    case .lowReliability: Name(vi: "Độ tin cậy thấp", en: "Low reliability")
    case .derived: Name(vi: "Suy ra từ giá trị khác", en: "Imputed value")
    case .notCollected:
      Name(vi: "Thiếu, không thu thập", en: "Missing value; data were not collected")
    case .notApplicable:
      Name(vi: "Thiếu, không thể có", en: "Missing value; data cannot exist")
    case .missing: Name(vi: "Thiếu", en: "Missing value")
    case .suppressed: Name(vi: "Thiếu, bị giữ lại", en: "Missing value; suppressed")
    }
  }
}

extension Qualifier {
  package var name: Name {
    switch self {
    case .exact: Name(vi: "đúng số", en: "exactly")
    case .moreThan: Name(vi: "trên, hơn", en: "more than")
    case .atLeast: Name(vi: "ít nhất, tối thiểu", en: "at least")
    case .lessThan: Name(vi: "dưới", en: "less than")
    case .atMost: Name(vi: "tối đa", en: "at most")
    case .nearly: Name(vi: "gần", en: "nearly")
    case .about: Name(vi: "khoảng", en: "about")
    case .range: Name(vi: "từ … đến …", en: "from … to …")
    }
  }
}

extension MissingReason {
  package var name: Name {
    switch self {
    case .notCollected: Name(vi: "không thu thập", en: "not collected")
    case .notYetPublished: Name(vi: "chưa công bố", en: "not yet published")
    case .withheld: Name(vi: "không công bố", en: "withheld")
    case .suppressed: Name(vi: "bị giữ lại", en: "suppressed")
    case .notHeld: Name(vi: "chưa có ở đây", en: "not held here")
    case .areaDidNotExist: Name(vi: "địa bàn chưa hoặc không còn", en: "the area did not exist")
    case .notApplicable: Name(vi: "không thể có", en: "not applicable")
    case .noRule: Name(vi: "không có quy tắc gộp", en: "no rule to combine by")
    case .inputMissing: Name(vi: "thiếu giá trị đầu vào", en: "an input is missing")
    case .notDivisible: Name(vi: "không chia được", en: "cannot be divided")
    }
  }
}
