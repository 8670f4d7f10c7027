/// One tag of a document, as tests look at it.
struct Tag: Equatable {
  /// With its prefix; an end tag's begins with a slash.
  var name: String
  var attributes: [String: String] = [:]
  /// The text behind it, up to the next tag.
  var text = ""

  subscript(name: String) -> String? { attributes[name] }
}

extension Answered {
  /// The tags of an XML document in their order; an empty element has an end tag, too.
  ///
  /// Read by bytes: the documents are long, and tests are not built to be fast.
  var tags: [Tag] {
    var tags: [Tag] = []
    for part in bytes.split(separator: UInt8(ascii: "<")) where part.first != UInt8(ascii: "?") {
      guard var end = part.firstIndex(of: UInt8(ascii: ">")) else { continue }
      let behind = part[(end + 1)...]
      let isEmpty = part[end - 1] == UInt8(ascii: "/")
      if isEmpty { end -= 1 }
      var words = part[..<end].split(
        separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
      // The name stands before the first blank, and each attribute's before its value.
      let first = words[0].split(separator: UInt8(ascii: " "))
      var tag = Tag(name: String(decoding: first[0], as: UTF8.self))
      if first.count > 1 { words[0] = first[1] }
      for place in stride(from: 0, to: words.count - 1, by: 2) {
        let name = words[place].filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "=") }
        tag.attributes[String(decoding: name, as: UTF8.self)] = unescaped(words[place + 1])
      }
      tag.text = unescaped(behind)
      tags.append(tag)
      if isEmpty { tags.append(Tag(name: "/\(tag.name)")) }
    }
    return tags
  }

  /// The start tags of one name.
  func tags(_ name: String) -> [Tag] { tags.filter { $0.name == name } }

  /// Of structure-specific or generic data each observation with the key and the attributes of its
  /// series.
  var observations: [[String: String]] {
    var observations: [[String: String]] = []
    var series: [String: String] = [:]
    var current: [String: String]?
    func put(_ id: String, _ value: String) {
      if current != nil { current?[id] = value } else { series[id] = value }
    }
    for tag in tags {
      switch tag.name {
      case "Series": series = tag.attributes
      case "gen:Series": series = [:]
      case "Obs": observations.append(series.merging(tag.attributes) { $1 })
      case "gen:Obs": current = [:]
      case "gen:ObsDimension": put("TIME_PERIOD", tag["value"] ?? "")
      case "gen:ObsValue": put("OBS_VALUE", tag["value"] ?? "")
      case "gen:Value": put(tag["id"] ?? "", tag["value"] ?? "")
      case "/gen:Obs":
        observations.append(series.merging(current ?? [:]) { $1 })
        current = nil
      default: break
      }
    }
    return observations
  }

  private func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    if !bytes.contains(UInt8(ascii: "&")) { return text }
    return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&#10;", with: "\n")
      .replacing("&#13;", with: "\r").replacing("&#9;", with: "\t")
      .replacing("&amp;", with: "&")
  }
}
