import HTML
import JSON
import Statistics

/// The front page: the state of things in a sentence, then figures, targets, commitments, places
/// and tasks.
package struct FrontPage: Sendable {
  let desk: Desk
  /// What a search found; nil where nothing was searched.
  package var found: Found?
  /// The indicator that was chosen; nil where there is none at all.
  package var shown: Shown?
  /// Drawings of it.
  package var map: [UInt8]?
  package var lines: [UInt8]?
  /// What is wrong with the question.
  package var notices: [String] = []
  let judged: [JudgedTarget]

  /// What was found for words.
  package struct Found: Sendable {
    package var hits: [Hit] = []
    /// How many there are in all.
    package var total = 0
    /// Words near to these that find something.
    package var near: String?

    package init() {}
  }

  package struct Hit: Sendable {
    package var kind: String
    package var id: String
    package var name: Name
    /// Where the API has it.
    package var href: String
    package var pieces: [(text: String, isMatch: Bool)]
    package var successors: [String]

    package init(
      kind: String, id: String, name: Name, href: String,
      pieces: [(text: String, isMatch: Bool)], successors: [String]
    ) {
      self.kind = kind
      self.id = id
      self.name = name
      self.href = href
      self.pieces = pieces
      self.successors = successors
    }
  }

  package init(_ desk: Desk) {
    self.desk = desk
    let snapshot = desk.snapshot
    judged = snapshot.targets.rows.filter { target in
      snapshot.knownFrom(target).map { $0 <= desk.today } ?? false
    }.map { JudgedTarget($0, snapshot, asOf: desk.today) }
  }

  /// Of the page; what was chosen comes first.
  private var title: String {
    let name = desk.say(
      "Thước đo chuyển đổi số quốc gia", "ThuocDo: a yardstick of national digital transformation")
    guard desk.choice.indicator != nil, let shown else { return name }
    return "\(said(shown, desk.snapshot.indicators.rows[shown.indicator])) · \(name)"
  }

  package func document() -> [UInt8] {
    desk.document("/", title: title, notices: notices, hasSections: true) { writer in
      if let found { write(found, &writer) }
      writeLead(&writer)
      writeHeadlines(&writer)
      writeTargets(&writer)
      writeCommitments(&writer)
      writePlaces(&writer)
      writeTasks(&writer)
    }
  }
}

/// A target with how far it is.
struct JudgedTarget: Sendable {
  let target: Target
  let status: TargetStatus
  let reason: NoDataReason?
  /// By the first of its indicators, which decides the status.
  let progress: Progress?
  /// By the others that have a figure: they may say otherwise.
  let others: [Progress]

  init(_ target: Target, _ snapshot: Snapshot, asOf day: Day) {
    self.target = target
    let all = snapshot.progress(of: target, asOf: day)
    progress = all.first
    others = all.dropFirst().filter { $0.observation != nil }
    status = progress?.status ?? .noData
    reason = progress == nil ? snapshot.reasonWithoutIndicator(target) : progress?.reason
  }
}
