import JSON
import Statistics

/// Reads the usual row of observations straight into columns: no tape, no text for an id.
///
/// It takes a row only if there is nothing to report of it; every other one it leaves to `Record`,
/// which reads the same row with every check.
struct ObservationDecoder {
  private enum Key: String, CaseIterable {
    case indicator, area, period, value, source, original, status, missing, qualifier
    case locator, excerpt
  }

  private let keys = Words<Key>()
  private let statuses = Words<ObservationStatus>()
  private let reasons = Words<MissingReason>()
  private let qualifiers = Words<Qualifier>()

  /// Adds the row at an offset and returns the offset after it; nil if it is not a usual one.
  func decode(_ bytes: Span<UInt8>, at offset: Int, into rows: inout ObservationRows) -> Int? {
    var row = FlatRow(at: offset)
    guard row.open(bytes) else { return nil }
    var (indicator, area, period) = (Numbering.none, Numbering.none, Numbering.none)
    var (source, original) = (Numbering.none, Numbering.none)
    var value: Decimal?
    var status = ObservationStatus.normal
    var missing: MissingReason?
    var qualifier = Qualifier.exact
    var (locator, excerpt): (String?, String?)
    var seen: UInt32 = 0
    var likely = 0
    repeat {
      guard let name = row.key(bytes), let place = keys.place(bytes, name, likely: likely),
        seen & 1 << UInt32(place) == 0
      else { return nil }
      seen |= 1 << UInt32(place)
      likely = place + 1
      switch keys.codes[place] {
      case .value:
        guard let number = row.number(bytes) else { return nil }
        value = number
      case .locator:
        guard let text = text(&row, bytes, StorageLimits.textCharacters) else { return nil }
        locator = text
      case .excerpt:
        guard let text = text(&row, bytes, StorageLimits.excerptCharacters) else { return nil }
        excerpt = text
      case let key:
        guard let word = row.word(bytes), !word.isEmpty else { return nil }
        switch key {
        case .indicator:
          guard let number = rows.indicators.number(of: bytes, word, row: rows.count) else {
            return nil
          }
          indicator = number
        case .area:
          guard let number = rows.areas.number(of: bytes, word, row: rows.count) else {
            return nil
          }
          area = number
        case .source:
          guard let number = rows.sources.number(of: bytes, word, row: rows.count) else {
            return nil
          }
          source = number
        case .original:
          guard let number = rows.originals.number(of: bytes, word, row: rows.count) else {
            return nil
          }
          original = number
        case .period:
          guard let number = rows.period(bytes, word) else { return nil }
          period = number
        case .status:
          guard let code = statuses.code(bytes, word), !code.isMissing else { return nil }
          status = code
        case .missing:
          guard let code = reasons.code(bytes, word) else { return nil }
          missing = code
        case .qualifier:
          guard let code = qualifiers.code(bytes, word), code != .range else { return nil }
          qualifier = code
        case .value, .locator, .excerpt: return nil
        }
      }
      guard let goesOn = row.goesOn(bytes) else { return nil }
      if !goesOn { break }
    } while true
    guard indicator != Numbering.none, area != Numbering.none, period != Numbering.none,
      source != Numbering.none, (value == nil) != (missing == nil),
      let document = rows.document(source, original: original)
    else { return nil }
    rows.append(
      indicator: indicator, area: area, period: period, document: document, value: value,
      qualifier: qualifier, status: status, missing: missing)
    if locator != nil || excerpt != nil {
      var annotation = Annotation()
      (annotation.locator, annotation.excerpt) = (locator, excerpt)
      rows.annotateLast(annotation)
    }
    return row.offset
  }

  /// A text that is not empty and in any case short enough.
  private func text(_ row: inout FlatRow, _ bytes: Span<UInt8>, _ limit: Int) -> String? {
    guard let text = row.text(bytes), !text.isEmpty, text.utf8.count <= limit else { return nil }
    return text
  }
}

/// The words of a code list, found by their bytes.
private struct Words<Code: RawRepresentable & CaseIterable> where Code.RawValue == String {
  let codes = Array(Code.allCases)
  private let words = Code.allCases.map { Array($0.rawValue.utf8) }

  func code(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Code? {
    place(bytes, range, likely: 0).map { codes[$0] }
  }

  /// The place of a word in the list, the likely one looked at first.
  func place(_ bytes: Span<UInt8>, _ range: Range<Int>, likely: Int) -> Int? {
    for step in words.indices {
      let place = likely + step < words.count ? likely + step : likely + step - words.count
      if isWord(words[place], bytes, range) { return place }
    }
    return nil
  }

  private func isWord(_ word: [UInt8], _ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard word.count == range.count else { return false }
    for step in word.indices where word[step] != bytes[range.lowerBound + step] { return false }
    return true
  }
}
