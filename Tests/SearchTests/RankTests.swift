import Search
import Statistics
import Testing

/// The order of hits, on things made up for it.
struct RankTests {
  @Test func `exact names come first, then beginnings, phrases, all words, texts`() {
    let index = Indexes.index { contents in
      contents.platforms = [
        platform("a", "Nền tảng dữ liệu số"), platform("b", "Số liệu và nền dữ"),
        platform("c", "Dữ liệu số quốc gia"), platform("d", "Dữ liệu số"),
        platform("e", "Cổng", alias: "Dữ liệu số"), platform("f", "Kho", alias: "Kho dữ liệu số"),
        platform("g", "Hệ thống", owner: "Cục Dữ liệu số"),
        platform("h", "Dữ liệu", owner: "Cục Số hoá"), platform("du-lieu-so", "Khác"),
      ]
    }
    #expect(index.ids("dữ liệu số") == ["d", "e", "c", "a", "f", "b", "g", "h"])
    #expect(
      index.ids("du-lieu-so") == ["du-lieu-so", "d", "e", "c", "a", "f", "b", "g", "h"])
  }

  @Test func `equally good hits come by kind, then by id`() {
    let index = Indexes.index { contents in
      contents.platforms = [platform("b", "Dữ liệu"), platform("a", "Dữ liệu")]
      contents.pillars = ["d", "c"].map { id in
        var pillar = Pillar()
        pillar.id = id
        pillar.name = Name(vi: "Dữ liệu", en: "Data")
        return pillar
      }
    }
    #expect(index.ids("du lieu") == ["c", "d", "a", "b"])
  }

  @Test func `only the last word may be a beginning`() {
    let index = Indexes.named("dữ liệu số", "dữ liệu sống", "dữ liệuu số")
    #expect(index.ids("du lieu so") == ["p0", "p1"])
    #expect(index.ids("lieu du") == ["p0", "p1"])
    #expect(index.ids("du lie so") == [])
  }

  @Test func `a y that is typed last is no i that goes on`() {
    let index = Indexes.named("lý", "lí", "liên", "lynx")
    #expect(index.ids("ly") == ["p0", "p1", "p3"])
    #expect(index.ids("li") == ["p0", "p1", "p2"])
  }

  @Test(arguments: [
    ("TTHC", "thủ tục hành chính"), ("cải cách tthc", "Cải cách thủ tục hành chính"),
    ("TMĐT", "thương mại điện tử"), ("UBND xã", "Ủy ban nhân dân xã"),
    ("Uỷ ban nhân dân xã", "UBND xã"), ("TP.HCM số", "Hồ Chí Minh số"),
    ("thành phố Hồ Chí Minh", "TPHCM"), ("đồng bằng sông Cửu Long", "ĐBSCL"),
    ("Bộ Kế hoạch và Đầu tư", "Bộ KHĐT"), ("Bộ KH-ĐT", "Bộ KHĐT"),
  ])
  func `a short form and its long form find each other`(query: String, name: String) throws {
    let hit = try #require(Indexes.named(name).search(query).first)
    #expect(hit.marked == "[\(name)]")
  }

  @Test func `a form that was put in is whole`() {
    #expect(Indexes.named("dịch vụ công").ids("dvc") == ["p0"])
    #expect(Indexes.named("dịch vụ côngg").ids("dvc") == [])
  }

  @Test func `of many short forms as many readings as are allowed are looked up, the typed first`()
  {
    let query = "dvc tthc csdl cntt tmdt"
    let index = Indexes.named(
      "DVC TTHC CSDL CNTT TMĐT", "dịch vụ công TTHC CSDL CNTT TMĐT",
      "DVC TTHC CSDL CNTT thương mại điện tử")
    #expect(index.ids(query) == ["p0", "p1"])
  }

  @Test func `as many words are told apart as are allowed`() {
    let words = (0..<65).map { "w\($0)x" }
    let index = Indexes.named(words.joined(separator: " "))
    #expect(index.ids(words.dropLast().joined(separator: " ")) == ["p0"])
    #expect(index.ids(words.joined(separator: " ")) == [])
    #expect(index.ids([String](repeating: "w0x", count: 500).joined(separator: " ")) == ["p0"])
  }

  private func platform(
    _ id: String, _ name: String, alias: String? = nil, owner: String? = nil
  ) -> Platform {
    var platform = Platform()
    platform.id = id
    platform.name = Name(vi: name, en: name)
    platform.aliases = alias.map { [$0] } ?? []
    platform.owner = owner.map {
      var owner = AgencyMention()
      owner.asWritten = $0
      return owner
    }
    return platform
  }
}
