import Statistics

/// Rows about documents and places.
extension Reading {
  mutating func source(_ record: inout Record) -> Source {
    var source = Source()
    source.id = defineID(&record, .source)
    source.title = record.requiredText("title")
    source.publisher = record.requiredText("publisher")
    source.agency = reference(&record, "agency", to: .agency)
    source.url = record.optionalText("url")
    source.language = record.requiredText("language")
    source.kind = record.requiredCode("kind", default: .press)
    source.published = record.optionalPartialDate("published")
    source.publishedNote = record.optionalName("publishedNote")
    source.retrieved = record.optionalDay("retrieved")
    source.transcriptionOf = referenceList(&record, "transcriptionOf", to: .source)
    source.meeting = reference(&record, "meeting", to: .meeting)
    source.number = record.optionalText("number")
    source.license = record.optionalText("license")
    source.reliability = record.requiredCode("reliability", default: .single)
    source.checks = record.names("checks")
    source.notes = record.names("notes")
    return source
  }

  mutating func country(_ record: inout Record) -> Country {
    var country = Country()
    country.id = defineID(&record, .country)
    country.name = record.requiredName("name")
    country.level = record.requiredCode("level", default: .country)
    return country
  }

  mutating func province(_ record: inout Record) -> Province {
    var unit = Province()
    unit.id = defineID(&record, .province)
    unit.code = record.requiredText("code")
    unit.isoCode = record.optionalText("isoCode")
    unit.slug = record.requiredText("slug")
    unit.name = record.requiredName("name")
    unit.fullName = record.requiredName("fullName")
    unit.type = record.requiredCode("type", default: .province)
    unit.validFrom = record.optionalDay("validFrom")
    unit.validTo = record.optionalDay("validTo")
    unit.act = reference(&record, "act", to: .source)
    unit.predecessors = referenceList(&record, "predecessors", to: .province)
    unit.aliases = record.texts("aliases")
    unit.formerly = formerNames(&record)
    unit.notes = record.names("notes")
    if let from = unit.validFrom, let to = unit.validTo, to < from {
      record.place.report(expected: "validTo on or after validFrom", found: "\(from) to \(to)")
    }
    return unit
  }

  private mutating func formerNames(_ record: inout Record) -> [FormerName] {
    record.objects("formerly") { entry in
      var former = FormerName()
      former.name = entry.requiredName("name")
      former.fullName = entry.requiredName("fullName")
      former.type = entry.requiredCode("type", default: .province)
      former.validFrom = entry.optionalDay("validFrom")
      if let last = entry.optionalDay("validTo") {
        former.validTo = last
      } else {
        entry.place.report(expected: "validTo, the last day of the former name", found: "none")
      }
      former.act = reference(&entry, "act", to: .source)
      former.notes = entry.names("notes")
      return former
    }
  }

  mutating func region(_ record: inout Record) -> Region {
    var region = Region()
    region.id = defineID(&record, .region)
    region.slug = record.requiredText("slug")
    region.name = record.requiredName("name")
    if let first = record.optionalDay("validFrom") {
      region.validFrom = first
    } else {
      record.place.report(expected: "validFrom, the first day of the region", found: "none")
    }
    region.validTo = record.optionalDay("validTo")
    region.act = reference(&record, "act", to: .source)
    region.provinces = referenceList(&record, "provinces", to: .province)
    region.notes = record.names("notes")
    return region
  }

  mutating func pillar(_ record: inout Record) -> Pillar {
    var pillar = Pillar()
    pillar.id = defineID(&record, .pillar)
    pillar.name = record.requiredName("name")
    return pillar
  }

  mutating func agency(_ record: inout Record) -> Agency {
    var agency = Agency()
    agency.id = defineID(&record, .agency)
    agency.name = record.requiredName("name")
    agency.aliases = record.texts("aliases")
    agency.validFrom = record.optionalDay("validFrom")
    agency.validTo = record.optionalDay("validTo")
    agency.successors = referenceList(&record, "successors", to: .agency)
    agency.act = reference(&record, "act", to: .source)
    agency.notes = record.names("notes")
    return agency
  }

  mutating func meeting(_ record: inout Record) -> Meeting {
    var meeting = Meeting()
    meeting.id = defineID(&record, .meeting)
    meeting.name = record.requiredName("name")
    meeting.date = record.optionalDay("date")
    meeting.dateNote = record.optionalName("dateNote")
    meeting.place = record.optionalName("place")
    meeting.chair = reference(&record, "chair", to: .agency)
    meeting.agencies = referenceList(&record, "agencies", to: .agency)
    meeting.sources = referenceList(&record, "sources", to: .source)
    meeting.notes = record.names("notes")
    return meeting
  }
}
