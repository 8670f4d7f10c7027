import HTML
import JSON
import Statistics

/// One indicator by choice: over time for the nation, as map and ranking for the provinces.
extension FrontPage {
  func writePlaces(_ writer: inout HTMLWriter) {
    guard let shown else { return }
    let indicator = desk.snapshot.indicators.rows[shown.indicator]
    desk.section(.places, &writer) { writer in
      desk.heading(
        .places, desk.say("Từng tỉnh, từng chỉ số", "Province by province, indicator by indicator"),
        "", &writer)
      writeChoice(shown, &writer)
      writer.element("div", ["class": "chosen", "data-said": said(shown, indicator)]) { writer in
        writer.element("h3", desk.language.pick(indicator.name))
        writer.element("p", ["class": "standfirst"], desk.language.pick(indicator.definition))
        if let empty = shown.emptyPeriod, let period = shown.period {
          writer.element("p", ["class": "notice"]) { writer in
            writer.text(
              desk.say(
                "Không có số của \(desk.language.period(empty)); đây là"
                  + " \(desk.language.period(period)).",
                "There is no figure of \(desk.language.period(empty)); this is"
                  + " \(desk.language.period(period))."))
          }
        }
        if shown.isNational { writeNation(shown, indicator, &writer) }
        if let ranking = shown.ranking(desk), let map = shown.map {
          write(ranking, shown, map, indicator, &writer)
        } else if !shown.isNational {
          writer.element(
            "p", ["class": "unmeasured"],
            desk.say("Chưa có con số nào.", "There is no figure yet."))
        }
      }
    }
  }

  /// What is shown, in a line: for the title of the page, and for who listens to it.
  func said(_ shown: Shown, _ indicator: Indicator) -> String {
    let name = desk.language.pick(indicator.name)
    guard let period = shown.period, let map = shown.map else { return name }
    return "\(name), \(desk.language.period(period)), \(words(for: map))"
  }

  /// The form that chooses: it works without a script.
  private func writeChoice(_ shown: Shown, _ writer: inout HTMLWriter) {
    let snapshot = desk.snapshot
    let all = snapshot.indicators.rows.indices
    let ofProvinces = all.filter { !snapshot.series.held(ofIndicator: $0).isEmpty }
    let ofNation = all.filter { !ofProvinces.contains($0) }
    writer.element(
      "form",
      [
        "class": "choice", "action": "/#\(Desk.Section.places.rawValue)", "method": "get",
        "data-swap": Desk.Section.places.rawValue,
      ]
    ) { writer in
      select("indicator", desk.say("Chỉ số", "Indicator"), &writer) { writer in
        for (words, places) in [
          (desk.say("Các tỉnh, thành", "Provinces"), ofProvinces),
          (desk.say("Cả nước", "The nation"), ofNation),
        ] {
          writer.element("optgroup", ["label": words]) { writer in
            for place in places {
              let entry = snapshot.indicators.rows[place]
              option(
                entry.id, desk.language.pick(entry.name), place == shown.indicator, &writer)
            }
          }
        }
      }
      if !shown.periods.isEmpty {
        select("period", desk.say("Kỳ", "Period"), &writer) { writer in
          for period in shown.periods.reversed() {
            option(
              period.description, desk.language.period(period), period == shown.period, &writer)
          }
        }
        select("boundaries", desk.say("Địa giới", "Boundaries"), &writer) { writer in
          option(
            "", desk.say("Của kỳ số liệu", "Of the period"), desk.choice.boundaries == nil, &writer)
          for map in snapshot.maps.reversed() where map.from <= desk.today {
            let name = map.to.map(\.description) ?? "today"
            option(name, words(for: map), desk.choice.boundaries != nil && isShown(map), &writer)
          }
        }
      }
      if let query = desk.choice.query {
        writer.void("input", ["type": "hidden", "name": "q", "value": query])
      }
      desk.hiddenLooks(&writer)
      writer.element("button", ["type": "submit"], desk.say("Xem", "Show"))
    }
  }

  private func isShown(_ map: ProvincialMap) -> Bool { shown?.map?.from == map.from }

  private func words(for map: ProvincialMap) -> String {
    let count = map.provinces.count
    return map.to.map { last in
      desk.say(
        "\(count) tỉnh, thành, đến \(desk.language.day(last))",
        "\(count) provinces, until \(desk.language.day(last))")
    }
      ?? desk.say(
        "\(count) tỉnh, thành, từ \(desk.language.day(map.from))",
        "\(count) provinces, from \(desk.language.day(map.from))")
  }

  private func select(
    _ name: String, _ words: String, _ writer: inout HTMLWriter,
    _ options: (inout HTMLWriter) -> Void
  ) {
    writer.element("p") { writer in
      writer.element("label", ["for": "c-\(name)"], words)
      writer.element("select", ["id": "c-\(name)", "name": name]) { options(&$0) }
    }
  }

  private func option(
    _ value: String, _ words: String, _ isChosen: Bool, _ writer: inout HTMLWriter
  ) {
    if isChosen {
      writer.element("option", ["value": value, "selected": ""], words)
    } else {
      writer.element("option", ["value": value], words)
    }
  }

  private func writeNation(
    _ shown: Shown, _ indicator: Indicator, _ writer: inout HTMLWriter
  ) {
    let series = desk.national(shown.indicator)
    writer.element("div", ["class": "nation"]) { writer in
      writer.element("h4", desk.say("Cả nước qua các kỳ", "The nation over time"))
      if let lines { writer.element("div", ["class": "drawing"]) { $0.markup(lines) } }
      writer.element("ol", ["class": "periods"]) { writer in
        for cell in series {
          writer.element("li") { writer in
            writer.element("span", desk.period(of: cell))
            desk.figure(cell, &writer)
            for remark in desk.remarks(on: cell) { writer.element("small", remark) }
          }
        }
      }
      writer.element("p", ["class": "basis"]) { writer in
        writer.text(
          desk.say("Đơn vị: ", "Unit: ") + indicator.unitWords(desk.snapshot, desk.language) + ". ")
        let address = "/v1/indicators/\(indicator.id)/observations"
        desk.command("\(address)?area=VN", &writer)
        if lines != nil { desk.picture(.lines, "\(address)/chart.svg?area=VN", &writer) }
      }
    }
  }

  private func write(
    _ ranking: Ranking, _ shown: Shown, _ map: ProvincialMap, _ indicator: Indicator,
    _ writer: inout HTMLWriter
  ) {
    let boundaries = map.to.map(\.description) ?? "today"
    writer.element("p", ["class": "caption"]) { writer in
      writer.element("b", desk.language.period(ranking.period))
      writer.text(", \(words(for: map)); \(indicator.unitWords(desk.snapshot, desk.language)). ")
      if let mean = ranking.mean {
        writer.text(
          desk.say("Trung bình ", "Mean ") + desk.number(mean, of: indicator)
            + indicator.suffix(desk.snapshot, desk.language) + ". ")
      }
      let known = ranking.rows.compactMap(\.cell).filter { $0.missing == nil }
      if !ranking.isComplete {
        writer.text(
          desk.say(
            "Có số của \(known.count) trong \(ranking.rows.count) đơn vị, nên không tính hạng.",
            "\(known.count) of \(ranking.rows.count) have a figure, so no ranks are computed.")
            + " ")
        if ranking.rows.contains(where: \.isPublished) {
          writer.text(
            desk.say(
              "Hạng có dấu * là hạng mà tài liệu công bố. ",
              "A rank marked * is one that a document published. "))
        }
      }
      if known.contains(where: { $0.derivation != nil }) {
        writer.text(
          desk.say(
            "Dấu ◉: tính từ các tỉnh cũ theo quy tắc của chỉ số. ",
            "◉: derived from the former provinces by the indicator's rule. "))
      }
      if ranking.isAcrossBreak {
        writer.text(
          desk.say(
            "Cách tính đã đổi so với kỳ trước, nên không so hạng. ",
            "The method changed since the period before, so ranks are not compared. "))
      } else if ranking.isComplete, let previous = ranking.previousPeriod,
        !ranking.rows.contains(where: { $0.rankChange != nil })
      {
        let period = desk.language.period(previous)
        writer.text(
          desk.say(
            "Kỳ trước (\(period)) không đủ số để tính hạng, nên không so hạng. ",
            "The period before (\(period)) has too few figures for ranks, so ranks are not "
              + "compared. "))
      }
      write(sourcesOf: known, &writer)
      let address = "/v1/indicators/\(indicator.id)/ranking"
      let query = "?period=\(ranking.period)&boundaries=\(boundaries)"
      desk.command(address + query, &writer)
      if self.map != nil { desk.picture(.map, "\(address)/map.svg\(query)", &writer) }
      desk.picture(.bars, "\(address)/chart.svg\(query)", &writer)
    }
    writer.element("div", ["class": "where"]) { writer in
      if let map = self.map {
        writer.element("div", ["class": "drawing map"]) { writer in
          // Each tile leads where a row of the table leads, too.
          writer.element(
            "a", ["class": "past", "href": "#\(FrontPage.ranks)"],
            desk.say("Bỏ qua bản đồ, đến bảng hạng", "Past the map, to the table of ranks"))
          writer.markup(map)
        }
      }
      writeRanks(ranking, indicator, boundaries, &writer)
    }
  }

  private static let ranks = "bang-hang"

  /// The documents of figures, where they are few.
  private func write(sourcesOf cells: [Cell], _ writer: inout HTMLWriter) {
    var seen = Set<Int>()
    let some = cells.filter { cell in
      cell.statement.map {
        seen.insert(desk.snapshot.observations.provenanceNumber(Int($0.row))).inserted
      } ?? false
    }
    if some.isEmpty { return }
    writer.text(desk.say("Nguồn: ", "Source: "))
    if some.count > 3 {
      writer.text(
        desk.say(
          "\(some.count) tài liệu, mở từng số. ", "\(some.count) documents, see each figure. "))
      return
    }
    for (place, cell) in some.enumerated() {
      if place > 0 { writer.text("; ") }
      desk.credit(cell, &writer)
    }
    writer.text(". ")
  }

  private func writeRanks(
    _ ranking: Ranking, _ indicator: Indicator, _ boundaries: String, _ writer: inout HTMLWriter
  ) {
    let most = ranking.rows.compactMap { $0.cell?.value?.drawn }.max() ?? 0
    let hasChanges = ranking.rows.contains { $0.rankChange != nil }
    let all = ranking.rowsInOrder(of: indicator)
    let columns = 2
    let length = (all.count + columns - 1) / columns
    writer.element("div", ["class": "ranks", "id": FrontPage.ranks, "tabindex": "-1"]) { writer in
      for start in stride(from: 0, to: all.count, by: max(length, 1)) {
        let rows = all[start..<min(start + length, all.count)]
        writer.element("table") { writer in
          writer.element("caption") { writer in
            writer.text(
              "\(desk.language.pick(indicator.heading)), \(desk.language.period(ranking.period)): "
                + "\(start + 1)–\(start + rows.count)")
          }
          writer.element("thead") { writer in
            writer.element("tr") { writer in
              writer.element("th", ["scope": "col"], desk.say("Hạng", "Rank"))
              writer.element("th", ["scope": "col"], desk.say("Đơn vị", "Unit"))
              writer.element("th", ["scope": "col"], desk.say("Giá trị", "Value"))
              if hasChanges, let previous = ranking.previousPeriod {
                let period = desk.language.period(previous)
                writer.element("th", ["scope": "col"], desk.say("So \(period)", "Since \(period)"))
              }
            }
          }
          writer.element("tbody") { writer in
            for row in rows {
              write(row, indicator, most, hasChanges, boundaries, &writer)
            }
          }
        }
        writer.newline()
      }
    }
  }

  private func write(
    _ row: Ranking.Row, _ indicator: Indicator, _ most: Double, _ hasChanges: Bool,
    _ boundaries: String, _ writer: inout HTMLWriter
  ) {
    let name = desk.snapshot.name(ofArea: row.area, on: shown?.day ?? desk.today)
    writer.element("tr") { writer in
      writer.element("td", row.rank.map { "\($0)\(row.isPublished ? "*" : "")" } ?? "–")
      writer.element("th", ["scope": "row"]) { writer in
        writer.element(
          "a", ["href": desk.address(ofProvince: row.area)], desk.language.pick(name))
        if let value = row.cell?.value, most > 0, indicator.unit != "RANK" {
          writer.bar(value.drawn / most)
        }
      }
      writer.element("td") { writer in
        guard let cell = row.cell else {
          writer.element("small", MissingReason.notHeld.words(desk.language))
          return
        }
        desk.figure(cell, on: boundaries, &writer) { writer in
          if cell.missing == nil {
            if cell.derivation != nil { writer.text("◉ ") }
            writer.element("b", desk.text(cell))
          } else {
            writer.element("small", desk.text(cell))
          }
        }
      }
      if hasChanges { writer.element("td") { write(change: row.rankChange, &$0) } }
    }
  }

  /// Places gained or lost, in signs and for who listens in words.
  private func write(change: Int?, _ writer: inout HTMLWriter) {
    guard let change else {
      writer.text("–")
      return
    }
    let size = change.magnitude
    if change == 0 {
      writer.element("span", ["class": "same"], "=")
    } else if change > 0 {
      writer.element("span", ["class": "up"]) { writer in
        writer.element("span", ["aria-hidden": "true"], "▲\u{A0}")
        writer.element("span", ["class": "heard"], desk.say("tăng ", "up "))
        writer.text("\(size)")
      }
    } else {
      writer.element("span", ["class": "down"]) { writer in
        writer.element("span", ["aria-hidden": "true"], "▼\u{A0}")
        writer.element("span", ["class": "heard"], desk.say("giảm ", "down "))
        writer.text("\(size)")
      }
    }
  }
}

extension Desk {
  /// Where the provinces are listed.
  package var addressOfProvinces: String {
    choice.bare.address(fragment: Section.places.rawValue)
  }

  /// The page of a unit: by its name where it is one of today's, else by its id.
  package func address(ofProvince area: Int) -> String {
    guard let unit = snapshot.province(ofArea: area) else { return choice.bare.address() }
    return choice.address("/provinces/" + (unit.isValid(on: today) ? unit.slug : unit.id))
  }
}
