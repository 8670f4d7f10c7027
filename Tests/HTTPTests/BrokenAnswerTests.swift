import HTTP
import Testing

/// What becomes of an answer that is begun and cannot be ended: its client has to see that.
@Suite struct BrokenAnswerTests {
  private final class Endless: Pieces {
    func next(onto bytes: inout [UInt8]) -> Bool {
      bytes += "abc".utf8
      return true
    }
  }

  @Test(arguments: [false, true])
  func `an answer that stops midway has no last chunk, and nothing behind it`(isStopping: Bool) {
    var context = ExchangeContext(
      application: Application(
        respond: { _, _, _ in Response(.ok, pieces: Endless()) },
        refuse: { Response($0.status, body: Array("no".utf8)) }),
      limits: Limits(), deadlines: Deadlines(), now: Instant(nanoseconds: 0),
      date: DateLine(secondsSince1970: 784_111_777))
    var exchange = Exchange(context)
    var output = Output()
    let request = Array("GET / HTTP/1.1\r\nHost: a\r\n\r\n".utf8)
    #expect(exchange.receive(request.span, &context, &output).action == .send)
    output.makePiece()
    exchange.made(&output, &context)
    let sent = String(decoding: output.drainMade(), as: UTF8.self)
    #expect(sent.contains("\r\nTransfer-Encoding: chunked\r\n\r\n"))
    #expect(sent.hasSuffix("\r\n\r\n3\r\nabc"))
    #expect(output.isUnfinished)

    context.isStopping = isStopping
    if isStopping { exchange.stop(context) }
    exchange.stalled(progressed: false, context)
    context.now = exchange.deadline
    #expect(exchange.passed(unread: Span(), &context, &output) == .close)
    let more = output.drainMade()
    #expect(more.isEmpty && output.isUnfinished)
  }
}
