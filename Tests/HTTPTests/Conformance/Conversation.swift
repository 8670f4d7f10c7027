import HTTP

/// A connection to an exchange that is always ready to send; bytes go in as they are cut.
struct Conversation {
  private var exchange: Exchange
  private var context: ExchangeContext
  private var output = Output()
  private var pending: [UInt8] = []
  private(set) var sent: [UInt8] = []
  private(set) var hasEnded = false

  init() {
    context = ExchangeContext(
      application: .mirror, limits: Limits(), deadlines: Deadlines(),
      now: Instant(nanoseconds: 0), date: DateLine(secondsSince1970: 784_111_777))
    exchange = Exchange(context)
  }

  /// The same conversation from its beginning, by a server that has had it before and may know
  /// its heads byte by byte.
  mutating func beginAgain() {
    exchange = Exchange(context)
    output = Output()
    pending = []
    sent = []
    hasEnded = false
  }

  mutating func receive(_ bytes: ArraySlice<UInt8>) {
    if hasEnded { return }
    pending += bytes
    var action = Exchange.Action.proceed
    while action == .proceed || action == .send {
      if action == .send {
        take()
        action = exchange.sent(context)
      } else {
        let input = pending
        let taken: Int
        (taken, action) = exchange.receive(input.span, &context, &output)
        pending.removeFirst(taken)
      }
    }
    hasEnded = action == .finish || action == .close
  }

  /// The client ends its side.
  mutating func end() {
    let unread = pending
    if exchange.ended(unread: unread.span, &context, &output) == .send { take() }
    hasEnded = true
  }

  /// What became of it.
  var outcome: ConformanceOutcome {
    .init(answers, hasEnded ? .closed : exchange.isIdle ? .kept : .waiting)
  }

  /// The final answers: the status, and what the server understood.
  private var answers: [String] {
    var answers: [String] = []
    for part in String(decoding: sent, as: UTF8.self).split(separator: "HTTP/1.1 ") {
      let status = part.prefix(3)
      if status == "100" { continue }
      let said = part.split(separator: "X-Request: ").dropFirst().first
      answers.append(said.map { "\(status) \($0.prefix { $0 != "\r\n" })" } ?? String(status))
    }
    return answers
  }

  private mutating func take() {
    while !output.isEmpty {
      let count = output.withNext { first, second in
        for index in first.indices { sent.append(first[index]) }
        for index in second.indices { sent.append(second[index]) }
        return first.count + second.count
      }
      output.drop(count)
    }
  }
}

extension Application {
  /// Says what it understood in a field; its answers to the same head may be repeated.
  fileprivate static var mirror: Application {
    Application(
      respond: { head, bytes, body in
        func text(_ range: Range<Int>) -> String {
          var copy: [UInt8] = []
          for index in range { copy.append(bytes[index]) }
          return String(decoding: copy, as: UTF8.self)
        }
        let query = head.query.map { "?\(text($0))" } ?? ""
        let content = String(decoding: body, as: UTF8.self).filter { $0 >= " " }
        var fields = FieldLines()
        fields.append(
          "X-Request", "\(text(head.methodName)) \(text(head.path))\(query) [\(content)]")
        var response = Response(head.method == .other ? .methodNotAllowed : .ok, fields: fields)
        response.mayRepeat = head.method != .other
        return response
      },
      refuse: { Response($0.status, body: Array("Refused.".utf8)) })
  }
}
