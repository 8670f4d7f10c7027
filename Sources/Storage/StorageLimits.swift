/// The bounds of loading.
package enum StorageLimits {
  /// Errors that are kept of one file; the rest would only repeat them.
  package static let errorsPerFile = 100
  /// Characters of an excerpt.
  package static let excerptCharacters = 160
  /// Characters of any other text.
  package static let textCharacters = 2000
  /// Rows of a table that observations refer to (indicators, areas, sources): they are numbered in
  /// 16 bits.
  package static let referredRows = 65_535
  /// Different periods of all observations, and different pairs of source and original: they are
  /// numbered in 16 bits too, less one number that says "none".
  package static let periods = 65_534
  /// Bytes of a folder from which on memory is given back while it is loaded: what is less is
  /// sooner loaded than given back.
  package static let largeBytes = 32 << 20
  /// Bytes that are read from a file at a time.
  package static let windowBytes = 1 << 20
  /// Bytes of one row, which must fit into memory whole.
  package static let rowBytes = 16 << 20
}
