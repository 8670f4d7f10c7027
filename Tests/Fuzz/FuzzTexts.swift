import HTTP
import Statistics

/// The readers of queries and paths: what they take is text without NUL, and is taken again once
/// every byte of it is percent-encoded.
@Sendable func fuzzQuery(_ bytes: [UInt8]) {
  do throws(Refusal) {
    let parameters = try QueryString.parse(bytes.span)
    let encoded = parameters.map { "\(encode($0.name))=\(encode($0.value))" }
      .joined(separator: "&")
    let again = try QueryString.parse(Array(encoded.utf8).span)
    promise(again.map(\.name) == parameters.map(\.name), "names")
    promise(again.map(\.value) == parameters.map(\.value), "values")
    for (name, value) in parameters {
      promise(!name.utf8.contains(0) && !value.utf8.contains(0), "a NUL")
    }
  } catch {
    promise(error.status == .badRequest, "\(error)")
  }
  do throws(Refusal) {
    let segments = try PathSegments.parse(bytes.span)
    let path = segments.map { "/\(encode($0))" }.joined()
    promise(try PathSegments.parse(Array(path.utf8).span) == segments, "segments")
  } catch {
    promise(error.status == .badRequest, "\(error)")
  }
}

private func encode(_ text: String) -> String {
  text.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

/// The readers of periods and dates: what they take they write as it was, and its end is not
/// before its start.
@Sendable func fuzzPeriod(_ bytes: [UInt8]) {
  let text = String(decoding: bytes, as: UTF8.self)
  if let period = Period(text) {
    promise(period.description == text, "\(text) became \(period)")
    promise(!(period.end < period.start), "\(text) ends before it begins")
  }
  if let day = Day(text) { promise(day.description == text, "\(text) became \(day)") }
  if let date = PartialDate(text) {
    promise(date.description == text, "\(text) became \(date)")
  }
}
