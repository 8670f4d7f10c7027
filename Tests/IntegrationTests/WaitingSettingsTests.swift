import Testing

/// How many answers are made for a client that takes none, as the settings say.
@Suite struct WaitingSettingsTests {
  /// How many of them are answered, told to somebody else as soon as there are as many.
  private func waits(for count: Int, _ served: Served) throws -> Bool {
    var other = try served.connect()
    let deadline = Deadline()
    while deadline.remaining > 0 {
      try other.send("GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n")
      let counted = "thuocdo_requests_total{route=\"/v1/pillars\",status=\"200\"} \(count)\n"
      if try other.answer().body.contains(counted) { return true }
    }
    return false
  }

  @Test func `as many answers wait for a client as the settings say`() throws {
    // More in all than sockets hold, and than wait unless the settings say so.
    let count = 400
    let served = try Served(
      try Folder.wide(), settings: [("waitingAnswers", count), ("waitingBytes", 1 << 30)])
    let silent = try served.connect()
    try silent.send(String(repeating: Folder.wideQuestion, count: count))
    #expect(try waits(for: count, served))
    withExtendedLifetime(silent) {}
  }
}
