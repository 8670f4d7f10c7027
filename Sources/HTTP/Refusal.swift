/// Why a request is not answered: its status, and a sentence that says what is wrong and what
/// would be right. The connection closes after a refusal.
package struct Refusal: Error, Sendable, Equatable {
  package var status: Status
  /// One English sentence without the words of the request in it.
  package var reason: String
  /// The path that was asked for, still encoded, as far as it was read; nil where none was. It is
  /// the client's word, for the form of the answer only.
  package var path: String?

  package init(_ status: Status, _ reason: String) {
    self.status = status
    self.reason = reason
  }
}
