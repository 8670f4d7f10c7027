import Linux
import Logging
import Synchronization

/// The file of the access log, and the one thread that writes to it.
///
/// Loops hand their lines over and never wait: where the file takes them more slowly than they
/// come, what is over the bound is lost and counted.
package final class AccessLog: Sendable {
  private enum Message: Sendable {
    case lines([UInt8], count: Int)
    case reopen, stop
  }

  /// The bytes that may wait to be written.
  package static let room = 8 << 20
  /// How long an end waits for the lines that are left.
  private static let patience: Int32 = 2000

  private let mailbox: Mailbox<Message>
  private let waiting = Atomic<Int>(0)
  private let written = Atomic<Int>(0)
  private let lost = Atomic<Int>(0)
  private let unwritten = Atomic<Int>(0)
  private let thread: Mutex<RunningThread?>

  /// Writes to the file at `path`, or to standard output where that is "-".
  package init(_ path: String, logger: Logger) throws(SystemError) {
    mailbox = try Mailbox()
    thread = Mutex(nil)
    let file = try AccessLog.open(path)
    let running = try RunningThread(name: "access-log") { [self] in write(file, path, logger) }
    thread.withLock { $0 = running }
  }

  /// How many lines have been written, how many were lost because the file takes them too slowly,
  /// and how many because it could not be written at all.
  package var counts: (written: Int, lost: Int, unwritten: Int) {
    (
      written.load(ordering: .relaxed), lost.load(ordering: .relaxed),
      unwritten.load(ordering: .relaxed)
    )
  }

  /// Opens the file anew, by its name: whoever turns logs over has moved it.
  package func reopen() { mailbox.post(.reopen) }

  /// Ends once all lines that were handed over are written, or cannot be for some time.
  package func stop() {
    mailbox.post(.stop)
    // Whoever reads the log may have stopped doing so; the program ends all the same.
    thread.withLock { $0.take() }?.join(within: AccessLog.patience)
  }

  /// Takes over lines; `lost` were lost before.
  func take(_ lines: [UInt8], count: Int, lost: Int) {
    if lost > 0 { self.lost.wrappingAdd(lost, ordering: .relaxed) }
    if count == 0 { return }
    let (_, bytes) = waiting.wrappingAdd(lines.count, ordering: .relaxed)
    if bytes > AccessLog.room {
      waiting.wrappingSubtract(lines.count, ordering: .relaxed)
      self.lost.wrappingAdd(count, ordering: .relaxed)
      return
    }
    mailbox.post(.lines(lines, count: count))
  }

  private static func open(_ path: String) throws(SystemError) -> AppendedFile {
    path == "-" ? try AppendedFile(.output) : try AppendedFile(path)
  }

  private func write(_ first: AppendedFile, _ path: String, _ logger: Logger) {
    var file = first
    guard var poller = try? Poller(capacity: 1) else { return }
    try? poller.add(mailbox.descriptor, token: 0, .reading)
    var isOver = false
    var hasFailed = false
    while !isOver {
      guard (try? poller.wait(milliseconds: -1)) != nil else { return }
      for message in mailbox.take() {
        do throws(SystemError) {
          switch message {
          case .stop: isOver = true
          case .reopen: file = try AccessLog.open(path)
          case .lines(let bytes, let count):
            defer { waiting.wrappingSubtract(bytes.count, ordering: .relaxed) }
            do throws(SystemError) {
              try file.write(bytes)
              written.wrappingAdd(count, ordering: .relaxed)
            } catch {
              unwritten.wrappingAdd(count, ordering: .relaxed)
              throw error
            }
          }
          hasFailed = false
        } catch {
          // Once, not for every line of a full disk.
          if !hasFailed { logger.error("the access log cannot be written: \(error)") }
          hasFailed = true
        }
      }
    }
  }
}
