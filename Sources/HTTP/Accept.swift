/// Which media types a client takes, and how gladly (RFC 9110, section 12.5.1).
///
/// An element that cannot be read is passed over: some old and common clients send a few. A field
/// of which nothing can be read, and a field that was not sent, take everything.
package struct Accept: Sendable {
  /// One element of the field: a type or a range of types, and its quality in thousandths.
  struct Range: Sendable, Equatable {
    var type: MediaType
    var quality: Int
  }

  /// Empty where everything is taken alike.
  private(set) var ranges: [Range] = []

  /// Reads the field of a request; `bytes` is the span that its head indexes.
  package init(_ head: borrowing RequestHead, _ bytes: Span<UInt8>) {
    for line in head.fields where line.known == .accept { read(bytes, line.value) }
  }

  /// Reads the value of one field line.
  package init(_ value: String) {
    let bytes = Array(value.utf8)
    read(bytes.span, 0..<bytes.count)
  }

  /// How gladly the client takes `type`, in thousandths; 0 where it does not.
  ///
  /// Of the ranges that hold the type the most specific one speaks for it.
  package func quality(of type: MediaType) -> Int { liking(of: type).quality }

  /// The quality, and how closely the range that gives it names the type.
  private func liking(of type: MediaType) -> (quality: Int, closeness: Int) {
    if ranges.isEmpty { return (1000, 0) }
    var quality = 0
    var best = -1
    for range in ranges {
      guard let specificity = range.specificity(for: type), specificity > best else { continue }
      best = specificity
      quality = range.quality
    }
    return (quality, best)
  }

  /// The offer that the client likes best; of several equals the one that it names most closely
  /// (`text/html, */*` wants HTML), then the first; nil where it takes none.
  package func choose(among offers: some Sequence<MediaType>) -> Int? {
    var chosen: Int?
    var best = (quality: 0, closeness: Int.max)
    for (index, offer) in offers.enumerated() {
      let liking = liking(of: offer)
      if liking > best {
        best = liking
        chosen = index
      }
    }
    return chosen
  }

  private mutating func read(_ bytes: Span<UInt8>, _ value: Swift.Range<Int>) {
    var position = value.lowerBound
    while let element = bytes.nextElement(&position, until: value.upperBound) {
      if let range = Range(bytes, element) { ranges.append(range) }
    }
  }
}

extension Accept.Range {
  /// `type/subtype *( OWS ";" OWS name=value )`; nil where the element is not written so.
  init?(_ bytes: Span<UInt8>, _ element: Range<Int>) {
    var position = element.lowerBound
    guard
      let essence = bytes.nextElement(
        &position, until: element.upperBound, separator: UInt8(ascii: ";")),
      let type = MediaType(essenceOf: bytes, essence)
    else { return nil }
    self.type = type
    self.quality = 1000
    while let part = bytes.nextElement(
      &position, until: element.upperBound, separator: UInt8(ascii: ";"))
    {
      guard let parameter = MediaType.Parameter(bytes, part) else { return nil }
      if parameter.name == "q" {
        guard let quality = Quality.read(parameter.value) else { return nil }
        self.quality = quality
        // What follows the weight once extended it, and means nothing any more.
        break
      }
      self.type.parameters.append(parameter)
    }
  }

  /// How closely the range fits `offer`, nil where it does not: `*/*` 0, `type/*` 1, `type/subtype`
  /// 2, and one more for each parameter.
  func specificity(for offer: MediaType) -> Int? {
    if type.type == "*" { return 0 }
    guard type.type == offer.type else { return nil }
    if type.subtype == "*" { return 1 }
    guard type.subtype == offer.subtype else { return nil }
    for parameter in type.parameters where !offer.satisfies(parameter) { return nil }
    return 2 + type.parameters.count
  }
}

extension MediaType {
  fileprivate init?(essenceOf bytes: Span<UInt8>, _ range: Range<Int>) {
    // A lone "*" is how Java has asked for anything since 1996.
    if bytes.holds("*", at: range) {
      self.init("*", "*")
      return
    }
    var slash = range.lowerBound
    while slash < range.upperBound, bytes[slash] != UInt8(ascii: "/") { slash += 1 }
    let type = range.lowerBound..<slash
    let subtype = min(slash + 1, range.upperBound)..<range.upperBound
    guard bytes.isToken(type), bytes.isToken(subtype) else { return nil }
    self.init(String(lowered: bytes, type), String(lowered: bytes, subtype))
    if self.type == "*", self.subtype != "*" { return nil }
  }

  /// Whether a parameter that a client asks for holds for this type. Every text here is UTF-8,
  /// whether the type says so or not.
  fileprivate func satisfies(_ asked: Parameter) -> Bool {
    let value = asked.value.lowercased()
    if asked.name == "charset" { return value == "utf-8" || value == "utf8" }
    return parameters.contains { $0.name == asked.name && $0.value.lowercased() == value }
  }
}

extension MediaType.Parameter {
  /// `name=value`, the value a token or in quotes; nil where it is not written so.
  fileprivate init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var equals = range.lowerBound
    while equals < range.upperBound, bytes[equals] != UInt8(ascii: "=") { equals += 1 }
    let name = range.lowerBound..<equals
    guard bytes.isToken(name), equals + 1 < range.upperBound else { return nil }
    let value = equals + 1..<range.upperBound
    self.name = String(lowered: bytes, name)
    if bytes.isToken(value) {
      self.value = String(bytes, value)
    } else {
      guard let text = bytes.unquoted(value) else { return nil }
      self.value = text
    }
  }
}

/// The weights of negotiation.
enum Quality {
  /// `0`, `1` or a fraction of up to three digits, in thousandths (RFC 9110, section 12.4.2). The
  /// leading zero may be missing, as in the `.2` that Java sends.
  static func read(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    var whole = 0
    var at = 0
    if let first = bytes.first, first == UInt8(ascii: "0") || first == UInt8(ascii: "1") {
      whole = first == UInt8(ascii: "1") ? 1000 : 0
      at = 1
    }
    if at == bytes.count { return bytes.isEmpty ? nil : whole }
    guard bytes[at] == UInt8(ascii: "."), bytes.count - at <= 4 else { return nil }
    var fraction = 0
    var weight = 100
    for byte in bytes[(at + 1)...] {
      guard let digit = byte.digit else { return nil }
      fraction += digit * weight
      weight /= 10
    }
    return whole + fraction <= 1000 ? whole + fraction : nil
  }
}
