import HTTP
import Linux
import Logging
import Synchronization

/// An HTTP server: listens, serves on several threads, and stops without losing a request.
///
/// `listen`, `begin`, `run`, once each and in this order; `stop` from any thread at any time.
package final class Server: Sendable {
  private enum Event: Sendable {
    case stop
    case refresh
    case loopEnded(SystemError?)
  }

  /// What `listen` makes ready for `begin`.
  private struct Ready: Sendable {
    /// The doors of each loop.
    let doors: [[Door]]
    let budget: ConnectionBudget
    /// Nil where signals are not handled.
    let signals: Signals?
  }

  /// What `begin` starts for `run`.
  private struct Running: Sendable {
    let loops: [RunningLoop]
    let signals: Signals?
  }

  private let configuration: ServerConfiguration
  private let application: @Sendable () -> Application
  private let logger: Logger
  private let board: CountBoard
  private let accessLog: AccessLog?
  private let onHangUp: @Sendable () -> Void
  private let onStop: @Sendable () -> Void
  private let events: Mailbox<Event>
  /// From `listen` to `begin`.
  private let ready = Mutex<Ready?>(nil)
  /// From `begin` to `run`.
  private let running = Mutex<Running?>(nil)

  /// `onHangUp` is called for each SIGHUP, on the thread of `run`, and returns at once;
  /// `onStop` likewise when it begins to stop;
  /// `application` is called once on the thread of each loop: what it makes is that loop's own.
  /// `board` shows what is counted, `accessLog` takes a line for each answer.
  package init(
    _ configuration: ServerConfiguration, _ application: @escaping @Sendable () -> Application,
    logger: Logger, board: CountBoard = CountBoard(), accessLog: AccessLog? = nil,
    onHangUp: @escaping @Sendable () -> Void = {}, onStop: @escaping @Sendable () -> Void = {}
  ) throws(ServerError) {
    self.configuration = configuration
    self.application = application
    self.logger = logger
    self.board = board
    self.accessLog = accessLog
    self.onHangUp = onHangUp
    self.onStop = onStop
    do throws(SystemError) {
      events = try Mailbox()
    } catch {
      throw .system(error)
    }
  }

  /// Begins to listen, and returns the addresses with the port that they really have. From now on
  /// clients can connect; they are answered once `begin` is called, on the same thread.
  package func listen() throws(ServerError) -> [SocketAddress] {
    let budget = try connectionBudget()
    let doors = try Listening.begin(configuration)
    do throws(SystemError) {
      // Whoever hears that it listens may tell it to stop at once, and that must not be its death.
      // Before any loop starts, so that all of them leave the signals alone.
      let signals = configuration.handlesSignals ? try Signals() : nil
      ready.withLock { $0 = Ready(doors: doors, budget: budget, signals: signals) }
    } catch {
      throw .system(error)
    }
    return doors.first?.map(\.listener.address) ?? []
  }

  /// What clients' addresses begin with, for instance `http://127.0.0.1:8080`, in the order of what
  /// `listen` returns; between `listen` and `begin`.
  package var origins: [String] {
    ready.withLock { $0?.doors.first?.map(\.origin) ?? [] }
  }

  /// Starts the loops: from now on clients are answered, and nothing that may fail is left.
  package func begin() throws(ServerError) {
    guard let ready = ready.withLock({ $0.take() }) else {
      preconditionFailure("listen comes before begin, and begin comes once")
    }
    // OpenSSL writes in a way that raises SIGPIPE.
    if configuration.handlesSignals || configuration.certificates != nil { ignoreBrokenPipes() }
    var loops: [RunningLoop] = []
    do throws(SystemError) {
      for (index, doors) in ready.doors.enumerated() {
        loops.append(try start(index, doors, ready.budget))
      }
    } catch {
      end(loops)
      throw .system(error)
    }
    running.withLock { $0 = Running(loops: loops, signals: ready.signals) }
  }

  /// Serves until it is stopped, by `stop` or a signal, and all that was under way is answered.
  /// Begins where nobody has.
  package func run() throws(ServerError) {
    // Opened before the loops where it can be: their clients may leave no descriptor for it.
    var poller: Poller
    do throws(SystemError) {
      poller = try Poller(capacity: 2)
    } catch {
      end(running.withLock { $0.take() }?.loops ?? [])
      throw .system(error)
    }
    if running.withLock({ $0 == nil }) { try begin() }
    do throws(SystemError) {
      try supervise(&poller)
    } catch {
      throw .system(error)
    }
  }

  /// Stops the server: the first call gracefully, a second at once.
  package func stop() {
    events.post(.stop)
  }

  /// Lets every loop look whether its application's era has changed, even where nobody asks.
  package func refresh() {
    events.post(.refresh)
  }

  private func supervise(_ poller: inout Poller) throws(SystemError) {
    guard let running = running.withLock({ $0.take() }) else {
      preconditionFailure("run comes once")
    }
    do throws(SystemError) {
      try poller.add(events.descriptor, token: 0, .reading)
      if let signals = running.signals { try poller.add(signals.descriptor, token: 1, .reading) }
      try watch(running.loops, &poller, running.signals)
    } catch {
      end(running.loops)
      throw error
    }
    for loop in running.loops { loop.thread.join() }
  }

  /// Ends loops that nobody would stop any more.
  private func end(_ loops: [RunningLoop]) {
    for loop in loops { loop.mailbox.post(.stopNow) }
    for loop in loops { loop.thread.join() }
  }

  /// As many connections as are wanted and the system has descriptors for, beside the program's.
  private func connectionBudget() throws(ServerError) -> ConnectionBudget {
    let wanted = configuration.connections
    // Loops, listeners, the log, files of data that are being loaded.
    let own = max(64, 32 + 8 * configuration.threads)
    let descriptors: Int
    do throws(SystemError) {
      descriptors = try DescriptorLimit.raise(to: wanted + own)
    } catch {
      throw .system(error)
    }
    let limit = min(wanted, descriptors - own)
    if limit < 1 { throw .tooFewDescriptors(descriptors, own: own) }
    if limit < wanted {
      logger.warning(
        """
        \(limit) connections may be open instead of \(wanted): this process may have \
        \(descriptors) descriptors, and \(wanted + own) are needed \
        (ulimit -n, LimitNOFILE)
        """)
    }
    return ConnectionBudget(limit: limit, limitOfClient: configuration.connectionsPerClient)
  }

  /// Passes on what asks the loops to stop, until all of them have ended.
  private func watch(
    _ loops: [RunningLoop], _ poller: inout Poller, _ signals: Signals?
  ) throws(SystemError) {
    var failure: SystemError?
    var stops = 0
    var running = loops.count
    while running > 0 {
      _ = try poller.wait(milliseconds: -1)
      var asked = 0
      while let signal = signals?.next() {
        if signal == .hangUp {
          onHangUp()
          continue
        }
        asked += 1
        logger.notice("\(signal.rawValue): stopping\(stops + asked > 1 ? " at once" : "")")
      }
      for event in events.take() {
        switch event {
        case .stop: asked += 1
        case .refresh: for loop in loops { loop.mailbox.post(.refresh) }
        case .loopEnded(nil): running -= 1
        case .loopEnded(let error):
          // One loop less would leave its clients waiting: all end, and the caller hears why.
          running -= 1
          failure = error
          asked += 1
        }
      }
      if stops == 0, asked > 0 { onStop() }
      if asked > 0 { board.stop() }
      for _ in 0..<asked {
        for loop in loops { loop.mailbox.post(stops == 0 ? .stop : .stopNow) }
        stops += 1
      }
    }
    if let failure { throw failure }
  }

  private func start(
    _ index: Int, _ doors: [Door], _ budget: ConnectionBudget
  ) throws(SystemError) -> RunningLoop {
    let mailbox = try Mailbox<Loop.Message>()
    let thread = try RunningThread(name: "loop-\(index)") {
      [configuration, application, events, logger, board, accessLog] in
      do throws(SystemError) {
        var loop = try Loop(
          index, board, configuration, application(), doors, mailbox, budget, accessLog,
          logger)
        try loop.run()
        events.post(.loopEnded(nil))
      } catch {
        events.post(.loopEnded(error))
      }
    }
    return RunningLoop(mailbox: mailbox, thread: thread)
  }
}

/// A loop as its server knows it.
private struct RunningLoop: Sendable {
  let mailbox: Mailbox<Loop.Message>
  let thread: RunningThread
}
