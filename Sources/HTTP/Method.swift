/// What the server does with a request; every other method, known or not, is answered 405.
package enum Method: Sendable, Equatable {
  case get, head, options, other
}
