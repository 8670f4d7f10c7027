import Formats
import HTTP
import JSON
import SDMX
import Statistics

extension Refused {
  /// How a question is refused that cannot be answered.
  struct Example: Sendable {
    let refused: Refused
    /// What was asked; nil where it is not the address that is wrong.
    let target: String?
    /// As a problem, and as SDMX says it.
    let problem: [UInt8]
    let message: [UInt8]
  }

  /// A real one, found by asking.
  func example(_ asking: Asking) -> Example {
    let (target, problem) = asked(asking, of: "/v1/provinces")
    let (_, ofSDMX) = asked(asking, of: "/sdmx/2.1/data/{flow}")
    return Example(
      refused: self, target: target,
      problem: problem.body(instance: target, vietnamese: false),
      message: ErrorMessage.bytes(ofSDMX.faults))
  }

  private func asked(_ asking: Asking, of pattern: String) -> (target: String?, Problem) {
    guard let route = Routes.all.first(where: { $0.pattern == pattern }) else {
      preconditionFailure("there is no route \(pattern)")
    }
    let values = asking.places(of: route).compactMap(\.example)
    let path = pattern.replacing("{flow}", with: values.first ?? "")
    func question(_ query: [(name: String, value: String)] = []) -> Asking {
      asking.other(route, path: path, values: values, query: query)
    }
    switch status {
    case .badRequest:
      let wrong = pattern.hasPrefix("/v1") ? Parameter.limit : .firstNObservations
      let query = [(name: wrong.rawValue, value: "0"), (name: "indicater", value: "dti")]
      var question = question(query)
      do {
        _ = try route.answer(&question)
      } catch let problem as Problem {
        return ("\(path)?\(wrong.rawValue)=0&indicater=dti", problem)
      } catch {}
      preconditionFailure("no page has 0 rows")
    case .notFound:
      let path = "\(path.dropLast())"
      return (path, Router.nothing(at: Route.split(path), path))
    case .methodNotAllowed: return (path, .methodNotAllowed("POST", allow: API.methods))
    case .notAcceptable:
      var question = question()
      question.refuse("image/png")
      guard let refusal = question.refusal else { preconditionFailure("it was refused") }
      return (path, refusal)
    case .preconditionFailed: return (path, .preconditionFailed)
    case .internalServerError: return (path, .internalError)
    default:
      guard let refusal = Refusal.examples().first(where: { $0.status == status }) else {
        preconditionFailure("nothing refuses with \(status.code)")
      }
      return (nil, API.problem(of: refusal))
    }
  }
}

extension Problem {
  /// The program itself is wrong.
  fileprivate static let internalError = Problem(
    .internalServerError, .internalError,
    title: Name(vi: "Chương trình có lỗi", en: "The program is at fault"),
    detail: ProblemCode.internalError.meaning)
}
