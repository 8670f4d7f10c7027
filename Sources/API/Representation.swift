import Coding
import HTTP

/// What stands at an address in one format and one content coding: its tag, its fields, its bytes.
struct Representation {
  /// The number of the route that made it.
  let route: Int
  /// The entity tag, quotes included; two representations with one tag are the same bytes.
  let tag: String
  let coding: ContentCoding
  let fields: FieldLines
  /// How many bytes of the fields say what the content is, which is of no use without it.
  let description: Int
  /// Coded, unless it comes from `API.outcome`.
  var content: Content

  enum Content {
    case whole([UInt8])
    /// Made anew for each answer, piece by piece.
    case pieces(() -> any Pieces)
  }

  var answer: Response {
    switch content {
    case .whole(let bytes): return response(Response(.ok, fields: fields, body: bytes))
    case .pieces(let make): return response(Response(.ok, fields: fields, pieces: make()))
    }
  }

  /// Where the client has it already.
  var notModified: Response {
    response(Response(.notModified, fields: fields.lines(behind: description)))
  }

  /// A response on its behalf.
  func response(_ response: Response) -> Response {
    var response = response
    response.route = route
    return response
  }
}

/// What a request comes to.
enum Outcome {
  /// Something without a representation: a problem, another address, a word for machines.
  case response(Response)
  case representation(Representation)

  /// The same, counted as an answer of a route.
  func counted(as route: Route) -> Outcome {
    guard case .response(var response) = self else { return self }
    response.route = route.number
    return .response(response)
  }
}
