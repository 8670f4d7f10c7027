// What can be wrong with a head, in words. A sentence says what is wrong and what would be right,
// and repeats nothing of the request, which may be hostile.
extension Refusal {
  private static func bad(_ reason: String) -> Refusal { Refusal(.badRequest, reason) }

  static let malformedMethod = bad(
    "The request line begins with a method, made of letters, digits and !#$%&'*+-.^_`|~, and one "
      + "space.")
  static func methodTooLong(_ limits: Limits) -> Refusal {
    Refusal(.notImplemented, "A method has at most \(limits.method) bytes.")
  }
  static let malformedTarget = bad(
    "The request target holds a byte that must be percent-encoded, or a space too many.")
  static func targetTooLong(_ limits: Limits) -> Refusal {
    Refusal(.uriTooLong, "A request target has at most \(limits.target) bytes.")
  }
  static let missingVersion = bad(
    "The request line ends with a space and the version, for instance HTTP/1.1.")
  static let malformedVersion = bad("The version is written HTTP/1.1 or HTTP/1.0.")
  static let versionNotSupported = Refusal(
    .versionNotSupported, "This server speaks HTTP/1.1 and HTTP/1.0.")
  static let misplacedAsterisk = bad("The target * belongs to OPTIONS only.")
  static let malformedForm = bad(
    "The request target begins with / or is a whole http or https address.")
  static let brokenEscape = bad(
    "A percent sign is followed by two hexadecimal digits, and never by 00.")
  static let notUnicode = bad("A percent-encoded text is UTF-8.")

  static let bareCarriageReturn = bad("A CR stands only in front of LF.")
  static let bareLineFeed = bad("A line ends with CR and LF, not with LF alone.")
  static let blankBeforeFields = bad("Nothing stands between the request line and the fields.")
  static let foldedField = bad("A field is one line; lines are not folded.")
  static let blankBeforeColon = bad("Nothing stands between the name of a field and its colon.")
  static let malformedFieldName = bad(
    "A field line is a name, made of letters, digits and !#$%&'*+-.^_`|~, a colon and a value.")
  static let malformedFieldValue = bad("A field value holds no control characters.")
  static func fieldTooLong(_ limits: Limits) -> Refusal {
    Refusal(.fieldsTooLarge, "A field line has at most \(limits.fieldLine) bytes.")
  }
  static func tooManyFields(_ limits: Limits) -> Refusal {
    Refusal(.fieldsTooLarge, "A request has at most \(limits.fieldCount) field lines.")
  }
  static func headTooLong(_ limits: Limits) -> Refusal {
    Refusal(
      .fieldsTooLarge,
      "The request line and the fields have at most \(limits.head) bytes together.")
  }

  static let missingHost = bad("A request of HTTP/1.1 has a Host field.")
  static let repeatedHost = bad("A request has one Host field.")
  static let malformedHost = bad("A host is a name or an address, with or without a port.")
  static let malformedLength = bad("Content-Length is a decimal number.")
  static let differingLengths = bad("Content-Length is given once.")
  static let lengthAndCoding = bad(
    "Content-Length and Transfer-Encoding do not stand in one request.")
  static let codingIn10 = bad("Transfer-Encoding does not belong to HTTP/1.0.")
  static let malformedCoding = bad("Transfer-Encoding is chunked, once.")
  static let unknownCoding = Refusal(
    .notImplemented, "The only transfer coding that this server reads is chunked.")
  static let unknownExpectation = Refusal(
    .expectationFailed, "The only expectation that this server meets is 100-continue.")
}
