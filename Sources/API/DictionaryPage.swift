import Formats
import HTML
import JSON
import Pages
import SDMX
import Statistics

/// `/docs/data`: what there is, told by the data themselves.
struct DictionaryPage {
  let snapshot: Snapshot
  /// The collections of the index.
  let collections: [(id: String, name: Name, count: Int)]

  var document: [UInt8] {
    let contents =
      [
        HTMLPage.Way("#holdings", "Có những gì", "What there is"),
        HTMLPage.Way("#indicators", "Chỉ số", "Indicators"),
      ]
      + groups.map { HTMLPage.Way("#pillar-\($0.id)", "– \($0.name.vi)", $0.name.en) } + [
        HTMLPage.Way("#units", "Đơn vị đo", "Units"),
        HTMLPage.Way("#codes", "Mã", "Codes"),
        HTMLPage.Way("#maps", "Bản đồ và vùng", "Maps and regions"),
        HTMLPage.Way("#sources", "Nguồn", "Sources"),
      ]
    let page = HTMLPage(
      "/docs/data", title: ("Từ điển dữ liệu", "Data dictionary"), ways: Docs.ways,
      contents: contents)
    return page.document { writer in
      writer.both(
        "Những gì được đo, bằng đơn vị nào, cho những kỳ nào, theo văn bản nào. Trang này được"
          + " viết từ chính dữ liệu, cập nhật đến \(Docs.vietnamese(snapshot.lastUpdated)).",
        "What is measured, in which units, for which periods, by which documents. This page is"
          + " written from the data themselves, up to \(snapshot.lastUpdated).")
      writeHoldings(&writer)
      writer.heading("h2", id: "indicators", "Chỉ số", "Indicators")
      for group in groups { write(group, &writer) }
      writeUnits(&writer)
      writeCodes(&writer)
      writeMaps(&writer)
      writeSources(&writer)
    }
  }

  private typealias Group = (id: String, name: Name, indicators: [Int])

  /// The indicators by pillar, those of none last.
  private var groups: [Group] {
    let places = Array(snapshot.indicators.rows.indices)
    let ofPillars: [Group] = snapshot.pillars.rows.map { pillar in
      (
        pillar.id, pillar.name,
        places.filter { snapshot.indicators.rows[$0].pillar == pillar.id }
      )
    }
    let rest = places.filter { snapshot.indicators.rows[$0].pillar == nil }
    return (ofPillars + [("none", Name(vi: "Chung", en: "Across pillars"), rest)])
      .filter { !$0.indicators.isEmpty }
  }

  private func writeHoldings(_ writer: inout HTMLWriter) {
    writer.heading("h2", id: "holdings", "Có những gì", "What there is")
    writer.table(
      "Các tập hợp · Collections",
      [("Tập hợp", "Collection"), ("Địa chỉ", "Address"), ("Số dòng", "Rows")]
    ) { writer in
      for collection in collections {
        writer.element("tr") { writer in
          writer.cell(collection.name.vi, collection.name.en)
          writer.element("td") { writer in
            writer.element("a", ["href": "/v1/\(collection.id)"]) {
              $0.element("code", "/v1/\(collection.id)")
            }
          }
          writer.element("td", PageLanguage.vi.number(Decimal(collection.count)))
        }
      }
    }
    writer.element("p") { writer in
      writer.text("Mang đi trọn bộ · ")
      writer.element("span", ["lang": "en"], "To take it all away: ")
      for (number, path) in ["/datapackage.json", "/v1/export.ndjson", "/catalog.jsonld"]
        .enumerated()
      {
        if number > 0 { writer.text(", ") }
        writer.element("a", ["href": path]) { $0.element("code", path) }
      }
    }
  }

  private func write(_ group: Group, _ writer: inout HTMLWriter) {
    writer.heading("h3", id: "pillar-\(group.id)", group.name.vi, group.name.en)
    for place in group.indicators { writeIndicator(place, &writer) }
  }

  private func writeIndicator(_ place: Int, _ writer: inout HTMLWriter) {
    let indicator = snapshot.indicators.rows[place]
    let coverage = snapshot.coverage[place]
    writer.element("section", ["class": "entry", "id": "indicator-\(indicator.id)"]) { writer in
      writer.element("h4") { writer in
        writer.element("a", ["href": "#indicator-\(indicator.id)"], indicator.name.vi)
        writer.text(" ")
        writer.element("span", ["lang": "en"], indicator.name.en)
      }
      writer.both(indicator.definition.vi, indicator.definition.en)
      writer.element("dl", ["class": "facts"]) { writer in
        writer.fact("Định danh", "Id") { writer in
          writer.element("a", ["href": "/v1/indicators/\(indicator.id)"]) {
            $0.element("code", indicator.id)
          }
        }
        writer.fact("Đơn vị", "Unit") { $0.text(unit(of: indicator)) }
        writer.fact("Kỳ", "Periods") { writer in
          writer.text(span(of: coverage))
          writer.text("; \(Docs.both(indicator.frequency.name).lowercased())")
          writer.text(", \(Docs.both(indicator.kind.name))")
        }
        writer.fact("Giá trị", "Values") { writer in
          writer.element(
            "a", ["href": "/v1/indicators/\(indicator.id)/observations"],
            "\(coverage.observations)")
          writer.text("; \(indicator.levels.map { Docs.both($0.name) }.joined(separator: "; "))")
        }
        if !coverage.complete.isEmpty || !coverage.partial.isEmpty {
          writer.fact("Đủ mọi tỉnh", "All provinces") { writer in
            let partial = coverage.partial.map { "\($0.period) (\($0.have)/\($0.of))" }
            let complete = coverage.complete.map(\.description)
            writer.text((complete.isEmpty ? ["–"] : complete).joined(separator: ", "))
            if partial.isEmpty { return }
            writer.text("; một phần · partly: \(partial.joined(separator: ", "))")
          }
        }
        writer.fact("Chiều", "Direction") { $0.text(Docs.both(indicator.direction.name)) }
        if indicator.levels.contains(.province) {
          writer.fact("Khi sáp nhập", "Over mergers") { writer in
            writer.element("code", indicator.aggregation.rule.rawValue)
            writer.text(" \(Docs.both(indicator.aggregation.rule.name))")
          }
        }
        if let producer = indicator.producer {
          writer.fact("Ai đo", "Producer") { writer in
            let name = snapshot.agencies[producer]?.name
            writer.element(
              "a", ["href": "/v1/agencies/\(producer)"], name.map(Docs.both) ?? producer)
          }
        }
        for change in indicator.breaks {
          writer.fact("Đổi cách đo \(change.period)", "Break") { writer in
            writer.text(Docs.both(change.what))
          }
        }
        let sources = sources(of: place)
        writer.fact("Nguồn", "Sources") { writer in
          for (number, source) in sources.prefix(6).enumerated() {
            if number > 0 { writer.text(", ") }
            writer.element("a", ["href": "#source-\(source)"]) { $0.element("code", source) }
          }
          if sources.count > 6 { writer.text(" + \(sources.count - 6)") }
        }
      }
    }
    writer.newline()
  }

  private func unit(of indicator: Indicator) -> String {
    guard let unit = snapshot.units[indicator.unit] else { return indicator.unit }
    let power = indicator.unitMultiplier == 0 ? "" : " × 10^\(indicator.unitMultiplier)"
    return "\(Docs.both(unit.name))\(power) (\(unit.code))"
  }

  private func span(of coverage: Coverage) -> String {
    guard let first = coverage.first, let last = coverage.last else { return "–" }
    return first == last ? "\(first)" : "\(first)–\(last)"
  }

  /// The documents of an indicator's values, those of most first.
  private func sources(of place: Int) -> [String] {
    let table = snapshot.observations
    var counts: [UInt16: Int] = [:]
    for row in table.rows(ofIndicator: place) {
      counts[table.provenance(row).source, default: 0] += 1
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { snapshot.sources.ids[Int($0.key)] }
  }

  private func writeUnits(_ writer: inout HTMLWriter) {
    writer.heading("h2", id: "units", "Đơn vị đo", "Units")
    writer.both(
      "Một giá trị nhân với 10^unitMultiplier là số theo đơn vị. Mã theo SDMX hay UCUM nếu có.",
      "A value times 10^unitMultiplier is in the unit. Codes are those of SDMX or UCUM where there"
        + " is one.")
    writer.table(
      "Đơn vị đo · Units",
      [("Mã", "Code"), ("Ký hiệu", "Symbol"), ("Tên", "Name"), ("Chỉ số", "Indicators")]
    ) { writer in
      for unit in snapshot.units.rows {
        writer.element("tr") { writer in
          writer.cell(code: unit.code)
          writer.element("td", unit.symbol)
          writer.cell(unit.name.vi, unit.name.en)
          writer.element(
            "td", "\(snapshot.indicators.rows.count { $0.unit == unit.code })")
        }
      }
    }
  }

  private func writeCodes(_ writer: inout HTMLWriter) {
    writer.heading("h2", id: "codes", "Mã", "Codes")
    writer.codes(
      "qualifier", "Lời văn nói chính xác đến đâu", "How precisely a document states it",
      Qualifier.allCases.map { ($0.rawValue, $0.name) })
    writer.codes(
      "status", "Trạng thái của giá trị (SDMX CL_OBS_STATUS)", "Status of a value",
      ObservationStatus.allCases.map { ($0.rawValue, $0.name) })
    writer.codes(
      "missing", "Vì sao không có giá trị", "Why there is no value",
      MissingReason.allCases.map { ($0.rawValue, $0.name) })
    writer.codes(
      "frequency", "Tần suất", "How often",
      Frequency.allCases.map { ($0.rawValue, $0.name) })
    writer.codes(
      "aggregation.rule", "Quy tắc khi sáp nhập", "The rule over a merger",
      AggregationRule.allCases.map { ($0.rawValue, $0.name) })
    writer.codes(
      "source.kind", "Loại nguồn", "Kinds of sources",
      SourceKind.allCases.map { ($0.rawValue, $0.name) })
    writer.codes(
      "source.reliability", "Độ tin cậy của nguồn", "How far a source is borne out",
      Reliability.allCases.map { ($0.rawValue, $0.name) })
  }

  private func writeMaps(_ writer: inout HTMLWriter) {
    writer.heading("h2", id: "maps", "Bản đồ và vùng", "Maps and regions")
    writer.table(
      "Bản đồ các tỉnh · Maps of provinces",
      [("Từ ngày", "From"), ("Số tỉnh, thành phố", "Provinces"), ("Địa chỉ", "Address")]
    ) { writer in
      for map in snapshot.maps {
        writer.element("tr") { writer in
          writer.element("td", "\(map.from)")
          writer.element("td", "\(map.provinces.count)")
          writer.element("td") { writer in
            let path = "/v1/provinces?boundaries=\(map.from)"
            writer.element("a", ["href": path]) { $0.element("code", path) }
          }
        }
      }
    }
    writer.table(
      "Vùng · Regions",
      [("Vùng", "Region"), ("Định danh", "Id"), ("Từ ngày", "From"), ("Tỉnh", "Provinces")]
    ) { writer in
      for region in snapshot.regions.rows {
        writer.element("tr") { writer in
          writer.cell(region.name.vi, region.name.en)
          writer.cell(code: region.id)
          writer.element("td", region.validFrom.description)
          writer.element("td", "\(region.provinces.count)")
        }
      }
    }
  }

  private func writeSources(_ writer: inout HTMLWriter) {
    writer.heading("h2", id: "sources", "Nguồn", "Sources")
    writer.both(
      "Mỗi văn bản giữ điều kiện của mình; nhan đề để nguyên ngôn ngữ.",
      "Every document keeps its own terms; titles stay in their language.")
    let counts = usesBySource
    writer.table(
      "Nguồn · Sources",
      [("Văn bản", "Document"), ("Ngày", "Date"), ("Loại", "Kind"), ("Giá trị", "Values")],
      isStacked: true
    ) { writer in
      for (place, source) in snapshot.sources.rows.enumerated() {
        writer.element("tr", ["id": "source-\(source.id)"]) { writer in
          writer.element("td") { writer in
            writer.element("p", ["lang": source.language], source.title)
            writer.element("p", ["class": "note"]) { writer in
              writer.text("\(source.publisher) · ")
              writer.element("a", ["href": "/v1/sources/\(Address.encoded(source.id))"]) {
                $0.element("code", source.id)
              }
            }
          }
          writer.element("td", source.published?.description ?? "–")
          writer.element("td") { writer in
            writer.element("p", source.kind.name.vi)
            writer.element("p", ["lang": "en"], source.kind.name.en)
          }
          writer.element("td", PageLanguage.vi.number(Decimal(counts[place])))
        }
      }
    }
  }

  private var usesBySource: [Int] {
    let table = snapshot.observations
    var counts = [Int](repeating: 0, count: snapshot.sources.count)
    for row in 0..<table.count { counts[Int(table.provenance(row).source)] += 1 }
    return counts
  }
}

extension HTMLWriter {
  /// A line of a list of facts.
  fileprivate mutating func fact(
    _ vi: String, _ en: String, _ content: (inout HTMLWriter) -> Void
  ) {
    element("dt") { writer in
      writer.text("\(vi) ")
      writer.element("span", ["lang": "en"], en)
    }
    element("dd", [:], content)
  }

  fileprivate mutating func codes(
    _ name: String, _ vi: String, _ en: String, _ codes: [(code: String, name: Name)]
  ) {
    element("h3", ["id": "codes-\(name)"]) { writer in
      writer.element("a", ["href": "#codes-\(name)"]) { $0.element("code", name) }
      writer.text(" \(vi) ")
      writer.element("span", ["lang": "en"], en)
    }
    table("\(vi) · \(en)", [("Mã", "Code"), ("Nghĩa", "Meaning")]) { writer in
      for code in codes {
        writer.element("tr") { writer in
          writer.cell(code: code.code)
          writer.cell(code.name.vi, code.name.en)
        }
      }
    }
  }
}
