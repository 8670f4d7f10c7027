import HTTP
import SDMX
import Statistics

/// How an answer is said; of those that a route offers, the first is what a client gets that does
/// not mind. The raw value is its name in `format=` and the ending of a downloaded file.
enum Format: String, Sendable, CaseIterable {
  case json, csv, ndjson, jsonstat, jsonld
  case sdmxData = "sdmx"
  case sdmxGeneric = "sdmxgeneric"
  case sdmxTable = "sdmxcsv"
  case sdmxStructure = "sdmxstructure"
  /// Pages for people, how they look, and what makes them quicker to use.
  case html, css, js
  /// Drawings.
  case svg

  /// Formats that have no name in `format=`.
  static let ofPages: [Format] = [.html, .css, .js, .svg]
  /// Formats of any collection.
  static let ofRows: [Format] = [.json, .csv, .ndjson]
  /// Formats of collections that are cubes of indicator, area and period.
  static let ofFigures: [Format] = ofRows + [.jsonstat]
  /// Formats of SDMX data.
  static let ofSDMXData: [Format] = [.sdmxData, .sdmxGeneric, .sdmxTable]
  /// What figures are said in, as `/v1` lists it, and where that is not the addresses below it.
  static let listed: [(format: Format, place: String?)] =
    ofFigures.map { ($0, nil) } + ofSDMXData.map { ($0, "/sdmx/2.1/data") }
    + [(.sdmxStructure, "/sdmx/2.1")]

  /// What asks for it in `Accept`, with every parameter that holds for it; none where only
  /// `format=` does.
  var mediaTypes: [MediaType] {
    switch self {
    case .json: [MediaType("application", "json")]
    case .csv: [MediaType.table]
    case .ndjson: [MediaType("application", "x-ndjson")]
    case .jsonstat: []
    case .sdmxData: [MediaType.sdmx("structurespecificdata")] + MediaType.xml
    case .sdmxGeneric: [MediaType.sdmx("genericdata")]
    case .sdmxTable:
      [
        MediaType(
          "application", "vnd.sdmx.data+csv",
          [
            .init("version", "2.0.0"), .init("labels", "id"), .init("timeformat", "original"),
            .init("keys", "none"), .init("header", "present"),
          ]),
        MediaType.table,
      ]
    case .sdmxStructure: [MediaType.sdmx("structure")] + MediaType.xml
    case .jsonld: [MediaType("application", "ld+json"), MediaType("application", "json")]
    case .html: [MediaType("text", "html")]
    case .css: [MediaType("text", "css")]
    case .js: [MediaType("text", "javascript")]
    case .svg: [MediaType("image", "svg+xml")]
    }
  }

  /// As `Content-Type` says it.
  var contentType: String {
    switch self {
    case .json, .jsonstat: "application/json"
    case .csv: "text/csv; charset=utf-8; header=present"
    case .ndjson: "application/x-ndjson"
    case .sdmxData: "application/vnd.sdmx.structurespecificdata+xml;version=2.1"
    case .sdmxGeneric: "application/vnd.sdmx.genericdata+xml;version=2.1"
    case .sdmxTable: "application/vnd.sdmx.data+csv;version=2.0.0"
    case .sdmxStructure: "application/vnd.sdmx.structure+xml;version=2.1"
    case .jsonld: "application/ld+json"
    case .html: "text/html; charset=utf-8"
    case .css: "text/css; charset=utf-8"
    case .js: "text/javascript; charset=utf-8"
    case .svg: "image/svg+xml"
    }
  }

  /// Where it is had, if that is under `/sdmx/2.1` alone: all of it.
  var addressOfSDMX: String? {
    if self == .sdmxStructure { return "/sdmx/2.1/\(ArtefactKind.dataflow.rawValue)" }
    return Format.ofSDMXData.contains(self) ? "/sdmx/2.1/data/\(Identity.flow)" : nil
  }

  /// Whether it is a file to keep rather than an answer to read.
  var isDownload: Bool { self == .csv || self == .ndjson || self == .sdmxTable }

  /// How the name of a downloaded file ends.
  var ending: String { self == .sdmxTable ? "csv" : rawValue }
}

extension Asking {
  /// Chooses the format by `format=`, else by what is accepted; false where nothing fits.
  mutating func negotiate(_ accept: Accept) -> Bool {
    let offered = route.formats
    guard let name = text(.format) else {
      let offers = route.offers
      guard let choice = accept.choose(among: offers.lazy.map(\.type)) else { return false }
      format = offers[choice].format
      return true
    }
    if let wanted = Format(rawValue: name), offered.contains(wanted) {
      format = wanted
    } else if let known = Format(rawValue: name), !Format.ofPages.contains(known) {
      refuse(name)
      // Whoever asks by name is told names, and where the name is one.
      refusal?.formats = offered.map(\.rawValue)
      if let address = known.addressOfSDMX, !route.isOfSDMX {
        refusal?.isRather(at: address, format: name)
      }
    } else {
      let names = offered.map(\.rawValue)
      wrong(
        .unknownValue(
          "format", name, vi: "không phải là định dạng nào", en: "is no format",
          suggestions: Nearest.some(to: name, among: names), allowed: names))
    }
    return true
  }

  /// Notes that what is wanted is not to be had here.
  mutating func refuse(_ wanted: String) {
    let offered = route.formats.filter { !$0.mediaTypes.isEmpty }
    refusal = .notAcceptable(wanted, offered: offered.map(\.contentType))
  }

  /// What a downloaded table is called: the path below `/v1` or below the data of SDMX, the
  /// indicators, the periods.
  var fileName: String {
    let words =
      path.split(separator: "/").dropFirst(route.isOfSDMX ? 3 : 1).map(String.init)
      + [text(.indicator), text(.period)].compactMap { $0 }
    let stem = words.joined(separator: "-").utf8.prefix(APILimits.fileNameBytes).map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."):
        byte
      default: UInt8(ascii: "-")
      }
    }
    let name = String(decoding: stem, as: UTF8.self)
    return name.hasSuffix(".\(format.ending)") ? name : "\(name).\(format.ending)"
  }
}

extension MediaType {
  /// Comma-separated values with a line of names.
  fileprivate static let table = MediaType("text", "csv", [Parameter("header", "present")])

  fileprivate static func sdmx(_ message: String) -> MediaType {
    MediaType("application", "vnd.sdmx.\(message)+xml", [Parameter("version", "2.1")])
  }

  /// What clients that read XML of any kind ask for.
  fileprivate static let xml = [
    MediaType("application", "xml"), MediaType("text", "xml"),
  ]
}
