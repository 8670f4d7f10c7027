import Statistics

/// What codes of the data are called where people read.
extension IndicatorKind {
  var name: Name {
    switch self {
    case .flow: Name(vi: "trong cả kỳ", en: "over the period")
    case .stock: Name(vi: "vào cuối kỳ", en: "at its end")
    }
  }
}

extension Direction {
  var name: Name {
    switch self {
    case .higherIsBetter: Name(vi: "cao hơn là tốt hơn", en: "higher is better")
    case .lowerIsBetter: Name(vi: "thấp hơn là tốt hơn", en: "lower is better")
    case .none: Name(vi: "không có chiều tốt, xấu", en: "neither is better")
    }
  }
}

extension AggregationRule {
  var name: Name {
    switch self {
    case .sum:
      Name(vi: "cộng các đơn vị trước sáp nhập", en: "the sum of the units before the merger")
    case .mean: Name(vi: "trung bình cộng của chúng", en: "their mean")
    case .weightedMean: Name(vi: "trung bình có trọng số của chúng", en: "their weighted mean")
    case .none:
      Name(
        vi: "không gộp được: giá trị ở lại với đơn vị cũ",
        en: "cannot be combined: values stay with the old units")
    }
  }
}

extension Level {
  var name: Name {
    switch self {
    case .country: Name(vi: "nước khác", en: "other countries")
    case .nation: Name(vi: "cả nước", en: "the nation")
    case .province: Name(vi: "tỉnh, thành phố", en: "provinces")
    }
  }
}

extension SourceKind {
  var name: Name {
    switch self {
    case .act: Name(vi: "văn bản", en: "act")
    case .statistics: Name(vi: "thống kê", en: "statistics")
    case .officialSite: Name(vi: "trang chính thức", en: "official site")
    case .press: Name(vi: "báo chí", en: "press")
    case .transcription: Name(vi: "bản chép lại", en: "transcription")
    case .survey: Name(vi: "khảo sát", en: "survey")
    }
  }
}

extension Reliability {
  var name: Name {
    switch self {
    case .primary: Name(vi: "nguồn gốc", en: "primary")
    case .checked: Name(vi: "đã đối chiếu", en: "checked against another")
    case .single: Name(vi: "chỉ một nguồn", en: "a single source")
    case .unofficial: Name(vi: "không chính thức", en: "unofficial")
    }
  }
}

extension TargetStatus {
  var meaning: Name {
    switch self {
    case .met:
      Name(
        vi: "Giá trị mới nhất đến hạn (hay đến ngày hỏi) thoả điều kiện.",
        en: "The newest value up to the due date (or the day that is asked about) satisfies it.")
    case .missed:
      Name(
        vi: "Đã đến hạn, và giá trị của kỳ chứa hạn không thoả.",
        en: "The date has come, and the value of the period that covers it does not.")
    case .onTrack:
      Name(
        vi: "Chưa đến hạn; ở trên hay vượt đường thẳng từ gốc đến đích.",
        en: "Before the date; at or beyond the straight line from the baseline to the aim.")
    case .behind:
      Name(
        vi: "Chưa đến hạn; kém đường thẳng ấy.", en: "Before the date; short of that line.")
    case .noData:
      Name(
        vi: "Không đủ dữ liệu để nói; reason nêu lý do.",
        en: "Not enough is known to say; reason tells why.")
    }
  }
}

extension TaskStatus {
  var meaning: Name {
    switch self {
    case .done:
      Name(
        vi: "Có văn bản nói đã xong.", en: "A document says that it is done.")
    case .overdue:
      Name(
        vi: "Quá hạn, và một văn bản sau hạn nói chưa xong.",
        en: "The date has passed, and a later document says that it is not done.")
    case .unconfirmed:
      Name(
        vi: "Quá hạn, không văn bản nào nói kết quả.",
        en: "The date has passed, and no document tells the outcome.")
    case .open: Name(vi: "Chưa đến hạn.", en: "The date is to come.")
    case .undated: Name(vi: "Không có hạn.", en: "There is no date.")
    }
  }
}
