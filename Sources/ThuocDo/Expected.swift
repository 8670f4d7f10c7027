import API
import HTTP
import Linux
import Statistics

/// What a value must be, for flags and the file of settings alike: each says what is expected, or
/// nil where the text is right.
enum Expected {
  static func host(_ text: String) -> String? {
    SocketAddress.parse(host: text, port: 0).isEmpty
      ? "localhost or an IP address, for instance 127.0.0.1, 0.0.0.0, ::1 or ::" : nil
  }

  static func publicURL(_ text: String) -> String? {
    PublicURL(text) == nil
      ? "an address like https://example.org or https://example.org/data" : nil
  }

  static func day(_ text: String) -> String? {
    Day(text) == nil ? "a real day as YYYY-MM-DD, 1900 to 2100" : nil
  }

  static func networks(_ text: String) -> String? {
    do throws(NetworkError) {
      _ = try Network.list(text)
      return nil
    } catch {
      return "addresses or networks with commas, for instance 10.0.0.0/8,::1 (\(error))"
    }
  }

  /// A number that a flag gives; its range is looked at when all flags are read.
  static func number(_ text: String, in range: ClosedRange<Int>) throws -> Int {
    guard let number = Int(text) else {
      throw Wrong(expected: "a whole number, \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// What a flag must be.
  struct Wrong: Error, CustomStringConvertible {
    let expected: String
    var description: String { "it must be \(expected)" }
  }
}
