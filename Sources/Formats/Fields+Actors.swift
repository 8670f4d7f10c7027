import JSON
import Statistics

extension Field where Row == Agency {
  package static let all: [Field] = [
    Field("id", says: .text()) { agency, _ in .text(agency.id) },
    Field("name", as: .name, says: .name) { agency, _ in .name(agency.name) },
    Field("aliases") { agency, _ in .texts(agency.aliases) },
    Field("validFrom") { agency, _ in .day(agency.validFrom) },
    Field("validTo") { agency, _ in .day(agency.validTo) },
    Field("successors") { agency, _ in .texts(agency.successors) },
    Field("act") { agency, _ in .text(agency.act) },
    Field("notes", always: false, as: .leftOut) { agency, _ in .names(agency.notes) },
  ]
}

extension Field where Row == Meeting {
  package static let all: [Field] = [
    Field("id", says: .text()) { meeting, _ in .text(meeting.id) },
    Field("name", as: .name, says: .name) { meeting, _ in .name(meeting.name) },
    Field("date") { meeting, _ in .day(meeting.date) },
    Field("dateNote", as: .name) { meeting, _ in .name(meeting.dateNote) },
    Field("place", as: .name) { meeting, _ in .name(meeting.place) },
    Field("chair") { meeting, _ in .text(meeting.chair) },
    Field("agencies") { meeting, _ in .texts(meeting.agencies) },
    Field("sources") { meeting, _ in .texts(meeting.sources) },
    Field("commitmentSets") { meeting, view in
      .texts(view.snapshot.links.setsOfMeeting[meeting.id] ?? [])
    },
    Field("targets") { meeting, view in
      .texts(view.snapshot.links.targetsOfMeeting[meeting.id] ?? [])
    },
    Field("tasks") { meeting, view in
      .texts(view.snapshot.links.tasksOfMeeting[meeting.id] ?? [])
    },
    Field("notes", always: false, as: .leftOut) { meeting, _ in .names(meeting.notes) },
  ]
}

extension Field where Row == Platform {
  package static let all: [Field] = [
    Field("id", says: .text()) { platform, _ in .text(platform.id) },
    Field("name", as: .name, says: .name) { platform, _ in .name(platform.name) },
    Field("aliases") { platform, _ in .texts(platform.aliases) },
    Field("kind", says: .codes(of: PlatformKind.self)) { platform, _ in
      .text(platform.kind.rawValue)
    },
    Field("url") { platform, _ in .text(platform.url) },
    Field("owner", as: .members(["agency", "asWritten"]), says: .orNull(.agencyMention)) {
      platform, _ in
      guard let owner = platform.owner else { return .nested(nil) }
      return .nested { writer in owner.write(onto: &writer) }
    },
    Field("pillars") { platform, _ in .texts(platform.pillars) },
    Field("state", says: .codes(of: PlatformState.self)) { platform, _ in
      .text(platform.state.rawValue)
    },
    Field("mentions", as: .leftOut, says: .mentions) { platform, _ in
      .list(count: platform.mentions.count) { index, writer in
        let mention = platform.mentions[index]
        writer.beginObject()
        writer.member("source", mention.source)
        writer.member("locator", mention.locator)
        writer.member("excerpt", mention.excerpt)
        writer.endObject()
      }
    },
    Field("indicators") { platform, _ in .texts(platform.indicators) },
    Field("tasks") { platform, view in
      .texts(view.snapshot.links.tasksOfPlatform[platform.id] ?? [])
    },
    Field("notes", always: false, as: .leftOut) { platform, _ in .names(platform.notes) },
  ]
}

extension AgencyMention {
  func write(onto writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("agency", agency)
    writer.member("asWritten", asWritten)
    writer.endObject()
  }
}

extension Field where Row == Source {
  package static let all: [Field] = [
    Field("id", says: .text()) { source, _ in .text(source.id) },
    Field("title", says: .text()) { source, _ in .text(source.title) },
    Field("publisher") { source, _ in .text(source.publisher) },
    Field("agency", always: false) { source, _ in .text(source.agency) },
    Field("url") { source, _ in .text(source.url) },
    Field("language") { source, _ in .text(source.language) },
    Field("kind", says: .codes(of: SourceKind.self)) { source, _ in .text(source.kind.rawValue) },
    Field("published") { source, _ in .date(source.published) },
    Field("publishedNote", always: false, as: .name) { source, _ in .name(source.publishedNote) },
    Field("knownFrom") { source, _ in .day(source.knownFrom) },
    Field("retrieved") { source, _ in .day(source.retrieved) },
    Field("transcriptionOf") { source, _ in .texts(source.transcriptionOf) },
    Field("meeting") { source, _ in .text(source.meeting) },
    Field("number") { source, _ in .text(source.number) },
    Field("license") { source, _ in .text(source.license) },
    Field("citation", says: .text()) { source, _ in .text(source.citation) },
    Field("reliability", says: .codes(of: Reliability.self)) { source, _ in
      .text(source.reliability.rawValue)
    },
    Field("checks", as: .leftOut) { source, _ in .names(source.checks) },
    Field("notes", always: false, as: .leftOut) { source, _ in .names(source.notes) },
    Field("uses", as: .members(["observations", "targets", "tasks", "commitments"]), says: .uses) {
      source, view in
      let uses = view.snapshot.links.usesOfSource[source.id] ?? SourceUses()
      return .nested { writer in
        writer.beginObject()
        for (key, count) in [
          ("observations", uses.observations), ("targets", uses.targets),
          ("tasks", uses.tasks), ("commitments", uses.commitments),
        ] {
          writer.key(key)
          writer.integer(count)
        }
        writer.endObject()
      }
    },
  ]
}

extension Source {
  /// How to cite it: title, publisher, number, date and address, as far as they are known.
  fileprivate var citation: String {
    var text = "\(title). \(publisher)"
    if let number { text += ", \(number)" }
    if let published { text += ", \(published)" }
    if let url { text += ". \(url)" }
    if let retrieved { text += " (\(language == "vi" ? "đọc ngày" : "retrieved") \(retrieved))" }
    return text
  }
}
