/// How long a connection may take for what it does. All are totals, or minimum rates over the
/// whole: none begins anew with each byte that comes in, so that nobody holds a connection with a
/// drip of bytes. Only `writing` begins anew with what the client takes: answers may be long, and
/// lines slow.
package struct Deadlines: Sendable, Equatable {
  /// For a head, from the acceptance of the connection or from the head's first byte; then 408.
  package var head: Duration
  /// For a body in total; then 408.
  package var body: Duration
  /// What a body may lag behind `bodyRate` before that is 408.
  package var bodyGrace: Duration
  /// The bytes that a body brings each second at the least.
  package var bodyRate: Int
  /// Between an answer and the next request; then the connection is closed.
  package var idle: Duration
  /// While answers wait and the client takes none of their bytes; then the connection is closed.
  package var writing: Duration
  /// For the client to close its side after the last answer.
  package var lingering: Duration
  /// How long an idle connection may still send a request once the server stops.
  package var stopping: Duration

  package init(
    head: Duration = .seconds(10), body: Duration = .seconds(30),
    bodyGrace: Duration = .seconds(5), bodyRate: Int = 1024, idle: Duration = .seconds(60),
    writing: Duration = .seconds(30), lingering: Duration = .seconds(2),
    stopping: Duration = .seconds(1)
  ) {
    self.head = head
    self.body = body
    self.bodyGrace = bodyGrace
    self.bodyRate = bodyRate
    self.idle = idle
    self.writing = writing
    self.lingering = lingering
    self.stopping = stopping
  }
}

/// The same in nanoseconds: adding a `Duration` divides numbers of 128 bits, too dear to be done
/// for every request.
package struct Allowances: Sendable {
  let head: Int64
  let idle: Int64
  let writing: Int64
  let lingering: Int64
  let stopping: Int64
  /// Between two looks at what the kernel holds for a client that we wait for: it may be so much
  /// later than `writing` and `lingering` say that the client is let go.
  package let look: Int64
  private let body: Int64
  private let bodyGrace: Int64
  private let bodyRate: Int64

  init(_ deadlines: Deadlines) {
    head = deadlines.head.wholeNanoseconds
    idle = deadlines.idle.wholeNanoseconds
    writing = deadlines.writing.wholeNanoseconds
    lingering = deadlines.lingering.wholeNanoseconds
    stopping = deadlines.stopping.wholeNanoseconds
    look = min(writing / 8, lingering / 2)
    body = deadlines.body.wholeNanoseconds
    bodyGrace = deadlines.bodyGrace.wholeNanoseconds
    bodyRate = Int64(max(deadlines.bodyRate, 1))
  }

  /// How long after its start a body that has brought `count` bytes so far may go on.
  func body(received count: Int) -> Int64 {
    min(body, bodyGrace + Int64(count) * 1_000_000_000 / bodyRate)
  }
}
