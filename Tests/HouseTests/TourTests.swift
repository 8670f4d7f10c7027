import Testing

/// One question of the README: a line for curl, and the answer that the page shows.
struct Question: CustomTestStringConvertible {
  let address: String
  let fields: [String]
  let shown: String
  var testDescription: String { address }

  static func all(in page: Page) -> [Question] {
    let blocks = page.blocks
    return zip(blocks, blocks.dropFirst()).compactMap { asked, answered in
      guard asked.language == "sh", answered.language == "json",
        let url = asked.text.firstMatch(of: /curl .*'http:\/\/127\.0\.0\.1:8080([^']*)'/)
      else { return nil }
      return Question(
        address: String(url.1),
        fields: asked.text.matches(of: /-H '([^']*)'/).map { String($0.1) },
        shown: answered.text)
    }
  }

  /// The first piece of what is shown that the answer does not have, in order; blanks aside.
  func missing(from answer: String) -> String? {
    var rest = answer.withoutBlanks[...]
    for piece in shown.withoutBlanks.split(separator: Array("…".utf8)) {
      guard let found = rest.firstRange(of: piece) else {
        return String(decoding: piece, as: UTF8.self)
      }
      rest = rest[found.upperBound...]
    }
    return nil
  }
}

extension String {
  fileprivate var withoutBlanks: [UInt8] {
    utf8.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\n") }
  }
}

@Suite struct TourTests {
  static let tour: [Question] = {
    let page = try? Page.readme.get().section("A tour")
    return page.map(Question.all) ?? []
  }()

  @Test func `the tour asks something`() {
    #expect(TourTests.tour.count >= 10)
  }

  @Test(arguments: tour)
  func `the README shows what is really answered`(_ question: Question) throws {
    let answer = try Served.bundled.get().get(question.address, fields: question.fields)
    let missing = question.missing(from: answer.body)
    #expect(missing == nil, "the answer is \(answer.body)")
  }

  @Test func `an answer that the page shows otherwise is found out`() {
    let question = Question(address: "/", fields: [], shown: "{\"a\":1,…\n \"c\": 3}")
    #expect(question.missing(from: #"{"a":1,"b":2,"c":3}"#) == nil)
    #expect(question.missing(from: #"{"a":1,"b":2,"c":4}"#) == #""c":3}"#)
    #expect(question.missing(from: #"{"c":3},{"a":1,"#) == #""c":3}"#)
  }

  @Test func `what Scripts/serve says to try is answered`() throws {
    let script = try Project.text("Scripts/serve")
    let addresses = script.matches(of: /curl '\$address([^']*)'/).map { String($0.1) }
    #expect(addresses.count == 3)
    for address in addresses {
      let answer = try Served.bundled.get().get(address)
      #expect(answer.status == 200, "\(address): \(answer.body)")
      #expect(!answer.body.hasPrefix(#"{"data":[]"#), "\(address)")
    }
  }
}
