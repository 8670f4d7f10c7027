import JSON
import Statistics

extension Field where Row == Pillar {
  package static let all: [Field] = [
    Field("id", says: .text()) { pillar, _ in .text(pillar.id) },
    Field("name", as: .name, says: .name) { pillar, _ in .name(pillar.name) },
    Field("indicators") { pillar, view in
      .texts(view.snapshot.links.indicatorsOfPillar[pillar.id] ?? [])
    },
    Field("targets") { pillar, view in
      .texts(view.snapshot.links.targetsOfPillar[pillar.id] ?? [])
    },
  ]
}

extension Field where Row == Indicator {
  package static let all: [Field] = [
    Field("id", says: .text()) { indicator, _ in .text(indicator.id) },
    Field("name", as: .name, says: .name) { indicator, _ in .name(indicator.name) },
    Field("shortName", as: .name) { indicator, _ in .name(indicator.shortName) },
    Field("definition", as: .name) { indicator, _ in .name(indicator.definition) },
    Field("producer") { indicator, _ in .text(indicator.producer) },
    Field("producerNote", always: false, as: .name) { indicator, _ in .name(indicator.producerNote)
    },
    Field("pillar") { indicator, _ in .text(indicator.pillar) },
    Field("parent") { indicator, _ in .text(indicator.parent) },
    Field("components") { indicator, view in
      .texts(view.snapshot.links.componentsOfIndicator[indicator.id] ?? [])
    },
    Field("unit", as: .members(["code", "symbol", "name.vi", "name.en"]), says: .unitOfMeasure) {
      indicator, view in
      let unit = view.snapshot.units[indicator.unit]
      return .nested { writer in
        writer.beginObject()
        writer.member("code", indicator.unit)
        writer.member("symbol", unit?.symbol ?? "")
        writer.member("name", unit?.name)
        writer.endObject()
      }
    },
    Field("unitMultiplier") { indicator, _ in .integer(indicator.unitMultiplier) },
    Field("decimals") { indicator, _ in .integer(indicator.decimals) },
    Field("minimum") { indicator, _ in .number(indicator.minimum) },
    Field("maximum") { indicator, _ in .number(indicator.maximum) },
    Field("kind", says: .codes(of: IndicatorKind.self)) { indicator, _ in
      .text(indicator.kind.rawValue)
    },
    Field("frequency", says: .codes(of: Frequency.self)) { indicator, _ in
      .text(indicator.frequency.rawValue)
    },
    Field("direction", says: .codes(of: Direction.self)) { indicator, _ in
      .text(indicator.direction.rawValue)
    },
    Field("levels", says: .list(of: .codes(of: Level.self))) { indicator, _ in
      .texts(indicator.levels.map(\.rawValue))
    },
    Field(
      "aggregation", as: .members(["rule", "over", "weight", "source", "excerpt"]),
      says: .aggregation
    ) {
      indicator, _ in
      .nested { writer in indicator.aggregation.write(onto: &writer) }
    },
    Field("breaks", as: .leftOut, says: .breaks) { indicator, _ in
      .list(count: indicator.breaks.count) { index, writer in
        let change = indicator.breaks[index]
        writer.beginObject()
        writer.member("period", change.period.description)
        writer.member("what", change.what)
        writer.member("act", change.act)
        writer.member("source", change.source)
        writer.endObject()
      }
    },
    Field("coverage", as: .members(["first", "last", "observations", "complete"]), says: .coverage)
    {
      indicator, view in
      let place = view.snapshot.indicators.place(indicator.id)
      return .nested { writer in
        if let place { view.snapshot.coverage[place].write(onto: &writer) } else { writer.null() }
      }
    },
    Field("measures", as: .leftOut, says: .measures) { indicator, view in
      let links = view.snapshot.links
      return .list(links.measures(of: indicator.id))
    },
    Field("platforms") { indicator, view in
      .texts(view.snapshot.links.platformsOfIndicator[indicator.id] ?? [])
    },
    Field("notes", as: .leftOut) { indicator, _ in .names(indicator.notes) },
  ]
}

extension Links {
  /// What an indicator serves: commitments, then targets, as type and id.
  fileprivate func measures(of indicator: String) -> [(type: String, id: String)] {
    (commitmentsOfIndicator[indicator] ?? []).map { ("commitment", $0) }
      + (targetsOfIndicator[indicator] ?? []).map { ("target", $0) }
  }
}

extension FieldValue {
  fileprivate static func list(_ things: [(type: String, id: String)]) -> FieldValue {
    .list(count: things.count) { index, writer in
      writer.beginObject()
      writer.member("type", things[index].type)
      writer.member("id", things[index].id)
      writer.endObject()
    }
  }
}

extension Aggregation {
  fileprivate func write(onto writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("rule", rule.rawValue)
    for (key, value) in [
      ("over", over), ("weight", weight), ("source", source), ("excerpt", excerpt),
    ] where value != nil {
      writer.member(key, value)
    }
    writer.endObject()
  }
}

extension Coverage {
  fileprivate func write(onto writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("first", first?.description)
    writer.member("last", last?.description)
    writer.key("observations")
    writer.integer(observations)
    writer.key("complete")
    writer.strings(complete.map(\.description))
    writer.key("partial")
    writer.beginArray()
    for entry in partial {
      writer.beginObject()
      writer.member("period", entry.period.description)
      writer.key("have")
      writer.integer(entry.have)
      writer.key("of")
      writer.integer(entry.of)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }
}
