import Coding
import HTTP
import Statistics

/// The answers of one loop: what was asked before is bytes at hand.
///
/// A request is known again by the words that its answer depends on: the target as sent, and the
/// fields of negotiation. All is forgotten when the day changes or something newer is published.
final class ReadyAnswers {
  private let publication: Publication
  private var api: API
  private var number: Int
  private var day: Day
  private var table: ReadyTable<Representation>
  private var rankings: KeptRankings
  /// The hashes of requests that were asked last, each in a place of its own.
  private var askedOnce: [UInt64]
  /// The words of the request at hand.
  private var words: [UInt8] = []
  private var encoders = Encoders()

  init(_ publication: Publication) {
    self.publication = publication
    (api, number) = publication.current()
    day = api.today()
    table = ReadyTable(api.limits)
    rankings = KeptRankings(capacity: api.limits.keptRankings)
    askedOnce = Array(repeating: 0, count: api.limits.askedOnce)
  }

  /// Takes what is newer, if anything is; a number that is another then.
  func era() -> Int {
    let newest = publication.number
    let today = api.today()
    if newest != number {
      (api, number) = publication.current()
      table = ReadyTable(api.limits)
      rankings = KeptRankings(capacity: api.limits.keptRankings)
    } else if today != day {
      table = ReadyTable(api.limits)
    }
    day = today
    return number << 32 | Int(day.number)
  }

  private func outcome(of head: borrowing RequestHead, _ bytes: Span<UInt8>) -> Outcome {
    api.outcome(of: head, bytes, day, rankings, live: publication.say)
  }

  func respond(to head: borrowing RequestHead, _ bytes: Span<UInt8>) -> Response {
    _ = era()
    guard head.method == .get || head.method == .head, head.form == .origin else {
      return answer(coded(outcome(of: head, bytes)), head, bytes)
    }
    let hash = readWords(head, bytes)
    if let representation = table.find(words, hash: hash) {
      var response = answer(representation, head, bytes)
      // Only what was asked for twice is worth being known by its head.
      response.mayRepeat =
        (response.status == .ok || response.status == .notModified) && !isOfPage(head, bytes)
      return response
    }
    let outcome = coded(outcome(of: head, bytes))
    if case .representation(let made) = outcome, case .whole(let content) = made.content,
      made.coding != .identity || isAskedAgain(hash)
    {
      table.keep(
        made, tag: made.tag, size: content.count + made.fields.bytes.count, for: words,
        hash: hash)
    }
    return answer(outcome, head, bytes)
  }

  /// The same with its content coded as its fields say.
  private func coded(_ outcome: Outcome) -> Outcome {
    guard case .representation(var representation) = outcome,
      representation.coding != .identity
    else { return outcome }
    if let known = table.value(of: representation.tag) { return .representation(known) }
    let coding = representation.coding
    switch representation.content {
    case .whole(let bytes): representation.content = .whole(encoders.code(bytes, coding))
    case .pieces(let make): representation.content = .pieces { CodedPieces(make(), coding) }
    }
    return .representation(representation)
  }

  /// A problem, coded if the client likes that.
  private func coded(
    _ problem: Response, _ head: borrowing RequestHead, _ bytes: Span<UInt8>
  ) -> Response {
    guard problem.status.code >= 400, case .whole(let body) = problem.body,
      body.count >= APILimits.codedFrom
    else { return problem }
    let coding = ContentCoding(preferredBy: AcceptEncoding(head, bytes))
    if coding == .identity { return problem }
    var coded = problem
    coded.body = .whole(encoders.code(body, coding))
    coded.fields.append("Content-Encoding", coding.rawValue)
    return coded
  }

  private func answer(
    _ outcome: Outcome, _ head: borrowing RequestHead, _ bytes: Span<UInt8>
  ) -> Response {
    switch outcome {
    case .response(let response): coded(response, head, bytes)
    case .representation(let representation): answer(representation, head, bytes)
    }
  }

  /// The conditions of the request, which every representation has in common.
  private func answer(
    _ representation: Representation, _ head: borrowing RequestHead, _ bytes: Span<UInt8>
  ) -> Response {
    switch Precondition.evaluate(head, bytes, tag: representation.tag) {
    case .failed:
      representation.response(coded(API.preconditionFailed(head, bytes), head, bytes))
    case .notModified: representation.notModified
    case .proceed: representation.answer
    }
  }

  /// Whether the same was asked for not long ago. What is asked for once is not kept: it would only
  /// displace what is, and take memory that no cache holds. What was coded is kept at once.
  private func isAskedAgain(_ hash: UInt64) -> Bool {
    if askedOnce.isEmpty { return true }
    let place = Int(hash % UInt64(askedOnce.count))
    if askedOnce[place] == hash { return true }
    askedOnce[place] = hash
    return false
  }

  /// Writes down what the answer depends on, and returns its hash: FNV-1a, begun at a number that
  /// nobody knows, so that no client can choose requests that displace each other.
  private func readWords(_ head: borrowing RequestHead, _ bytes: Span<UInt8>) -> UInt64 {
    words.removeAll(keepingCapacity: true)
    append(bytes.extracting(head.target))
    for line in head.fields where line.known == .accept || line.known == .acceptEncoding {
      // No target and no value holds these bytes.
      words.append(line.known == .accept ? 1 : 2)
      append(bytes.extracting(line.value))
    }
    if isOfPage(head, bytes) {
      // Commands on pages begin with the address that the client has for the server.
      words.append(head.isSecure ? 3 : 4)
      for line in head.fields where line.known == .host { append(bytes.extracting(line.value)) }
    }
    var hash = ReadyAnswers.seed
    for byte in words { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }

  /// Whether what is asked for may name the client's own address for the server: `/`, `/docs` and
  /// `/provinces/…`. No other address is so long and begins so.
  private func isOfPage(_ head: borrowing RequestHead, _ bytes: Span<UInt8>) -> Bool {
    head.path.count == 1
      || head.path.count == 5 && bytes[head.path.lowerBound + 1] == UInt8(ascii: "d")
      || head.path.count > 11 && bytes[head.path.lowerBound + 1] == UInt8(ascii: "p")
  }

  private func append(_ bytes: Span<UInt8>) {
    for index in bytes.indices { words.append(bytes[index]) }
  }

  private static let seed = UInt64.random(in: .min ... .max)
}
