import HTTP
import JSON
import Statistics

/// An answer to a request that cannot be answered as it stands (RFC 9457).
struct Problem: Error, Sendable {
  var status: Status
  var code: ProblemCode
  var title: Name
  var detail: Name
  var errors: [ParameterError] = []
  /// How many more things are wrong than `errors` tells.
  var moreErrors = 0
  var suggestions: [String] = []
  /// The unit that once bore a name, and what became of it.
  var was: String?
  var successors: [String] = []
  /// The media types that there are.
  var offered: [String] = []
  /// The same as `format=` names them, for whoever asked by name.
  var formats: [String] = []
  /// The methods that there are.
  var allow: String?

  init(_ status: Status, _ code: ProblemCode, title: Name, detail: Name) {
    self.status = status
    self.code = code
    self.title = title
    self.detail = detail
  }

  /// Everything that is wrong with the parameters, in one problem; `more` are not told one by one.
  static func parameters(_ errors: [ParameterError], more: Int = 0) -> Problem {
    let count = Set(errors.map(\.parameter)).count
    let title =
      more > 0
      ? Name(
        vi: "Tham số không dùng được: \(errors.count + more) lỗi",
        en: "Parameters cannot be used as given: \(errors.count + more) errors")
      : count == 1
        ? Name(vi: "Có một tham số không dùng được", en: "One parameter cannot be used as given")
        : Name(
          vi: "Có \(number(count).vi) tham số không dùng được",
          en: "\(number(count).en) parameters cannot be used as given")
    let details = errors.map(\.detail) + (more > 0 ? [rest(more)] : [])
    var problem = Problem(
      .badRequest, .badParameter, title: title,
      detail: Name(
        vi: details.map(\.vi).joined(separator: " "),
        en: details.map(\.en).joined(separator: " ")))
    problem.errors = errors
    problem.moreErrors = more
    return problem
  }

  /// What is said of errors that are not told one by one.
  static func rest(_ count: Int) -> Name {
    Name(vi: "Còn \(count) lỗi nữa.", en: "There are \(count) more errors.")
  }

  private static func number(_ count: Int) -> Name {
    switch count {
    case 2: Name(vi: "hai", en: "Two")
    case 3: Name(vi: "ba", en: "Three")
    case 4: Name(vi: "bốn", en: "Four")
    case 5: Name(vi: "năm", en: "Five")
    default: Name(vi: "\(count)", en: "\(count)")
    }
  }

  static func notFound(_ detail: Name, suggestions: [String]) -> Problem {
    var problem = Problem(
      .notFound, .notFound,
      title: Name(vi: "Không có ở địa chỉ này", en: "There is nothing at this address"),
      detail: detail)
    problem.suggestions = suggestions
    return problem
  }

  static func methodNotAllowed(_ method: String, allow: String) -> Problem {
    var problem = Problem(
      .methodNotAllowed, .methodNotAllowed,
      title: Name(vi: "Phương thức không được nhận", en: "The method is not taken here"),
      detail: Name(
        vi: "“\(echoed(method))” không được nhận ở đây; hãy dùng \(allow).",
        en: "\"\(echoed(method))\" is not taken here; use \(allow)."))
    problem.allow = allow
    return problem
  }

  static func notAcceptable(_ asked: String, offered: [String]) -> Problem {
    var problem = Problem(
      .notAcceptable, .notAcceptable,
      title: Name(vi: "Không có định dạng này", en: "There is no such format"),
      detail: Name(
        vi: "“\(echoed(asked))” không có ở đây; có \(offered.joined(separator: ", ")).",
        en:
          "\"\(echoed(asked))\" is not to be had here; there is \(offered.joined(separator: ", "))."
      ))
    problem.offered = offered
    return problem
  }

  /// Adds where the format is to be had that is not to be had here.
  mutating func isRather(at address: String, format: String) {
    detail.vi += " “\(format)” có ở \(address)."
    detail.en += " \"\(format)\" is at \(address)."
    suggestions = ["\(address)?format=\(format)"]
  }

  static let preconditionFailed = Problem(
    .preconditionFailed, .preconditionFailed,
    title: Name(vi: "Điều kiện không thoả", en: "The condition does not hold"),
    detail: Name(
      vi: "Không thẻ nào trong If-Match là thẻ hiện nay.",
      en: "No tag in If-Match is the present one."))
}

extension Problem {
  /// The problem as `application/problem+json`; `instance` is the target as asked.
  func body(instance: String?, vietnamese: Bool) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("type", "/docs/problems#\(code.anchor)")
    writer.member("title", vietnamese ? title.vi : title.en)
    writer.key("status")
    writer.integer(status.code)
    writer.member("code", code.rawValue)
    if let instance { writer.member("instance", echoed(instance)) }
    writer.member("detail", vietnamese ? detail.vi : detail.en)
    writer.strings("suggestions", suggestions)
    if let was { writer.member("was", was) }
    writer.strings("successors", successors)
    writer.strings("offered", offered)
    writer.strings("formats", formats)
    if !errors.isEmpty {
      writer.key("errors")
      writer.beginArray()
      for error in errors { error.write(onto: &writer, vietnamese: vietnamese) }
      writer.endArray()
    }
    if moreErrors > 0 {
      writer.key("moreErrors")
      writer.integer(moreErrors)
    }
    writer.endObject()
    return writer.bytes
  }
}

extension ParameterError {
  fileprivate func write(onto writer: inout JSONWriter, vietnamese: Bool) {
    writer.beginObject()
    writer.member("code", code.rawValue)
    writer.member("parameter", parameter)
    writer.member("value", value)
    writer.member("detail", vietnamese ? detail.vi : detail.en)
    writer.strings("suggestions", suggestions)
    writer.strings("allowed", allowed)
    if let see { writer.member("see", see) }
    if let was { writer.member("was", was) }
    writer.strings("successors", successors)
    writer.endObject()
  }
}

extension JSONWriter {
  /// A member that is left out where the list is empty.
  fileprivate mutating func strings(_ key: String, _ list: [String]) {
    guard !list.isEmpty else { return }
    self.key(key)
    strings(list)
  }
}
