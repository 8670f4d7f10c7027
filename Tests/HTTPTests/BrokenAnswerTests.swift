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
    let sent = drained(&output)
    #expect(sent.contains("\r\nTransfer-Encoding: chunked\r\n\r\n"))
    #expect(sent.hasSuffix("\r\n\r\n3\r\nabc"))
    #expect(output.isUnfinished)

    context.isStopping = isStopping
    if isStopping { exchange.stop(context) }
    exchange.stalled(progressed: false, context)
    context.now = exchange.deadline
    #expect(exchange.passed(unread: Span(), &context, &output) == .close)
    #expect(drained(&output).isEmpty && output.isUnfinished)
  }

  /// Takes out what is made so far.
  private func drained(_ output: inout Output) -> String {
    var bytes: [UInt8] = []
    while output.count > 0 {
      let sent = output.withNext { first, second in
        for index in first.indices { bytes.append(first[index]) }
        for index in second.indices { bytes.append(second[index]) }
        return first.count + second.count
      }
      output.drop(sent)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
