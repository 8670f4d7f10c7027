/// Things as they were known on a day; nil where nobody knew of them.
extension Snapshot {
  /// A set with the wordings that were known; an item that no known document words is left out.
  package func known(_ set: CommitmentSet, on day: Day) -> CommitmentSet? {
    guard let from = knownFrom(set), from <= day else { return nil }
    var known = set
    known.items = set.items.compactMap { item in
      var item = item
      let all = item.wordings
      item.wordings = all.filter { sources[$0.source]?.knownFrom.map { $0 <= day } ?? false }
      item.targets = item.targets.filter { id in
        targets[id].flatMap(knownFrom).map { $0 <= day } ?? false
      }
      item.tasks = item.tasks.filter { id in
        tasks[id].flatMap(knownFrom).map { $0 <= day } ?? false
      }
      return item.wordings.isEmpty && !all.isEmpty ? nil : item
    }
    return known
  }

  /// A task with its result only if a known document tells it.
  package func known(_ task: Assignment, on day: Day) -> Assignment? {
    guard let from = knownFrom(task), from <= day else { return nil }
    var known = task
    known.questions.result = result(of: task, asOf: day)
    return known
  }
}
