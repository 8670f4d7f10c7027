/// The bounds of reading JSON.
package enum JSONLimits {
  /// Objects and arrays inside each other.
  package static let depth = 64
  /// Bytes of one document; offsets are kept in 32 bits.
  package static let documentBytes = Int(UInt32.max) - 1
  /// Keys of one object that are compared pair by pair; more go through a set.
  static let pairwiseKeys = 24
}
