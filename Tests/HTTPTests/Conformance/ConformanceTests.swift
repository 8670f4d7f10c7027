import Testing

/// HTTP/1.1 to the letter: every case of every family, whole and cut at every byte.
@Suite struct ConformanceTests {
  static let cases =
    RequestLineCases.all + TargetCases.all + HostCases.all + FieldCases.all + FramingCases.all
    + ChunkCases.all + SmugglingCases.all + ConnectionCases.all + ParserCases.all
    + ServerCases.all + LengthCases.all
  /// Every byte in every place.
  static let sweeps = ByteSweeps.all

  /// A request that shows whether the server is still in step.
  private static let canary = Array("GET /canary HTTP/1.1\r\nHost: a.vn\r\n\r\n".utf8)[...]

  @Test(arguments: cases + sweeps) func `a conversation ends as its clause says`(
    _ try: ConformanceCase
  ) {
    var conversation = Conversation()
    conversation.receive(`try`.bytes[...])
    #expect(conversation.outcome == `try`.outcome)

    // Known heads are answered on a way of their own, which must lead to the same end.
    let sent = conversation.sent
    conversation.beginAgain()
    conversation.receive(`try`.bytes[...])
    #expect(conversation.sent == sent, "the second time")

    // Whoever is still in step answers the next request, and nobody else does.
    switch `try`.outcome.ending {
    case .kept:
      conversation.receive(Self.canary)
      let answers = `try`.outcome.answers + ["200 GET /canary []"]
      #expect(conversation.outcome == .init(answers, .kept))
    case .closed:
      conversation.receive(Self.canary)
      #expect(conversation.outcome == `try`.outcome)
    case .waiting:
      conversation.end()
      #expect(conversation.outcome == .init(`try`.outcome.answers + ["400"], .closed))
    }
  }

  @Test(arguments: cases) func `a conversation ends the same wherever it is cut`(
    _ try: ConformanceCase
  ) {
    let bytes = `try`.bytes
    var conversation = Conversation()
    let whole = talk(bytes, [], &conversation)
    #expect(talk(bytes, bytes.indices, &conversation) == whole, "byte by byte")
    // A long one is cut at its ends and at some places between.
    let places = bytes.indices.filter { $0 < 200 || $0 > bytes.count - 50 || $0 % 997 == 0 }
    let wrong = places.filter { talk(bytes, [$0], &conversation) != whole }
    #expect(wrong == [], "cut there")
  }

  @Test(arguments: sweeps) func `a byte means the same when it comes alone`(
    _ try: ConformanceCase
  ) {
    var conversation = Conversation()
    let whole = talk(`try`.bytes, [], &conversation)
    #expect(talk(`try`.bytes, `try`.bytes.indices, &conversation) == whole)
  }

  /// All that is answered from the beginning, but for the word to go on with a body: who has sent
  /// it needs none.
  private func talk(
    _ bytes: [UInt8], _ cuts: some Sequence<Int>, _ conversation: inout Conversation
  ) -> [UInt8] {
    conversation.beginAgain()
    var start = 0
    for end in cuts {
      conversation.receive(bytes[start..<end])
      start = end
    }
    conversation.receive(bytes[start...])
    let goOn = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)
    guard conversation.sent.starts(with: goOn) else { return conversation.sent }
    return Array(conversation.sent.dropFirst(goOn.count))
  }
}
