import JSON
import Statistics
import Storage
import Testing

/// The five articles that the data began with: every figure has its place and its words.
@Suite struct ArticlesTests {
  /// Rows of the list that an article stands behind.
  private func rows(_ list: String, of article: String) throws -> [Value] {
    try Bundled.rows(list).filter { $0["source"]?.text == article }
  }

  /// observations, targets, tasks, mentions of platforms, wordings of commitments
  @Test(arguments: [
    ("vtc-2023-02", 4, 2, 18, 4, 0), ("nghean-2024-07", 23, 0, 0, 7, 20),
    ("vgp-2024-07-19", 35, 6, 26, 10, 20), ("quangninh-2021-11-30", 2, 0, 15, 0, 4),
    ("techcity-dvctt", 8, 5, 25, 8, 16),
  ])
  func `each article gave what was counted in it`(
    _ row: (
      article: String, observations: Int, targets: Int, tasks: Int, mentions: Int, wordings: Int
    )
  ) throws {
    #expect(try rows("observations", of: row.article).count == row.observations)
    #expect(try rows("targets", of: row.article).count == row.targets)
    #expect(try rows("tasks", of: row.article).count == row.tasks)
    let mentions = try Bundled.rows("platforms").flatMap { $0["mentions"]?.list ?? [] }
    #expect(mentions.filter { $0["source"]?.text == row.article }.count == row.mentions)
    let wordings = try Bundled.rows("commitments").flatMap { $0["items"]?.list ?? [] }
      .flatMap { $0["wordings"]?.list ?? [] }
    #expect(wordings.filter { $0["source"]?.text == row.article }.count == row.wordings)
    let uses = try #require(try Bundled.snapshot().links.usesOfSource[row.article])
    #expect(uses.observations == row.observations)
    #expect(uses.targets == row.targets)
    #expect(uses.tasks == row.tasks)
  }

  @Test(arguments: Bundled.articles)
  func `every figure has a paragraph and words that carry it`(_ article: String) throws {
    for row in try rows("observations", of: article) {
      let name = "\(row["indicator"]?.text ?? "") \(row["period"]?.text ?? "")"
      #expect(isParagraph(row["locator"]), "\(name)")
      let excerpt = row["excerpt"]?.text ?? ""
      #expect((1...160).contains(excerpt.count), "\(name)")
      for key in ["value", "low", "high", "outOf"] {
        guard let figure = row[key]?.number else { continue }
        #expect(
          spellings(of: figure).contains { stands($0, in: excerpt) }, "\(name) \(key): \(excerpt)")
      }
      #expect(
        row["value"] != nil || row["low"] != nil, "a figure of an article is a number: \(name)")
    }
  }

  @Test(arguments: Bundled.articles)
  func `everything else has a paragraph and words too`(_ article: String) throws {
    for list in ["targets", "tasks"] {
      for row in try rows(list, of: article) {
        #expect(isParagraph(row["locator"]), "\(row["id"]?.text ?? "")")
        #expect((1...160).contains(row["excerpt"]?.text?.count ?? 0), "\(row["id"]?.text ?? "")")
      }
    }
    let mentions = try Bundled.rows("platforms").flatMap { $0["mentions"]?.list ?? [] }
    let wordings = try Bundled.rows("commitments").flatMap { $0["items"]?.list ?? [] }
      .flatMap { $0["wordings"]?.list ?? [] }
    for place in mentions + wordings where place["source"]?.text == article {
      #expect(isParagraph(place["locator"]))
    }
  }

  private func isParagraph(_ locator: Value?) -> Bool {
    guard let text = locator?.text, text.hasPrefix("para. ") else { return false }
    return Int(text.dropFirst(6)).map { (1...100).contains($0) } ?? false
  }

  /// How Vietnamese print spells a number: 13,5; 4.543; 1,5 nghìn; 05.
  private func spellings(of figure: Decimal) -> [String] {
    let parts = figure.description.split(separator: ".")
    let fraction = parts.count == 2 ? ",\(parts[1])" : ""
    var grouped = ""
    for (place, digit) in parts[0].reversed().enumerated() {
      if place > 0, place.isMultiple(of: 3) { grouped = ".\(grouped)" }
      grouped = "\(digit)\(grouped)"
    }
    var spellings = ["\(parts[0])\(fraction)", "\(grouped)\(fraction)"]
    if fraction.isEmpty {
      if parts[0].count == 1 { spellings.append("0\(parts[0])") }
      if let thousands = Decimal(mantissa: Int128(figure.mantissa), places: 3) {
        spellings.append("\(thousands.description.replacing(".", with: ",")) nghìn")
      }
    }
    return spellings
  }

  /// Whether a spelling stands in a text as a number of its own, not within another.
  private func stands(_ spelling: String, in text: String) -> Bool {
    var rest = text[...]
    while let range = rest.firstRange(of: spelling) {
      let before = text[..<range.lowerBound].last
      let after = text[range.upperBound...].prefix(2)
      let goesOn =
        (after.first?.isNumber ?? false)
        || (after.count == 2 && ".,".contains(after.first ?? " ")
          && (after.last?.isNumber ?? false))
      if !(before.map { $0.isNumber || $0 == "," || $0 == "." } ?? false), !goesOn { return true }
      rest = rest[range.upperBound...]
    }
    return false
  }

  /// Figures as the articles print them, each with everything that was printed around it.
  @Test(arguments: [
    ("national-portal-dossiers-processed", "VN", "2023-01-01/P2M", "177", "moreThan", "A"),
    ("online-retail-sales", "VN", "2024-S1", "129000", "moreThan", "A"),
    ("chip-id-cards", "VN", "2023-12", "84.7", "moreThan", "A"),
    ("e-id-accounts-activated", "VN", "2023-12", "45.4", "exact", "A"),
    ("digital-firms-with-foreign-revenue", "VN", "2023", "1500", "moreThan", "A"),
    ("digital-firms-foreign-revenue", "VN", "2023", "7.5", "exact", "E"),
    ("software-it-services-exports", "VN", "2024-S1", "3", "nearly", "A"),
    ("online-procedures-provided", "VN", "2024-07-19", "4543", "exact", "A"),
    ("digital-exports", "VN", "2024-S1", "64.9", "exact", "A"),
    ("online-dossier-rate", "VN", "2019", "5", "about", "A"),
    ("procedure-satisfaction", "VN", "2024-08", "93", "exact", "A"),
    ("dx-plan-tasks", "VN", "2022", "34", "exact", "A"),
    ("pm-dx-decisions", "VN", "2021-01-01/P4Y", "43", "exact", "A"),
    ("ecommerce-growth-google", "VN", "2019-01-01/P5Y", "25", "about", "A"),
    ("ai-readiness-rank", "SG", "2022", "2", "exact", "A"),
  ])
  func `a figure is what its article says`(
    _ row: (
      indicator: String, area: String, period: String, value: String, qualifier: String,
      status: String
    )
  ) throws {
    let snapshot = try Bundled.snapshot()
    let table = snapshot.observations
    let place = try snapshot.cell(row.indicator, row.area, row.period)
    #expect(table.value(place)?.description == row.value)
    #expect(table.qualifier(place).rawValue == row.qualifier)
    #expect(table.status(place).rawValue == row.status)
  }

  @Test func `what an article estimates is marked as an estimate`() throws {
    for article in Bundled.articles {
      for row in try rows("observations", of: article) {
        let words = (row["excerpt"]?.text ?? "").split { !$0.isLetter }
        let isEstimated = words.contains("ước")
        #expect((row["status"]?.text == "E") == isEstimated, "\(row["excerpt"]?.text ?? "")")
      }
    }
  }

  @Test(arguments: [
    ("gci-cyber-rank", "25", "194"), ("information-systems-no-security-criterion", "33", "135"),
    ("localities-online-fee-policy", "63", "63"), ("it-enterprises-active", "45500", nil),
    ("e-invoices-processed", "8.8", nil), ("social-insurance-covid-payments", "31836", nil),
  ])
  func `a figure whose article states no period has none, but its words for the time`(
    _ row: (indicator: String, value: String, outOf: String?)
  ) throws {
    let snapshot = try Bundled.snapshot()
    let table = snapshot.observations
    let indicator = try #require(snapshot.indicators.place(row.indicator))
    let places = table.rows(ofIndicator: indicator).filter { place in
      table.period(place) == nil
        && Bundled.articles.contains(snapshot.sources.ids[Int(table.provenance(place).source)])
    }
    let place = try #require(places.first)
    #expect(places.count == 1)
    #expect(table.value(place)?.description == row.value)
    #expect(table.annotation(place).outOf?.description == row.outOf)
    #expect(table.annotation(place).periodText != nil)
    #expect(table.isShown(place))
  }
}

extension Snapshot {
  struct NoSuchCell: Error {
    var indicator: String
    var area: String
    var period: String
  }

  /// The row that is shown of a cell.
  func cell(_ indicator: String, _ area: String, _ period: String) throws -> Int {
    guard let index = indicators.place(indicator), let place = areas.place(area),
      let wanted = Period(period),
      let row = observations.rows(ofIndicator: index).first(where: {
        Int(observations.area[$0]) == place && observations.period($0) == wanted
          && observations.isShown($0)
      })
    else { throw NoSuchCell(indicator: indicator, area: area, period: period) }
    return row
  }
}
