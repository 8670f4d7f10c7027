// Formats: how it is said: the fields of every thing, and the JSON that they make.

import Statistics

/// What a thing is looked at with: the snapshot, and the day on which names and types are read.
package struct View: Sendable {
  package let snapshot: Snapshot
  package var day: Day

  package init(_ snapshot: Snapshot, on day: Day) {
    self.snapshot = snapshot
    self.day = day
  }
}
