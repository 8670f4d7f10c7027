/// The field `traceparent`, by which programs that ask each other follow one question (W3C Trace
/// Context, section 3.2).
enum TraceParent {
  /// Whether the value is one: `00-` and 32 digits, `-` and 16, `-` and 2, all hexadecimal and
  /// small; later versions may add to that.
  static func isValid(_ value: [UInt8]) -> Bool {
    let dash = UInt8(ascii: "-")
    guard value.count >= 55, value[2] == dash, value[35] == dash, value[52] == dash,
      value.count == 55 || value[55] == dash
    else { return false }
    let parts = [value[0..<2], value[3..<35], value[36..<52], value[53..<55]]
    for part in parts {
      guard part.allSatisfy({ $0.hexDigit != nil && $0 == $0.lowered }) else { return false }
    }
    // Zeros stand for nobody, and version ff is none.
    if parts[1].allSatisfy({ $0 == 0x30 }) || parts[2].allSatisfy({ $0 == 0x30 }) { return false }
    if parts[0].elementsEqual("ff".utf8) { return false }
    return value.count == 55 || !parts[0].elementsEqual("00".utf8)
  }
}
