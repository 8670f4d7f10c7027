import Coding
import Formats
import HTTP
import Search
import Statistics

/// The answers: everything that can be asked of one snapshot.
package struct API: Sendable {
  private let snapshot: Snapshot
  private let searchIndex: LazyIndex
  let today: @Sendable () -> Day
  let limits: APILimits
  private let prepared: Prepared
  private let publicURL: PublicURL
  private let checksums = Checksums()

  /// Part of every entity tag: a program that writes other bytes has other tags.
  package static let version = "1.1"

  /// `today` gives the day in Viet Nam when it is called.
  package init(
    _ snapshot: Snapshot, limits: APILimits = APILimits(), publicURL: PublicURL = .none,
    today: @escaping @Sendable () -> Day
  ) {
    self.publicURL = publicURL
    self.snapshot = snapshot
    searchIndex = LazyIndex(snapshot)
    self.limits = limits
    self.today = today
    prepared = Prepared(snapshot, today: today())
  }

  /// Makes what the first questions would have to wait for.
  package func prepare() {
    _ = searchIndex.index()
    prepared.make()
  }

  /// Of the snapshot.
  var digest: String { snapshot.digest }

  /// The same for another snapshot.
  func on(_ snapshot: Snapshot) -> API {
    API(snapshot, limits: limits, publicURL: publicURL, today: today)
  }

  /// What a request comes to on a day, whatever its conditions; `live` says what is so now.
  ///
  /// - Parameter kept: rankings of this snapshot that were made before.
  func outcome(
    of head: borrowing RequestHead, _ bytes: Span<UInt8>, _ today: Day, _ kept: KeptRankings,
    live: (Live) -> Live.Said
  ) -> Outcome {
    do throws(Refusal) {
      return try answer(head, bytes, today, kept, live)
    } catch {
      var refusal = error
      refusal.path = String(bytes, head.path)
      return .response(API.refusal(refusal, Asked(head, bytes)))
    }
  }

  private func answer(
    _ head: borrowing RequestHead, _ bytes: Span<UInt8>, _ today: Day, _ kept: KeptRankings,
    _ live: (Live) -> Live.Said
  ) throws(Refusal) -> Outcome {
    if head.form == .asterisk, head.method != .other { return .response(API.options()) }
    let segments = try PathSegments.parse(bytes.extracting(head.path))
    let path = String(bytes, head.path)
    let reply = Reply(head: Asked(head, bytes), path: path)
    if head.method == .other {
      return .response(
        reply.problem(
          .methodNotAllowed(String(bytes, head.methodName), allow: API.methods)))
    }
    guard let (route, values) = Router.route(segments) else {
      let problem = Router.nothing(at: segments, path)
      guard Wayside.isOfPeople(segments), Wayside.isAskedFor(by: Accept(head, bytes)) else {
        return .response(reply.problem(problem))
      }
      let wayside = Wayside(
        snapshot, today: today, origin: origin(of: head, bytes), try query(of: head, bytes))
      return .response(wayside.answer(segments, problem, reply))
    }
    if head.method == .options { return .response(API.options()).counted(as: route) }
    let query = try query(of: head, bytes)
    // One address has one tag.
    let asked = Router.endsInSlash(segments) ? String(path.dropLast()) : path
    var asking = Asking(
      snapshot, searchIndex, prepared, kept, checksums, publicURL, limits: limits, today: today,
      route: route, path: asked.isEmpty ? "/" : asked, values: values, query: query)
    if !asking.negotiate(Accept(head, bytes)) {
      let wanted = head.value(of: .accept, in: bytes) ?? []
      asking.refuse(String(decoding: wanted, as: UTF8.self))
    }
    if asking.format == .html { asking.origin = origin(of: head, bytes) }
    do {
      let answer = try route.answer(&asking)
      try asking.settled()
      if case .live(let page) = answer.content {
        return .response(reply.text(live(page))).counted(as: route)
      }
      return try represent(answer, asking, reply).counted(as: route)
    } catch let problem as Problem {
      return .response(reply.problem(problem)).counted(as: route)
    } catch {
      preconditionFailure("a route throws problems only: \(error)")
    }
  }

  private func query(
    of head: borrowing RequestHead, _ bytes: Span<UInt8>
  ) throws(Refusal) -> [(name: String, value: String)] {
    guard let range = head.query else { return [] }
    return try QueryString.parse(bytes.extracting(range))
  }

  /// What every representation has in common.
  private func represent(
    _ answer: Answer, _ asking: Asking, _ reply: Reply
  ) throws(Problem) -> Outcome {
    let content: Representation.Content
    var coding = reply.head.coding
    switch answer.content {
    case .text(let text): return .response(reply.text(Live.Said(text: text)))
    case .refusal(let status, let page):
      return .response(reply.refusal(status, page, in: answer.language))
    case .live: preconditionFailure("is answered before")
    case .seeOther(let address): return .response(reply.seeOther(address))
    case .whole(let bytes):
      content = .whole(bytes)
      if bytes.count < APILimits.codedFrom { coding = .identity }
    case .pieces(let make): content = .pieces(make)
    }
    if let refusal = asking.refusal { throw refusal }
    let tag = tag(of: answer, asking, coding)
    let (fields, description) = reply.fields(of: answer, asking, tag, coding)
    return .representation(
      Representation(
        route: asking.route.number, tag: tag, coding: coding, fields: fields,
        description: description, content: content))
  }

  /// 412: the representation is not the one that the client wants to ask about.
  static func preconditionFailed(
    _ head: borrowing RequestHead, _ bytes: Span<UInt8>
  ) -> Response {
    Reply(head: Asked(head, bytes), path: String(bytes, head.path)).problem(.preconditionFailed)
  }

  /// A digest of everything that the bytes depend on.
  private func tag(of answer: Answer, _ asking: Asking, _ coding: ContentCoding) -> String {
    var words: [UInt8] = []
    words.reserveCapacity(512)
    for part in [
      snapshot.digest, API.version, publicURL.text, asking.address(), asking.format.rawValue,
      coding.rawValue,
      answer.era,
      coding == .identity ? "" : ContentCoding.libraries,
    ] {
      words.append(contentsOf: part.utf8)
      // No part holds this byte, so that none can pass for another's end.
      words.append(0)
    }
    var digest = Digest()
    digest.add(words)
    return "\"\(digest.hexadecimal(digits: 32))\""
  }

  /// The address that the world, or else this client, has for the server: what commands on pages
  /// begin with. A host that is no plain one is not repeated.
  private func origin(of head: borrowing RequestHead, _ bytes: Span<UInt8>) -> String {
    if !publicURL.text.isEmpty { return publicURL.text }
    let host = String(decoding: head.value(of: .host, in: bytes) ?? [], as: UTF8.self)
    return PublicURL("\(head.isSecure ? "https" : "http")://\(host)")?.text
      ?? "http://127.0.0.1:8080"
  }

  static let methods = "GET, HEAD, OPTIONS"

  private static func options() -> Response {
    var fields = FieldLines()
    fields.append("Allow", methods)
    fields.append("Access-Control-Allow-Origin", "*")
    fields.append("Access-Control-Allow-Methods", methods)
    fields.append("Access-Control-Allow-Headers", "Accept, Accept-Language, If-None-Match")
    fields.append("Access-Control-Max-Age", "86400")
    return Response(.noContent, fields: fields)
  }
}
