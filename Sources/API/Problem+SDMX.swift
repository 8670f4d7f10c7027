import HTTP
import SDMX
import Statistics

extension Problem {
  /// The same as SDMX says it: each thing that is wrong by itself.
  var faults: [ErrorMessage.Fault] {
    if errors.isEmpty { return [ErrorMessage.Fault(faultCode, detail)] }
    return errors.map { ErrorMessage.Fault($0.code.faultCode, $0.detail) }
  }

  private var faultCode: ErrorMessage.Code {
    switch status {
    case .notFound: .noResults
    case .contentTooLarge: .tooLarge
    case .methodNotAllowed: .methodNotAllowed
    case .notAcceptable: .notAcceptable
    case .preconditionFailed: .preconditionFailed
    case .notImplemented: .notImplemented
    case .serviceUnavailable: .unavailable
    case .internalServerError: .internalError
    default: .syntax
    }
  }
}

extension ProblemCode {
  /// An unknown code is a semantic error. The standard of 2011 answers these with 403, the one of
  /// 2023 with 422; here they are 400 as everywhere in this API.
  fileprivate var faultCode: ErrorMessage.Code {
    switch self {
    case .unknownValue, .conflict, .outOfRange, .notHere: .semantics
    case .tooMany: .tooLarge
    default: .syntax
    }
  }
}

extension Status {
  static func ~= (one: Status, other: Status) -> Bool { one == other }
}
