import Search
import Statistics
import Testing

/// Queries as people type them, asked of the data of the project.
struct SearchIndexTests {
  private let index = Indexes.bundled

  struct Question: CustomTestStringConvertible, Sendable {
    var query: String
    var kind: Kind
    var id: String
    var matchedBy: MatchedBy
    var testDescription: String { query }

    init(_ query: String, _ kind: Kind, _ id: String, _ matchedBy: MatchedBy) {
      self.query = query
      self.kind = kind
      self.id = id
      self.matchedBy = matchedBy
    }
  }

  static let questions = [
    Question("da nang", .province, "48-2025", .name),
    Question("Đà Nẵng", .province, "48-2025", .name),
    Question("\u{110}a\u{300} Na\u{306}\u{303}ng", .province, "48-2025", .name),
    Question("DA NANG", .province, "48-2025", .name),
    Question("đà nẵng", .province, "48-2025", .name),
    Question("  da   nang ", .province, "48-2025", .name),
    Question("da-nang", .province, "48-2025", .name),
    Question("danang", .province, "48-2025", .alias),
    Question("thanh pho da nang", .province, "48-2025", .name),
    Question("tp da nang", .province, "48-2025", .alias),
    Question("48", .province, "48-2025", .code),
    Question("48-2025", .province, "48-2025", .id),
    Question("48-2008", .province, "48-2008", .id),
    Question("vn-dn", .province, "48-2025", .code),
    Question("VN-29", .province, "51-2025", .code),
    Question("hoà bình", .province, "17-2008", .name),
    Question("hòa bình", .province, "17-2008", .name),
    Question("hoa binh", .province, "17-2008", .name),
    Question("hoabinh", .province, "17-2008", .alias),
    Question("tphcm", .province, "79-2025", .alias),
    Question("TPHCM", .province, "79-2025", .alias),
    Question("TP.HCM", .province, "79-2025", .alias),
    Question("TP. HCM", .province, "79-2025", .alias),
    Question("tp hcm", .province, "79-2025", .alias),
    Question("HCMC", .province, "79-2025", .alias),
    Question("sai gon", .province, "79-2025", .alias),
    Question("ho chi minh", .province, "79-2025", .name),
    Question("hồ chí", .province, "79-2025", .name),
    Question("br-vt", .province, "77-2008", .alias),
    Question("BRVT", .province, "77-2008", .alias),
    Question("ba ria vung tau", .province, "77-2008", .name),
    Question("TT-Huế", .province, "46-2008", .alias),
    Question("tt hue", .province, "46-2008", .alias),
    Question("thua thien hue", .province, "46-2008", .formerName),
    Question("Thừa Thiên – Huế", .province, "46-2008", .formerName),
    Question("hue", .province, "46-2008", .name),
    Question("ha tay", .province, "01-2008", .text),
    Question("dak lak", .province, "66-2025", .name),
    Question("quảng nam", .province, "49-2008", .name),
    Question("đông nam bộ", .region, "dong-nam-bo-2025", .name),
    Question("kinh tế số", .pillar, "economy", .name),
    Question("hoa don dien tu", .indicator, "e-invoices-processed", .name),
    Question("dti", .indicator, "dti", .id),
    Question("egdi", .indicator, "egdi-rank", .name),
    Question("dvc", .indicator, "essential-services-project06", .alias),
    Question("không tiền mặt", .commitment, "1-2-3-4-5-dvctt/khong-2", .name),
    Question("5 đẩy mạnh, 5 bảo đảm, 5 không", .commitment, "5-5-5-2024", .name),
    Question("kĩ năng số cơ bản", .target, "411-2025-digital-skills", .name),
    Question("bán dẫn", .task, "semiconductor-strategy-2024", .name),
    Question("bo tttt", .agency, "bo-tttt", .alias),
    Question("Bộ TT&TT", .agency, "bo-tttt", .alias),
    Question("bộ thông tin và truyền thông", .agency, "bo-tttt", .name),
    Question("Bộ KH&CN", .agency, "bo-khcn", .alias),
    Question("y te", .agency, "bo-y-te", .name),
    Question("i tế", .agency, "bo-y-te", .name),
    Question("thủ tướng", .agency, "thu-tuong", .alias),
    Question("vneid", .platform, "vneid", .id),
    Question("VNeID", .platform, "vneid", .id),
    Question("cổng dịch vụ công quốc gia", .platform, "national-public-service-portal", .name),
    Question("cong dvcqg", .platform, "national-public-service-portal", .alias),
    Question("csdl thuế", .platform, "tax-database", .alias),
    Question("411/QĐ-TTg", .source, "411-qd-ttg", .code),
    Question("411 qd ttg", .source, "411-qd-ttg", .code),
    Question("qd-ttg 411", .source, "411-qd-ttg", .name),
    Question("422/QĐ", .source, "422-qd-ttg", .code),
    Question("đề án 06", .source, "de-an-06", .name),
  ]

  @Test(arguments: questions)
  func `what people type finds what they mean first`(question: Question) throws {
    let first = try #require(index.search(question.query).first)
    #expect(first.kind == question.kind)
    #expect(first.id == question.id)
    #expect(first.matchedBy == question.matchedBy)
  }

  @Test func `a former name leads to the present unit`() throws {
    let hits = Array(index.search("quang nam").prefix(2))
    try #require(hits.count == 2)
    #expect(hits.map(\.id) == ["49-2008", "48-2025"])
    #expect(hits.map(\.matchedBy) == [.name, .predecessor])
    #expect(hits.map(\.name.vi) == ["Quảng Nam", "Đà Nẵng"])
    #expect(hits.map(\.href) == ["/v1/provinces/49-2008", "/v1/provinces/48-2025"])
    #expect(hits.map(\.successors) == [["48-2025"], []])
    #expect(hits.map(\.marked) == ["[Quảng Nam], đến 30/6/2025", "gồm Đà Nẵng và [Quảng Nam]"])
  }

  @Test(arguments: [
    ("quang na", ["48-2025", "49-2008"]), ("vung tau", ["79-2025", "77-2008"]),
    ("da nang", ["48-2025", "48-2008"]), ("hòa bì", ["25-2025", "17-2008"]),
    ("br-vt", ["77-2008", "79-2025"]), ("quangn", ["22-2008", "51-2025", "48-2025"]),
  ])
  func `present units come before former ones unless one is called exactly so`(
    query: String, ids: [String]
  ) {
    #expect(Array(index.ids(query, types: [.province]).prefix(ids.count)) == ids)
  }

  @Test func `on a day before the merger its units are to come`() {
    let day = Day("2025-06-30") ?? Indexes.day
    let hits = index.search("da nang", types: [.province], on: day)
    #expect(hits.map(\.id) == ["48-2008", "48-2025"])
    #expect(hits.map(\.successors) == [[], []])
    #expect(index.search("tt-hue", on: Day("2024-12-31") ?? day).first?.name.vi == "Thừa Thiên Huế")
    #expect(index.search("tt-hue", on: day).first?.name.vi == "Huế")
  }

  @Test(arguments: ["zzz", "da nangg", "xin chào thế giới", "???", "", "   ", "&", "-", "nang zzz"])
  func `what is nowhere finds nothing`(query: String) {
    #expect(index.search(query).isEmpty)
  }

  @Test(arguments: [
    ("dan tri", "dantri-2024"), ("1619/QĐ", "1619-qd-ttg"),
    ("chuyen doi so dong bo", "5-5-5-2024/bao-dam-1"),
    ("Bộ Công an lộ trình VNeID", "vneid-utilities-2024"), ("mic", "bo-tttt"),
    ("qd 411", "411-qd-ttg"), ("cds", "dti"), ("xử lí hoá đơn", "e-invoices-processed"),
  ])
  func `words are found in any order, whole or the last one begun`(query: String, id: String) {
    #expect(index.ids(query).contains(id))
  }

  @Test func `the types asked for are a part of the whole list in its order`() {
    let all = index.search("chuyển đổi số")
    for kind in Kind.allCases {
      #expect(
        index.ids("chuyển đổi số", types: [kind]) == all.filter { $0.kind == kind }.map(\.id))
    }
    #expect(index.search("chuyển đổi số", types: []).isEmpty)
  }

  @Test(arguments: Kind.allCases)
  func `the ids of a kind are those of its hits`(kind: Kind) {
    for query in ["số", "da nang", "bo", "hoa don dien tu", "411"] {
      let hits = index.ids(query, types: [kind]).map { String($0.prefix { $0 != "/" }) }
      #expect(index.ids(matching: query, kind: kind) == Set(hits))
    }
  }

  @Test(arguments: [
    ("da nangg", "da nang"), ("đà nẵngg", "da nang"), ("tinh quangg nam", "tinh quang nam"),
    ("vneid xyzxyz", "vneid"), ("huế vũng tàu", "vung tau"), ("zz vneid", "vneid"), ("???", nil),
    ("xyzxyz", nil), ("zz", nil), ("đà nẵng 1900", "da nang"), ("1900 đà nẵng", "da nang"),
    ("2024 đà nẵng", "da nang"), ("kinh tế số xyzxyz 2024", "kinh te so 2024"),
  ])
  func `near to a query that finds nothing is one that finds something`(
    query: String, near: String?
  ) {
    #expect(index.ids(query).isEmpty)
    #expect(index.near(query) == near)
    if let near { #expect(!index.ids(near).isEmpty) }
  }

  @Test func `as many words are tried for what is near as are allowed`() {
    let filler = [String](repeating: "xyzxyz", count: 7).joined(separator: " ")
    #expect(index.near("\(filler) vneid") == "vneid")
    #expect(index.near("\(filler) xyzxyz vneid") == nil)
    #expect(index.near("vneidd xyzxyz vneidd") == "vneid")
    #expect(index.near("xyzxyz xyzxyz vneidd") == nil)
  }

  @Test func `a set of commitments is found by its items`() {
    let ids = index.ids(matching: "không tiền mặt", kind: .commitment)
    #expect(ids == ["5-5-5-2024", "1-2-3-4-5-dvctt"])
  }
}
