import HTTP
import Statistics

/// What a route answers, before conditions, methods and fields of the head are applied.
struct Answer {
  enum Content {
    /// A representation under the mechanism of tags and negotiation.
    case whole([UInt8])
    /// The same where it is long, made anew for each answer, piece by piece.
    case pieces(() -> any Pieces)
    /// A short text for machines that watch.
    case text(String)
    /// What is said of the program itself, at the moment that it is asked for.
    case live(Live)
    case seeOther(String)
    /// A page that says why there is no other.
    case refusal(Status, [UInt8])
  }

  var content: Content
  /// `Link` field values.
  var links: [String] = []
  /// The `X-Total-Count` of a collection.
  var total: Int?
  /// What the bytes depend on beside the data and the address: the day's names and maps, say.
  var era = ""
  /// Of a page that is in one language, that one.
  var language: String?
  /// Of observations, the newest period among the rows; for explaining an empty answer.
  var newestPeriod: Period?
}
