import Charts
import Testing

/// Widths of text, from which everything is laid out.
@Suite struct AdvancesTests {
  @Test(arguments: [
    ("", 0), ("0", 6.36), ("Đ", 7.75), ("đ", 6.35), ("ơ", 6.12), ("Ơ", 9.13), ("ắ", 6.13),
    ("a\u{301}", 6.13), ("ab", 12.48),
  ])
  func `a text is as wide as its letters`(text: String, width: Double) {
    #expect(abs(Advances.width(of: text, size: 10) - width) < 0.001)
  }

  @Test func `bold letters are wider, and unknown signs count as wide ones`() {
    #expect(
      Advances.width(of: "Đà Nẵng", size: 12, isBold: true)
        > Advances.width(of: "Đà Nẵng", size: 12))
    #expect(Advances.width(of: "省", size: 10) >= 10)
    #expect(Advances.width(of: "≥", size: 10) >= 8)
  }

  @Test func `every Vietnamese letter is known`() {
    let letters = "ăâđêôơưĂÂĐÊÔƠƯàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
    for letter in letters + letters.uppercased() {
      #expect(Advances.width(of: String(letter), size: 1000) < 1000, "\(letter)")
    }
  }

  @Test func `lines hold their width, and what does not fit ends with an ellipsis`() {
    let text = "Tỷ trọng giá trị tăng thêm của kinh tế số trong GDP (Tổng cục Thống kê)"
    let lines = Fitting.lines(text, width: 150, size: 13)
    #expect(lines.count > 2)
    #expect(lines.joined(separator: " ") == text)
    for line in lines { #expect(Advances.width(of: line, size: 13) <= 150) }
    let two = Fitting.lines(text, width: 150, size: 13, most: 2)
    #expect(two.count == 2)
    #expect(two.last?.hasSuffix("…") == true)
    for line in two { #expect(Advances.width(of: line, size: 13) <= 150) }
  }

  @Test func `a word that is too long is cut`() {
    let cut = Fitting.cut("Chuyểnđổisốquốcgia", width: 60, size: 12)
    #expect(cut.hasSuffix("…"))
    #expect(Advances.width(of: cut, size: 12) <= 60)
    #expect(Fitting.cut("Huế", width: 60, size: 12) == "Huế")
  }
}
