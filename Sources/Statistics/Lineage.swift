/// Where a unit came from and what became of it, nearest first.
package struct Lineage: Sendable {
  package let unit: Province
  package let predecessors: [Step]
  package let successors: [Step]

  /// One merger between two units.
  package struct Step: Sendable {
    package let unit: Province
    /// Whether the earlier unit went into the later one whole.
    package let isWhole: Bool
    /// The first day of the later unit.
    package let on: Day?
    package let act: String?
  }

  package init(of unit: Province, _ snapshot: Snapshot) {
    self.unit = unit
    predecessors = Lineage.steps(from: unit, snapshot, next: \.predecessors) { later, earlier in
      (earlier, later)
    }
    successors = Lineage.steps(from: unit, snapshot, next: \.successors) { earlier, later in
      (earlier, later)
    }
  }

  private static func steps(
    from unit: Province, _ snapshot: Snapshot, next: KeyPath<Province, [String]>,
    order: (Province, Province) -> (earlier: Province, later: Province)
  ) -> [Step] {
    var steps: [Step] = []
    var level = [unit]
    while !level.isEmpty {
      var following: [Province] = []
      for near in level {
        for far in near[keyPath: next].compactMap({ snapshot.provinces[$0] }) {
          let (earlier, later) = order(near, far)
          steps.append(
            Step(
              unit: far, isWhole: earlier.successors.count == 1, on: later.validFrom,
              act: later.act))
          following.append(far)
        }
      }
      level = following
    }
    return steps
  }
}
