/// The bounds of what is asked for and answered.
package struct APILimits: Sendable {
  /// Rows of one JSON answer, and rows that are sorted for one answer; more are refused, never cut.
  /// Stated in `/v1`.
  package var rows = 100_000
  /// Cells of one JSON-stat answer, empty ones included. Stated in `/v1`.
  package var cells = 100_000
  /// Values of one list parameter. Stated in `/v1`.
  package var valuesPerParameter = 200
  /// Bytes of a request target; the wires hold it, `/v1` states it.
  package var targetBytes = 8192

  /// Bytes of the answers that each loop keeps ready for when they are asked for again.
  package var readyBytes = 16 << 20
  /// Bytes of the largest answer that is kept ready.
  package var readyAnswerBytes = 1 << 20
  /// Requests that each loop knows again.
  package var readyRequests = 16_384
  /// Bytes of the target and the fields of negotiation of a request that is known again.
  package var readyWords = 1024
  /// Requests that each loop knows to have been asked once, 8 bytes each: an answer is kept when it
  /// is asked for again. 0: at once.
  package var askedOnce = 8192
  /// Rankings that each loop keeps as they are written: some 40 kB each.
  package var keptRankings = 256

  /// Values that a description lists one by one; of more it says how they are spelt.
  static let enumeratedValues = 2000
  /// Bytes of an answer up to which it stands as an example in the description; of what is longer
  /// so many of the first rows that they take no more than the second.
  static let exampleBytes = 16 << 10
  static let excerptBytes = 4 << 10
  /// Values of a parameter that are tried until one is answered with rows, to be an example.
  static let triedExamples = 100

  /// Bytes from which on content is coded (compressed); what is shorter gains nothing.
  static let codedFrom = 256

  package init() {}

  /// The largest `limit`.
  static let limit = 1...10_000
  /// Hits of a search that are given unasked, the largest `limit` there, and the characters of `q`.
  static let hits = 20
  static let hitLimit = 1...100
  static let queryCharacters = 1...100
  static let offset = 0...999_999_999
  static let latest = 1...100
  static let observationsOfSeries = 1...999_999_999
  /// Days from which the provinces read otherwise, the newest, for which their rows are written
  /// beforehand; earlier ones are written when they are asked for.
  static let preparedEras = 8
  /// Units of a map up to which the rows of its pages and rankings are kept as they are written; of
  /// more they would take much room. Viet Nam had 63.
  static let preparedUnits = 100
  /// Indicators up to which the rows of pages are written beforehand.
  static let preparedIndicators = 256
  /// Bytes of JSON rows, more or less, up to which an answer is made at once, with its length
  /// before it: making more would keep others waiting.
  static let wholeBytes = 1 << 20
  /// The same of an observation and of a code in SDMX.
  static let bytesOfObservation = 200
  static let bytesOfCode = 600
  /// Bytes of rows from which on a piece of an answer is sent; made in well under a millisecond.
  static let pieceBytes = 32 << 10
  /// Rows of a long answer in JSON that are written at a time.
  static let rowsAtOnce = 32
  /// Cells of a long answer in JSON-stat of which one list is written at a time.
  static let cellsAtOnce = 256
  /// Bytes that a cell takes as JSON-stat, more or less.
  static let bytesOfCell = 40
  /// Bytes of the name of a downloaded table, without its ending.
  static let fileNameBytes = 100
  /// What is wrong with a question, one by one; of more an answer says how many there are. Stated
  /// in `/v1`.
  static let errors = 200
  /// The first of these for which the nearest right words are looked for: each is compared with all
  /// there are. Stated in `/v1`.
  static let suggestedErrors = 8
  /// Characters of a request's words in an answer.
  static let echoedCharacters = 100
}
