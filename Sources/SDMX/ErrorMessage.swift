import Statistics

/// An SDMX-ML 2.1 message that says what is wrong.
package enum ErrorMessage {
  /// One thing that is wrong, by the codes that the standard has for it.
  package struct Fault {
    var code: Code
    var text: Name

    package init(_ code: Code, _ text: Name) {
      self.code = code
      self.text = text
    }
  }

  package enum Code: Int, Sendable {
    case noResults = 100
    case tooLarge = 130
    case syntax = 140
    /// Well written, and without a meaning here: an unknown code, two things that exclude each
    /// other.
    case semantics = 150
    case internalError = 500
    case notImplemented = 501
    case unavailable = 503
    /// From here on the standard leaves codes to the service: these are of HTTP.
    case methodNotAllowed = 1405
    case notAcceptable = 1406
    case preconditionFailed = 1412
  }

  /// The message of one fault or several, in both languages.
  package static func bytes(_ faults: [Fault]) -> [UInt8] {
    var writer = XMLWriter()
    writer.raw(Header.declaration)
    writer.open(
      "mes:Error",
      ["xmlns:mes": "\(Header.schemas)/message", "xmlns:com": "\(Header.schemas)/common"])
    for fault in faults {
      writer.open("mes:ErrorMessage", ["code": "\(fault.code.rawValue)"])
      writer.element("com:Text", fault.text.en, ["xml:lang": "en"])
      writer.element("com:Text", fault.text.vi, ["xml:lang": "vi"])
      writer.close("mes:ErrorMessage")
    }
    writer.close("mes:Error")
    return writer.bytes
  }
}
