import Glibc
import Testing

/// What the program says, and how it ends, where it cannot do what it was asked to.
@Suite struct RefusingTests {
  /// Words that cannot be understood: 64, the cause in the first line, and how to go on.
  @Test(arguments: [
    ("serve --port 70000", "Error: --port must be 0 to 65535; here it is 70000"),
    ("serve --port -1", "Error: Missing value for '--port <port>'"),
    ("serve --port x", "Error: The value 'x' is invalid for '--port <port>'"),
    (
      "serve --port x",
      "Error: The value 'x' is invalid for '--port <port>': it must be a whole number, 0 to 65535"
    ),
    (
      "serve --threads many",
      "Error: The value 'many' is invalid for '--threads <threads>': it must be a whole number, 1"
    ),
    (
      "serve --trusted-proxy 10.1.0.0/8",
      "Error: --trusted-proxy must be addresses or networks with commas, for instance "
        + "10.0.0.0/8,::1 (\"10.1.0.0/8\" sets bits behind those that count; the network is "
        + "10.0.0.0/8); here it is \"10.1.0.0/8\""
    ),
    (
      "serve --public-url here",
      "Error: --public-url must be an address like https://example.org or "
        + "https://example.org/data; here it is \"here\""
    ),
    ("serve --threads 0", "Error: --threads must be 1 to 1024; here it is 0"),
    ("serve --threads 1025", "Error: --threads must be 1 to 1024; here it is 1025"),
    ("serve --tls-port 65536", "Error: --tls-port must be 0 to 65535; here it is 65536"),
    ("serve --nope", "Error: Unknown option '--nope'."),
    ("serve here", "Error: Unexpected argument 'here'"),
    ("check --port 1", "Error: Unknown option '--port'"),
    ("nope", "Error: Unexpected argument 'nope'"),
    (
      "serve --today 2024-02-30",
      "Error: --today must be a real day as YYYY-MM-DD, 1900 to 2100; here it is \"2024-02-30\""
    ),
  ])
  func `a wrong flag is named`(_ words: String, _ message: String) throws {
    let ended = try Program(words.split(separator: " ").map(String.init)).end()
    #expect(ended.status == 64)
    #expect(ended.output == "")
    #expect(ended.errors.hasPrefix(message), "\(ended.errors)")
    #expect(ended.errors.contains("--help' for more information."))
  }

  /// What cannot be done: 1, and one line that says what stands in the way.
  @Test(arguments: [
    ("check --data /nonexistent", "/nonexistent: expected a folder of *.json files; found"),
    ("serve --port 0 --data /nonexistent", "/nonexistent: expected a folder of *.json files;"),
    ("serve --config /nonexistent", "/nonexistent: expected a readable file; found"),
    ("serve --port 0 --host 1.2.3 --data FOLDER", "cannot listen on \"1.2.3\": the host must be"),
    (
      "serve --port 0 --host 203.0.113.1 --data FOLDER",
      "cannot listen on 203.0.113.1:0: this machine does not have the address 203.0.113.1"
    ),
    (
      "serve --port 0 --data FOLDER --access-log /nope/x",
      "the access log \"/nope/x\" cannot be opened: No such file or directory; --access-log (the "
        + "setting accessLog) must be a file that the server may write, in a folder that is there,"
    ),
    ("serve --tls-port 0 --data FOLDER", "for TLS, --tls-cert and --tls-key must be given too"),
    ("serve --tls-key x --data FOLDER", "for TLS, --tls-cert must be given too"),
  ])
  func `what stands in the way is said`(_ words: String, _ message: String) throws {
    let folder = try Folder()
    let arguments = words.split(separator: " ").map { $0 == "FOLDER" ? folder.path : String($0) }
    let ended = try Program(arguments).end()
    #expect(ended.status == 1)
    #expect(ended.output == "")
    #expect(ended.errors.hasPrefix(message), "\(ended.errors)")
    #expect(ended.errors.count { $0 == "\n" } == 1)
  }

  /// The words that a service manager's slip is answered with, whole.
  @Test(arguments: [
    ("LISTEN_FDS=99", "LISTEN_FDS \"99\": not a number from 0 to 64"),
    ("LISTEN_FDS=2", "getsockopt descriptor 3: Socket operation on non-socket (88)"),
  ])
  func `listeners that cannot be taken over are named`(_ handed: String, _ why: String) throws {
    let folder = try Folder()
    let ended = try Program(
      ["serve", "--data", folder.path],
      by: ["/bin/sh", "-c", "LISTEN_PID=$$ \(handed) exec \"$0\" \"$@\" 3</dev/null"]
    ).end()
    #expect(ended.status == 1)
    #expect(ended.output == "")
    #expect(
      ended.errors
        == "cannot take over the listeners that whoever started the program has handed it: "
        + "\(why); LISTEN_FDS counts the descriptors from 3 on, at most 64, each a TCP socket "
        + "that listens (ListenStream=PORT); leave it out, and the program opens its port itself\n"
    )
  }

  @Test func `an access log without a name is said to be none`() throws {
    let folder = try Folder()
    let ended = try Program.run(
      "serve", "--port", "0", "--data", folder.path, "--access-log", "")
    #expect(ended.status == 1)
    #expect(ended.errors.hasPrefix("the access log \"\" cannot be opened: "), "\(ended.errors)")
  }

  @Test func `a named pipe is no data, and nobody waits for it`() throws {
    let folder = try Folder(["data.json": Folder.data])
    let pipe = "\(folder.path)/x.json"
    #expect(mkfifo(pipe, 0o600) == 0)
    defer { unlink(pipe) }
    let ended = try Program.run("check", "--data", folder.path)
    #expect(ended.status == 1)
    #expect(
      ended.errors
        == "\(pipe): expected a readable file; found a named pipe, where a file must be\n")
  }

  @Test func `too few threads are told before anybody can connect`() throws {
    let folder = try Folder()
    // A stack of 1 GiB for each thread, and room for some of them.
    let program = try Program(
      ["serve", "--port", "0", "--threads", "64", "--data", folder.path],
      by: ["/bin/sh", "-c", "ulimit -s 1048576; ulimit -v 16000000; exec \"$@\"", "sh"])
    let ended = try program.end()
    #expect(ended.status == 1)
    #expect(ended.output == "")
    #expect(
      ended.errors.contains(
        "cannot start: the system gives no more threads (pthread_create loop-"), "\(ended.errors)")
    #expect(ended.errors.contains("(ulimit -u, TasksMax)"))
  }

  @Test func `the version is said, and the commit as far as it is known`() throws {
    let ended = try Program.run("--version")
    #expect(ended.status == 0)
    #expect(ended.output.contains(/^thuocdo [0-9.]+ \(commit (unknown|[0-9a-f]{40}.*)\)\n$/))
  }

  @Test func `a port that somebody has is named`() throws {
    let folder = try Folder()
    let first = try Served(folder)
    let second = try Program.run("serve", "--port", "\(first.port)", "--data", folder.path)
    #expect(second.status == 1)
    #expect(
      second.errors == """
        cannot listen on 127.0.0.1:\(first.port): another program listens there; stop it, or \
        choose another port (port 0 takes a free one)\n
        """)
    var wire = try first.connect()
    try wire.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(try wire.answer().status == 200)
  }

  @Test func `a port that takes a privilege is named without it`() throws {
    // Root has the privilege, and here gives it up.
    let runner =
      geteuid() == 0
      ? ["/usr/bin/setpriv", "--bounding-set", "-net_bind_service", "--"] : []
    let folder = try Folder()
    let arguments = ["serve", "--port", "1", "--data", folder.path]
    let program = try Program(arguments, by: runner)
    if Self.firstOpenPort <= 1 {
      // A machine that lets everybody have every port.
      #expect(try program.line() == "listening on http://127.0.0.1:1")
      return
    }
    let ended = try program.end()
    #expect(ended.status == 1)
    #expect(ended.errors.hasPrefix("cannot listen on 127.0.0.1:1: "), "\(ended.errors)")
    #expect(ended.errors.contains("1024"), "\(ended.errors)")
  }

  @Test func `too low a bound of descriptors is told before anybody can connect`() throws {
    let folder = try Folder()
    let arguments = ["serve", "--port", "0", "--threads", "1", "--data", folder.path]
    let program = try Program(
      arguments, by: ["/bin/sh", "-c", "ulimit -n 40; exec \"$@\"", "sh"])
    let ended = try program.end()
    #expect(ended.status == 1)
    #expect(ended.output == "")
    #expect(
      ended.errors.hasSuffix(
        """
        cannot serve anybody: this process may have 40 descriptors, and itself needs 64; allow it \
        more (ulimit -n, LimitNOFILE)\n
        """), "\(ended.errors)")
  }

  /// The first port that takes no privilege (ip(7)).
  private static let firstOpenPort: Int = {
    var buffer = [UInt8](repeating: 0, count: 16)
    let file = open("/proc/sys/net/ipv4/ip_unprivileged_port_start", O_RDONLY)
    let count = read(file, &buffer, buffer.count)
    close(file)
    let text = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    return Int(text.prefix { $0.isNumber }) ?? 1024
  }()

  @Test func `every error of a folder is listed with its place`() throws {
    let folder = try Folder(["a.json": "{\n", "b.json": "{\"pillars\":[\n{\"id\":1}]}"])
    let ended = try Program.run("check", "--data", folder.path)
    #expect(ended.status == 1)
    #expect(ended.output == "")
    let lines = ended.errors.split(separator: "\n")
    #expect(
      lines.contains(
        "\(folder.path)/a.json:2:1: expected a key in quotes; found the end of the file"))
    #expect(
      lines.contains("\(folder.path)/b.json:2:1: /pillars/0: expected the key \"name\"; found none")
    )
    // What cannot be checked is not served either, and says the same.
    let served = try Program.run("serve", "--port", "0", "--data", folder.path)
    #expect(served.status == 1)
    #expect(served.errors == ended.errors)
  }

  @Test func `an empty folder is no folder of data`() throws {
    let folder = try Folder([:])
    let ended = try Program.run("check", "--data", folder.path)
    #expect(ended.status == 1)
    #expect(
      ended.errors == "\(folder.path): expected a folder of *.json files; found none in it\n")
  }

  @Test func `every error of the settings is listed with its place`() throws {
    let folder = try Folder(["settings.json": "{\"nope\":1,\n\"port\":\"x\"}"])
    let path = "\(folder.path)/settings.json"
    let ended = try Program.run("serve", "--config", path)
    #expect(ended.status == 1)
    let lines = ended.errors.split(separator: "\n")
    #expect(lines.first?.hasPrefix("\(path):1:2: /nope: expected one of the keys ") == true)
    #expect(
      lines.last == "\(path):2:8: /port: expected a whole number, 0 to 65535; found \"x\"")
  }

  @Test(arguments: [
    ("today", "2026-02-30", "a real day as YYYY-MM-DD, 1900 to 2100"),
    (
      "publicURL", "example.org",
      "an address like https://example.org or https://example.org/data"
    ),
    (
      "trustedProxies", "10.0.0.0/40",
      "addresses or networks with commas, for instance 10.0.0.0/8,::1 "
        + "(\"10.0.0.0/40\" has more than 32 bits behind the slash)"
    ),
    (
      "host", "here",
      "localhost or an IP address, for instance 127.0.0.1, 0.0.0.0, ::1 or ::"
    ),
  ])
  func `a setting that is none is told with its place`(
    _ key: String, _ value: String, _ expected: String
  ) throws {
    let folder = try Folder(["settings.json": "{\n\"\(key)\":\"\(value)\"}"])
    let path = "\(folder.path)/settings.json"
    let ended = try Program.run("serve", "--config", path)
    #expect(ended.status == 1)
    #expect(
      ended.errors == "\(path):2:\(key.count + 4): /\(key): expected \(expected); "
        + "found \"\(value)\"\n")
  }

  @Test func `a folder that can be served is said to be`() throws {
    let folder = try Folder()
    let ended = try Program.run("check", "--data", folder.path)
    #expect(ended.status == 0)
    #expect(ended.errors == "")
    #expect(
      ended.output.hasPrefix(
        "\(folder.path): 0 indicators, 0 observations, 0 sources; sha256:"))
  }

  @Test func `help is an answer`() throws {
    let ended = try Program.run("serve", "--help")
    #expect(ended.status == 0)
    #expect(ended.errors == "")
    for flag in ["--host", "--port", "--data", "--config", "--threads", "--today"] {
      #expect(ended.output.contains(flag))
    }
  }
}
