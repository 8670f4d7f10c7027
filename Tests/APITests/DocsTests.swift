import API
import HTTP
import Testing

/// The pages for people.
@Suite struct DocsTests {
  static let pages = ["/docs", "/docs/problems"]

  @Test(arguments: pages) func `a page is HTML that takes nothing from elsewhere`(path: String) {
    let answer = ask(path)
    #expect(answer.status == 200)
    #expect(answer[field: "Content-Type"] == "text/html; charset=utf-8")
    #expect(answer[field: "X-Content-Type-Options"] == "nosniff")
    #expect(answer[field: "Content-Language"] == "vi, en")
    #expect(
      answer[field: "Content-Security-Policy"]
        == "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
        + " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'")
    #expect(!answer.text.contains("<script"))
    #expect(!answer.text.contains(" style="))
    for link in answer.text.matches(of: /(?:href|src)="([^"]*)"/).map(\.1) {
      #expect(link.hasPrefix("/") || link.hasPrefix("#") || link == "data:,", "\(link)")
    }
  }

  @Test(arguments: pages) func `every link of a page leads somewhere`(path: String) {
    let text = ask(path).text
    let ids = Set(text.matches(of: /id="([^"]*)"/).map(\.1))
    for link in Set(text.matches(of: /href="([^"]*)"/).map(\.1)) {
      if link.hasPrefix("#") {
        #expect(ids.contains(link.dropFirst()), "\(link)")
      } else if link.hasPrefix("/") {
        #expect(ask(String(link)).status == 200, "\(link)")
      }
    }
    #expect(ids.count == text.matches(of: /id="/).count, "an id stands twice")
  }

  @Test(arguments: ["text/html", "*/*", "text/html,application/xhtml+xml,*/*;q=0.8"])
  func `a page is given to who takes HTML`(accept: String) {
    #expect(ask("/docs", "Accept: \(accept)").status == 200)
  }

  @Test(arguments: ["application/json", "text/csv", "image/*"])
  func `a page is not given to who wants something else`(accept: String) {
    let answer = ask("/docs", "Accept: \(accept)")
    #expect(answer.status == 406)
    #expect(answer[field: "Content-Type"] == "application/problem+json")
  }

  @Test(arguments: pages + ["/docs/style.css"])
  func `a page can be kept, is known again and compressed`(path: String) {
    let answer = ask(path)
    #expect(answer[field: "Cache-Control"] == "max-age=60")
    #expect(ask(path, "If-None-Match: \(answer[field: "ETag"] ?? "")").status == 304)
    let coded = ask(path, "Accept-Encoding: br")
    #expect(coded[field: "Content-Encoding"] == "br")
    #expect(coded.bytes.count < answer.bytes.count / 2)
  }

  @Test func `every address and every parameter is on the page`() {
    let text = ask("/docs").text
    for route in Routes.all { #expect(text.contains("<code>GET \(route.pattern)</code>")) }
    for parameter in Parameter.allCases {
      #expect(text.contains("<code>\(parameter.rawValue)</code>"), "\(parameter)")
    }
  }

  @Test func `every command of the page is answered`() {
    let commands = ask("/docs").text.matches(of: /curl &quot;\$HOST([^<\n]*?)&quot;/).map(\.1)
    #expect(commands.count > 15)
    for command in commands {
      #expect(ask(String(command.replacing("&amp;", with: "&"))).status == 200, "\(command)")
    }
  }

  @Test func `every problem points to its explanation`() throws {
    let text = ask("/docs/problems").text
    for code in ProblemCode.allCases {
      #expect(text.contains("<code>\(code.rawValue)</code>"))
    }
    for target in ["/v1/nothing", "/v1/provinces?limit=0", "/v1?format=csv"] {
      let type = try #require(try ask(target).json()["type"]?.text)
      let anchor = try #require(type.split(separator: "#").last)
      #expect(type.hasPrefix("/docs/problems#"))
      #expect(text.contains("id=\"\(anchor)\""), "\(type)")
    }
  }
}
