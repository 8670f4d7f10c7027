/// Values that are found again by the words of a request, within bounds of bytes and of requests.
///
/// Values with one tag are alike and kept once. What was not asked for since the hand last passed
/// it goes first, the oldest before others (the "clock" of page replacement). A look costs the
/// same however much is kept, and takes no memory.
package struct ReadyTable<Value> {
  private struct Known {
    let hash: UInt64
    let words: [UInt8]
    let tag: String
    let value: Value
    /// Whether it was asked for since the hand last passed.
    var isFresh = true
  }

  private struct Share {
    let value: Value
    let size: Int
    var count = 0
  }

  private let limits: APILimits
  private var known: [Known] = []
  /// Where each hash stands in `known`; of two requests with one hash one is kept.
  private var places: [UInt64: Int] = [:]
  /// What the requests of one tag share.
  private var shares: [String: Share] = [:]
  private var hand = 0
  /// The bytes of words and values that are kept.
  package private(set) var byteCount = 0

  package init(_ limits: APILimits) {
    self.limits = limits
  }

  /// How many requests are known.
  package var count: Int { known.count }

  /// The value for a request, nil where it is not known.
  package mutating func find(_ words: [UInt8], hash: UInt64) -> Value? {
    guard let place = places[hash], known[place].words == words else { return nil }
    known[place].isFresh = true
    return known[place].value
  }

  /// The value of a tag, if some request that is known has it.
  package func value(of tag: String) -> Value? { shares[tag]?.value }

  /// Keeps a value of so many bytes for a request, where the bounds allow it.
  package mutating func keep(
    _ value: Value, tag: String, size: Int, for words: [UInt8], hash: UInt64
  ) {
    guard words.count <= limits.readyWords, size <= limits.readyAnswerBytes else { return }
    if let place = places[hash] { forget(place) }
    var share = shares[tag] ?? Share(value: value, size: size)
    if share.count == 0 { byteCount += size }
    share.count += 1
    shares[tag] = share
    byteCount += words.count
    places[hash] = known.count
    known.append(Known(hash: hash, words: words, tag: tag, value: share.value))
    while byteCount > limits.readyBytes || known.count > limits.readyRequests { forgetOne() }
  }

  private mutating func forgetOne() {
    while true {
      if hand >= known.count { hand = 0 }
      if !known[hand].isFresh { break }
      known[hand].isFresh = false
      hand += 1
    }
    forget(hand)
  }

  private mutating func forget(_ place: Int) {
    let gone = known[place]
    places[gone.hash] = nil
    byteCount -= gone.words.count
    if var share = shares.removeValue(forKey: gone.tag) {
      share.count -= 1
      if share.count == 0 { byteCount -= share.size } else { shares[gone.tag] = share }
    }
    let last = known.removeLast()
    if place < known.count {
      known[place] = last
      places[last.hash] = place
    }
  }
}
