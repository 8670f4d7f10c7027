import HTTP
import Linux
import Logging

/// One thread's event loop: it accepts, reads, answers and sends for its own connections, and
/// shares nothing with other loops that any of them changes on the way of a request.
struct Loop: ~Copyable {
  enum Message: Sendable {
    /// Finish what is under way and end.
    case stop
    /// End now.
    case stopNow
    /// Let go of what is no longer current.
    case refresh
  }

  /// Deadlines are looked at no more often than this: walking over all connections costs
  /// microseconds for each thousand.
  static let scanInterval: Int64 = 100_000_000
  /// What is read at once; more of one client waits for its next turn, so that none holds the
  /// loop for long.
  static let readSize = 16 << 10
  /// What making pieces of long answers may take of a round of the loop, so that everybody else
  /// waits little longer; in nanoseconds.
  static let turnsTime: Int64 = 1_000_000
  /// Tokens of doors are their indices.
  static let mailboxToken = UInt64(UInt32.max)

  let index: Int
  let board: CountBoard
  let accessLog: AccessLog?
  /// Whose addresses are believed about their clients, and whether addresses matter at all.
  let proxies: [Network]
  let knowsPeers: Bool
  let logger: Logger
  let mailbox: Mailbox<Message>
  let budget: ConnectionBudget
  var doors: [Door]
  var poller: Poller
  var spare: SpareDescriptor
  var slots = Slots<Connection>()
  var context: ExchangeContext
  /// The connections whose TLS handshakes are under way, and how many may be.
  var handshakes = Handshakes()
  let handshakeLimit: Int
  let handshakeTime: Int64
  let servesTLS: Bool
  var second = 0
  /// Where bytes are read to, and where answers are written; lent to the connection at hand.
  var input = [UInt8](repeating: 0, count: Loop.readSize)
  var output = Output()
  /// When the deadlines are to be looked at next.
  var scanAt = Instant.never
  /// When accepting goes on after descriptors ran out.
  var acceptsAgainAt: Instant?
  /// When the listeners are closed, once the server stops.
  var listensUntil: Instant?
  /// The connections whose answers are made piece by piece and that could send more now, in the
  /// order of their turns.
  var line = TurnLine()
  /// Whether something was done that `board` does not show, and when it may be told.
  var hasNews = false
  var reportsAt = Instant(nanoseconds: 0)
  var isOver = false

  init(
    _ index: Int, _ board: CountBoard, _ configuration: ServerConfiguration,
    _ application: Application, _ doors: [Door],
    _ mailbox: Mailbox<Message>, _ budget: ConnectionBudget, _ accessLog: AccessLog?,
    _ logger: Logger
  ) throws(SystemError) {
    let poller = try Poller()
    try poller.add(mailbox.descriptor, token: Loop.mailboxToken, .reading)
    for (index, door) in doors.enumerated() {
      try poller.add(door.listener, token: UInt64(index))
    }
    let spare = try SpareDescriptor()
    self.index = index
    self.board = board
    self.accessLog = accessLog
    proxies = configuration.trustedProxies
    knowsPeers = accessLog != nil || configuration.connectionsPerClient != nil
    self.logger = logger
    self.mailbox = mailbox
    self.budget = budget
    self.doors = doors
    servesTLS = configuration.certificates != nil
    handshakeLimit = max(1, configuration.handshakes / configuration.threads)
    handshakeTime = configuration.handshakeTime.wholeNanoseconds
    context = ExchangeContext(
      application: application, limits: configuration.limits, deadlines: configuration.deadlines,
      now: Instant(nanoseconds: SystemClock.monotonic()), date: DateLine(secondsSince1970: 0))
    if accessLog != nil {
      context.log = AccessLines(
        proxies: configuration.trustedProxies, clock: { SystemClock.monotonic() })
    }
    self.poller = poller
    self.spare = spare
  }

  /// Serves until it is told to stop and has finished.
  mutating func run() throws(SystemError) {
    while !isOver {
      let count = try poller.wait(milliseconds: line.isEmpty ? millisecondsToWait() : 0)
      readClocks()
      for index in 0..<count {
        let token = poller.token(index)
        if let connection = slots[token] {
          wake(connection)
        } else if token == Loop.mailboxToken {
          for message in mailbox.take() { obey(message) }
        } else if token < UInt64(doors.count) {
          acceptConnections(doors[Int(token)])
        }
      }
      takeTurns()
      keepTime()
      if count > 0 { hasNews = true }
      report()
    }
    tell()
  }

  private mutating func readClocks() {
    context.now = Instant(nanoseconds: SystemClock.monotonic())
    let second = SystemClock.secondsSince1970()
    if second != self.second {
      self.second = second
      context.log?.begin(secondsSince1970: second)
      context.date = DateLine(secondsSince1970: second)
      if servesTLS { context.secureDate = DateLine(secondsSince1970: second, isSecure: true) }
    }
  }

  /// Until the next deadline, rounded up; -1 for as long as it takes.
  private func millisecondsToWait() -> Int32 {
    var next = slots.count > 0 ? scanAt : .never
    if let acceptsAgainAt { next = min(next, acceptsAgainAt) }
    if let listensUntil { next = min(next, listensUntil) }
    if hasNews { next = min(next, reportsAt) }
    if next == .never { return -1 }
    let nanoseconds = max(0, next.nanoseconds - context.now.nanoseconds)
    return Int32(clamping: (nanoseconds + 999_999) / 1_000_000)
  }

  private mutating func keepTime() {
    if context.now >= scanAt { scanDeadlines() }
    if let time = acceptsAgainAt, context.now >= time { acceptAgain() }
    if let time = listensUntil, context.now >= time { closeListeners() }
    if context.isStopping, doors.isEmpty, slots.count == 0 { isOver = true }
  }

  private mutating func scanDeadlines() {
    var next = Instant.never
    for place in slots.places {
      guard let connection = slots.element(at: place) else { continue }
      if connection.deadline <= context.now {
        hasNews = true
        pass(connection)
      }
      next = min(next, connection.deadline)
    }
    let soonest = Instant(nanoseconds: context.now.nanoseconds + Loop.scanInterval)
    scanAt = max(next, soonest)
  }
}
