import Charts

/// Values that the tests of several charts draw.
enum Samples {
  static let widths = [320, 640, 1200]
  static let styles = widths.flatMap { width in
    Theme.allCases.flatMap { theme in
      Language.allCases.map { Style(width: width, theme: theme, language: $0) }
    }
  }

  static func caption(_ title: String = "Chỉ số chuyển đổi số cấp tỉnh (DTI)") -> Caption {
    var caption = Caption(title: title)
    caption.description = ["Đơn vị: chỉ số 0–1", "Bản đồ 34 tỉnh, thành phố từ 1/7/2025"]
    caption.sources = ["Báo cáo (bao-cao)"]
    caption.dates = "Công bố mới nhất 6/2/2025."
    return caption
  }

  /// Of a year; nil is a gap.
  static func point(_ year: Int, _ value: String?, _ marks: Marks = []) -> Series.Point {
    // The days from 1 January 1970 on, near enough for tests: no leap years.
    let start = (year - 1970) * 365 + (year - 1969) / 4
    var point = Series.Point(
      days: start...(start + 364), period: "\(year)", periodName: "\(year)", frequency: "A",
      value: value.map { Value($0) })
    point.marks = marks
    if value == nil { point.missing = "không công bố" }
    return point
  }

  static func series(_ name: String, _ points: [Series.Point]) -> Series {
    Series(indicator: "dti", area: name, name: name, points: points)
  }
}
