import Statistics

/// What the artefacts here are called.
package enum Identity {
  package static let agency = "THUOCDO"
  package static let version = "1.0"
  package static let structure = "DSD_DIGITAL"
  package static let concepts = "CS_DIGITAL"
  package static let categories = "PILLARS"
  /// The dataflow of all data.
  package static let flow = "DIGITAL"

  /// The dataflow of a pillar.
  package static func flow(ofPillar id: String) -> String { "\(flow)_\(plain(id))" }

  /// The namespace of structure-specific data.
  static func namespace(isFlat: Bool) -> String {
    "urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=\(agency):\(structure)(\(version))"
      + ":ObsLevelDim:\(isFlat ? "AllDimensions" : "TIME_PERIOD")"
  }

  /// An id as a code: the two signs that ids have and codes may not are written as two that codes
  /// have and ids may not.
  package static func code(_ id: String) -> String {
    if !id.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") }) {
      return id
    }
    return String(
      decoding: id.utf8.map { byte in
        switch byte {
        case UInt8(ascii: "."): UInt8(ascii: "$")
        case UInt8(ascii: "/"): UInt8(ascii: "@")
        default: byte
        }
      }, as: UTF8.self)
  }

  /// An id as part of the name of an artefact.
  private static func plain(_ id: String) -> String {
    String(
      decoding: id.uppercased().utf8.map { byte in
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/") ? UInt8(ascii: "_") : byte
      }, as: UTF8.self)
  }
}

/// A dataflow: all data, or the indicators of a pillar.
package struct Flow: Sendable {
  package let id: String
  package let name: Name
  /// Indices into the snapshot's indicators; nil: all.
  package let indicators: Set<Int>?

  /// All of a snapshot, the one with everything first.
  package static func all(in snapshot: Snapshot) -> [Flow] {
    let whole = Flow(
      id: Identity.flow,
      name: Name(vi: "Chuyển đổi số quốc gia", en: "National digital transformation"),
      indicators: nil)
    return [whole]
      + snapshot.pillars.rows.map { pillar in
        Flow(
          id: Identity.flow(ofPillar: pillar.id), name: pillar.name,
          indicators: Set(
            snapshot.indicators.rows.indices.filter {
              snapshot.indicators.rows[$0].pillar == pillar.id
            }))
      }
  }
}
