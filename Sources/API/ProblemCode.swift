// API: what can be asked: the route table, parameters, problems, and who answers what.

/// The stable part of a problem, for programs; the words around it are for people.
package enum ProblemCode: String, Sendable, CaseIterable {
  /// A request with wrong parameters; each is an error of its own beside it.
  case badParameter
  case unknownParameter, unknownValue, badSyntax, outOfRange, repeated, empty
  /// A parameter that exists, but not for this resource.
  case notHere
  /// Two parameters that exclude each other.
  case conflict
  case notOnThisMap, tooMany
  case notFound, methodNotAllowed, notAcceptable, preconditionFailed
  /// A request that is not HTTP as the RFCs have it.
  case badRequest
  /// The server has no room for another connection; try again.
  case unavailable
  case internalError

  /// The anchor of its documentation: `bad-parameter`.
  var anchor: String {
    rawValue.reduce(into: "") { $0 += $1.isUppercase ? "-\($1.lowercased())" : String($1) }
  }
}
