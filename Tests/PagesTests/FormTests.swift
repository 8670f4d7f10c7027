import Testing

/// The pages as markup: well-formed, whole without a script, nothing from elsewhere.
@Suite struct FormTests {
  static let pages = [
    "/", "/?lang=en", "/?q=da+nang", "/?q=quang+nam&lang=en", "/?indicator=papi&period=2023",
    "/?indicator=dti&period=2024&boundaries=today&theme=dark", "/?indicator=gii-rank",
    "/?indicator=dti&period=2020", "/provinces/da-nang", "/provinces/48-2008?lang=en",
    "/provinces/01-2005", "/provinces/nowhere", "/?indicator=none&period=x&lang=zz",
  ]

  /// Each asked for and taken apart once, which takes long.
  private static let answers = Dictionary(uniqueKeysWithValues: pages.map { ($0, ask($0)) })
  private static let markups = answers.mapValues { Markup($0.text) }

  @Test(arguments: pages) func `a page is well-formed`(target: String) throws {
    let page = try #require(FormTests.markups[target])
    #expect(page.wrong.isEmpty, "\(page.wrong.prefix(5))")
    #expect(Set(page.ids).count == page.ids.count, "an id stands twice")
    #expect(page.all("h1").count == 1)
    #expect(page.all("main").count == 1)
    #expect(page.all("title").first?.text.isEmpty == false)
    let levels = page.tags.compactMap { tag in
      tag.name.count == 2 && tag.name.hasPrefix("h") ? tag.name.last?.wholeNumberValue : nil
    }
    for (one, next) in zip(levels, levels.dropFirst()) { #expect(next <= one + 1, "\(levels)") }
  }

  @Test(arguments: pages) func `a page holds no script or style of its own`(
    target: String
  ) throws {
    let answer = try #require(FormTests.answers[target])
    let page = try #require(FormTests.markups[target])
    for tag in page.tags {
      #expect(tag.name != "style" && tag.attributes["style"] == nil)
      #expect(!tag.attributes.keys.contains { $0.hasPrefix("on") }, "\(tag)")
      if tag.name == "script" { #expect(tag.text.isEmpty && tag.attributes["src"] != nil) }
      for key in ["src", "action"] {
        if let address = tag.attributes[key] { #expect(address.hasPrefix("/"), "\(tag)") }
      }
      if tag.name == "link" {
        let address = tag.attributes["href"] ?? ""
        #expect(address.hasPrefix("/") || address == "data:,", "\(tag)")
      }
    }
    #expect(
      answer.fields["Content-Security-Policy"]
        == "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
        + " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'")
    #expect(answer.fields["Content-Type"] == "text/html; charset=utf-8")
    #expect(answer.fields["X-Content-Type-Options"] == "nosniff")
  }

  @Test(arguments: pages) func `every field has a label, every list of choices one chosen`(
    target: String
  ) throws {
    let page = try #require(FormTests.markups[target])
    let labels = page.all("label").compactMap { $0.attributes["for"] }
    for field in page.all("select") + page.all("input") where field.attributes["type"] != "hidden" {
      #expect(labels.contains(field.attributes["id"] ?? ""), "\(field)")
    }
    for section in page.all("section") {
      #expect(page.ids.contains(section.attributes["aria-labelledby"] ?? ""), "\(section)")
    }
  }

  @Test(arguments: ["/", "/?q=da+nang&lang=en", "/provinces/da-nang"])
  func `every link of a page leads somewhere`(target: String) {
    let page = FormTests.markups[target] ?? Markup(ask(target).text)
    let ids = Set(page.ids)
    var fragments: [String: Set<String>] = [:]
    for link in Set(page.all("a").compactMap { $0.attributes["href"] }).sorted() {
      if link.hasPrefix("#") {
        #expect(ids.contains(String(link.dropFirst())), "\(link)")
      } else if link.hasPrefix("/") {
        let parts = link.split(separator: "#", maxSplits: 1).map(String.init)
        // Each page is looked at once, whatever part of it is meant.
        if fragments[parts[0]] == nil {
          let answer = ask(parts[0])
          #expect(answer.status == 200, "\(link)")
          fragments[parts[0]] = parts.count > 1 ? Set(Markup(answer.text).ids) : []
        }
        if parts.count > 1, let there = fragments[parts[0]], !there.isEmpty {
          #expect(there.contains(parts[1]), "\(link)")
        }
      } else {
        #expect(link.hasPrefix("https://") || link.hasPrefix("http://"), "\(link)")
      }
    }
  }

  @Test(arguments: ["/page.css", "/page.js"])
  func `what pages are made with takes nothing from elsewhere`(path: String) {
    let answer = ask(path, accept: "*/*")
    #expect(answer.status == 200)
    for word in ["url(", "@import", "http:", "https:", "eval(", "innerHTML"] {
      #expect(!answer.text.contains(word), "\(word)")
    }
    #expect(answer.fields["Cache-Control"] == "max-age=60")
  }

  @Test(arguments: ["/page.css", "/docs/style.css"])
  func `paper is printed light, whatever the screen is`(path: String) {
    let text = ask(path, accept: "*/*").text
    let dark = text.matches(of: /@media screen and \(prefers-color-scheme: ?dark\)/).count
    #expect(dark >= 1)
    #expect(text.matches(of: /prefers-color-scheme/).count == dark)
    let chosen = text.matches(of: /@media screen ?{\s*:root\[data-theme=dark\]/).count
    #expect(chosen >= 1)
    #expect(text.matches(of: /:root\[data-theme=dark\]/).count == chosen)
  }

  @Test(arguments: pages.dropLast(2))
  func `a page with all that it is made with is under 60 kB`(target: String) {
    let sizes = [target, "/page.css", "/page.js"].map { path in
      ask(path, fields: ["Accept-Encoding: br"]).bytes.count
    }
    #expect(sizes.reduce(0, +) < 60_000, "\(sizes)")
  }
}
