import Search
import Statistics
import Testing

struct SnippetTests {
  @Test(arguments: [
    ("da nang", "Cổng Đà Nẵng", "Cổng [Đà Nẵng]"), ("nan", "Cổng Đà Nẵng", "Cổng Đà [Nẵn]g"),
    ("da na", "Đà Nẵng", "[Đà Nẵ]ng"), ("nang da", "Đà Nẵng", "[Đà Nẵng]"),
    ("na", "Na\u{306}\u{303}ng", "[Na\u{306}\u{303}]ng"),
    ("vung tau", "(Vũng - Tàu).", "([Vũng - Tàu])."),
    ("so", "số, số và sông", "[số, số] và [sô]ng"),
    ("du lieu so", "số, dữ liệu số và dữ", "số, [dữ liệu số] và dữ"),
    ("so du lieu", "dữ liệu về số", "[dữ liệu] về [số]"), ("ki", "kỹ", "[kỹ]"),
    ("ky", "Kỹ", "[Kỹ]"),
    ("ĐANG", "đang", "[đang]"), ("москв", "в Москве", "в [Москв]е"),
  ])
  func `what matched is marked as it is written`(query: String, text: String, marked: String)
    throws
  {
    let hit = try #require(Indexes.named(text).search(query).first)
    #expect(hit.marked.unicodeScalars.elementsEqual(marked.unicodeScalars), "\(hit.marked)")
  }

  static let long = (0..<60).map { "từ\($0)x" }.joined(separator: " ")

  @Test(arguments: ["từ0x", "từ1x", "từ9x", "từ30x", "từ58x", "từ59x", "từ20x từ24x", "từ3x từ50x"])
  func `a long text is cut between words around the match`(query: String) throws {
    let hit = try #require(Indexes.named(SnippetTests.long).search(query).first)
    let text = hit.snippet.map(\.text).joined()
    #expect((100...160).contains(text.count))
    #expect(" \(SnippetTests.long) ".contains(" \(text) "))
    #expect(hit.snippet.contains { $0.isMatch && query.contains($0.text) })
  }

  @Test func `the part that has most of the words is shown`() throws {
    let filler = [String](repeating: "lời", count: 60).joined(separator: " ")
    let index = Indexes.named("dữ \(filler) liệu của số \(filler)")
    let hit = try #require(index.search("số liệu dữ").first)
    #expect(hit.marked.contains("[liệu] của [số]"))
    #expect(!hit.marked.contains("[dữ]"))
  }

  @Test func `a text of 160 characters stays whole however it is written`() throws {
    let composed = String(repeating: "số ", count: 53) + "x"
    let pieces = String(repeating: "so\u{302}\u{301} ", count: 53) + "x"
    for text in [composed, pieces] {
      let hit = try #require(Indexes.named(text).search("x").first)
      #expect(hit.snippet.count == 2)
      #expect(hit.snippet.map(\.text).joined().unicodeScalars.elementsEqual(text.unicodeScalars))
    }
  }

  @Test func `a word without an end is cut hard`() throws {
    let index = Indexes.named("a " + String(repeating: "đ", count: 300))
    let hit = try #require(index.search("ddd").first)
    #expect(hit.snippet.map(\.text).joined().count <= 160)
  }

  /// The texts of which snippets of sources and tasks may be parts, by id.
  static let texts: [String: [String]] = {
    var texts: [String: [String]] = [:]
    for source in Indexes.snapshot.sources.rows {
      texts[source.id] = [source.id, source.title, source.publisher, source.number ?? ""]
    }
    for task in Indexes.snapshot.tasks.rows {
      let questions = task.questions
      var names: [Name?] = [task.name, questions.what, questions.goal, questions.product]
      names += [questions.accountable, questions.result?.text]
      let agencies = (questions.who?.lead ?? []) + (questions.who?.with ?? [])
      texts[task.id] = [task.id] + agencies.map(\.asWritten)
      for name in names.compactMap({ $0 }) { texts[task.id, default: []] += [name.vi, name.en] }
    }
    return texts
  }()

  @Test(arguments: [
    "chuyen doi so", "bo", "thu tuong", "dvc", "d", "e", "2024", "du lieu quoc gia", "cntt", "the",
  ])
  func `a snippet put together is a part of the text, with something marked`(query: String) {
    let hits = Indexes.bundled.search(query, types: [.source, .task])
    #expect(!hits.isEmpty)
    for hit in hits {
      let snippet = hit.snippet
      let text = snippet.map(\.text).joined()
      #expect(
        SnippetTests.texts[hit.id]?.contains { $0.contains(text) } == true, "\(hit.id): \(text)")
      #expect(text.count <= 160)
      #expect(snippet.contains { $0.isMatch })
      #expect(snippet.allSatisfy { !$0.text.isEmpty })
      #expect(zip(snippet, snippet.dropFirst()).allSatisfy { $0.isMatch != $1.isMatch })
    }
  }
}
