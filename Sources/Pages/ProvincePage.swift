import HTML
import JSON
import Statistics

/// The page of a province: what it is, its newest figures with rank and course, and what was asked
/// of all provinces.
package struct ProvincePage: Sendable {
  let desk: Desk
  let unit: Province
  /// The day on whose map it is looked at.
  let day: Day
  /// Those with a figure first.
  let rows: [Row]
  /// A drawing of the indicator that most promises are about.
  package var lines: [UInt8]?
  package var notices: [String] = []
  private let atlas: Atlas
  private let area: Int?

  /// The newest figure of an indicator, with its place among the units of the map.
  package struct Row: Sendable {
    package let cell: Cell
    package let rank: Int?
    package let rankedOf: Int?
    package let mean: Decimal?

    package init(_ cell: Cell, rank: Int?, rankedOf: Int?, mean: Decimal?) {
      self.cell = cell
      self.rank = rank
      self.rankedOf = rankedOf
      self.mean = mean
    }
  }

  package init(_ desk: Desk, _ unit: Province, on day: Day, _ rows: [Row]) {
    self.desk = desk
    self.unit = unit
    self.day = day
    self.rows = rows
    atlas = Atlas(desk.snapshot, on: desk.snapshot.map(on: day), asOf: desk.asOf)
    area = desk.snapshot.areas.place(unit.id)
  }

  /// The indicator that most promises are about, over time; nil where it has nothing here.
  package var course: [Cell]? {
    guard let area, let indicator = Shown.usual(desk.snapshot) else { return nil }
    return atlas.series(indicator, area)
  }

  /// What stands in addresses for the map of the page.
  private var boundaries: String? {
    atlas.map.map { $0.to.map(\.description) ?? "today" }
  }

  private var name: String {
    area.map { desk.language.pick(desk.snapshot.name(ofArea: $0, on: day)) } ?? unit.id
  }

  /// Where the page is, without parameters.
  private var path: String {
    "/provinces/" + (unit.isValid(on: desk.today) ? unit.slug : unit.id)
  }

  package func document() -> [UInt8] {
    desk.document(
      path, title: desk.say("\(name): chuyển đổi số", "\(name): digital transformation"),
      notices: notices
    ) { writer in
      writer.element("article", ["class": "province"]) { writer in
        writeWhat(&writer)
        writeFigures(&writer)
        writeTasks(&writer)
        writePlatforms(&writer)
      }
    }
  }

  private func writeWhat(_ writer: inout HTMLWriter) {
    let type = (unit.formerName(on: min(day, unit.validTo ?? day))?.type ?? unit.type)
    writer.element("p", ["class": "kicker"]) { writer in
      writer.element(
        "a", ["href": desk.choice.bare.address(fragment: Desk.Section.places.rawValue)],
        desk.say("Tỉnh, thành", "Provinces"))
      if let region = desk.snapshot.region(of: unit, on: day).flatMap({ desk.snapshot.regions[$0] })
      {
        writer.text(" · " + desk.language.pick(region.name))
      }
    }
    writer.element("h1", name)
    writer.element("p", ["class": "standfirst"]) { writer in
      writer.text(
        FrontPage.capitalised(type.words(desk.language)) + desk.say(", mã ", ", code ") + unit.code)
      if let from = unit.validFrom {
        writer.text(desk.say(", từ ", ", since ") + desk.language.day(from))
      }
      if let to = unit.validTo {
        writer.text(desk.say(", đến ", ", until ") + desk.language.day(to))
      }
      writer.text(". ")
      kin(unit.predecessors, desk.say("Gồm: ", "Made of: "), &writer)
      kin(unit.successors, desk.say("Nay thuộc: ", "Now part of: "), &writer)
      if let act = unit.act.flatMap({ desk.snapshot.sources[$0] }) {
        desk.write(act, &writer)
        writer.text(". ")
      }
    }
    writer.element("p", ["class": "basis"]) { writer in
      desk.command(
        "/v1/provinces/\(unit.id)/indicators" + (boundaries.map { "?boundaries=\($0)" } ?? ""),
        &writer)
    }
  }

  private func kin(_ ids: [String], _ words: String, _ writer: inout HTMLWriter) {
    let areas = ids.compactMap { desk.snapshot.areas.place($0) }
    if areas.isEmpty { return }
    writer.text(words)
    for (place, area) in areas.enumerated() {
      if place > 0 { writer.text(", ") }
      writer.element(
        "a", ["href": desk.address(ofProvince: area)],
        desk.language.pick(desk.snapshot.name(ofArea: area, on: day)))
    }
    writer.text(". ")
  }

  private func writeFigures(_ writer: inout HTMLWriter) {
    let held = rows.filter { $0.cell.missing == nil }
    writer.element("section", ["aria-labelledby": "figures"]) { writer in
      writer.element("h2", ["id": "figures"], desk.say("Con số mới nhất", "Newest figures"))
      writer.element("p", ["class": "standfirst"]) { writer in
        writer.text(
          desk.say(
            "Hạng và trung bình tính trên \(atlas.map?.provinces.count ?? 0) tỉnh, thành của cùng"
              + " bản đồ; ◉ là số tính từ các tỉnh cũ.",
            "Ranks and means are of the \(atlas.map?.provinces.count ?? 0) provinces of the same"
              + " map; ◉ is derived from former provinces."))
      }
      if let lines, let first = course?.first {
        writer.element("figure", ["class": "drawing"]) { writer in
          let indicator = desk.snapshot.indicators.rows[first.indicator]
          writer.element("figcaption", desk.language.pick(indicator.name))
          writer.markup(lines)
          let map = boundaries.map { "&boundaries=\($0)" } ?? ""
          desk.picture(
            .lines,
            "/v1/indicators/\(indicator.id)/observations/chart.svg?area=\(unit.id)\(map)", &writer)
        }
      }
      for (pillar, some) in byPillar(held) { write(some, of: pillar, &writer) }
      if held.isEmpty {
        writer.element(
          "p", ["class": "unmeasured"], desk.say("Chưa có con số nào.", "There is no figure yet."))
      }
      let missing = rows.filter { $0.cell.missing != nil }
      if missing.isEmpty { return }
      writer.element("details", ["class": "more"]) { writer in
        writer.element(
          "summary",
          desk.say(
            "\(missing.count) chỉ số không có số ở đây, và vì sao",
            "\(missing.count) indicators without a figure here, and why"))
        writer.element("ul", ["class": "missing"]) { writer in
          for row in missing {
            writer.element("li") { writer in
              writer.text(
                desk.language.pick(desk.snapshot.indicators.rows[row.cell.indicator].name))
              writer.element("small", ": " + desk.text(row.cell))
            }
          }
        }
      }
    }
  }

  /// By pillar in their order, those of none first: the indices that span them.
  private func byPillar(_ rows: [Row]) -> [(name: String, rows: [Row])] {
    let indicators = desk.snapshot.indicators.rows
    let general = rows.filter { indicators[$0.cell.indicator].pillar == nil }
    let groups = desk.snapshot.pillars.rows.map { pillar in
      (
        name: desk.language.pick(pillar.name),
        rows: rows.filter { indicators[$0.cell.indicator].pillar == pillar.id }
      )
    }
    return ([(name: desk.say("Chung", "General"), rows: general)] + groups).filter {
      !$0.rows.isEmpty
    }
  }

  private func write(_ rows: [Row], of pillar: String, _ writer: inout HTMLWriter) {
    writer.element("table", ["class": "profile"]) { writer in
      writer.element("caption", pillar)
      writer.element("thead") { writer in
        writer.element("tr") { writer in
          for words in [
            desk.say("Chỉ số", "Indicator"), desk.say("Giá trị", "Value"), desk.say("Kỳ", "Period"),
            desk.say("Hạng", "Rank"), desk.say("Trung bình", "Mean"),
            desk.say("Diễn biến", "Course"),
          ] {
            writer.element("th", ["scope": "col"], words)
          }
        }
      }
      writer.element("tbody") { writer in
        for row in rows { write(row, &writer) }
      }
    }
    writer.newline()
  }

  private func write(_ row: Row, _ writer: inout HTMLWriter) {
    let indicator = desk.snapshot.indicators.rows[row.cell.indicator]
    let choice = desk.choice.bare.with { choice in
      choice.indicator = indicator.id
      choice.period = row.cell.period?.description
      choice.boundaries = unit.isValid(on: desk.today) ? "today" : boundaries
    }
    writer.element("tr") { writer in
      writer.element("th", ["scope": "row"]) { writer in
        writer.element(
          "a", ["href": choice.address(fragment: Desk.Section.places.rawValue)],
          desk.language.pick(indicator.name))
        writer.element("small", " " + indicator.unitWords(desk.snapshot, desk.language))
      }
      writer.element("td", ["class": "value"]) { writer in
        desk.figure(row.cell, on: boundaries, &writer) { writer in
          writer.element("b", desk.text(row.cell))
          if row.cell.derivation != nil { writer.text(" ◉") }
        }
      }
      writer.element("td", desk.period(of: row.cell))
      writer.element("td") { writer in
        if let rank = row.rank, let of = row.rankedOf {
          writer.element("b", "\(rank)")
          writer.text("/\(of)")
        } else {
          writer.text("–")
        }
      }
      // Where a phone has no room for the heads of columns, the name stands in the row.
      writer.element(
        "td", ["data-name": desk.say("Trung bình", "Mean")],
        row.mean.map { desk.number($0, of: indicator) } ?? "–")
      writer.element("td") { course(row.cell, indicator, &$0) }
    }
  }

  private func course(_ cell: Cell, _ indicator: Indicator, _ writer: inout HTMLWriter) {
    guard let area else { return }
    let points = desk.points(of: atlas.series(cell.indicator, area))
    writer.trend(points, isFalling: indicator.direction == .lowerIsBetter)
  }

  /// The agency that stands for all provinces where documents speak of them together.
  private static let allProvinces = "dia-phuong"

  private func writeTasks(_ writer: inout HTMLWriter) {
    let tasks = desk.snapshot.tasks.rows.compactMap {
      desk.snapshot.known($0, on: desk.today)
    }.filter { task in
      let who = task.questions.who
      return ((who?.lead ?? []) + (who?.with ?? [])).contains {
        $0.agency == ProvincePage.allProvinces
      }
    }
    if tasks.isEmpty { return }
    writer.element("section", ["aria-labelledby": "tasks"]) { writer in
      writer.element(
        "h2", ["id": "tasks"],
        desk.say("Nhiệm vụ giao cho mọi địa phương", "Tasks of all provinces"))
      writer.element("ul", ["class": "plain"]) { writer in
        for task in tasks {
          writer.element("li") { writer in
            writer.element(
              "a", ["href": desk.choice.bare.address(fragment: "task-\(task.id)")],
              desk.language.pick(task.name))
            let status = desk.snapshot.status(of: task, asOf: desk.today)
            writer.element("small", " " + status.words(desk.language))
          }
        }
      }
      writer.element("p", ["class": "basis"]) { writer in
        desk.command("/v1/tasks?agency=\(ProvincePage.allProvinces)", &writer)
      }
    }
  }

  private func writePlatforms(_ writer: inout HTMLWriter) {
    let platforms = desk.snapshot.platforms.rows
    if platforms.isEmpty { return }
    writer.element("section", ["aria-labelledby": "platforms"]) { writer in
      writer.element(
        "h2", ["id": "platforms"],
        desk.say("Nền tảng quốc gia dùng chung", "National platforms in use everywhere"))
      writer.element("ul", ["class": "plain"]) { writer in
        for platform in platforms {
          writer.element("li") { writer in
            writer.text(desk.language.pick(platform.name))
            writer.element("small", " " + platform.state.words(desk.language))
            for id in platform.indicators {
              guard let place = desk.snapshot.indicators.place(id),
                let cell = desk.newest(of: desk.national(place))
              else { continue }
              desk.figure(cell, &writer) { writer in
                writer.text(desk.language.pick(desk.snapshot.indicators.rows[place].heading) + ": ")
                writer.element("b", desk.text(cell))
                writer.text(" (\(desk.period(of: cell)))")
              }
            }
          }
        }
      }
      writer.element("p", ["class": "basis"]) { desk.command("/v1/platforms", &$0) }
    }
  }
}
