import HTML
import JSON
import Statistics

/// A figure as it is printed, and where it comes from.
extension Desk {
  /// A cell's figure with what is said before it and its unit: `trên 129.000 tỷ đồng`, `7,8–8%`.
  package func text(_ cell: Cell) -> String {
    let indicator = snapshot.indicators.rows[cell.indicator]
    let suffix = indicator.suffix(snapshot, language)
    let qualifier = cell.statement?.qualifier ?? cell.derivation?.qualifier ?? .exact
    if let value = cell.value {
      let rank = indicator.unit == "RANK" ? say("hạng ", "rank ") : ""
      return rank + qualifier.word(language) + number(value, of: indicator) + suffix
    }
    if let note = snapshot.annotation(of: cell), let low = note.low, let high = note.high {
      return "\(number(low, of: indicator))–\(number(high, of: indicator))\(suffix)"
    }
    return (cell.missing ?? .notHeld).words(language)
  }

  /// A value of an indicator; an index with all its places, so that a column's points align.
  func number(_ value: Decimal, of indicator: Indicator) -> String {
    indicator.unit == "INDEX" || indicator.unit == "POINTS"
      ? language.number(value, decimals: indicator.decimals) : language.number(value)
  }

  /// How far two values of an indicator are apart: `16,83 điểm %`, `21 bậc`.
  func difference(_ size: Decimal, of indicator: Indicator) -> String {
    let unit =
      switch indicator.unit {
      case "PT": say(" điểm %", " points")
      case "RANK": say(" bậc", size == Decimal(1) ? " place" : " places")
      default: indicator.suffix(snapshot, language)
      }
    return language.number(size) + unit
  }

  func period(of cell: Cell) -> String {
    if let period = cell.period { return language.period(period) }
    let words = snapshot.annotation(of: cell)?.periodText.map { language.pick($0) }
    return words ?? say("không ghi kỳ", "no period stated")
  }

  func name(of place: Cell.Place) -> Name {
    switch place {
    case .area(let area): snapshot.name(ofArea: area, on: today)
    case .region(let region): snapshot.regions.rows[region].name
    }
  }

  /// What is to be said of a figure beside it: estimated, derived, another method.
  func remarks(on cell: Cell) -> [String] {
    let status = snapshot.status(of: cell)
    return ([status.status] + status.other).compactMap { $0.words(language) }
  }

  /// A figure that opens its source.
  ///
  /// - Parameter summary: what is seen of it; the figure itself where none is given.
  func figure(
    _ cell: Cell, on map: String? = nil, _ writer: inout HTMLWriter,
    summary: ((inout HTMLWriter) -> Void)? = nil
  ) {
    writer.element("details", ["class": "figure"]) { writer in
      writer.element("summary") { writer in
        if let summary { summary(&writer) } else { writer.element("b", text(cell)) }
      }
      writer.element("div", ["class": "origin"]) { writer in origin(of: cell, on: map, &writer) }
    }
  }

  /// Where a figure comes from: document, words, vintages, how it was made, the command for it.
  func origin(of cell: Cell, on map: String?, _ writer: inout HTMLWriter) {
    let indicator = snapshot.indicators.rows[cell.indicator]
    writer.element("p", ["class": "what"]) { writer in
      writer.element("b", language.pick(indicator.name))
      writer.text(", \(language.pick(name(of: cell.place))), \(period(of: cell)): ")
      writer.element("b", text(cell))
      writer.text(" (\(indicator.unitWords(snapshot, language)))")
    }
    writer.element("dl") { writer in
      write(sourceOf: cell, &writer)
      let remarks = remarks(on: cell)
      if !remarks.isEmpty {
        term(say("Lưu ý", "Note"), &writer) { $0.text(remarks.joined(separator: "; ")) }
      }
      if let derivation = cell.derivation { write(derivation, indicator, &writer) }
      if let note = snapshot.annotation(of: cell)?.note {
        term(say("Ghi chú", "Remark"), &writer) { $0.text(language.pick(note)) }
      }
      write(vintagesOf: cell, indicator, &writer)
      term(say("Lấy số này", "Get it"), &writer) { writer in
        command(address(of: cell, on: map), &writer)
      }
    }
  }

  /// A line of a list of terms.
  func term(_ term: String, _ writer: inout HTMLWriter, _ content: (inout HTMLWriter) -> Void) {
    writer.element("dt", term)
    writer.element("dd") { content(&$0) }
  }

  /// A command that runs as it stands.
  func command(_ path: String, _ writer: inout HTMLWriter) {
    writer.element("code", ["class": "curl"], "curl '\(origin)\(path)'")
  }

  /// The address that answers with exactly this figure.
  package func address(of cell: Cell, on map: String? = nil) -> String {
    let indicator = snapshot.indicators.ids[cell.indicator]
    guard case .area(let area) = cell.place else { return "/v1/indicators/\(indicator)" }
    var address = "/v1/observations?indicator=\(indicator)&area=\(snapshot.areas.ids[area])"
    if let period = cell.period {
      // Of a time range the slash is a character like others.
      address += "&period=\(period)"
    }
    if cell.statement == nil, let map { address += "&boundaries=\(map)" }
    return address
  }

  private func write(sourceOf cell: Cell, _ writer: inout HTMLWriter) {
    guard let statement = cell.statement else { return }
    let source = snapshot.sources.rows[Int(statement.source)]
    let annotation = snapshot.annotation(of: cell)
    let provenance = snapshot.observations.provenance(Int(statement.row))
    term(say("Nguồn", "Source"), &writer) { writer in
      // The day is the original's where the figure was read in a transcription.
      write(provenance.original.map { snapshot.sources.rows[Int($0)] } ?? source, &writer)
      if let published = provenance.published {
        writer.text(say(", công bố ", ", published ") + language.date(published))
      } else {
        writer.text(say(", không rõ ngày công bố", ", publication date unknown"))
      }
      if provenance.original != nil {
        writer.text(say("; chép lại ở ", "; transcribed in "))
        write(source, &writer)
        if let own = source.published { writer.text(", " + language.date(own)) }
      }
    }
    if let locator = annotation?.locator {
      term(say("Chỗ ghi", "Place"), &writer) { $0.text(locator) }
    }
    if let excerpt = annotation?.excerpt {
      term(say("Nguyên văn", "Words"), &writer) { writer in
        writer.element("q", ["lang": source.language], excerpt)
      }
    }
    if let confirmedBy = annotation?.confirmedBy, !confirmedBy.isEmpty {
      term(say("Xác nhận", "Confirmed"), &writer) { writer in
        for (place, confirmation) in confirmedBy.enumerated() {
          if place > 0 { writer.text("; ") }
          write(snapshot.sources.rows[Int(confirmation.source)], &writer)
        }
      }
    }
  }

  /// A document by its title, in its own language, with a way to it.
  func write(_ source: Source, _ writer: inout HTMLWriter) {
    let title = source.number.map { "\($0): \(source.title)" } ?? source.title
    if let url = source.url, url.hasPrefix("https://") || url.hasPrefix("http://") {
      writer.element(
        "a", ["href": url, "lang": source.language, "rel": "external noreferrer"], title)
    } else {
      writer.element("cite", ["lang": source.language], title)
    }
    if source.publisher != source.title {
      writer.text(" (")
      writer.element("span", ["lang": source.language], source.publisher)
      writer.text(")")
    }
  }

  private func write(
    _ derivation: Derivation, _ indicator: Indicator, _ writer: inout HTMLWriter
  ) {
    term(say("Cách tính", "Derived"), &writer) { writer in
      writer.text(derivation.rule.words(language) + ": ")
      let inputs = derivation.inputs.map { input in
        let name = snapshot.areas.place(input.area).map { language.pick(self.name(of: .area($0))) }
        let value = input.value.map { number($0, of: indicator) } ?? say("không có", "none")
        return "\(name ?? input.area) (\(input.area)) \(value)"
      }
      writer.text(inputs.joined(separator: "; "))
      let sources = derivation.inputs.compactMap(\.source).reduce(into: [String]()) { all, id in
        if !all.contains(id) { all.append(id) }
      }.compactMap { snapshot.sources[$0] }
      for source in sources {
        writer.text(". " + say("Nguồn: ", "Source: "))
        write(source, &writer)
      }
    }
  }

  /// Every value that the cell ever had, where it had more than one.
  private func write(
    vintagesOf cell: Cell, _ indicator: Indicator, _ writer: inout HTMLWriter
  ) {
    guard let statement = cell.statement, !statement.isAlone, let period = cell.period,
      case .area(let area) = cell.place
    else { return }
    var selection = Selection()
    selection.indicators = [cell.indicator]
    selection.areas = [area]
    selection.periods = .these([period])
    let vintages = selection.cells(.vintages, in: published)
    guard vintages.count > 1 else { return }
    term(say("Các lần công bố", "Vintages"), &writer) { writer in
      writer.element("ul", ["class": "vintages"]) { writer in
        for vintage in vintages {
          guard let row = vintage.row else { continue }
          let provenance = snapshot.observations.provenance(row)
          writer.element("li") { writer in
            let date = provenance.published.map { language.date($0) }
            writer.text((date ?? say("không rõ ngày", "undated")) + ": ")
            if row == Int(statement.row) {
              writer.element("b", text(vintage) + say(" (đang dùng)", " (shown)"))
            } else {
              writer.text(text(vintage))
            }
            writer.text(", ")
            write(snapshot.sources.rows[Int(provenance.source)], &writer)
            if let why = snapshot.annotation(of: vintage)?.rejected {
              writer.text(say("; không dùng: ", "; not used: ") + language.pick(why))
            }
          }
        }
      }
    }
  }

  /// In short where a figure comes from: the publisher and the day.
  func credit(_ cell: Cell, _ writer: inout HTMLWriter) {
    guard let statement = cell.statement else {
      writer.text(cell.derivation.map { $0.rule.words(language) } ?? "")
      return
    }
    let provenance = snapshot.observations.provenance(Int(statement.row))
    let source = snapshot.sources.rows[Int(provenance.original ?? provenance.source)]
    writer.element("span", ["lang": source.language], source.publisher)
    if let day = provenance.published { writer.text(", " + language.date(day)) }
  }
}
