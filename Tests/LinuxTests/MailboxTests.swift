import Linux
import Testing

@Suite struct MailboxTests {
  @Test func `messages are taken once, oldest first`() throws {
    let mailbox = try Mailbox<String>()
    #expect(mailbox.take() == [])
    mailbox.post("a")
    mailbox.post("b")
    #expect(mailbox.take() == ["a", "b"])
    #expect(mailbox.take() == [])
  }

  @Test func `nothing that several threads post is lost`() throws {
    let mailbox = try Mailbox<Int>()
    var poller = try Poller()
    try poller.add(mailbox.descriptor, token: 0, .reading)
    let first = try WorkerThread(name: "first") { for number in 0..<1000 { mailbox.post(number) } }
    let second = try WorkerThread(name: "second") {
      for number in 1000..<2000 { mailbox.post(number) }
    }
    var taken: [Int] = []
    while taken.count < 2000, try poller.wait(milliseconds: 5000) > 0 { taken += mailbox.take() }
    first.join()
    second.join()
    #expect(taken.sorted() == Array(0..<2000))
    #expect(taken.filter { $0 < 1000 } == Array(0..<1000))
  }
}
