import Glibc
import Testing

/// What the program does when it is told to stop, or to look at its data again.
@Suite struct SignalTests {
  @Test(arguments: [SIGTERM, SIGINT])
  func `a signal ends the program well`(_ signal: Int32) throws {
    let served = try Served(try Folder())
    var wire = try served.connect()
    try wire.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(try wire.answer().status == 200)
    served.program.signal(signal)
    let hasEnded = try wire.hasEnded()
    #expect(hasEnded)
    let ended = try served.program.end()
    #expect(ended.status == 0)
    #expect(ended.errors.contains("stopped"))
  }

  /// What came before the answer to a client that comes now has been read by the same loop.
  private func askAfter(_ served: Served) throws -> Wire {
    var wire = try served.connect()
    try wire.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(try wire.answer().status == 200)
    return wire
  }

  @Test func `what is under way when the program stops is answered`() throws {
    let served = try Served(try Folder())
    var wire = try served.connect()
    try wire.send("GET /v1/pillars HTTP/1.1\r\nHost: ")
    var other = try askAfter(served)
    // Whoever is told that his connection ends knows that the loop is stopping.
    served.program.signal(SIGTERM)
    var isStopping = false
    while !isStopping {
      try other.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
      isStopping = try other.answer()["Connection"] == "close"
    }
    try wire.send("a\r\n\r\n")
    let answer = try wire.answer()
    #expect(answer.status == 200)
    #expect(answer["Connection"] == "close")
    #expect(answer.body.contains("economy"))
    #expect(try served.program.end().status == 0)
  }

  @Test func `whoever has heard that it listens can stop it at once`() throws {
    let folder = try Folder()
    for _ in 0..<10 {
      let served = try Served(folder)
      served.program.signal(SIGTERM)
      let ended = try served.program.end()
      #expect(ended.status == 0)
      #expect(ended.errors.contains("stopped"))
    }
  }

  @Test func `signals that come before it listens, or mean nothing, end nothing`() throws {
    let program = try Program(["serve", "--port", "0", "--data", Served.data, "--threads", "1"])
    // A thread more than the first: the data are about to be read.
    let isReading = {
      var status = stat()
      // Each thread has a folder there, beside the two names that every folder has.
      return stat("/proc/\(program.process)/task", &status) == 0 && status.st_nlink > 3
    }
    for _ in 0..<6000 where !isReading() { usleep(10_000) }
    #expect(isReading())
    for signal in [SIGHUP, SIGUSR1, SIGUSR2] { program.signal(signal) }
    #expect(try program.line()?.hasPrefix("listening on ") == true)
    // What SIGHUP asked for is done.
    _ = try program.logLine(with: "nothing has changed")
    for signal in [SIGUSR1, SIGUSR2, SIGTERM] { program.signal(signal) }
    let ended = try program.end()
    #expect(ended.status == 0)
    #expect(ended.errors.contains("stopped"))
  }

  @Test func `a named pipe among the data keeps it from nothing`() throws {
    let folder = try Folder()
    let served = try Served(folder)
    let pipe = "\(folder.path)/x.json"
    #expect(mkfifo(pipe, 0o600) == 0)
    defer { unlink(pipe) }
    _ = try served.program.logLine(with: "x.json: expected a readable file; found a named pipe")
    served.program.signal(SIGTERM)
    #expect(try served.program.end().status == 0)
  }

  @Test func `a second signal ends the program at once`() throws {
    let served = try Served(try Folder())
    var wire = try served.connect()
    try wire.send("GET /v1/pillars HTTP/1.1\r\nHost: ")
    _ = try askAfter(served)
    served.program.signal(SIGTERM)
    _ = try served.program.logLine(with: "SIGTERM: stopping")
    served.program.signal(SIGTERM)
    let isLetGo = try wire.hasEnded()
    #expect(isLetGo)
    let ended = try served.program.end()
    #expect(ended.status == 0)
    #expect(ended.errors.contains("SIGTERM: stopping at once"))
  }

  @Test func `SIGHUP looks at the data, and answers go on`() throws {
    let served = try Served(try Folder())
    var wire = try served.connect()
    try wire.send("GET /v1/pillars HTTP/1.1\r\nHost: a\r\n\r\n")
    let before = try wire.answer()
    served.program.signal(SIGHUP)
    _ = try served.program.logLine(with: "nothing has changed")
    try wire.send("GET /v1/pillars HTTP/1.1\r\nHost: a\r\n\r\n")
    let after = try wire.answer()
    #expect(after.body == before.body)
    #expect(after["ETag"] == before["ETag"])
  }

  @Test func `a file that changes on disk is served, and its tag with it`() throws {
    let folder = try Folder()
    let served = try Served(folder)
    var wire = try served.connect()
    let question = "GET /v1/pillars HTTP/1.1\r\nHost: a\r\n"
    try wire.send("\(question)\r\n")
    let before = try wire.answer()
    let tag = try #require(before["ETag"])
    try wire.send("\(question)If-None-Match: \(tag)\r\n\r\n")
    #expect(try wire.answer().status == 304)

    try folder.write(
      "more.json",
      #"{"pillars":[{"id":"society","name":{"vi":"Xã hội số","en":"Digital society"}}]}"#)
    _ = try served.program.logLine(with: "observations loaded, sha256:")
    try wire.send("\(question)If-None-Match: \(tag)\r\n\r\n")
    let after = try wire.answer()
    #expect(after.status == 200)
    #expect(after["ETag"] != tag)
    #expect(after.body.contains("society"))

    try folder.remove("more.json")
    _ = try served.program.logLine(with: "observations loaded, sha256:")
    try wire.send("\(question)\r\n")
    let again = try wire.answer()
    #expect(again["ETag"] == tag)
    #expect(again.body == before.body)
  }

  @Test func `a folder that vanishes is served on, and its data anew once it is back`() throws {
    let folder = try Folder()
    let served = try Served(folder)
    #expect(rename(folder.path, "\(folder.path).away") == 0)
    _ = try served.program.logLine(with: "cannot be served, the data from before is:")
    var wire = try served.connect()
    try wire.send("GET /v1/pillars HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(try wire.answer().body.contains("economy"))

    #expect(rename("\(folder.path).away", folder.path) == 0)
    _ = try served.program.logLine(with: "nothing has changed")
    try folder.write(
      "more.json",
      #"{"pillars":[{"id":"society","name":{"vi":"Xã hội số","en":"Digital society"}}]}"#)
    _ = try served.program.logLine(with: "observations loaded, sha256:")
    try wire.send("GET /v1/pillars HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(try wire.answer().body.contains("society"))
  }

  @Test func `a bad edit leaves what was there, and is told with its place`() throws {
    let folder = try Folder()
    let served = try Served(folder)
    try folder.write("bad.json", "{\n")
    _ = try served.program.logLine(with: "cannot be served, the data from before is:")
    let place = try served.program.logLine(with: "bad.json")
    #expect(place.hasSuffix("/bad.json:2:1: expected a key in quotes; found the end of the file"))
    var wire = try served.connect()
    try wire.send("GET /v1/pillars HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(try wire.answer().body.contains("economy"))
    try wire.send("GET /readyz HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(try wire.answer().body.contains("/bad.json:2:1: "))

    try folder.remove("bad.json")
    _ = try served.program.logLine(with: "nothing has changed")
    try wire.send("GET /readyz HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(try wire.answer().body == "ready\n")
  }
}
