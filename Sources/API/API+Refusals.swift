import HTTP
import Statistics

/// Answers to what the protocol refuses: the same shape as any other problem.
extension API {
  /// Words a refusal; the wires' reasons are English, so a Vietnamese one gets them behind its own
  /// sentence.
  static func refusal(_ refusal: Refusal, _ asked: Asked) -> Response {
    var response = Reply(to: refusal, asked).problem(problem(of: refusal))
    if refusal.status == .serviceUnavailable { response.fields.append("Retry-After", "1") }
    response.closes = true
    return response
  }

  static func problem(of refusal: Refusal) -> Problem {
    let title = title(of: refusal.status)
    return Problem(
      refusal.status, refusal.status == .serviceUnavailable ? .unavailable : .badRequest,
      title: title, detail: Name(vi: "\(title.vi): \(refusal.reason)", en: refusal.reason))
  }

  private static func title(of status: Status) -> Name {
    switch status {
    case .requestTimeout:
      Name(vi: "Yêu cầu đến quá chậm", en: "The request came too slowly")
    case .contentTooLarge: Name(vi: "Nội dung quá lớn", en: "The content is too large")
    case .uriTooLong: Name(vi: "Địa chỉ quá dài", en: "The address is too long")
    case .fieldsTooLarge:
      Name(vi: "Phần đầu của yêu cầu quá lớn", en: "The head of the request is too large")
    case .notImplemented, .versionNotSupported, .expectationFailed:
      Name(vi: "Yêu cầu điều chưa có ở đây", en: "The request wants what is not to be had here")
    case .serviceUnavailable:
      Name(vi: "Máy chủ đang có quá nhiều kết nối", en: "The server has too many connections")
    default:
      Name(vi: "Yêu cầu không đúng giao thức HTTP", en: "The request is not HTTP as it should be")
    }
  }
}
