import Statistics

/// The code lists.
package enum CodeList: String, Sendable, CaseIterable {
  case frequencies = "CL_FREQ"
  case indicators = "CL_INDICATOR"
  case areas = "CL_AREA"
  case units = "CL_UNIT"
  case statuses = "CL_OBS_STATUS"
  case qualifiers = "CL_QUALIFIER"
  case reasons = "CL_MISSING"
  case sources = "CL_SOURCE"

  var name: Name {
    switch self {
    case .frequencies: Name(vi: "Tần suất", en: "Frequency")
    case .indicators: Name(vi: "Chỉ số", en: "Indicators")
    case .areas: Name(vi: "Địa bàn", en: "Areas")
    case .units: Name(vi: "Đơn vị đo", en: "Units of measure")
    case .statuses: Name(vi: "Trạng thái của giá trị", en: "Observation status")
    case .qualifiers: Name(vi: "Mức chính xác của lời", en: "Precision of the statement")
    case .reasons: Name(vi: "Vì sao không có giá trị", en: "Why a value is missing")
    case .sources: Name(vi: "Nguồn", en: "Sources")
    }
  }

  /// Whether the codes are the program's own rather than the data's.
  var isFinal: Bool {
    switch self {
    case .frequencies, .statuses, .qualifiers, .reasons: true
    case .indicators, .areas, .units, .sources: false
    }
  }

  func count(in snapshot: Snapshot) -> Int {
    switch self {
    case .frequencies: Frequency.allCases.count
    case .indicators: snapshot.indicators.count
    case .areas: snapshot.areas.count
    case .units: snapshot.units.count
    case .statuses: ObservationStatus.allCases.count
    case .qualifiers: Qualifier.allCases.count
    case .reasons: MissingReason.allCases.count
    case .sources: snapshot.sources.count
    }
  }

  /// The places of the codes, parents before their children: some clients know no others.
  func order(in snapshot: Snapshot) -> [Int] {
    let places = Array(0..<count(in: snapshot))
    switch self {
    case .areas:
      return places.filter { snapshot.areas.rows[$0].level != .province }
        + places.filter { snapshot.areas.rows[$0].level == .province }
    case .indicators:
      let depths = places.map { snapshot.depth(ofIndicator: $0) }
      return places.sorted { (depths[$0], $0) < (depths[$1], $1) }
    default: return places
    }
  }

  func code(_ place: Int, of snapshot: Snapshot) -> Code {
    switch self {
    case .frequencies:
      let frequency = Frequency.allCases[place]
      return Code(frequency.rawValue, frequency.name)
    case .indicators: return Code(snapshot.indicators.rows[place], snapshot)
    case .areas: return snapshot.code(ofArea: place)
    case .units:
      let unit = snapshot.units.rows[place]
      return Code(Identity.code(unit.code), unit.name)
    case .statuses:
      let status = ObservationStatus.allCases[place]
      return Code(status.rawValue, status.name)
    case .qualifiers:
      let qualifier = Qualifier.allCases[place]
      return Code(qualifier.rawValue, qualifier.name)
    case .reasons:
      let reason = MissingReason.allCases[place]
      return Code(reason.rawValue, reason.name)
    case .sources: return Code(snapshot.sources.rows[place])
    }
  }
}

/// One code with what is known of it.
struct Code {
  var id: String
  var names: [(language: String, text: String)]
  var description: Name?
  var annotations: [(type: String, text: String)] = []
  var url: String?
  var parent: String?

  init(_ id: String, _ name: Name) {
    self.id = id
    names = [("vi", name.vi), ("en", name.en)]
  }

  init(_ indicator: Indicator, _ snapshot: Snapshot) {
    self.init(indicator.id, indicator.name)
    description = indicator.definition
    annotations = [
      ("UNIT_MEASURE", Identity.code(indicator.unit)), ("KIND", indicator.kind.rawValue),
      ("DIRECTION", indicator.direction.rawValue),
      ("AGGREGATION", indicator.aggregation.rule.rawValue),
    ]
    if let pillar = indicator.pillar { annotations.append(("PILLAR", pillar)) }
    for change in indicator.breaks { annotations.append(("BREAK", change.period.description)) }
    parent = indicator.parent
  }

  /// The title of a document stays in its language.
  init(_ source: Source) {
    id = Identity.code(source.id)
    names = [(source.language, source.title)]
    annotations = [("KIND", source.kind.rawValue), ("PUBLISHER", source.publisher)]
    if let day = source.published { annotations.append(("PUBLISHED", day.description)) }
    url = source.url
  }

  func write(onto writer: inout XMLWriter) {
    writer.open("str:Code", ["id": id])
    if !annotations.isEmpty || url != nil {
      writer.open("com:Annotations")
      for annotation in annotations {
        writer.open("com:Annotation")
        writer.element("com:AnnotationTitle", annotation.text)
        writer.element("com:AnnotationType", annotation.type)
        writer.close("com:Annotation")
      }
      if let url {
        writer.open("com:Annotation")
        writer.element("com:AnnotationType", "URL")
        writer.element("com:AnnotationURL", url)
        writer.close("com:Annotation")
      }
      writer.close("com:Annotations")
    }
    for name in names { writer.element("com:Name", name.text, ["xml:lang": name.language]) }
    if let description { writer.name(description, as: "com:Description") }
    if let parent {
      writer.open("str:Parent")
      writer.empty("Ref", ["id": parent])
      writer.close("str:Parent")
    }
    writer.close("str:Code")
  }
}

extension Snapshot {
  /// How many stand above an indicator.
  fileprivate func depth(ofIndicator place: Int) -> Int {
    var depth = 0
    var parent = indicators.rows[place].parent
    // No chain is longer than there are indicators, were it closed to a ring.
    while let id = parent, depth < indicators.count {
      depth += 1
      parent = indicators[id]?.parent
    }
    return depth
  }

  /// An area with its validity; provinces belong to the nation, since the region of one is another
  /// on another map.
  fileprivate func code(ofArea place: Int) -> Code {
    switch areas.rows[place].kind {
    case .country(let country):
      var code = Code(areas.ids[place], countries.rows[country].name)
      code.annotations = [("LEVEL", countries.rows[country].level.rawValue)]
      return code
    case .province(let province):
      let unit = provinces.rows[province]
      var code = Code(unit.id, unit.name)
      code.annotations = [
        ("LEVEL", Level.province.rawValue), ("TYPE", unit.type.rawValue), ("CODE", unit.code),
      ]
      if let iso = unit.isoCode { code.annotations.append(("ISO_3166_2", iso)) }
      if let from = unit.validFrom { code.annotations.append(("VALID_FROM", from.description)) }
      if let to = unit.validTo { code.annotations.append(("VALID_TO", to.description)) }
      for id in unit.predecessors { code.annotations.append(("PREDECESSOR", id)) }
      for id in unit.successors { code.annotations.append(("SUCCESSOR", id)) }
      code.parent = countries.rows.first { $0.level == .nation }?.id
      return code
    }
  }
}

extension XMLWriter {
  /// A text in both languages.
  mutating func name(_ name: Name, as element: String = "com:Name") {
    self.element(element, name.vi, ["xml:lang": "vi"])
    self.element(element, name.en, ["xml:lang": "en"])
  }
}
