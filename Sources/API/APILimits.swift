/// The bounds of what is asked for and answered.
package struct APILimits: Sendable {
  /// Rows of one JSON answer; a longer one is refused, never cut. Stated in `/v1`.
  package var rows = 100_000
  /// Values of one list parameter. Stated in `/v1`.
  package var valuesPerParameter = 200
  /// Bytes of a request target; the wires hold it, `/v1` states it.
  package var targetBytes = 8192

  package init() {}

  /// The largest `limit`.
  static let limit = 1...10_000
  /// Hits of a search that are given unasked, the largest `limit` there, and the characters of `q`.
  static let hits = 20
  static let hitLimit = 1...100
  static let queryCharacters = 1...100
  static let offset = 0...999_999_999
  static let latest = 1...100
  /// Characters of a request's words in an answer.
  static let echoedCharacters = 100
}
