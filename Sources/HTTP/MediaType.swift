/// What an answer is, for instance `application/json` or `text/csv; header=present`.
///
/// Type, subtype and names of parameters are in small letters.
package struct MediaType: Sendable, Equatable {
  package var type: String
  package var subtype: String
  /// In the order in which they stand; `q` is none of them.
  package var parameters: [Parameter]

  /// One `name=value`; the value as it is meant, out of its quotes.
  package struct Parameter: Sendable, Equatable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  package init(_ type: String, _ subtype: String, _ parameters: [Parameter] = []) {
    self.type = type
    self.subtype = subtype
    self.parameters = parameters
  }
}
