/// The figure of one area, as a bar or a tile shows it.
package struct AreaFigure: Sendable {
  package var area: String
  package var name: String
  package var rank: Int?
  /// Places gained since the period before.
  package var rankChange: Int?
  package var value: Value?
  package var sign = ""
  package var marks: Marks = []
  /// In words, why there is no value.
  package var missing: String?
  /// Where the bar or tile leads to.
  package var link: String?

  package init(area: String, name: String, value: Value?) {
    self.area = area
    self.name = name
    self.value = value
  }

  /// The figure with all its digits, or why there is none.
  func text(_ language: Language, unit: String) -> String {
    guard let value else { return missing ?? language.pick("không có số liệu", "no figure") }
    return sign + Numerals.text(value, language) + unit
  }
}
