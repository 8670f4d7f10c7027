import CZlib
import Testing

/// The protocol through real sockets, with real answers.
@Suite struct WireTests {
  private let served: Served

  init() throws {
    served = try Served(try Folder())
  }

  private func ask(_ request: String, _ fields: String...) throws -> Answer {
    var wire = try served.connect()
    let lines = ["\(request) HTTP/1.1", "Host: a"] + fields + ["", ""]
    try wire.send(lines.joined(separator: "\r\n"))
    return try wire.answer(toHead: request.hasPrefix("HEAD "))
  }

  @Test func `HEAD has GET's fields and no body`() throws {
    let get = try ask("GET /v1/provinces/48")
    var wire = try served.connect()
    try wire.send(
      "HEAD /v1/provinces/48 HTTP/1.1\r\nHost: a\r\n\r\n"
        + "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
    let head = try wire.answer(toHead: true)
    #expect(head.status == 200)
    let names = head.lines.filter { !$0.hasPrefix("Date:") }
    #expect(names == get.lines.filter { !$0.hasPrefix("Date:") })
    #expect(try wire.answer().status == 200)
  }

  @Test func `a tag that is known gets 304 and the fields that go with it`() throws {
    let get = try ask("GET /v1/provinces/48")
    let tag = try #require(get["ETag"])
    for known in [tag, "W/\(tag)", "\"x\", \(tag)", "*"] {
      let answer = try ask("GET /v1/provinces/48", "If-None-Match: \(known)")
      #expect(answer.status == 304)
      for name in ["ETag", "Cache-Control", "Vary"] { #expect(answer[name] == get[name]) }
      #expect(answer["Content-Length"] == nil)
    }
    #expect(try ask("GET /v1/provinces/48", "If-None-Match: \"x\"").body == get.body)
  }

  @Test func `OPTIONS tells a browser what is allowed`() throws {
    for target in ["/v1/provinces/48", "*"] {
      let answer = try ask(
        "OPTIONS \(target)", "Origin: https://b.vn", "Access-Control-Request-Method: GET")
      #expect(answer.status == 204)
      #expect(answer["Allow"] == "GET, HEAD, OPTIONS")
      #expect(answer["Access-Control-Allow-Origin"] == "*")
      #expect(answer["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS")
      #expect(answer["Content-Length"] == nil)
    }
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "PATCH", "TRACE", "BREW", "get"])
  func `another method is not allowed`(_ method: String) throws {
    let answer = try ask("\(method) /v1/provinces/48")
    #expect(answer.status == 405)
    #expect(answer["Allow"] == "GET, HEAD, OPTIONS")
    #expect(answer["Content-Type"] == "application/problem+json")
  }

  @Test func `pipelined requests are answered in order`() throws {
    var wire = try served.connect()
    let targets = ["/v1/provinces/48", "/v1/pillars", "/nope", "/healthz"]
    let many = (0..<200).map { targets[$0 % targets.count] }
    try wire.send(many.map { "GET \($0) HTTP/1.1\r\nHost: a\r\n\r\n" }.joined())
    let alone = try targets.map { try ask("GET \($0)").body }
    for index in many.indices {
      #expect(try wire.answer().body == alone[index % targets.count], "answer \(index)")
    }
  }

  @Test func `bodies are read to their end, however they are framed`() throws {
    var wire = try served.connect()
    try wire.send(
      "POST /v1 HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello"
        + "POST /v1 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
        + "5;a=\"b\"\r\nhello\r\n0\r\nT: u\r\n\r\nGET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(try wire.answer().status == 405)
    #expect(try wire.answer().status == 405)
    #expect(try wire.answer().status == 200)
  }

  @Test func `a client that waits with its body is told to go on`() throws {
    var wire = try served.connect()
    try wire.send(
      "POST /v1 HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n")
    #expect(try wire.answer().status == 100)
    try wire.send("hello")
    #expect(try wire.answer().status == 405)
  }

  @Test func `IPv6 is served like IPv4`() throws {
    let folder = try Folder()
    let six = try Served(folder, "--host", "::1")
    #expect(six.line == "listening on http://[::1]:\(six.port)")
    var wire = try six.connect(on: "::1")
    try wire.send("GET /v1/pillars HTTP/1.1\r\nHost: [::1]:\(six.port)\r\n\r\n")
    let answer = try wire.answer()
    let other = try ask("GET /v1/pillars")
    #expect(answer.status == 200)
    #expect(answer.body == other.body)
  }

  @Test func `a client of 1_0 is answered and left`() throws {
    var wire = try served.connect()
    try wire.send("GET /v1/pillars HTTP/1.0\r\n\r\n")
    let answer = try wire.answer()
    #expect(answer.lines.first == "HTTP/1.1 200 OK")
    #expect(answer["Connection"] == "close")
    let other = try ask("GET /v1/pillars")
    #expect(answer.body == other.body)
    let hasEnded = try wire.hasEnded()
    #expect(hasEnded)
  }

  @Test func `a client that has ended its side still gets its answers`() throws {
    var wire = try served.connect()
    try wire.send(
      "GET /v1/pillars HTTP/1.1\r\nHost: a\r\n\r\nGET /healthz HTTP/1.1\r\nHost: a\r\n\r\n\r\n")
    wire.endSending()
    #expect(try wire.answer().body.contains("economy"))
    #expect(try wire.answer().status == 200)
    let hasEnded = try wire.hasEnded()
    #expect(hasEnded)
  }

  /// What was refused is answered in the words of a problem, and nothing behind it is answered.
  @Test(arguments: [
    ("GET / HTTP/1.1\r\n\r\n", 400), ("GET / HTTP/2.0\r\n\r\n", 505), ("GET /\r\n", 400),
    ("GET / HTTP/1.1\nHost: a\n\n", 400), ("GET / HTTP/1.1\r\nHost: a\r\nA : b\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: a\r\nExpect: x\r\n\r\n", 417),
    ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9999999\r\n\r\n", 413),
    ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n", 501),
    ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n", 400),
    ("GET /\(String(repeating: "a", count: 9000)) HTTP/1.1\r\n", 414),
    ("GET / HTTP/1.1\r\nHost: a\r\nA: \(String(repeating: "b", count: 9000))\r\n", 431),
  ])
  func `a refused request is the last of its connection`(_ request: String, _ status: Int) throws {
    var wire = try served.connect()
    try wire.send("\(request)GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
    let answer = try wire.answer()
    #expect(answer.status == status)
    #expect(answer["Connection"] == "close")
    #expect(answer["Content-Type"] == "application/problem+json")
    #expect(answer.body.contains("\"status\":\(status),"))
    // Its language is not chosen by any field, so nothing is said to vary.
    #expect(answer["Content-Language"] == "en")
    #expect(answer["Vary"] == nil)
    let hasEnded = try wire.hasEnded()
    #expect(hasEnded)
  }

  @Test func `a refused request of SDMX is answered as SDMX answers, and does not vary`() throws {
    var wire = try served.connect()
    try wire.send("GET /sdmx/v2/structure HTTP/1.1\r\n\r\n")
    let answer = try wire.answer()
    #expect(answer.status == 400)
    #expect(answer["Content-Type"]?.contains("xml") == true)
    #expect(answer["Vary"] == nil)
  }

  @Test func `a compressed answer says the same`() throws {
    let plain = try ask("GET /v1")
    let packed = try ask("GET /v1", "Accept-Encoding: gzip")
    #expect(plain["Content-Encoding"] == nil)
    #expect(packed["Content-Encoding"] == "gzip")
    #expect(packed["ETag"] != plain["ETag"])
    #expect(packed["Vary"]?.contains("Accept-Encoding") == true)
    #expect(packed.content.count * 2 < plain.content.count)
    #expect(unzip(packed.content) == plain.content)
  }
}

/// What the bytes of gzip say; nil where they are not whole.
private func unzip(_ bytes: [UInt8]) -> [UInt8]? {
  var stream = z_stream()
  guard czlib_begin_gunzip(&stream) == Z_OK else { return nil }
  defer { inflateEnd(&stream) }
  var decoded = [UInt8]()
  var room = [UInt8](repeating: 0, count: 1 << 16)
  return bytes.withUnsafeBufferPointer { bytes in
    stream.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
    stream.avail_in = UInt32(bytes.count)
    var status = Z_OK
    while status == Z_OK {
      let count = room.withUnsafeMutableBufferPointer { room in
        stream.next_out = room.baseAddress
        stream.avail_out = UInt32(room.count)
        status = inflate(&stream, Z_NO_FLUSH)
        return room.count - Int(stream.avail_out)
      }
      decoded += room.prefix(count)
    }
    return status == Z_STREAM_END && stream.avail_in == 0 ? decoded : nil
  }
}
