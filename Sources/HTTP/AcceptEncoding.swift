/// How gladly a client takes each content coding (RFC 9110, section 12.5.3).
///
/// An element that cannot be read is passed over. A client that sends no such field gets the
/// content as it is: it may take anything, but has not said that it can read it.
package struct AcceptEncoding: Sendable {
  private var named: [(name: String, quality: Int)] = []
  private var any: Int?

  /// Reads the field of a request; `bytes` is the span that its head indexes.
  package init(_ head: borrowing RequestHead, _ bytes: Span<UInt8>) {
    for line in head.fields where line.known == .acceptEncoding { read(bytes, line.value) }
  }

  /// Reads the value of one field line.
  package init(_ value: String) {
    let bytes = Array(value.utf8)
    read(bytes.span, 0..<bytes.count)
  }

  /// The coding among `offers`, best first, that the client likes best; nil for none of them, so
  /// that the content goes as it is. It goes so too where the client refuses that and takes
  /// nothing else that is offered: who can read nothing here would not read a refusal either.
  package func choose(among offers: [String]) -> String? {
    var chosen: String?
    // As it is, content is worth least of all that is not refused, unless it is asked for by name.
    var best = named.first { $0.name == "identity" }?.quality ?? 0
    for offer in offers {
      let quality = quality(of: offer)
      if quality > best || quality == best && quality > 0 && chosen == nil {
        best = quality
        chosen = offer
      }
    }
    return chosen
  }

  private func quality(of coding: String) -> Int {
    named.first { $0.name == coding }?.quality ?? any ?? 0
  }

  private mutating func read(_ bytes: Span<UInt8>, _ value: Range<Int>) {
    var position = value.lowerBound
    while let element = bytes.nextElement(&position, until: value.upperBound) {
      var part = element.lowerBound
      let semicolon = UInt8(ascii: ";")
      guard
        let name = bytes.nextElement(&part, until: element.upperBound, separator: semicolon)
      else { continue }
      var quality = 1000
      if let weight = bytes.nextElement(&part, until: element.upperBound, separator: semicolon) {
        let text = String(lowered: bytes, weight)
        guard text.hasPrefix("q="), let read = Quality.read(String(text.dropFirst(2))) else {
          continue
        }
        quality = read
      }
      switch String(lowered: bytes, name) {
      case "*": any = quality
      // The same coding by its old name (section 8.4.1.3).
      case "x-gzip": named.append(("gzip", quality))
      case let name: named.append((name, quality))
      }
    }
  }
}
