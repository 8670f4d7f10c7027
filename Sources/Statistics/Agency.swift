/// Who gives orders, takes them, or produces figures; named as it was named then.
package struct Agency: Sendable {
  package var id = ""
  package var name = Name(vi: "", en: "")
  package var aliases: [String] = []
  package var validFrom: Day?
  package var validTo: Day?
  package var successors: [String] = []
  package var act: String?
  package var notes: [Name] = []

  package init() {}
}

/// An agency as a document writes it; `agency` is nil where it names none of the data.
package struct AgencyMention: Sendable {
  package var agency: String?
  package var asWritten = ""

  package init() {}
}

/// Where something was said and decided.
package struct Meeting: Sendable {
  package var id = ""
  package var name = Name(vi: "", en: "")
  package var date: Day?
  package var dateNote: Name?
  package var place: Name?
  package var chair: String?
  package var agencies: [String] = []
  package var sources: [String] = []
  package var notes: [Name] = []

  package init() {}
}

/// A national system that the documents name.
package struct Platform: Sendable {
  package var id = ""
  package var name = Name(vi: "", en: "")
  package var aliases: [String] = []
  package var kind = PlatformKind.system
  package var url: String?
  package var owner: AgencyMention?
  package var pillars: [String] = []
  package var state = PlatformState.operating
  package var mentions: [Mention] = []
  package var indicators: [String] = []
  package var notes: [Name] = []

  package init() {}
}

/// The words of a document about something.
package struct Mention: Sendable {
  package var source = ""
  package var locator: String?
  package var excerpt: String?

  package init() {}
}
