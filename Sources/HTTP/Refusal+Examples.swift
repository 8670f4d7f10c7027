extension Refusal {
  /// One for each status that nothing but the wires refuse with, for those who describe them.
  package static func examples(_ limits: Limits = Limits()) -> [Refusal] {
    [
      headTooLate, bodyTooLong(limits), targetTooLong(limits), unknownExpectation,
      headTooLong(limits), unknownCoding, .noPlace, versionNotSupported,
    ]
  }

  /// All places for connections are taken.
  package static let noPlace = Refusal(
    .serviceUnavailable, "This server holds as many connections as it may; try again later.")
}
