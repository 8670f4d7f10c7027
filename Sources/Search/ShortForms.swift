/// What people write short: any form of a row is found by any other.
///
/// Names of single provinces, agencies and platforms are in the data as aliases; here stand those
/// that occur inside longer names and texts.
enum ShortForms {
  /// How many readings of a query are looked up: itself, and with one form put for another.
  static let mostReadings = 16

  private static let rows: [[String]] = [
    [
      "Hồ Chí Minh", "HCM", "TPHCM", "HCMC", "TP.HCM", "TP Hồ Chí Minh", "thành phố Hồ Chí Minh",
    ],
    ["Bà Rịa - Vũng Tàu", "BR-VT", "BRVT"],
    ["Thừa Thiên Huế", "TT-Huế", "TTH"],
    ["thành phố", "TP"],
    ["đồng bằng sông Cửu Long", "ĐBSCL"],
    ["đồng bằng sông Hồng", "ĐBSH"],
    ["Thông tin và Truyền thông", "TT&TT", "TTTT"],
    ["Khoa học và Công nghệ", "KH&CN", "KHCN"],
    ["Kế hoạch và Đầu tư", "KH&ĐT", "KHĐT"],
    ["Giáo dục và Đào tạo", "GD&ĐT", "GDĐT"],
    ["Nông nghiệp và Phát triển nông thôn", "NN&PTNT", "NNPTNT"],
    ["Nông nghiệp và Môi trường", "NN&MT", "NNMT"],
    ["Văn phòng Chính phủ", "VPCP"],
    ["Ngân hàng Nhà nước", "NHNN"],
    ["Bảo hiểm xã hội", "BHXH"],
    ["Ủy ban nhân dân", "UBND"],
    ["dịch vụ công", "DVC"],
    ["dịch vụ công trực tuyến", "DVCTT"],
    ["dịch vụ công quốc gia", "DVCQG"],
    ["thủ tục hành chính", "TTHC"],
    ["cơ sở dữ liệu", "CSDL"],
    ["căn cước công dân", "CCCD"],
    ["chuyển đổi số", "CĐS"],
    ["công nghệ thông tin", "CNTT"],
    ["đổi mới sáng tạo", "ĐMST"],
    ["thương mại điện tử", "TMĐT"],
    ["trí tuệ nhân tạo", "AI"],
  ]

  private static let groups = rows.map { row in
    row.map { Folding.words(of: $0).map(\.text) }
  }

  /// Every form by its first word, with its row; the longest first.
  private static let forms: [String: [(words: [String], row: Int)]] = {
    let all = groups.enumerated().flatMap { row, forms in forms.map { (words: $0, row: row) } }
    return Dictionary(grouping: all) { $0.words.first ?? "" }.mapValues { forms in
      forms.sorted { $0.words.count > $1.words.count }
    }
  }()

  /// A word of a reading; one that was put in is whole, however the query ends.
  struct Word: Equatable {
    var text: String
    /// Nil where a form was put for another.
    var typed: String?
  }

  /// The readings of a query, as typed first. The longest form counts: `DVCTT` is not `DVC`.
  static func readings(of words: [FoldedWord]) -> [[Word]] {
    var readings: [[Word]] = [[]]
    var place = 0
    while place < words.count {
      let found = forms[words[place].text]?.first { form in
        words[place...].lazy.map(\.text).starts(with: form.words)
      }
      let count = found?.words.count ?? 1
      let typed = words[place..<place + count].map { Word(text: $0.text, typed: $0.typed) }
      var next = readings.map { $0 + typed }
      if let found {
        for form in groups[found.row] where form != found.words {
          for reading in readings where next.count < mostReadings {
            next.append(reading + form.map { Word(text: $0) })
          }
        }
      }
      readings = next
      place += count
    }
    return readings
  }
}
