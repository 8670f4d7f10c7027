/// The languages in which this program speaks.
package enum Language: String, Sendable, CaseIterable {
  case vi, en
}

/// Which language a client prefers (RFC 9110, section 12.5.4).
package enum AcceptLanguage {
  /// The language that the request asks for most, `fallback` where it asks for neither or for both
  /// alike. An element that cannot be read is passed over; nobody is refused over a language.
  package static func choose(
    _ head: borrowing RequestHead, _ bytes: Span<UInt8>, fallback: Language = .vi
  ) -> Language {
    var weights = Weights()
    for line in head.fields where line.known == .acceptLanguage { weights.read(bytes, line.value) }
    return weights.choose(fallback)
  }

  /// The same for the value of one field line.
  package static func choose(_ value: String, fallback: Language = .vi) -> Language {
    let bytes = Array(value.utf8)
    var weights = Weights()
    weights.read(bytes.span, 0..<bytes.count)
    return weights.choose(fallback)
  }

  /// The highest quality that was given to each language, in thousandths.
  private struct Weights {
    var vi: Int?
    var en: Int?
    var any: Int?

    mutating func read(_ bytes: Span<UInt8>, _ value: Range<Int>) {
      var position = value.lowerBound
      while let element = bytes.nextElement(&position, until: value.upperBound) {
        var part = element.lowerBound
        guard
          let range = bytes.nextElement(
            &part, until: element.upperBound, separator: UInt8(ascii: ";"))
        else { continue }
        var quality = 1000
        if let weight = bytes.nextElement(
          &part, until: element.upperBound, separator: UInt8(ascii: ";"))
        {
          let text = String(lowered: bytes, weight)
          guard text.hasPrefix("q="), let read = Quality.read(String(text.dropFirst(2))) else {
            continue
          }
          quality = read
        }
        note(String(lowered: bytes, range), quality)
      }
    }

    /// `vi-VN` asks for Vietnamese: a range is cut down until something fits (RFC 4647, 3.4).
    private mutating func note(_ range: String, _ quality: Int) {
      switch range.prefix(while: { $0 != "-" }) {
      case "vi": vi = max(vi ?? 0, quality)
      case "en": en = max(en ?? 0, quality)
      case "*": any = max(any ?? 0, quality)
      default: return
      }
    }

    func choose(_ fallback: Language) -> Language {
      let vi = vi ?? any ?? 0
      let en = en ?? any ?? 0
      return vi == en ? fallback : vi > en ? .vi : .en
    }
  }
}
