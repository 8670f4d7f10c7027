/// Undoes the chunked coding (RFC 9112, section 7.1) of bytes that arrive in pieces of any size.
///
/// The framing is taken to the letter: CRLF exactly, digits without a sign, extensions and
/// trailers as the grammar has them and within bounds. Both are read and dropped: this program
/// gives no meaning to either (sections 7.1.1 and 7.1.2).
package struct ChunkDecoder: Sendable {
  private enum Stage: UInt8 {
    case size, moreSize
    case extensionBlank, extensionStart, extensionName, extensionNameBlank
    case extensionValueStart, extensionValue, extensionQuoted, extensionEscape, extensionEnd
    case sizeEnd, content, contentReturn, contentEnd
    case trailerStart, trailerName, trailerValue, trailerEnd, end
  }

  private var stage = Stage.size
  /// What is left of the current chunk.
  private var remaining = 0
  private var digitCount = 0
  private var chunkExtensionCount = 0
  private var bodyExtensionCount = 0
  private var trailerByteCount = 0
  private var trailerLineCount = 0

  package init() {}

  /// Appends what `bytes` hold of the content to `body`, and says how many of them it took and
  /// whether the body is complete. Bytes that it did not take belong to the next request.
  package mutating func decode(
    _ bytes: Span<UInt8>, within limits: Limits = Limits(), into body: inout [UInt8]
  ) throws(Refusal) -> (taken: Int, isComplete: Bool) {
    var at = 0
    while at < bytes.count {
      if stage == .content {
        let count = min(remaining, bytes.count - at)
        body.reserveCapacity(body.count + count)
        for index in at..<at + count { body.append(bytes[index]) }
        at += count
        remaining -= count
        if remaining == 0 { stage = .contentReturn }
        continue
      }
      let byte = bytes[at]
      at += 1
      switch stage {
      case .end:
        guard byte == .lineFeed else { throw .chunkFraming }
        self = ChunkDecoder()
        return (at, true)
      case .trailerStart, .trailerName, .trailerValue, .trailerEnd:
        try readTrailer(byte, limits)
      case .size, .moreSize, .sizeEnd, .content, .contentReturn, .contentEnd:
        try readFraming(byte, limits, decoded: body.count)
      default:
        try readExtension(byte, limits)
      }
    }
    return (at, false)
  }

  private mutating func readFraming(
    _ byte: UInt8, _ limits: Limits, decoded: Int
  ) throws(Refusal) {
    switch stage {
    case .size, .moreSize:
      if let digit = byte.hexDigit {
        // Sixteen digits hold every size, and leading zeros must end somewhere.
        digitCount += 1
        guard digitCount <= 16 else { throw .chunkSize }
        remaining = remaining * 16 + digit
        // Checked at each digit, so that the sum cannot overflow.
        if remaining > limits.body - decoded { throw .bodyTooLong(limits) }
        stage = .moreSize
      } else if stage == .moreSize {
        try endSize(byte, limits)
      } else {
        throw .chunkSize
      }
    case .sizeEnd:
      guard byte == .lineFeed else { throw .chunkFraming }
      chunkExtensionCount = 0
      digitCount = 0
      stage = remaining == 0 ? .trailerStart : .content
    case .contentReturn:
      guard byte == .carriageReturn else { throw .chunkFraming }
      stage = .contentEnd
    default:
      guard byte == .lineFeed else { throw .chunkFraming }
      stage = .size
    }
  }

  /// After a size come the line end, or extensions; a blank only in front of an extension.
  private mutating func endSize(_ byte: UInt8, _ limits: Limits) throws(Refusal) {
    switch byte {
    case .carriageReturn: stage = .sizeEnd
    case .space, .tab, UInt8(ascii: ";"):
      stage = .extensionBlank
      try readExtension(byte, limits)
    default: throw .chunkSize
    }
  }

  /// `*( BWS ";" BWS name [ BWS "=" BWS ( token / quoted-string ) ] )`
  private mutating func readExtension(_ byte: UInt8, _ limits: Limits) throws(Refusal) {
    if byte == .carriageReturn {
      switch stage {
      case .extensionName, .extensionValue, .extensionEnd:
        stage = .sizeEnd
        return
      default: throw .chunkExtension
      }
    }
    chunkExtensionCount += 1
    bodyExtensionCount += 1
    if chunkExtensionCount > limits.chunkExtensions || bodyExtensionCount > limits.bodyExtensions {
      throw .chunkExtensionsTooLong(limits)
    }
    switch stage {
    case .extensionBlank, .extensionEnd:
      if byte == UInt8(ascii: ";") {
        stage = .extensionStart
      } else if byte.isBlank {
        stage = .extensionBlank
      } else {
        throw .chunkExtension
      }
    case .extensionStart, .extensionValueStart:
      if byte.isBlank { return }
      if stage == .extensionValueStart, byte == UInt8(ascii: "\"") {
        stage = .extensionQuoted
      } else if byte.isA(ByteClass.token) {
        stage = stage == .extensionStart ? .extensionName : .extensionValue
      } else {
        throw .chunkExtension
      }
    case .extensionName, .extensionNameBlank:
      if byte == UInt8(ascii: "=") {
        stage = .extensionValueStart
      } else if byte == UInt8(ascii: ";") {
        stage = .extensionStart
      } else if byte.isBlank {
        stage = .extensionNameBlank
      } else if stage == .extensionNameBlank || !byte.isA(ByteClass.token) {
        throw .chunkExtension
      }
    case .extensionValue:
      if byte == UInt8(ascii: ";") {
        stage = .extensionStart
      } else if byte.isBlank {
        stage = .extensionBlank
      } else if !byte.isA(ByteClass.token) {
        throw .chunkExtension
      }
    case .extensionQuoted:
      if byte == UInt8(ascii: "\"") {
        stage = .extensionEnd
      } else if byte == UInt8(ascii: "\\") {
        stage = .extensionEscape
      } else if !byte.isA(ByteClass.quoted) {
        throw .chunkExtension
      }
    default:
      guard byte.isA(ByteClass.value) else { throw .chunkExtension }
      stage = .extensionQuoted
    }
  }

  /// Field lines as in a head, and as strictly (RFC 9112, section 7.1.2).
  private mutating func readTrailer(_ byte: UInt8, _ limits: Limits) throws(Refusal) {
    if stage == .trailerStart, byte == .carriageReturn {
      stage = .end
      return
    }
    trailerByteCount += 1
    if trailerByteCount > limits.trailers { throw .trailersTooLong(limits) }
    switch stage {
    case .trailerStart:
      guard byte.isA(ByteClass.token) else { throw .malformedTrailer }
      trailerLineCount += 1
      if trailerLineCount > limits.trailerCount { throw .trailersTooLong(limits) }
      stage = .trailerName
    case .trailerName:
      if byte == UInt8(ascii: ":") {
        stage = .trailerValue
      } else if !byte.isA(ByteClass.token) {
        throw .malformedTrailer
      }
    case .trailerValue:
      if byte == .carriageReturn {
        stage = .trailerEnd
      } else if !byte.isA(ByteClass.value) {
        throw .malformedTrailer
      }
    default:
      guard byte == .lineFeed else { throw .malformedTrailer }
      stage = .trailerStart
    }
  }
}

extension Refusal {
  static func bodyTooLong(_ limits: Limits) -> Refusal {
    Refusal(.contentTooLarge, "A body has at most \(limits.body) bytes.")
  }
  fileprivate static let chunkSize = Refusal(
    .badRequest, "A chunk begins with its size in at most 16 hexadecimal digits.")
  fileprivate static let chunkFraming = Refusal(
    .badRequest, "The size and the content of a chunk each end with CR and LF.")
  fileprivate static let chunkExtension = Refusal(
    .badRequest, "A chunk extension is written ;name, ;name=token or ;name=\"text\".")
  fileprivate static func chunkExtensionsTooLong(_ limits: Limits) -> Refusal {
    Refusal(
      .badRequest,
      "Chunk extensions have at most \(limits.chunkExtensions) bytes in a chunk and "
        + "\(limits.bodyExtensions) in a body.")
  }
  fileprivate static let malformedTrailer = Refusal(
    .badRequest, "A trailer is a field line: a name, a colon, a value, CR and LF.")
  fileprivate static func trailersTooLong(_ limits: Limits) -> Refusal {
    Refusal(
      .badRequest,
      "Trailers have at most \(limits.trailers) bytes in \(limits.trailerCount) lines.")
  }
}
