import API
import HTTP
import Statistics
import Testing

/// The pages for people.
@Suite struct DocsTests {
  static let pages = ["/docs", "/docs/api", "/docs/data", "/docs/methods", "/docs/problems"]

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
    // The script of all pages, which keeps the theme that was chosen on another.
    #expect(answer.text.matches(of: /<script/).count == 1)
    #expect(answer.text.contains("<script src=\"/page.js\"></script>"))
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
        // The front page leads programs on.
        let parts = link.replacing("&amp;", with: "&").split(separator: "#")
        let there = ask(String(parts[0]))
        let status = there.status
        if parts.count > 1 { #expect(there.text.contains("id=\"\(parts[1])\""), "\(link)") }
        #expect(status == 200 || link == "/" && status == 303, "\(link)")
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
    let text = ask("/docs/api").text
    for route in Routes.all { #expect(text.contains("<code>GET \(route.pattern)</code>")) }
    for parameter in Parameter.allCases {
      #expect(text.contains("<code>\(parameter.rawValue)</code>"), "\(parameter)")
    }
  }

  @Test(arguments: [("/docs", 15), ("/docs/api", 60), ("/docs/methods", 5)])
  func `every command of a page gets what stands below it`(path: String, least: Int) throws {
    let shown = ask(path).text.matches(
      of: /curl &quot;\$HOST([^<\n]*?)&quot;<\/code><\/pre>\n<pre[^>]*><code>([^<]*)</)
    #expect(shown.count >= least)
    for one in shown {
      let answer = ask(String(one.1.replacing("&amp;", with: "&")))
      let isMistake = one.1.contains("indicater")
      #expect(answer.status == (isMistake ? 400 : 200), "\(one.1)")
      // Blanks apart, since JSON is laid out to be read; of long answers the first rows.
      let first = one.2.prefix(120).filter { !$0.isWhitespace }
      let all = answer.text.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
        .replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("'", with: "&#39;")
      #expect(all.filter { !$0.isWhitespace }.hasPrefix(first), "\(one.1)")
    }
  }

  @Test func `every indicator, unit, code and document of the data is in the dictionary`() {
    let text = ask("/docs/data").text
    let snapshot = API.snapshot
    for id in snapshot.indicators.ids { #expect(text.contains("id=\"indicator-\(id)\""), "\(id)") }
    for id in snapshot.sources.ids { #expect(text.contains("id=\"source-\(id)\""), "\(id)") }
    for unit in snapshot.units.rows { #expect(text.contains("<code>\(unit.code)</code>")) }
    let codes = Qualifier.allCases.map(\.rawValue) + MissingReason.allCases.map(\.rawValue)
    for code in codes { #expect(text.contains("<td><code>\(code)</code></td>"), "\(code)") }
  }

  @Test(arguments: pages) func `headings go down one by one, and landmarks have names`(
    path: String
  ) {
    let text = ask(path).text
    let levels = text.matches(of: /<h([1-6])[ >]/).compactMap { Int($0.1) }
    #expect(levels.first == 1 && levels.filter { $0 == 1 }.count == 1)
    for (one, next) in zip(levels, levels.dropFirst()) { #expect(next <= one + 1) }
    for landmark in ["<header>", "<main id=", "<footer>"] { #expect(text.contains(landmark)) }
    // What scrolls by itself can be reached, and says what it is.
    for group in text.matches(of: /role="group"([^>]*)>/).map(\.1) {
      #expect(group.contains("aria-label=") && group.contains("tabindex=\"0\""))
    }
    #expect(text.matches(of: /<pre\s/).count == text.matches(of: /<pre\s[^>]*role="group"/).count)
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
