import Glibc
import Linux
import Testing

@Suite struct PollerTests {
  @Test func `nothing is ready when the time is over`() throws {
    var poller = try Poller()
    let mailbox = try Mailbox<Int>()
    try poller.add(mailbox.descriptor, token: 7, .reading)
    #expect(try poller.wait(milliseconds: 1) == 0)
  }

  @Test func `what is ready bears its token, again until it is dealt with`() throws {
    var poller = try Poller()
    let mailbox = try Mailbox<Int>()
    try poller.add(mailbox.descriptor, token: UInt64.max - 1, .reading)
    mailbox.post(1)
    for _ in 0..<2 {
      #expect(try poller.wait(milliseconds: 1000) == 1)
      #expect(poller.token(0) == UInt64.max - 1)
    }
    _ = mailbox.take()
    #expect(try poller.wait(milliseconds: 1) == 0)
  }

  @Test func `what is not watched for is not told`() throws {
    var poller = try Poller()
    let mailbox = try Mailbox<Int>()
    try poller.add(mailbox.descriptor, token: 1, .reading)
    mailbox.post(1)
    try poller.change(mailbox.descriptor, token: 1, .nothing)
    #expect(try poller.wait(milliseconds: 1) == 0)
    try poller.change(mailbox.descriptor, token: 2, .writing)
    #expect(try poller.wait(milliseconds: 1) == 1)
    #expect(poller.token(0) == 2)
  }

  @Test func `a bad descriptor is an error that names the call`() throws {
    let poller = try Poller()
    let file = Descriptor(taking: open("/dev/null", O_RDONLY))
    let error = #expect(throws: SystemError.self) { try poller.add(file, token: 0, .reading) }
    #expect(error?.description == "epoll_ctl: Operation not permitted (1)")
  }
}
