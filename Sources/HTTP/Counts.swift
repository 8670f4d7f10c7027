/// What one loop has counted since it began: plain numbers that nobody else changes.
///
/// They only grow, but for `Counter.open`; the sum over all loops is the server's.
package struct Counts: Sendable, Equatable {
  /// How often a route was answered with a status.
  package struct Answered: Sendable, Equatable {
    /// `Response.route`.
    package let route: Int
    /// The status code.
    package let status: Int
    package fileprivate(set) var count: Int
  }

  /// In the order in which they first happened; routes and statuses are few, and so are these.
  package private(set) var answered: [Answered] = []
  private var numbers = [Int](repeating: 0, count: Counter.allCases.count)
  /// The answers by how long they took at the most: up to each of `bounds`, and longer than that.
  package private(set) var durations = [Int](repeating: 0, count: Counts.bounds.count + 1)
  /// The sum of those times, in nanoseconds.
  package private(set) var nanoseconds = 0
  /// The answers since the last round ended.
  private var answersOfRound = 0

  /// The bounds of the histogram of times, in nanoseconds, ascending.
  package static let bounds = [
    25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000, 5_000_000, 10_000_000,
    25_000_000, 50_000_000, 100_000_000, 250_000_000, 1_000_000_000,
  ]

  package init() {}

  package subscript(counter: Counter) -> Int {
    get { numbers[counter.rawValue] }
    set { numbers[counter.rawValue] = newValue }
  }

  /// Where the answers of a route with a status are counted; the place never changes.
  mutating func place(route: Int, status: Int) -> Int {
    if let place = answered.firstIndex(where: { $0.route == route && $0.status == status }) {
      return place
    }
    answered.append(Answered(route: route, status: status, count: 0))
    return answered.count - 1
  }

  /// Counts an answer at a place.
  mutating func count(at place: Int) {
    answered[place].count += 1
    answersOfRound += 1
  }

  /// Counts the answers of a round of the loop as having taken as long as the round; `time` is in
  /// nanoseconds, and asked for only where there were any.
  package mutating func endRound(_ time: () -> Int64) {
    if answersOfRound == 0 { return }
    let time = max(0, Int(time()))
    let bucket = Counts.bounds.firstIndex { time <= $0 } ?? Counts.bounds.count
    durations[bucket] += answersOfRound
    nanoseconds += time * answersOfRound
    answersOfRound = 0
  }

  /// Becomes the same as other counts of the same loop, which are newer; takes no memory where
  /// nothing happened for the first time.
  package mutating func follow(_ newer: borrowing Counts) {
    for place in answered.indices { answered[place].count = newer.answered[place].count }
    for place in answered.count..<newer.answered.count { answered.append(newer.answered[place]) }
    for place in numbers.indices { numbers[place] = newer.numbers[place] }
    for place in durations.indices { durations[place] = newer.durations[place] }
    nanoseconds = newer.nanoseconds
  }

  /// Adds the counts of another loop.
  package mutating func add(_ other: Counts) {
    for more in other.answered {
      answered[place(route: more.route, status: more.status)].count += more.count
    }
    for place in numbers.indices { numbers[place] += other.numbers[place] }
    for place in durations.indices { durations[place] += other.durations[place] }
    nanoseconds += other.nanoseconds
  }
}
