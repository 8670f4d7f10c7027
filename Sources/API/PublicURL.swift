/// The address under which the world reaches this server: what stands before the paths of all links
/// where it is set. A scheme, a host, maybe a port and a path; no slash at its end.
package struct PublicURL: Sendable {
  package let text: String

  /// Paths as they are: the same bytes wherever they are served.
  package static let none = PublicURL(unchecked: "")

  private init(unchecked text: String) {
    self.text = text
  }

  /// Nil for what is none, is longer than 200 bytes, or has a query or a name of a user.
  package init?(_ text: String) {
    guard let scheme = ["https://", "http://"].first(where: text.hasPrefix),
      text.utf8.count <= 200
    else { return nil }
    var text = text
    while text.hasSuffix("/") { text.removeLast() }
    let rest = text.utf8.dropFirst(scheme.utf8.count)
    guard let first = rest.first, first != UInt8(ascii: "/"), first != UInt8(ascii: ":"),
      rest.allSatisfy(PublicURL.isAllowed)
    else { return nil }
    self.text = text
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: ":"), UInt8(ascii: "/"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "%"):
      true
    default: false
    }
  }
}
