/// How far all targets have come by what was known on one day. Never changes once made.
package final class Judgement: Sendable {
  package let asOf: Day
  private let progress: [String: [Progress]]

  package init(_ snapshot: Snapshot, asOf day: Day) {
    asOf = day
    progress = Dictionary(
      zip(snapshot.targets.ids, snapshot.targets.rows.map { snapshot.progress(of: $0, asOf: day) }),
      uniquingKeysWith: { one, _ in one })
  }

  /// A target's progress by each of its indicators, and its status: that of the first.
  package func progress(of target: Target) -> [Progress] { progress[target.id] ?? [] }
}
