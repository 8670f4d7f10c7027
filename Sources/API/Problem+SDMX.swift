import HTTP
import SDMX
import Statistics

extension Problem {
  /// The media type of messages.
  static let messageType = "application/vnd.sdmx.error+xml;version=2.1"

  /// The same as SDMX says it: each thing that is wrong by itself.
  var faults: [ErrorMessage.Fault] {
    if errors.isEmpty { return [ErrorMessage.Fault(faultCode, detail)] }
    return errors.map { ErrorMessage.Fault($0.code.faultCode, $0.sentence) }
      + (moreErrors > 0 ? [ErrorMessage.Fault(.syntax, Problem.rest(moreErrors))] : [])
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

extension ParameterError {
  /// All that is known of it in a sentence: such messages have no other place for the parameter and
  /// for what it takes.
  fileprivate var sentence: Name {
    var name = detail
    if !name.en.contains(parameter) {
      name = Name(vi: "\(parameter): \(name.vi)", en: "\(parameter): \(name.en)")
    }
    if allowed.isEmpty { return name }
    let list = allowed.joined(separator: ", ")
    return Name(vi: "\(name.vi) Có: \(list).", en: "\(name.en) There is: \(list).")
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
