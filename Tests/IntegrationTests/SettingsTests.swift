import Testing

/// A bound that is set is the bound: each against a request that passes without it.
@Suite struct SettingsTests {
  /// A setting, a request that it forbids, and the status of the first answer to it without the
  /// setting and with it.
  struct Bound: Sendable, CustomTestStringConvertible {
    let setting: String
    let value: Int
    let request: String
    let free: Int
    let bound: Int

    var testDescription: String { setting }

    init(_ setting: String, _ value: Int, _ request: String, free: Int, bound: Int) {
      self.setting = setting
      self.value = value
      self.request = request
      self.free = free
      self.bound = bound
    }
  }

  static let bounds = [
    Bound("headBytes", 1024, get("/healthz", lines: 20), free: 200, bound: 431),
    Bound("targetBytes", 256, get("/healthz?\(a(300))="), free: 400, bound: 414),
    Bound("fieldLineBytes", 256, get("/healthz", "A: \(a(300))"), free: 200, bound: 431),
    Bound("fieldCount", 10, get("/healthz", lines: 11), free: 200, bound: 431),
    Bound("bodyBytes", 4, post("Content-Length: 5", "hello"), free: 405, bound: 413),
    Bound("chunkExtensionBytes", 2, chunked("1;abc\r\nx\r\n0\r\n\r\n"), free: 405, bound: 400),
    Bound(
      "bodyExtensionBytes", 4, chunked("1;ab\r\nx\r\n1;ab\r\nx\r\n0\r\n\r\n"), free: 405,
      bound: 400),
    Bound("trailerBytes", 4, chunked("0\r\nA: bcd\r\n\r\n"), free: 405, bound: 400),
    Bound("trailerCount", 1, chunked("0\r\nA: b\r\nC: d\r\n\r\n"), free: 405, bound: 400),
    Bound("rows", 1, get("/v1/pillars"), free: 200, bound: 400),
    Bound("valuesPerParameter", 1, get("/v1/provinces?fields=id,code"), free: 200, bound: 400),
    Bound("headSeconds", 1, "GET / HTTP/1.1\r\n", free: 408, bound: 408),
    Bound("bodySeconds", 1, post("Content-Length: 5", "hell"), free: 408, bound: 408),
  ]

  /// One pillar more than the folder has, so that there are two rows to ask for.
  private static let pillar =
    #"{"pillars":[{"id":"society","name":{"vi":"Xã hội số","en":"Digital society"}}]}"#

  private static func a(_ count: Int) -> String { String(repeating: "a", count: count) }

  private static func get(_ target: String, _ fields: String..., lines count: Int = 0) -> String {
    let more = (0..<count).map { "A\($0): \(a(60))" }
    return (["GET \(target) HTTP/1.1", "Host: a"] + fields + more + ["", ""])
      .joined(separator: "\r\n")
  }

  private static func post(_ framing: String, _ body: String) -> String {
    "POST /v1 HTTP/1.1\r\nHost: a\r\n\(framing)\r\n\r\n\(body)"
  }

  private static func chunked(_ body: String) -> String {
    post("Transfer-Encoding: chunked", body)
  }

  private func served(_ settings: [(String, Int)]) throws -> Served {
    try Served(
      try Folder(["data.json": Folder.data, "more.json": SettingsTests.pillar]),
      settings: settings)
  }

  private func status(_ request: String, _ served: Served) throws -> Int {
    var wire = try served.connect()
    try wire.send(request)
    return try wire.answer().status
  }

  @Test(arguments: bounds) func `a bound is what the settings say`(_ bound: Bound) throws {
    // What a deadline ends without the setting too would only take longer.
    if bound.free != bound.bound {
      #expect(try status(bound.request, try served([])) == bound.free)
    }
    let served = try served([(bound.setting, bound.value)])
    #expect(try status(bound.request, served) == bound.bound)
  }

  @Test(arguments: ["connections", "connectionsPerClient"])
  func `one connection more than the settings say is sent away`(_ setting: String) throws {
    let served = try served([(setting, 2)])
    let request = "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n"
    var first = try served.connect()
    var second = try served.connect()
    for _ in 0..<2 {
      try first.send(request)
      #expect(try first.answer().status == 200)
      try second.send(request)
      #expect(try second.answer().status == 200)
    }
    var third = try served.connect()
    #expect(try third.answer().status == 503)
  }

  @Test func `a connection ends after as many requests as the settings say`() throws {
    let served = try served([("requestsPerConnection", 2)])
    var wire = try served.connect()
    try wire.send(String(repeating: "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n", count: 3))
    #expect(try wire.answer()["Connection"] == nil)
    #expect(try wire.answer()["Connection"] == "close")
    let hasEnded = try wire.hasEnded()
    #expect(hasEnded)
  }

  @Test func `an idle connection ends when the settings say`() throws {
    let served = try served([("idleSeconds", 1)])
    var wire = try served.connect()
    try wire.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(try wire.answer().status == 200)
    let hasEnded = try wire.hasEnded()
    #expect(hasEnded)
  }
}
