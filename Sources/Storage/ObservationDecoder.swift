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
      guard let place = keys.place(&row, bytes, likely: likely), seen & 1 << UInt32(place) == 0
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
      case .indicator:
        guard let number = rows.indicators.number(in: &row, bytes, row: rows.count) else {
          return nil
        }
        indicator = number
      case .area:
        guard let number = rows.areas.number(in: &row, bytes, row: rows.count) else { return nil }
        area = number
      case .source:
        guard let number = rows.sources.number(in: &row, bytes, row: rows.count) else { return nil }
        source = number
      case .original:
        guard let number = rows.originals.number(in: &row, bytes, row: rows.count) else {
          return nil
        }
        original = number
      case .period:
        guard let number = rows.period(in: &row, bytes) else { return nil }
        period = number
      case .status:
        guard let code = statuses.code(&row, bytes), !code.isMissing else { return nil }
        status = code
      case .missing:
        guard let code = reasons.code(&row, bytes) else { return nil }
        missing = code
      case .qualifier:
        guard let code = qualifiers.code(&row, bytes), code != .range else { return nil }
        qualifier = code
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

  /// Moves over a string that is one of the words.
  func code(_ row: inout FlatRow, _ bytes: Span<UInt8>) -> Code? {
    guard row.openString(bytes) else { return nil }
    for place in words.indices where closes(&row, place, bytes) { return codes[place] }
    return nil
  }

  /// Moves over a key that is one of the words, the likely one looked at first; its place.
  func place(_ row: inout FlatRow, _ bytes: Span<UInt8>, likely: Int) -> Int? {
    guard row.openString(bytes) else { return nil }
    for step in words.indices {
      let place = likely + step < words.count ? likely + step : likely + step - words.count
      if closes(&row, place, bytes) { return row.colon(bytes) ? place : nil }
    }
    return nil
  }

  private func closes(_ row: inout FlatRow, _ place: Int, _ bytes: Span<UInt8>) -> Bool {
    let word = words[place]
    return row.closes(word.span, bytes)
  }
}
