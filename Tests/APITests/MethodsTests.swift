import HTTP
import Testing

/// What may be done at an address: asked, and nothing else.
@Suite struct MethodsTests {
  @Test(arguments: Examples.json)
  func `HEAD has the fields of GET`(_ example: Example) {
    let get = ask(example.target)
    let head = ask(example.target, method: "HEAD")
    #expect(head.status == get.status)
    #expect(head.fields.map(\.name) == get.fields.map(\.name))
    #expect(head.fields.map(\.value) == get.fields.map(\.value))
    // The length is counted where the answer is written, which leaves the body out.
    #expect(head.bytes.count == get.bytes.count)
  }

  @Test(arguments: ["/v1/provinces/nowhere", "/v1/provinces?limit=0", "/", "/healthz"])
  func `HEAD has the fields of GET where there is no answer too`(target: String) {
    let get = ask(target)
    let head = ask(target, method: "HEAD")
    #expect(head.status == get.status)
    #expect(head.fields.map(\.value) == get.fields.map(\.value))
  }

  @Test func `HEAD is told that the client has the answer`() throws {
    let tag = try #require(ask("/v1")[field: "ETag"])
    #expect(ask("/v1", "If-None-Match: \(tag)", method: "HEAD").status == 304)
  }

  @Test(arguments: Examples.all)
  func `OPTIONS says what may be done`(_ example: Example) {
    let answer = ask(example.target, method: "OPTIONS")
    #expect(answer.status == 204)
    #expect(answer[field: "Allow"] == "GET, HEAD, OPTIONS")
    #expect(answer.bytes.isEmpty)
  }

  @Test func `OPTIONS of everything is answered too`() {
    let answer = ask("*", method: "OPTIONS")
    #expect(answer.status == 204)
    #expect(answer[field: "Allow"] == "GET, HEAD, OPTIONS")
  }

  @Test func `a page of another origin may ask, and keep the leave for a day`() {
    let answer = ask(
      "/v1/observations?indicator=dti", "Origin: https://example.org",
      "Access-Control-Request-Method: GET", "Access-Control-Request-Headers: if-none-match",
      method: "OPTIONS")
    #expect(answer.status == 204)
    #expect(answer[field: "Access-Control-Allow-Origin"] == "*")
    #expect(answer[field: "Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS")
    let fields = answer[field: "Access-Control-Allow-Headers"]?.lowercased() ?? ""
    #expect(fields.contains("if-none-match"))
    #expect(answer[field: "Access-Control-Max-Age"] == "86400")
  }

  @Test(arguments: [
    "POST", "PUT", "DELETE", "PATCH", "TRACE", "QUERY", "PROPFIND", "get", "Get", "GETS",
    "M-SEARCH",
  ])
  func `every other method is refused with those that are taken`(method: String) throws {
    let answer = ask("/v1/provinces", "Accept-Language: en", method: method)
    #expect(answer.status == 405)
    #expect(answer[field: "Allow"] == "GET, HEAD, OPTIONS")
    #expect(answer[field: "Content-Type"] == "application/problem+json")
    let problem = try answer.json()
    #expect(problem["code"] == "methodNotAllowed")
    #expect(problem["status"] == 405)
    #expect(problem["detail"]?.text?.contains("\"\(method)\"") == true)
  }

  @Test(arguments: Examples.all)
  func `nothing can be sent to any address`(_ example: Example) {
    #expect(ask(example.target, method: "POST").status == 405)
  }

  @Test func `a tunnel is refused as any other method`() {
    #expect(ask("localhost:80", method: "CONNECT").status == 405)
  }

  @Test func `where nothing is, a method that is never taken is refused first`() {
    #expect(ask("/v1/nothing", method: "POST").status == 405)
    #expect(ask("/v1/nothing", method: "OPTIONS").status == 404)
    #expect(ask("/v1/nothing").status == 404)
  }
}
