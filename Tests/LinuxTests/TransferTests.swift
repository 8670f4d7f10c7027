import Glibc
import Linux
import Testing

@Suite struct TransferTests {
  /// Both ends of a connection, non-blocking.
  private struct Pair: ~Copyable {
    let one: Descriptor
    let other: Descriptor

    init() throws {
      let listener = try Listener(SocketAddress.parse(host: "127.0.0.1", port: 0)[0])
      let client = try connect(to: listener.address)
      _ = fcntl(client.number, F_SETFL, O_NONBLOCK)
      other = try accept(listener)
      one = client
    }

    /// One end, of which the other is closed.
    consuming func givingUpOther() -> Descriptor { one }
  }

  private func wait(_ descriptor: borrowing Descriptor) {
    var poll = pollfd(fd: descriptor.number, events: Int16(POLLIN), revents: 0)
    _ = Glibc.poll(&poll, 1, 5000)
  }

  @Test func `two pieces arrive as one`() throws {
    let ends = try Pair()
    let first = Array("hello ".utf8)
    let second = Array("world".utf8)
    #expect(send(ends.one, first.span, second.span) == .moved(11))
    wait(ends.other)
    var space = [UInt8](repeating: 0, count: 100)
    #expect(receive(ends.other, into: &space) == .moved(11))
    #expect(String(decoding: space[..<11], as: UTF8.self) == "hello world")
  }

  @Test func `no more is read than the space holds`() throws {
    let ends = try Pair()
    let bytes = Array("hello".utf8)
    #expect(send(ends.one, bytes.span, [UInt8]().span) == .moved(5))
    wait(ends.other)
    var space = [UInt8](repeating: 0, count: 3)
    #expect(receive(ends.other, into: &space) == .moved(3))
    #expect(receive(ends.other, into: &space) == .moved(2))
    #expect(space == Array("lol".utf8))
  }

  @Test func `nothing to read is a value`() throws {
    let ends = try Pair()
    var space: [UInt8] = [0]
    #expect(receive(ends.other, into: &space) == .wouldBlock)
  }

  @Test func `no room to send is a value`() throws {
    let ends = try Pair()
    let bytes = [UInt8](repeating: 0, count: 1 << 20)
    var last = Transfer.moved(0)
    for _ in 0..<1000 where last != .wouldBlock { last = send(ends.one, bytes.span, bytes.span) }
    #expect(last == .wouldBlock)
  }

  @Test func `the other side's end is a value`() throws {
    let ends = try Pair()
    endSending(ends.one)
    wait(ends.other)
    var space: [UInt8] = [0]
    #expect(receive(ends.other, into: &space) == .ended)
  }

  @Test func `sending to somebody who is gone is a value, and no signal`() throws {
    let client = try Pair().givingUpOther()
    let bytes: [UInt8] = [1]
    var last = Transfer.moved(0)
    for _ in 0..<100 where last != .ended {
      last = send(client, bytes.span, [UInt8]().span)
      usleep(1000)
    }
    #expect(last == .ended)
  }
}
