/// Lines of the access log that one loop has written and nobody has taken yet: one JSON object for
/// each answer.
///
/// What of a line depends on the head alone is made once for a head that is known byte by byte.
package struct AccessLines: Sendable {
  /// What a line says between the client and the count of bytes, and the client if a proxy says
  /// another than its own address.
  struct Middle: Sendable {
    var bytes: [UInt8]
    var client: [UInt8] = []
  }

  /// A line whose answer is not all made.
  struct Begun: Sendable {
    var line: [UInt8]
    var since: Int64
  }

  /// The bytes of lines that are kept here; those beyond are lost.
  static let room = 1 << 20
  /// The bytes of one text in a line; a longer one is cut, and ends in "…".
  static let text = 2048

  package private(set) var bytes: [UInt8] = []
  /// The lines in `bytes`.
  package private(set) var count = 0
  /// The lines for which there was no room.
  package private(set) var lost = 0
  private let proxies: [Network]
  private let clock: @Sendable () -> Int64
  private var opening: [UInt8] = []

  /// `clock` gives nanoseconds on the clock of `ExchangeContext.now`.
  package init(proxies: [Network], clock: @escaping @Sendable () -> Int64) {
    self.proxies = proxies
    self.clock = clock
  }

  /// Lines are of this second from now on.
  package mutating func begin(secondsSince1970 seconds: Int) {
    let time = HTTPDate.timestamp(secondsSince1970: seconds)
    opening = Array("{\"time\":\"\(time)\",\"client\":".utf8)
  }

  /// Takes the lines away; `room` is for the next ones.
  package mutating func take(room: Int) -> (bytes: [UInt8], count: Int, lost: Int) {
    defer {
      bytes = []
      bytes.reserveCapacity(room)
      count = 0
      lost = 0
    }
    return (bytes, count, lost)
  }

  /// Writes a line about an answer of `content` bytes, to what was ready at `since`.
  mutating func add(_ middle: Middle, _ peer: Peer?, content: Int, since: Instant) {
    if isFull { return }
    AccessLines.write(opening, middle, peer, onto: &bytes)
    end(content: content, since: since.nanoseconds)
  }

  /// Begins a line about an answer whose length is not known yet.
  func begin(_ middle: Middle, _ peer: Peer?, since: Instant) -> Begun {
    var line: [UInt8] = []
    AccessLines.write(opening, middle, peer, onto: &line)
    return Begun(line: line, since: since.nanoseconds)
  }

  /// Ends such a line; nil stands for an answer that broke off.
  mutating func end(_ begun: Begun, content: Int?) {
    if isFull { return }
    bytes.append(contentsOf: begun.line)
    end(content: content, since: begun.since)
  }

  /// What a line says about a request whose head has been read, or of which so much has been.
  func middle(
    _ head: borrowing RequestHead, _ bytes: Span<UInt8>, _ status: Status,
    read extent: HeadParser.Extent = .whole
  ) -> Middle {
    if extent == .nothing { return middle(unread: status) }
    var middle: [UInt8] = []
    // Room for most: what it tells of the head, and the words between.
    middle.reserveCapacity(min(head.byteCount, 1024) + 128)
    middle.append(contentsOf: AccessLines.method)
    AccessLines.escape(bytes, head.methodName, onto: &middle)
    if extent == .method {
      middle.append(contentsOf: "\",\"target\":null,\"status\":\(status.code)".utf8)
      return Middle(bytes: middle)
    }
    middle.append(contentsOf: AccessLines.target)
    AccessLines.escape(bytes, head.target, onto: &middle)
    middle.append(contentsOf: AccessLines.status)
    AccessLines.append(decimal: status.code, onto: &middle)
    for (name, field) in AccessLines.named {
      guard let line = head.fields.first(where: { $0.known == field }) else { continue }
      middle.append(contentsOf: name)
      AccessLines.escape(bytes, line.value, onto: &middle)
      middle.append(UInt8(ascii: "\""))
    }
    if let trace = head.value(of: .traceparent, in: bytes), TraceParent.isValid(trace) {
      middle.append(contentsOf: AccessLines.traceParent)
      AccessLines.escape(trace.span, trace.indices, onto: &middle)
      middle.append(UInt8(ascii: "\""))
    }
    // A proxy's word stands behind what a client invents: it is looked for in whole heads only.
    let client =
      extent == .whole ? Forwarding.client(of: head, bytes, proxies: proxies) : nil
    return Middle(bytes: middle, client: client.map { Array($0.text.utf8) } ?? [])
  }

  /// What a line says about a request that could not be read.
  func middle(unread status: Status) -> Middle {
    Middle(bytes: Array(",\"method\":null,\"target\":null,\"status\":\(status.code)".utf8))
  }

  private var isFull: Bool {
    mutating get {
      if bytes.count < AccessLines.room { return false }
      lost += 1
      return true
    }
  }

  /// Not of the instance: a copy of that would hold `bytes` too, and the first byte written to them
  /// would copy all that wait.
  private static func write(
    _ opening: [UInt8], _ middle: Middle, _ peer: Peer?, onto line: inout [UInt8]
  ) {
    line.append(contentsOf: opening)
    if let peer {
      let isForwarded = peer.isProxy && !middle.client.isEmpty
      line.append(UInt8(ascii: "\""))
      line.append(contentsOf: isForwarded ? middle.client : peer.text)
      if isForwarded {
        line.append(contentsOf: proxy)
        line.append(contentsOf: peer.text)
      }
      line.append(UInt8(ascii: "\""))
    } else {
      line.append(contentsOf: null)
    }
    line.append(contentsOf: middle.bytes)
  }

  private mutating func end(content: Int?, since: Int64) {
    bytes.append(contentsOf: AccessLines.content)
    if let content {
      AccessLines.append(decimal: content, onto: &bytes)
    } else {
      bytes.append(contentsOf: AccessLines.null)
    }
    bytes.append(contentsOf: AccessLines.microseconds)
    AccessLines.append(decimal: max(0, Int(clock() - since)) / 1000, onto: &bytes)
    bytes.append(UInt8(ascii: "}"))
    bytes.append(.lineFeed)
    count += 1
  }

  private static let method = Array(",\"method\":\"".utf8)
  private static let target = Array("\",\"target\":\"".utf8)
  private static let status = Array("\",\"status\":".utf8)
  private static let named: [([UInt8], KnownField)] = [
    (Array(",\"userAgent\":\"".utf8), .userAgent), (Array(",\"referer\":\"".utf8), .referer),
  ]
  private static let traceParent = Array(",\"traceparent\":\"".utf8)
  private static let proxy = Array("\",\"proxy\":\"".utf8)
  private static let content = Array(",\"bytes\":".utf8)
  private static let microseconds = Array(",\"microseconds\":".utf8)
  private static let null = Array("null".utf8)

  private static func append(decimal number: Int, onto line: inout [UInt8]) {
    if number >= 10 { append(decimal: number / 10, onto: &line) }
    line.append(UInt8(0x30 + number % 10))
  }

  /// Writes bytes of a client as the content of a JSON string: what is not visible ASCII stands as
  /// `\u00XX`, byte by byte, so that no client can end a line or a string, or pass off as another.
  static func escape(_ bytes: Span<UInt8>, _ range: Range<Int>, onto line: inout [UInt8]) {
    for index in range.prefix(text) {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): line += [UInt8(ascii: "\\"), byte]
      case 0x20...0x7E: line.append(byte)
      default:
        line.append(contentsOf: "\\u00".utf8)
        line += [byte >> 4, byte & 15].map { $0 < 10 ? 0x30 + $0 : 0x57 + $0 }
      }
    }
    if range.count > text { line.append(contentsOf: "\\u2026".utf8) }
  }
}
