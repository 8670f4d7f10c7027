/// Content that is made piece by piece, as the socket takes it, so that an answer of any length
/// holds neither the loop nor the memory. It belongs to one answer on one loop.
package protocol Pieces: AnyObject {
  /// Appends the next piece, some tens of KiB that take well under a millisecond to make; says
  /// whether there may be more. A piece may be empty.
  func next(onto bytes: inout [UInt8]) -> Bool
}

/// The content of an answer.
package enum Body {
  case whole([UInt8])
  /// Of a length that nobody knows before it is made: sent chunked, or to the end of the connection
  /// where the client does not know chunks (RFC 9112, section 6.3).
  case pieces(any Pieces)
}
