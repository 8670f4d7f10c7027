import HTTP

/// What a connection is to an exchange, without a socket: it keeps what was not taken and what was
/// sent, and its clock is set by hand, in seconds from the acceptance.
struct Wire {
  private var exchange: Exchange
  private var context: ExchangeContext
  private var output = Output()
  /// What came in and was not taken.
  private(set) var pending: [UInt8] = []
  /// All that has been put into the output so far.
  private(set) var sent = ""
  /// The answers: the status, and what the application below has to say.
  private(set) var answers: [String] = []

  init(limits: Limits = Limits(), deadlines: Deadlines = Deadlines(), isSecure: Bool = false) {
    context = ExchangeContext(
      application: .echo, limits: limits, deadlines: deadlines, now: Instant(nanoseconds: 0),
      date: DateLine(secondsSince1970: 784_111_777))
    exchange = Exchange(context, isSecure: isSecure)
  }

  var now: Double {
    get { Double(context.now.nanoseconds) / 1e9 }
    set { context.now = Instant(nanoseconds: Int64(newValue * 1e9)) }
  }

  var deadline: Double { Double(exchange.deadline.nanoseconds) / 1e9 }

  mutating func receive(_ text: String) -> Exchange.Action { receive(Array(text.utf8)) }

  mutating func receive(_ bytes: [UInt8] = []) -> Exchange.Action {
    pending += bytes
    let input = pending
    let (taken, action) = exchange.receive(input.span, &context, &output)
    pending.removeFirst(taken)
    note()
    return action
  }

  /// Sends all that waits, of which the kernel holds some.
  mutating func send(held: Int = 0) -> Exchange.Action {
    output = Output()
    return exchange.sent(context, held: held)
  }

  mutating func stall(progressed: Bool) { exchange.stalled(progressed: progressed, context) }
  mutating func took(held: Int) { exchange.took(held: held, context) }

  mutating func finished(held: Int = 0) -> Exchange.Action {
    exchange.finished(context, held: held)
  }

  mutating func end() -> Exchange.Action {
    defer { note() }
    let unread = pending
    return exchange.ended(unread: unread.span, &context, &output)
  }

  mutating func pass() -> Exchange.Action {
    defer { note() }
    let unread = pending
    return exchange.passed(unread: unread.span, &context, &output)
  }

  mutating func stop() {
    context.isStopping = true
    exchange.stop(context)
  }

  /// Writes down what the output holds.
  private mutating func note() {
    var copy = output
    var bytes: [UInt8] = []
    while !copy.isEmpty {
      let count = copy.withNext { first, second in
        for index in first.indices { bytes.append(first[index]) }
        for index in second.indices { bytes.append(second[index]) }
        return first.count + second.count
      }
      copy.drop(count)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    sent += text
    for answer in text.split(separator: "HTTP/1.1 ", omittingEmptySubsequences: true) {
      let status = answer.prefix(3)
      let said = answer.split(separator: "X-Request: ").dropFirst().first
      if status == "100" { continue }
      answers.append(said.map { "\(status) \($0.prefix { $0 != "\r\n" })" } ?? String(status))
    }
  }
}

extension Application {
  /// Says what was asked, in a field and in the body.
  static var echo: Application {
    Application(
      respond: { head, bytes, body in
        func text(_ range: Range<Int>) -> String {
          var copy: [UInt8] = []
          for index in range { copy.append(bytes[index]) }
          return String(decoding: copy, as: UTF8.self)
        }
        let name = text(head.methodName)
        let path = text(head.path)
        var fields = FieldLines()
        // A damaged body may hold what no field may.
        let said = body.map { $0 < 0x20 ? UInt8(ascii: ".") : $0 }
        fields.append("X-Request", "\(name) \(path) [\(String(decoding: said, as: UTF8.self))]")
        var response = Response(.ok, fields: fields, body: Array("\(name) \(path)".utf8))
        response.closes = path == "/close"
        return response
      },
      refuse: { refusal in
        var fields = FieldLines()
        // Nor may a damaged path.
        let said = (refusal.path ?? "-").unicodeScalars.map { scalar in
          scalar.value < 0x20 || scalar.value == 0x7F ? "." : String(scalar)
        }
        fields.append("X-Path", said.joined())
        return Response(refusal.status, fields: fields, body: Array("Refused.".utf8))
      })
  }
}
