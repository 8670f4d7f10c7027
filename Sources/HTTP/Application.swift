/// What the wires ask for answers: the one meeting point of `Server` and `API`.
///
/// Each loop has one of its own, which may keep what it likes; the closures are called on the
/// loop's thread and return at once.
package struct Application {
  /// Answers a whole request; `bytes` is the span that the head's ranges index, `body` the decoded
  /// content.
  package var respond:
    (_ head: borrowing RequestHead, _ bytes: Span<UInt8>, _ body: [UInt8]) -> Response
  /// Words an answer to a request that the protocol refuses.
  package var refuse: (_ refusal: Refusal) -> Response

  /// A number that is another once answers that may be repeated no longer hold.
  package var era: () -> Int

  package init(
    respond:
      @escaping (
        _ head: borrowing RequestHead, _ bytes: Span<UInt8>, _ body: [UInt8]
      ) -> Response,
    refuse: @escaping (_ refusal: Refusal) -> Response,
    era: @escaping () -> Int = { 0 }
  ) {
    self.respond = respond
    self.refuse = refuse
    self.era = era
  }
}
