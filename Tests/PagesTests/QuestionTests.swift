import API
import Testing

/// What the pages are asked, and what they answer to a wrong question.
@Suite struct QuestionTests {
  @Test(arguments: ["application/json", "*/*", "image/png", "text/csv", "text/html;q=0"])
  func `who does not ask for HTML is led to the index`(accept: String) {
    let answer = ask("/", accept: accept)
    #expect(answer.status == 303)
    #expect(answer.fields["Location"] == "/v1")
    #expect(answer.fields["Vary"] == "Accept")
    let asked = ask("/?indicator=dti", accept: accept)
    #expect(asked.status == 400)
    #expect(asked.fields["Content-Type"] == "application/problem+json")
  }

  @Test(arguments: [
    "/v1", "/v1/provinces", "/v1/provinces/48", "/v1/observations", "/v1/nothing", "/v1/provinces/",
    "/v1/provinces/nowhere", "/v1/targets?status=x", "/metrics/x",
    "/openapi.json/x",
  ]) func `an address of the API never answers HTML`(target: String) {
    let answer = ask(target, accept: "text/html")
    #expect(answer.fields["Content-Type"]?.contains("html") == false)
    #expect(!answer.text.hasPrefix("<"))
  }

  @Test(arguments: ["text/html", "text/html, */*", "text/html,application/xml;q=0.9,*/*;q=0.8"])
  func `who names HTML gets pages`(accept: String) {
    for (target, status) in [("/", 200), ("/nothing", 404), ("/provinces", 303)] {
      #expect(ask(target, accept: accept).status == status, "\(target)")
    }
  }

  @Test(arguments: [
    "/nothing", "/docs/nope", "/provinces/da-nang/nope?lang=en", "/docs/", "//example.vn/%3Cb%3E",
  ])
  func `an address of people without a page has one that says so`(target: String) {
    let answer = ask(target)
    #expect(answer.status == 404)
    #expect(answer.fields["Content-Type"] == "text/html; charset=utf-8")
    #expect(answer.fields["Cache-Control"] == "no-store")
    let page = Markup(answer.text)
    #expect(page.wrong.isEmpty)
    #expect(
      page.all("html").first?.attributes["lang"] == (target.contains("lang=en") ? "en" : "vi"))
    // Its sections are those of the front page.
    #expect(!page.all("a").contains { $0.attributes["href"] == "#tinh" })
    // Ways on, each to a page.
    let ways = page.tags.filter { $0.name == "a" && $0.around.suffix(2) == ["ul", "li"] }
      .compactMap { $0.attributes["href"] }
    #expect(ways.contains("/docs"))
    for accept in ["*/*", "application/json"] {
      let problem = ask(target, accept: accept)
      #expect(problem.status == 404)
      #expect(problem.fields["Content-Type"] == "application/problem+json")
    }
  }

  @Test(arguments: [
    ("/provinces", "/#tinh"), ("/provinces/", "/#tinh"),
    ("/provinces?lang=en&theme=dark&x=y", "/?lang=en&theme=dark#tinh"),
  ]) func `the provinces alone lead to their part of the front page`(target: String, to: String) {
    let answer = ask(target)
    #expect(answer.status == 303)
    #expect(answer.fields["Location"] == to)
    #expect(ask(target, accept: "*/*").status == 404)
  }

  @Test func `what was chosen is kept by the form, the title and the ways to the other looks`() {
    let page = Markup(ask("/?indicator=dti&period=2023&boundaries=today&q=hue").text)
    let query = "indicator=dti&period=2023&boundaries=today&q=hue"
    let switches = page.all("a").filter {
      $0.attributes["rel"] == "alternate" || $0.attributes["data-choice"] != nil
    }
    #expect(switches.count == 4)
    for way in switches { #expect(way.attributes["href"]?.contains(query) == true, "\(way)") }
    let kept = page.all("input").filter { $0.attributes["type"] == "hidden" }
    #expect(kept.contains { $0.attributes["name"] == "q" && $0.attributes["value"] == "hue" })
    let title = page.all("title").first?.text ?? ""
    #expect(title.hasPrefix("Chỉ số chuyển đổi số cấp tỉnh (DTI), 2023, 34 tỉnh, thành"))
    // What is said to who listens is the same.
    let said = page.all("div").compactMap { $0.attributes["data-said"] }
    #expect(said.count == 1 && title.hasPrefix(said[0]))
  }

  @Test(arguments: [
    ("/?indicator=dtii&lang=en", ["\"dtii\" is not in /v1/indicators; did you mean \"dti\"?"]),
    ("/?indicator=dtii", ["“dtii” không có trong /v1/indicators; có phải “dti” không?"]),
    ("/?period=2024-H1&lang=en", ["\"2024-H1\" is not a period"]),
    ("/?period=2023,2024&lang=en", ["is not a single period such as 2024"]),
    ("/?boundaries=2027-01-01&lang=en", ["\"boundaries\" must be"]),
    ("/?boundaries=published&lang=en", ["is for observations only"]),
    ("/?lang=fr", ["“fr” không phải là giá trị của “lang”"]),
    ("/?theme=blue&lang=en", ["\"blue\" is no value of \"theme\""]),
    ("/?colour=blue&lang=en", ["\"colour\" is not a parameter of /"]),
    ("/?limit=5&lang=en", ["does not take the parameter \"limit\""]),
    ("/?indicator=x&period=y&lang=en", ["\"x\" is not in", "\"y\" is not a period"]),
    ("/provinces/48?indicator=dti&lang=en", ["does not take the parameter \"indicator\""]),
    ("/provinces/48?theme=x&lang=en", ["\"x\" is no value of \"theme\""]),
  ]) func `what is wrong stands on the page, under status 400`(target: String, words: [String]) {
    let answer = ask(target)
    #expect(answer.status == 400)
    #expect(answer.fields["Cache-Control"] == "no-store")
    let page = Markup(answer.text)
    let notices = page.tags.filter { $0.name == "li" && $0.around.contains("main") }
      .map(\.text).prefix(words.count)
    for word in words { #expect(notices.contains { $0.contains(word) }, "\(notices)") }
    // The rest of the page is there all the same.
    #expect(page.all("table").count > 0)
  }

  @Test(arguments: [
    ("/provinces/nowhere", "không phải là tỉnh nào"),
    ("/provinces/49?lang=en", "Quang Nam (49-2008) did, now part of Da Nang (48-2025)"),
    ("/provinces/48-1999?lang=en", "is no province"),
  ]) func `a province that is none is told, with what is near`(target: String, words: String) {
    let answer = ask(target)
    #expect(answer.status == 404)
    #expect(Markup(answer.text).all("p").contains { $0.text.contains(words) })
  }

  @Test func `a province that is no more leads to what it was, and to what it is now`() {
    #expect(ask("/provinces/49").text.contains("href=\"/provinces/49-2008\""))
    let ways = Markup(ask("/provinces/quang-nam?lang=en").text).all("a")
    for (address, name) in [
      ("/provinces/49-2008?lang=en", "Quang Nam (49-2008)"),
      ("/provinces/48-2025?lang=en", "Da Nang (48-2025)"),
    ] {
      #expect(ways.contains { $0.attributes["href"] == address && $0.text == name }, "\(name)")
    }
  }

  @Test func `empty fields, which forms send, are none`() {
    let page = ask("/?q=&indicator=dti&period=&boundaries=&lang=&theme=")
    #expect(page.status == 200)
    #expect(page.bytes == ask("/?indicator=dti").bytes)
  }

  @Test func `a period without a figure is told, and the newest shown`() {
    let answer = ask("/?indicator=dti&period=2019&lang=en")
    #expect(answer.status == 200)
    #expect(answer.text.contains("There is no figure of 2019; this is 2024."))
  }

  @Test(arguments: [
    ("/?q=da+nang", "/provinces/da-nang", "Đà Nẵng"),
    ("/?q=Đà Nẵng&lang=en".replacing(" ", with: "%20"), "/provinces/da-nang?lang=en", "Da Nang"),
    ("/?q=quang+nam", "/provinces/49-2008", "Quảng Nam"),
    ("/?q=TPHCM", "/provinces/ho-chi-minh", "Hồ Chí Minh"),
  ]) func `search finds as people type, and leads to a page`(
    target: String, href: String, name: String
  ) {
    let encoded = target.replacing("Đà", with: "%C4%90%C3%A0").replacing("ẵ", with: "%E1%BA%B5")
    let page = Markup(ask(encoded).text)
    let hit = page.tags.first { $0.name == "a" && $0.around.suffix(2) == ["ol", "li"] }
    #expect(hit?.attributes["href"] == href)
    #expect(hit?.text == name)
  }

  @Test func `a search that finds nothing says so and what is near`() {
    let page = ask("/?q=kinh+te+sp&lang=en")
    #expect(page.status == 200)
    #expect(page.text.contains("Nothing has all these words"))
  }

  @Test func `a page can be kept, is known again, and is another on another day and host`() throws {
    let answer = ask("/")
    #expect(answer.fields["Cache-Control"] == "max-age=60")
    #expect(answer.fields["Vary"] == "Accept, Accept-Encoding")
    let tag = try #require(answer.fields["ETag"])
    #expect(ask("/", fields: ["If-None-Match: \(tag)"]).status == 304)
    #expect(ask("/", of: .on("2026-11-23")).fields["ETag"] != tag)
    #expect(ask("/", host: "example.vn").fields["ETag"] != tag)
    #expect(ask("/?lang=en").fields["ETag"] != tag)
  }

  @Test func `commands begin with the address of the client, or with the public one`() throws {
    #expect(ask("/", host: "127.0.0.1:9000").text.contains("curl &#39;http://127.0.0.1:9000/v1/"))
    let address = try #require(PublicURL("https://so.example.vn/do"))
    let page = ask("/", host: "127.0.0.1:9000", of: .on("2026-11-22", address))
    #expect(page.text.contains("curl &#39;https://so.example.vn/do/v1/"))
    #expect(!page.text.contains("127.0.0.1"))
    // A host that a command line would read as more than a host is not repeated.
    #expect(!ask("/", host: "a'$(b)'").text.contains("$(b)"))
  }

  @Test func `one loop keeps the pages of two hosts apart`() {
    let api = API.ofToday
    for host in ["one.vn", "two.vn", "one.vn", "two.vn"] {
      #expect(ask("/", host: host, of: api).text.contains("http://\(host)/v1/targets"))
      #expect(ask("/docs", host: host, of: api).text.contains("HOST=http://\(host)<"))
    }
  }
}
