import API
import HTML
import JSON
import Pages
import Statistics
import Testing

/// What stands on the pages is what the data say.
@Suite struct FiguresTests {
  /// Every figure that opens, with the command that gives it.
  static func figures(_ target: String) -> [(shown: String, address: String)] {
    let page = ask(target).text
    return page.split(separator: "<details class=\"figure\"><summary>").dropFirst().compactMap {
      part -> (shown: String, address: String)? in
      guard let end = part.firstRange(of: "</summary>")?.lowerBound,
        let command = part.firstMatch(of: /curl &#39;http:\/\/localhost:8080([^<]*?)&#39;/)?.1
      else { return nil }
      let shown = part[..<end].replacing(/<[^>]*>/, with: "")
      return (Markup.unescaped(String(shown)), Markup.unescaped(String(command)))
    }
  }

  @Test(arguments: [
    "/", "/?lang=en", "/?indicator=dti&period=2024&boundaries=today", "/?indicator=papi&lang=en",
    "/?indicator=ecommerce-b2c-revenue", "/provinces/da-nang", "/provinces/48-2008?lang=en",
    "/?indicator=population&period=2024&boundaries=today",
  ]) func `the command of a figure gives that figure`(target: String) throws {
    let language: PageLanguage = target.contains("lang=en") ? .en : .vi
    var count = 0
    for figure in Self.figures(target) where figure.address.hasPrefix("/v1/observations?") {
      let answer = ask(figure.address, accept: "application/json")
      #expect(answer.status == 200, "\(figure)")
      let rows = try #require(Rows(answer.bytes), "\(figure)")
      #expect(!rows.values.isEmpty, "\(figure)")
      // Without a period there may be one of each source.
      let isThere = rows.values.contains { value in
        guard let value else { return !figure.shown.contains(where: \.isNumber) }
        return value.contains { figure.shown.contains(language.number($0)) }
      }
      #expect(isThere, "\(figure.shown): \(answer.text.prefix(300))")
      count += 1
    }
    #expect(count > 8)
  }

  @Test(arguments: ["/", "/?lang=en"])
  func `every command of the page is answered`(target: String) {
    let commands = Set(
      ask(target).text.matches(of: /curl &#39;http:\/\/localhost:8080([^<]*?)&#39;/).map {
        Markup.unescaped(String($0.1))
      })
    #expect(commands.count > 100)
    for command in commands {
      #expect(ask(command, accept: "*/*").status == 200, "\(command)")
    }
  }

  @Test func `every figure names its period, its unit and its source`() {
    for part in ask("/").text.split(separator: "<div class=\"origin\"><p class=\"what\">")
      .dropFirst()
    {
      let origin = part[..<(part.firstRange(of: "</dl>")?.lowerBound ?? part.endIndex)]
      #expect(origin.contains("<dt>Nguồn</dt>") || origin.contains("<dt>Cách tính</dt>"))
      #expect(origin.contains("("), "\(origin.prefix(200))")
    }
  }

  @Test func `the counts of the sentence are those of the targets`() throws {
    let page = Markup(ask("/?lang=en").text)
    let sentence = try #require(page.all("h1").first?.text)
    let statuses = ["met": "met", "onTrack": "on track", "behind": "behind", "missed": "missed"]
    for (status, words) in statuses {
      let answer = ask("/v1/targets?status=\(status)&limit=1", accept: "*/*")
      let total = try #require(answer.fields["X-Total-Count"])
      #expect(sentence.contains("\(total) \(words)"), "\(sentence)")
    }
    let total = try #require(ask("/v1/targets?limit=1", accept: "*/*").fields["X-Total-Count"])
    #expect(sentence.hasPrefix("Of \(total) targets"))
  }

  @Test(arguments: [
    ("/?indicator=dti&period=2024&boundaries=today", 34),
    ("/?indicator=dti&period=2024&boundaries=2025-06-30", 63), ("/?indicator=dti&period=2024", 63),
    ("/?indicator=dti&period=2020", 63), ("/", 63),
  ]) func `a ranking has every unit of its map once`(target: String, count: Int) {
    let page = Markup(ask(target).text)
    let units = page.tags.filter { tag in
      tag.name == "a" && tag.attributes["href"]?.hasPrefix("/provinces/") == true
        && tag.around.contains("tbody")
    }
    #expect(units.count == count)
    #expect(Set(units.compactMap { $0.attributes["href"] }).count == count)
  }

  @Test func `a course is not joined over a change of method`() throws {
    // The method of the index changed in 2024.
    let page = ask("/provinces/da-nang").text
    let row = try #require(page.split(separator: "<tr>").first { $0.contains("DTI)</a>") })
    let lines = row.matches(of: #/<polyline points="([^"]*)"/#).map { $0.1.split(separator: " ") }
    #expect(lines.map(\.count) == [2])
    #expect(row.matches(of: /<circle/).count == 3)
  }

  @Test(arguments: [
    // Years without a figure between; each year but one; every two years.
    ("gci-cyber-rank", 2), ("ecommerce-retail-share", 2), ("egdi-rank", 1),
  ]) func `a course is open where a period is missing`(indicator: String, least: Int) throws {
    let page = ask("/").text
    let article = try #require(
      page.split(separator: "<article class=\"headline\">").first {
        $0.contains("?indicator=\(indicator)#")
      })
    let dots = article.matches(of: /<circle/).count
    let lines = article.matches(of: #/<polyline points="([^"]*)"/#).map {
      $0.1.split(separator: " ")
    }
    // Every line joins one place less than it has; what stands alone is in none.
    let runs = dots - lines.map { $0.count - 1 }.reduce(0, +)
    #expect(least == 1 ? runs == 1 : runs >= least, "\(runs) runs of \(dots)")
  }

  @Test func `those with a figure come first and published ranks say that they are`() throws {
    let text = ask("/?indicator=digital-economy-grdp-share").text
    let rows = text.split(separator: "<tbody>").dropFirst().flatMap {
      $0.prefix(upTo: $0.firstRange(of: "</tbody>")?.lowerBound ?? $0.endIndex)
        .split(separator: "<tr>")
    }
    #expect(rows.count >= 34)
    let isKnown = rows.map { $0.contains("<b>") }
    let known = isKnown.count { $0 }
    #expect(known > 1 && known < rows.count)
    #expect(
      isKnown == Array(repeating: true, count: known)
        + Array(repeating: false, count: rows.count - known))
    let ranks = rows.compactMap { $0.firstMatch(of: /^<td>([0-9]+)(\*?)</) }
    #expect(!ranks.isEmpty && ranks.allSatisfy { $0.2 == "*" })
    #expect(text.contains("Hạng có dấu * là hạng mà tài liệu công bố."))
    #expect(!ask("/?indicator=dti").text.contains("Hạng có dấu *"))
  }

  @Test func `a change of rank says since when`() {
    let page = Markup(ask("/?indicator=dti&period=2023&boundaries=2025-06-30").text)
    #expect(page.all("th").contains { $0.text == "So 2022" })
  }

  /// Of the first the period before has too few figures, of the second the method changed since.
  @Test func `a ranking without changes of rank says why`() {
    for (target, words) in [
      ("/?indicator=dti&period=2022&boundaries=today", "Kỳ trước (2021) không đủ số để tính hạng"),
      ("/?indicator=dti&period=2024&boundaries=today", "Cách tính đã đổi so với kỳ trước"),
    ] {
      let page = ask(target).text
      #expect(page.contains(words))
      #expect(!page.contains("So 202"))
    }
    #expect(!ask("/?indicator=dti&period=2023&boundaries=today").text.contains("Kỳ trước ("))
  }

  @Test(arguments: [
    ("/?indicator=dti&period=2024&boundaries=today&lang=en&theme=dark", 2),
    ("/?indicator=gii-rank", 1), ("/provinces/da-nang?lang=en", 1), ("/docs", 2),
  ]) func `a drawing stands at an address of its own`(target: String, count: Int) {
    let addresses = Markup(ask(target).text).all("a").compactMap { $0.attributes["href"] }
      .filter { $0.contains(".svg") }
    #expect(addresses.count == count)
    for address in addresses {
      let answer = ask(address, accept: "image/*")
      #expect(answer.status == 200, "\(address)")
      #expect(answer.fields["Content-Type"] == "image/svg+xml")
      #expect(answer.text.contains("lang=\"\(target.contains("lang=en") ? "en" : "vi")\""))
    }
  }

  @Test func `a lack of places says places, and a bar marks what is to be reached`() throws {
    let page = ask("/").text
    #expect(page.contains(/còn thiếu [0-9]+ bậc/))
    #expect(!page.contains(/mục tiêu: hạng [^<]*còn thiếu [0-9]+</))
    let met = try #require(
      page.split(separator: "<li id=\"target-").first { $0.contains("class=\"aimed\"") })
    #expect(met.contains("<span>0</span><span>"))
  }

  @Test func `a title stands with its own date`() throws {
    // Read in a transcription of 14 November 2025, published before.
    let page = ask("/provinces/48-2008").text
    let origin = try #require(
      page.split(separator: "<dt>Nguồn</dt>").first { $0.contains("; chép lại ở ") })
    let words = origin.prefix(upTo: origin.firstRange(of: "</dd>")?.lowerBound ?? origin.endIndex)
      .replacing(/<[^>]*>/, with: "")
    #expect(words.contains(/, công bố [0-9\/]+; chép lại ở .*, 14\/11\/2025$/), "\(words)")
  }

  @Test func `another measurement of a target stands beside the first, with what it says`() throws {
    let page = ask("/").text
    let today = try #require(Day("2026-11-22"))
    var count = 0
    for target in API.snapshot.targets.rows {
      let start = try #require(page.firstRange(of: "id=\"target-\(target.id)\"")).upperBound
      let end = try #require(page[start...].firstRange(of: "</li>")).lowerBound
      let item = page[start..<end]
      for other in API.snapshot.progress(of: target, asOf: today).dropFirst() {
        guard let cell = other.observation, let value = cell.value else { continue }
        #expect(item.contains(PageLanguage.vi.number(value)), "\(target.id): \(value)")
        #expect(item.contains("class=\"mark \(other.status.rawValue)\""), "\(target.id)")
        count += 1
      }
    }
    #expect(count >= 4)
  }

  @Test func `the days of a page are told apart`() {
    let page = ask("/", of: .on("2026-12-24")).text
    #expect(page.contains("hôm nay ở Việt Nam, 24/12/2026"))
    #expect(page.contains("ngày biết đến nguồn mới nhất"))
  }

  @Test func `the mean of the provinces has its name in the row`() {
    let page = Markup(ask("/provinces/da-nang").text)
    #expect(page.all("td").contains { $0.attributes["data-name"] == "Trung bình" })
    #expect(!ask("/page.css", accept: "*/*").text.contains("td:nth-child(5) { display: none"))
  }

  @Test func `each province is a tile that leads to its page`() {
    let page = Markup(ask("/?indicator=dti&period=2024&boundaries=today").text)
    let tiles = page.tags.filter { $0.name == "a" && $0.around.contains("svg") }
    let leads = Set(tiles.compactMap { $0.attributes["href"] })
    #expect(leads.count == 34)
    #expect(leads.contains("/provinces/da-nang"))
    #expect(tiles.allSatisfy { $0.attributes["data-value"]?.isEmpty == false })
  }

  @Test func `every promise and every task is on the page`() {
    let ids = Set(Markup(ask("/").text).ids)
    for (path, prefix) in [("/v1/targets", "target-"), ("/v1/tasks", "task-")] {
      let text = ask("\(path)?fields=id", accept: "*/*").text
      for match in text.matches(of: /"id":"([^"]*)"/) {
        #expect(ids.contains(prefix + match.1), "\(match.1)")
      }
    }
    #expect(ids.count { $0.hasPrefix("5-5-5-2024/") } == 15)
  }

  @Test func `a page in a language says so, and marks what is in the other`() {
    for (target, language) in [("/", "vi"), ("/?lang=en", "en")] {
      let answer = ask(target)
      #expect(answer.fields["Content-Language"] == language)
      let page = Markup(answer.text)
      #expect(page.all("html").first?.attributes["lang"] == language)
      #expect(page.all("q").allSatisfy { $0.attributes["lang"] != nil })
    }
    let english = Markup(ask("/?lang=en").text)
    // What stands in no element of another language has no letter that only Vietnamese has.
    for tag in english.tags where tag.attributes["lang"] == nil && tag.name != "option" {
      #expect(!tag.text.contains { "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệ".contains($0) }, "\(tag)")
    }
  }

  @Test(arguments: [
    ("1234.5", "1.234,5", "1,234.5"), ("0", "0", "0"), ("999", "999", "999"),
    ("1000", "1.000", "1,000"), ("-1234567", "−1.234.567", "−1,234,567"),
    ("0.7069", "0,7069", "0.7069"), ("129000", "129.000", "129,000"),
  ]) func `a number is written as each language writes it`(json: String, vi: String, en: String) {
    let bytes = Array(json.utf8)
    let number = Decimal(bytes.span, 0..<bytes.count) ?? Decimal(-1)
    #expect(PageLanguage.vi.number(number) == vi)
    #expect(PageLanguage.en.number(number) == en)
  }

  @Test(arguments: [
    ("2024", "2024", "2024"), ("2024-S1", "6 tháng đầu năm 2024", "first half of 2024"),
    ("2024-S2", "6 tháng cuối năm 2024", "second half of 2024"),
    ("2024-Q3", "quý III/2024", "Q3 2024"), ("2024-07", "tháng 7/2024", "July 2024"),
    ("2024-07-19", "19/7/2024", "19 July 2024"), ("2021-01-01/P4Y", "2021–2024", "2021–2024"),
    ("2023-01-01/P2M", "1/1/2023 – 28/2/2023", "1 January 2023 – 28 February 2023"),
  ]) func `a period is said in words`(text: String, vi: String, en: String) throws {
    let period = try #require(Period(text))
    #expect(PageLanguage.vi.period(period) == vi)
    #expect(PageLanguage.en.period(period) == en)
  }
}

/// The values of the rows of an answer; nil where one is missing, of a range both ends.
private struct Rows {
  var values: [[Decimal]?] = []

  init?(_ json: [UInt8]) {
    let text = String(decoding: json, as: UTF8.self)
    guard text.hasPrefix("{\"data\":[") else { return nil }
    for row in text.split(separator: "{\"indicator\":").dropFirst() {
      let numbers = row.matches(of: /"(?:value|low|high)":(-?[0-9.]+)/).prefix(2).compactMap {
        match in
        let bytes = Array(String(match.1).utf8)
        return Decimal(bytes.span, 0..<bytes.count)
      }
      values.append(numbers.isEmpty ? nil : numbers)
    }
  }
}
