import HTML

/// The ways to drawings alone.
extension Desk {
  /// A drawing that stands at an address of its own.
  enum Picture { case lines, map, bars }

  /// The way to a drawing alone, as a slide or a newspaper takes it: in the page's language and on
  /// its paper.
  ///
  /// - Parameter address: with a question.
  func picture(_ picture: Picture, _ address: String, _ writer: inout HTMLWriter) {
    let words =
      switch picture {
      case .lines: say("Ảnh SVG của đường", "The lines as SVG")
      case .map: say("Ảnh SVG của bản đồ", "The map as SVG")
      case .bars: say("Ảnh SVG của bảng hạng", "The ranks as SVG")
      }
    var address = address
    if language != .vi { address += "&lang=\(language)" }
    if let theme = choice.theme { address += "&theme=\(theme)" }
    writer.text(" ")
    writer.element("a", ["class": "picture", "href": address], words)
  }
}
