/// A numbered set of commitments, such as "5 đẩy mạnh, 5 bảo đảm, 5 không".
package struct CommitmentSet: Sendable {
  package var id = ""
  package var name = Name(vi: "", en: "")
  package var meeting: String?
  package var announcedOn: Day?
  package var announcedBy: String?
  /// How many items the text announces; it may list fewer.
  package var declaredCount = 0
  package var groups: [CommitmentGroup] = []
  package var items: [Commitment] = []
  package var notes: [Name] = []

  package init() {}
}

package struct CommitmentGroup: Sendable {
  package var id = ""
  package var name = Name(vi: "", en: "")

  package init() {}
}

/// One item of a set, with every wording of it and what measures it.
package struct Commitment: Sendable {
  /// Within its set: `khong-3`.
  package var id = ""
  package var group: String?
  package var number = 0
  package var text = Name(vi: "", en: "")
  package var wordings: [Wording] = []
  package var measuredBy: [Measure] = []
  package var targets: [String] = []
  package var tasks: [String] = []
  package var unmeasuredNote: Name?

  package init() {}

  package var isUnmeasured: Bool { measuredBy.isEmpty && targets.isEmpty }
}

package struct Wording: Sendable {
  package var vi = ""
  package var source = ""
  package var locator: String?
  package var isOfficial = false
  package var note: Name?

  package init() {}
}

/// An indicator that measures a commitment, and why it does.
package struct Measure: Sendable {
  package var indicator = ""
  package var why = Name(vi: "", en: "")

  package init() {}
}
