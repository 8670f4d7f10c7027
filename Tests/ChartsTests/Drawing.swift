import Charts

/// An SVG as tests look at it: its elements in their order, with the groups that they are in.
struct Drawing {
  struct Element {
    let name: String
    let attributes: [String: String]
    /// What stands in it, unescaped; of groups nothing.
    var text = ""
    /// The `data-` attributes of it and of the groups around it.
    let data: [String: String]

    func number(_ name: String) -> Double { attributes[name].flatMap(Double.init) ?? 0 }
  }

  private(set) var elements: [Element] = []
  /// Why it is not well-formed; empty where it is.
  private(set) var faults: [String] = []
  let source: String

  init(_ bytes: [UInt8]) {
    source = String(decoding: bytes, as: UTF8.self)
    var open: [(name: String, place: Int, data: [String: String])] = []
    var place = 0
    while let start = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
      let text = String(decoding: bytes[place..<start], as: UTF8.self)
      if let last = open.last { elements[last.place].text += Drawing.unescaped(text) }
      if text.contains(">") { faults.append("a bare > in \(text.prefix(40))") }
      guard let end = bytes[start...].firstIndex(of: UInt8(ascii: ">")) else {
        faults.append("a tag without an end")
        return
      }
      let tag = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)[...]
      place = end + 1
      if tag.hasPrefix("/") {
        if open.popLast()?.name != String(tag.dropFirst()) {
          faults.append("<\(tag)> closes nothing")
        }
        continue
      }
      let isClosed = tag.hasSuffix("/")
      let (name, attributes) = read(isClosed ? tag.dropLast() : tag)
      var data = open.last?.data ?? [:]
      for (key, value) in attributes where key.hasPrefix("data-") {
        data[String(key.dropFirst(5))] = value
      }
      elements.append(Element(name: name, attributes: attributes, data: data))
      if !isClosed { open.append((name, elements.count - 1, data)) }
    }
    if !open.isEmpty { faults.append("\(open.map(\.name)) stay open") }
  }

  private mutating func read(_ tag: Substring) -> (String, [String: String]) {
    let name = tag.prefix { $0 != " " }
    var attributes: [String: String] = [:]
    var rest = tag.dropFirst(name.count)
    while rest.first == " " {
      rest = rest.drop { $0 == " " }
      guard let equals = rest.firstIndex(of: "="), rest[equals...].dropFirst().first == "\"" else {
        faults.append("an attribute without a value in <\(name)>")
        break
      }
      let key = String(rest[..<equals])
      let after = rest[equals...].dropFirst(2)
      guard let quote = after.firstIndex(of: "\"") else { break }
      if attributes.updateValue(Drawing.unescaped(String(after[..<quote])), forKey: key) != nil {
        faults.append("\(key) stands twice in <\(name)>")
      }
      rest = after[quote...].dropFirst()
    }
    if !rest.isEmpty { faults.append("\(rest) in <\(name)>") }
    return (String(name), attributes)
  }

  private static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var text = text
    for (sign, plain) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'")] {
      text.replace(sign, with: plain)
    }
    text.replace("&amp;", with: "&")
    return text
  }
}

extension Drawing {
  var width: Double { elements.first?.number("width") ?? 0 }
  var height: Double { elements.first?.number("height") ?? 0 }

  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  /// A line of words and the room that it takes at most.
  struct Label {
    let text: String
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double

    /// Whether two take room from each other, by more than what rounding does.
    func meets(_ other: Label) -> Bool {
      left + 0.2 < other.right && other.left + 0.2 < right && top + 0.2 < other.bottom
        && other.top + 0.2 < bottom
    }
  }

  var labels: [Label] {
    all("text").map { element in
      let size = element.number("font-size")
      let wide = Advances.width(
        of: element.text, size: size, isBold: element.attributes["font-weight"] == "700")
      let x = element.number("x")
      let left =
        switch element.attributes["text-anchor"] {
        case "middle": x - wide / 2
        case "end": x - wide
        default: x
        }
      let base = element.number("y")
      return Label(
        text: element.text, left: left, right: left + wide, top: base - size * 0.74,
        bottom: base + size * 0.2)
    }
  }

  /// What every chart must hold: nothing cut off, no words over others, nothing from elsewhere.
  var flaws: [String] {
    var flaws = faults
    let labels = labels.sorted { $0.top < $1.top }
    for (place, label) in labels.enumerated() {
      if label.left < -0.1 || label.right > width + 0.1 || label.top < 0 || label.bottom > height {
        flaws.append("“\(label.text)” is cut off: \(label.left)…\(label.right) of \(width)")
      }
      for other in labels[(place + 1)...] {
        if other.top > label.bottom { break }
        if label.meets(other) { flaws.append("“\(label.text)” and “\(other.text)” overlap") }
      }
    }
    for element in elements {
      if ["script", "style", "image", "use", "foreignObject"].contains(element.name) {
        flaws.append("<\(element.name)>")
      }
      for (name, value) in element.attributes {
        let isAddress = value.contains("://") && name != "xmlns"
        let isLink = element.name == "a" && name == "href"
        if name.hasPrefix("on") || name.contains("href") && !isLink || name == "style" || isAddress
          || value.contains("url(")
        {
          flaws.append("\(name)=\(value)")
        }
      }
    }
    for rectangle in all("rect") {
      let right = rectangle.number("x") + rectangle.number("width")
      if right > width + 0.1 || rectangle.number("x") < -0.1 || rectangle.number("width") < 0 {
        flaws.append("a rectangle up to \(right) of \(width)")
      }
    }
    let root = elements.first
    let role = all("a").isEmpty ? "img" : "group"
    if root?.name != "svg" || root?.attributes["role"] != role { flaws.append("no \(role)") }
    let second = elements.dropFirst().first
    if second?.name != "title" || second?.text.isEmpty != false { flaws.append("no title") }
    let third = elements.dropFirst(2).first
    if third?.name != "desc" || third?.text.isEmpty != false { flaws.append("no description") }
    return flaws
  }
}
