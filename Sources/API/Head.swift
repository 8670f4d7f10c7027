import Formats
import JSON

/// The fields of answers' heads that clients use.
enum Head: String, CaseIterable {
  case entityTag = "ETag"
  case cacheControl = "Cache-Control"
  case vary = "Vary"
  case totalCount = "X-Total-Count"
  case snapshot = "X-Snapshot"
  case link = "Link"
  case location = "Location"

  private var meaning: String {
    switch self {
    case .entityTag: "Changes whenever the bytes could."
    case .cacheControl: "How long it may be kept."
    case .vary: "What of a request the answer depends on."
    case .totalCount: "Rows that match, whatever limit is."
    case .snapshot: "The digest of the data."
    case .link: "The next and the previous page, where limit makes pages."
    case .location: "Where it is."
    }
  }

  static func write(onto writer: inout JSONWriter) {
    writer.key("headers")
    writer.beginObject()
    for head in allCases {
      writer.key(head.rawValue)
      writer.beginObject()
      writer.member("description", head.meaning)
      writer.member("schema", head == .totalCount ? .integer() : .text())
      writer.endObject()
    }
    writer.endObject()
  }
}
