import HTTP
import Testing

@Suite struct HeadParserTests {
  static let requestLines: [HeadCase] = [
    HeadCase("a plain request is complete", "GET / HTTP/1.1\r\nHost: a\r\n\r\n", .complete),
    HeadCase("HTTP/1.0 needs no field at all", "GET / HTTP/1.0\r\n\r\n", .complete),
    HeadCase("bytes behind the head are left alone", "GET / HTTP/1.0\r\n\r\nGET", .complete),
    HeadCase(
      "one empty line in front is passed over", "\r\nGET / HTTP/1.0\r\n\r\n", .complete),
    HeadCase(
      "a second empty line in front is refused", "\r\n\r\nGET / HTTP/1.0\r\n\r\n",
      .refused(400)),
    HeadCase("a bare LF in front is refused", "\nGET / HTTP/1.0\r\n\r\n", .refused(400)),
    HeadCase("a bare CR in front is refused", "\rGET / HTTP/1.0\r\n\r\n", .refused(400)),
    HeadCase("a space in front is refused", " GET / HTTP/1.0\r\n\r\n", .refused(400)),
    HeadCase("an unknown method is a method", "BREW /pot HTTP/1.0\r\n\r\n", .complete),
    HeadCase(
      "a method of token characters is one", "!#$%&'*+-.^_`|~ / HTTP/1.0\r\n\r\n", .complete),
    HeadCase("a NUL in the method is refused", "G\0T / HTTP/1.0\r\n\r\n", .refused(400)),
    HeadCase("a tab in the method is refused", "G\tT / HTTP/1.0\r\n\r\n", .refused(400)),
    HeadCase("a colon in the method is refused", ":GET / HTTP/1.0\r\n\r\n", .refused(400)),
    HeadCase("a DEL in the method is refused", "G\u{7F}T / HTTP/1.0\r\n\r\n", .refused(400)),
    HeadCase("a parenthesis in the method is refused", "(GET) / HTTP/1.0\r\n\r\n", .refused(400)),
    HeadCase("no target is refused", "GET  HTTP/1.0\r\n\r\n", .refused(400)),
    HeadCase("two spaces before the target are refused", "GET  / HTTP/1.0\r\n\r\n", .refused(400)),
    HeadCase("two spaces after the target are refused", "GET /  HTTP/1.0\r\n\r\n", .refused(400)),
    HeadCase("a tab before the target is refused", "GET\t/ HTTP/1.0\r\n\r\n", .refused(400)),
    HeadCase("a tab after the target is refused", "GET /\tHTTP/1.0\r\n\r\n", .refused(400)),
    HeadCase("a space after the version is refused", "GET / HTTP/1.0 \r\n\r\n", .refused(400)),
    HeadCase("a fourth word is refused", "GET / x HTTP/1.0\r\n\r\n", .refused(400)),
    HeadCase("HTTP/0.9 is refused", "GET /\r\n\r\n", .refused(400)),
    HeadCase("HTTP/0.9 with a bare LF is refused", "GET /\n", .refused(400)),
    HeadCase("HTTP/0.9 that names itself is refused", "GET / HTTP/0.9\r\n\r\n", .refused(505)),
    HeadCase("HTTP/2.0 is another major version", "GET / HTTP/2.0\r\n\r\n", .refused(505)),
    HeadCase("the preface of HTTP/2 is refused", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", .refused(505)),
    HeadCase("HTTP/3.1 is another major version", "GET / HTTP/3.1\r\n\r\n", .refused(505)),
    HeadCase(
      "a higher minor version is read as 1.1", "GET / HTTP/1.2\r\nHost: a\r\n\r\n", .complete),
    HeadCase("a version in small letters is refused", "GET / http/1.1\r\n\r\n", .refused(400)),
    HeadCase("a version of two digits is refused", "GET / HTTP/11.1\r\n\r\n", .refused(400)),
    HeadCase("a minor version of two digits is refused", "GET / HTTP/1.10\r\n\r\n", .refused(400)),
    HeadCase("a version without a dot is refused", "GET / HTTP/11\r\n\r\n", .refused(400)),
    HeadCase("a version without a minor is refused", "GET / HTTP/1\r\n\r\n", .refused(400)),
    HeadCase("another protocol is refused", "GET / RTSP/1.0\r\n\r\n", .refused(400)),
    HeadCase("a sign in the version is refused", "GET / HTTP/+1.1\r\n\r\n", .refused(400)),
    HeadCase("a request line that ends with LF is refused", "GET / HTTP/1.0\n\n", .refused(400)),
    HeadCase("a CR within the version's end is refused", "GET / HTTP/1.0\r\r\n\r\n", .refused(400)),
    HeadCase("an answer is not a request", "HTTP/1.1 200 OK\r\n\r\n", .refused(400)),
    HeadCase(
      "the greeting of TLS is refused at its first byte", [0x16, 3, 1, 2, 0, 1], .refused(400)),
  ]

  static let fieldLines: [HeadCase] = [
    HeadCase("fields are complete with the empty line", field: "A: 1\r\nB: 2", .complete),
    HeadCase("a value may be missing", field: "A:", .complete),
    HeadCase("a value may be blanks", field: "A: \t ", .complete),
    HeadCase("no blank is needed before a value", field: "A:1", .complete),
    HeadCase("blanks around a value are not of it", field: "A: \t1 2\t ", .complete),
    HeadCase("a value may hold colons", field: "A: b:c:d", .complete),
    HeadCase("a value may hold a tab", field: "A: b\tc", .complete),
    HeadCase("a value may hold bytes over 0x7F", field: "A: Đà Nẵng", .complete),
    HeadCase("a name may hold all marks of tokens", field: "!#$%&'*+-.^_`|~: 1", .complete),
    HeadCase("an empty name is refused", field: ": 1", .refused(400)),
    HeadCase("a line without a colon is refused", field: "A", .refused(400)),
    HeadCase("a space before the colon is refused", field: "A : 1", .refused(400)),
    HeadCase("a tab before the colon is refused", field: "A\t: 1", .refused(400)),
    HeadCase("a space within a name is refused", field: "A b: 1", .refused(400)),
    HeadCase("a folded line is refused", field: "A: 1\r\n 2", .refused(400)),
    HeadCase("a line folded with a tab is refused", field: "A: 1\r\n\t2", .refused(400)),
    HeadCase("a line of blanks is refused", field: "A: 1\r\n  ", .refused(400)),
    HeadCase("a brace in a name is refused", field: "{: 1", .refused(400)),
    HeadCase("a bracket in a name is refused", field: "A[]: 1", .refused(400)),
    HeadCase("a quote in a name is refused", field: "\"A\": 1", .refused(400)),
    HeadCase("a slash in a name is refused", field: "A/B: 1", .refused(400)),
    HeadCase("a letter over 0x7F in a name is refused", field: "Đ: 1", .refused(400)),
    HeadCase("a NUL in a name is refused", field: "A\0: 1", .refused(400)),
    HeadCase("a control in a name is refused", field: "A\u{1B}: 1", .refused(400)),
    HeadCase("a NUL in a value is refused", field: "A: 1\u{0}2", .refused(400)),
    HeadCase("an escape in a value is refused", field: "A: 1\u{1B}2", .refused(400)),
    HeadCase("a DEL in a value is refused", field: "A: 1\u{7F}2", .refused(400)),
    HeadCase("a vertical tab in a value is refused", field: "A: 1\u{0B}2", .refused(400)),
    HeadCase("a bare CR in a value is refused", field: "A: 1\r2", .refused(400)),
    HeadCase("a bare CR at the end of a value is refused", field: "A: 1\r\r", .refused(400)),
    HeadCase("a bare LF at the end of a line is refused", field: "A: 1\nB: 2", .refused(400)),
    HeadCase(
      "a bare LF for the empty line is refused", "GET / HTTP/1.0\r\nA: 1\r\n\n", .refused(400)),
    HeadCase(
      "a bare CR for the empty line is refused", "GET / HTTP/1.0\r\nA: 1\r\n\rA", .refused(400)),
    HeadCase(
      "a blank before the first field is refused", "GET / HTTP/1.0\r\n A: 1\r\n\r\n",
      .refused(400)),
    HeadCase(
      "a blank line before the first field is refused", "GET / HTTP/1.0\r\n \r\nA: 1\r\n\r\n",
      .refused(400)),
  ]

  static let incomplete: [HeadCase] = [
    HeadCase("nothing is incomplete", "", .incomplete),
    HeadCase("a method is incomplete", "GET", .incomplete),
    HeadCase("a method and its space are incomplete", "GET ", .incomplete),
    HeadCase("a target is incomplete", "GET /", .incomplete),
    HeadCase("half a version is incomplete", "GET / HTT", .incomplete),
    HeadCase("a request line without its LF is incomplete", "GET / HTTP/1.0\r", .incomplete),
    HeadCase("a request line is incomplete", "GET / HTTP/1.0\r\n", .incomplete),
    HeadCase("a name is incomplete", "GET / HTTP/1.0\r\nHo", .incomplete),
    HeadCase("a value is incomplete", "GET / HTTP/1.0\r\nHost: a", .incomplete),
    HeadCase("a field line is incomplete", "GET / HTTP/1.0\r\nHost: a\r\n", .incomplete),
    HeadCase("half the empty line is incomplete", "GET / HTTP/1.0\r\nHost: a\r\n\r", .incomplete),
  ]

  static let all =
    requestLines + fieldLines + incomplete + HeadMeaningTests.cases + RequestTargetTests.cases
    + AuthorityTests.cases

  @Test(arguments: requestLines) func `request lines`(_ try: HeadCase) {
    #expect(readHead(`try`.bytes).outcome == `try`.outcome)
  }

  @Test(arguments: fieldLines) func `field lines`(_ try: HeadCase) {
    #expect(readHead(`try`.bytes).outcome == `try`.outcome)
  }

  @Test(arguments: incomplete) func `asks for more`(_ try: HeadCase) {
    #expect(readHead(`try`.bytes).outcome == `try`.outcome)
  }

  @Test(arguments: all) func `ends the same wherever it is cut`(_ try: HeadCase) {
    let whole = readHead(`try`.bytes)
    for cut in `try`.bytes.indices {
      #expect(readHead(`try`.bytes, cuts: [cut]) == whole, "cut at \(cut)")
    }
    #expect(readHead(`try`.bytes, cuts: `try`.bytes.indices) == whole, "byte by byte")
  }

  @Test(arguments: all) func `what is refused needs no byte behind the wrong one`(
    _ try: HeadCase
  ) {
    guard case .refused = `try`.outcome else { return }
    // The shortest beginning that is refused stays refused, the same way, whatever follows.
    let first = `try`.bytes.indices.first {
      readHead(Array(`try`.bytes[...$0])).outcome != .incomplete
    }
    guard let first else {
      Issue.record("refused as a whole, but no beginning is")
      return
    }
    #expect(readHead(Array(`try`.bytes[...first])) == readHead(`try`.bytes))
  }

  @Test func `the parts of a head lie where they are said to`() throws {
    let (head, bytes) = try readHead(
      "GET /v1/provinces?sort=slug&q=%C4%90 HTTP/1.1\r\nHost: a.vn:8080\r\n"
        + "Accept:  text/csv \r\n\r\nX"
    )
    #expect(head.method == .get)
    #expect(head.text(head.methodName, bytes) == "GET")
    #expect(head.text(head.target, bytes) == "/v1/provinces?sort=slug&q=%C4%90")
    #expect(head.text(head.path, bytes) == "/v1/provinces")
    #expect(head.query.map { head.text($0, bytes) } == "sort=slug&q=%C4%90")
    #expect(head.version == .http11)
    #expect(head.fields.count == 2)
    #expect(head.fields.map(\.known) == [.host, .accept])
    #expect(head.text(head.fields[1].name, bytes) == "Accept")
    #expect(head.text(head.fields[1].value, bytes) == "text/csv")
    #expect(head.byteCount == bytes.count - 1)
  }

  @Test(
    arguments: [
      ("GET", Method.get), ("HEAD", .head), ("OPTIONS", .options), ("POST", .other),
      ("get", .other), ("GETS", .other), ("HEAR", .other),
    ]) func `methods are told apart by their exact names`(_ name: String, _ method: Method) throws
  {
    #expect(try readHead("\(name) / HTTP/1.0\r\n\r\n").head.method == method)
  }

  @Test(arguments: KnownField.allCases) func `a known field is known in any case`(
    _ field: KnownField
  ) throws {
    let value: [KnownField: String] = [
      .host: "a", .contentLength: "0", .transferEncoding: "chunked", .expect: "100-continue",
    ]
    for name in [field.rawValue, field.rawValue.uppercased(), "Z" + field.rawValue.dropFirst()] {
      let host = field == .host ? "" : "Host: a\r\n"
      let head = readHead(
        Array("GET / HTTP/1.1\r\n\(host)\(name): \(value[field] ?? "x")\r\n\r\n".utf8))
      if name.hasPrefix("Z") {
        #expect(!head.summary.joined().contains("HTTP.KnownField.\(field)"))
      } else {
        #expect(head.summary.last?.contains("KnownField.\(field))") == true)
      }
    }
  }

  @Test func `one parser reads head after head into the same fields`() throws {
    var parser = HeadParser()
    var head = RequestHead()
    let first = Array("HEAD /a?b HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".utf8)
    #expect(try parser.parse(first.span, into: &head) == .complete)
    #expect(!parser.isUnderWay)
    let second = Array("GET /c HTTP/1.0\r\n\r\n".utf8)
    #expect(try parser.parse(second.span, into: &head) == .complete)
    #expect(head.method == .get)
    #expect(head.query == nil)
    #expect(head.fields.isEmpty)
    #expect(head.text(head.path, second) == "/c")
  }

  /// Every byte in every place: the parser's table against the grammar, said once more.
  @Test func `each byte is allowed where the grammar allows it and nowhere else`() {
    let letters = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".utf8)
    let token = letters.union("!#$%&'*+-.^_`|~".utf8)
    let path = letters.union("-._~!$&'()*+,;=:@/[]?".utf8)
    let query = path.union("\\^`{|}".utf8)
    let value = Set(UInt8(0x20)...0x7E).union(0x80...0xFF).union([0x09])
    for byte in UInt8.min...UInt8.max {
      func isAllowed(_ before: String, _ after: String) -> Bool {
        readHead(Array(before.utf8) + [byte] + Array(after.utf8)).outcome == .complete
      }
      #expect(isAllowed("G", "T / HTTP/1.0\r\n\r\n") == token.contains(byte), "method \(byte)")
      #expect(isAllowed("GET /a", "b HTTP/1.0\r\n\r\n") == path.contains(byte), "path \(byte)")
      #expect(isAllowed("GET /?a", "b HTTP/1.0\r\n\r\n") == query.contains(byte), "query \(byte)")
      #expect(
        isAllowed("GET / HTTP/1.0\r\nA", "B: c\r\n\r\n") == (token.contains(byte) || byte == 0x3A),
        "name \(byte)")
      #expect(
        isAllowed("GET / HTTP/1.0\r\nA: b", "c\r\n\r\n") == value.contains(byte), "value \(byte)")
    }
  }
}
