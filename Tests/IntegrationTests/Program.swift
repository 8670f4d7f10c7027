import Glibc
import Synchronization
import Testing

/// The program, run as users run it: a process of its own, with its two streams caught.
///
/// Every wait has a bound; a process that is still there at the end is killed.
final class Program {
  /// What a process left behind.
  struct Ended {
    /// The exit status; nil where a signal ended it.
    var status: Int32?
    var output: String
    var errors: String
  }

  enum Failure: Error {
    case call(String, Int32)
    case late(String)
  }

  /// How long any one thing may take on a slow and busy machine.
  static let patience: Int32 = 60_000

  let process: pid_t
  private let output: Stream
  private let errors: Stream
  private var isReaped = false

  /// One program starts at a time: tests run beside each other, and a pipe that was open while
  /// another program started would not end with its own.
  private static let starting = Mutex(())

  /// - Parameter runner: a command that runs the program in its own way, its path first.
  init(_ arguments: [String], by runner: [String] = []) throws {
    let words = runner + [Program.path] + arguments
    (process, output, errors) = try Program.starting.withLock { _ in
      let output = try Stream()
      let errors = try Stream()
      let process = try Program.spawn(
        words, output: output.forChild, errors: errors.forChild)
      output.closeForChild()
      errors.closeForChild()
      return (process, output, errors)
    }
  }

  deinit {
    if !isReaped {
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
    output.close()
    errors.close()
  }

  /// The next line of standard output, without its end; nil where the stream ends before one does.
  func line() throws -> String? {
    let deadline = Deadline()
    while true {
      if let line = output.takeLine() { return line }
      if output.hasEnded { return nil }
      try Stream.wait(for: [output, errors], until: deadline, "a line of standard output")
    }
  }

  /// Waits for a line of the log that has these words.
  func logLine(with words: String) throws -> String {
    let deadline = Deadline()
    while true {
      while let line = errors.takeLine() {
        if line.contains(words) { return line }
      }
      guard !errors.hasEnded else { throw Failure.late("a line of the log with \(words)") }
      try Stream.wait(for: [output, errors], until: deadline, "a line of the log with \(words)")
    }
  }

  func signal(_ number: Int32) { kill(process, number) }

  /// Waits until the process has ended, and gives what it said that `line` has not given.
  func end() throws -> Ended {
    let deadline = Deadline()
    while !output.hasEnded || !errors.hasEnded {
      try Stream.wait(for: [output, errors], until: deadline, "the end of the process")
    }
    // Its streams have ended, so it has, or is about to.
    var status: Int32 = 0
    guard waitpid(process, &status, 0) == process else { throw Failure.call("waitpid", errno) }
    isReaped = true
    let hasExited = status & 0x7F == 0
    return Ended(
      status: hasExited ? status >> 8 & 0xFF : nil, output: output.rest(), errors: errors.rest())
  }

  /// Runs the program to its end.
  static func run(_ arguments: String...) throws -> Ended {
    try Program(arguments).end()
  }

  /// The program that was built together with these tests, which lies beside them.
  private static let path: String = {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let bytes = buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }
    let tests = String(decoding: bytes, as: UTF8.self)
    let folder = tests.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return folder.joined(separator: "/") + "/thuocdo"
  }()

  private static func spawn(
    _ words: [String], output: Int32, errors: Int32
  ) throws -> pid_t {
    let path = words[0]
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, errors, 2)
    // Signals as a shell leaves them, whatever the runner of the tests does with its own.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    let copies = words.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    var process: pid_t = 0
    let error = posix_spawn(&process, path, &actions, &attributes, copies + [nil], environ)
    guard error == 0 else { throw Failure.call("posix_spawn \(path)", error) }
    return process
  }
}

/// A moment until which something is waited for.
struct Deadline {
  private let end: Int64

  init(after milliseconds: Int32 = Program.patience) {
    end = Deadline.now() + Int64(milliseconds)
  }

  /// The milliseconds that are left, 0 where none are.
  var remaining: Int32 { Int32(max(0, end - Deadline.now())) }

  private static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}

/// One stream of a process: a pipe, and what came out of it.
private final class Stream {
  private let reading: Int32
  private(set) var forChild: Int32
  private var bytes: [UInt8] = []
  private(set) var hasEnded = false

  init() throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw Program.Failure.call("pipe", errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (reading, forChild) = (ends[0], ends[1])
  }

  func closeForChild() {
    Glibc.close(forChild)
    forChild = -1
  }

  func close() {
    Glibc.close(reading)
    if forChild >= 0 { Glibc.close(forChild) }
  }

  func takeLine() -> String? {
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let line = String(decoding: bytes[..<end], as: UTF8.self)
    bytes.removeSubrange(...end)
    return line
  }

  func rest() -> String { String(decoding: bytes, as: UTF8.self) }

  /// Takes in what comes first out of any of the streams.
  static func wait(for streams: [Stream], until deadline: Deadline, _ what: String) throws {
    let open = streams.filter { !$0.hasEnded }
    var polled = open.map { pollfd(fd: $0.reading, events: Int16(POLLIN), revents: 0) }
    let count = poll(&polled, nfds_t(polled.count), deadline.remaining)
    if count < 0, errno != EINTR { throw Program.Failure.call("poll", errno) }
    if count == 0 { throw Program.Failure.late(what) }
    for (stream, entry) in zip(open, polled) where entry.revents != 0 { stream.take() }
  }

  private func take() {
    var buffer = [UInt8](repeating: 0, count: 16 << 10)
    let count = read(reading, &buffer, buffer.count)
    if count > 0 { bytes += buffer.prefix(count) }
    if count == 0 || count < 0 && errno != EINTR { hasEnded = true }
  }
}
