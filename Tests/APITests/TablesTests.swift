import API
import HTTP
import Testing

/// Collections as tables and as lines, as long as they are.
@Suite struct TablesTests {
  /// The lines of a table, each without its end.
  private func lines(_ target: String, _ place: SourceLocation = #_sourceLocation) -> [String] {
    let answer = ask(target)
    #expect(answer.status == 200, "\(answer.text.prefix(300))", sourceLocation: place)
    #expect(answer.text.hasSuffix("\r\n"), sourceLocation: place)
    return answer.text.components(until: "\r\n").dropLast()
  }

  @Test func `a table of observations has the columns that are promised, and what is asked for`() {
    let all =
      "indicator,indicatorNameVi,indicatorNameEn,unit,unitMultiplier,area,areaCode,areaNameVi,"
      + "areaNameEn,period,periodStart,periodEnd,value,low,high,outOf,qualifier,status,"
      + "otherStatus,missing,derivationRule,derivationInputs,boundaries,published,source,locator,"
      + "excerpt,periodTextVi,periodTextEn,noteVi,noteEn"
    // What was added later stands last, so that no column moves.
    let added =
      ",confirmedBy,statedChangeKind,statedChangeValue,statedChangeLow,statedChangeHigh,"
      + "statedChangeQualifier,statedChangeSince"
    let one = "/v1/observations?indicator=dti&province=48&period=2024&format=csv"
    #expect(lines(one)[0] == all + added)
    #expect(
      lines("\(one)&change=previous")[0]
        == all + ",changeFrom,changeDifference,changePercent,changeRefused,acrossBreak" + added)
    #expect(
      lines("/v1/indicators/dti/observations?vintages=all&format=csv&limit=1")[0]
        == all + ",knownFrom,shown,replacedBy" + added + ",replacedOn,rejectedVi,rejectedEn")
    #expect(
      lines("/v1/provinces/48/indicators?format=csv&limit=1")[0]
        == all + ",rank,rankedOf,peerMean" + added)
  }

  @Test func `a table tells who says the same, and the change that a document states`() throws {
    let target = "/v1/observations?boundaries=published"
    let rows = try ask(target).data().elements
    let lines = lines("\(target)&format=csv").dropFirst()
    #expect(rows.count == lines.count)
    var (confirmed, stated) = (0, 0)
    for (row, line) in zip(rows, lines) {
      // The last cells are codes and numbers: none is in quotation marks.
      let last = line.split(separator: ",", omittingEmptySubsequences: false).suffix(7)
        .map(String.init)
      let confirming = row["confirmedBy"]?.elements.compactMap(\.text) ?? []
      #expect(last[0] == confirming.joined(separator: ";"))
      let change = row["statedChange"]
      #expect(last[1] == change?["kind"]?.text ?? "")
      #expect(last[2] == change?["value"]?.number?.description ?? "")
      #expect(last[6] == change?["since"]?.text ?? "")
      confirmed += confirming.isEmpty ? 0 : 1
      stated += change == nil ? 0 : 1
    }
    #expect(confirmed > 0 && stated > 0)
  }

  @Test func `a carried value tells what it was made of`() {
    #expect(
      lines("/v1/observations?indicator=dti&province=48&period=2024&format=csv")[1]
        == "dti,Chỉ số chuyển đổi số cấp tỉnh (DTI),Provincial Digital Transformation Index (DTI),"
        + "INDEX,0,48-2025,48,Đà Nẵng,Da Nang,2024,2024-01-01,2024-12-31,0.7069,,,,exact,B,I,,"
        + "mean,48-2008=0.8335;49-2008=0.5803,2025-07-01,2025-10-21,,,,,,,,,,,,,,")
  }

  @Test(arguments: Examples.collections)
  func `every collection can be had as a table and as lines`(_ example: Example) throws {
    let mark = example.target.contains("?") ? "&" : "?"
    let json = ask(example.target)
    let rows = try json.data().elements
    let ndjson = ask("\(example.target)\(mark)format=ndjson")
    #expect(ndjson[field: "Content-Type"] == "application/x-ndjson")
    #expect(ndjson[field: "Content-Disposition"]?.hasSuffix(".ndjson\"") == true)
    let read = try ndjson.text.components(until: "\n").dropLast().map { try Value(Array($0.utf8)) }
    #expect(read == rows)

    let csv = ask("\(example.target)\(mark)format=csv")
    #expect(csv[field: "Content-Type"] == "text/csv; charset=utf-8; header=present")
    let records = csv.text.records
    #expect(records.count == rows.count + 1)
    #expect(Set(records.map(\.count)).count == 1, "each line has a cell for each column")
    for answer in [ndjson, csv] {
      #expect(answer[field: "X-Total-Count"] == json[field: "X-Total-Count"])
      #expect(answer[field: "X-Snapshot"] == json[field: "X-Snapshot"])
      #expect(answer[field: "ETag"] != json[field: "ETag"])
      #expect(answer[field: "Vary"] == json[field: "Vary"])
    }
    #expect(csv[field: "ETag"] != ndjson[field: "ETag"])
  }

  @Test(
    arguments: [
      "", "boundaries=today", "indicator=dti&vintages=all", "vintages=all&latest=2&level=nation",
      "latest=1&boundaries=2025-07-01", "groupBy=region&indicator=dti", "status=I&province=48",
      "asOf=2024-06-30", "asOf=2024-06-30&vintages=all", "period=2022..2023", "period=2023",
      "frequency=M,Q", "change=previous&indicator=dti", "sort=-value&indicator=dti",
      "fields=value,area&indicator=dti", "updatedAfter=2025-01-01", "source=dantri-2024",
      "level=country", "region=tay-nguyen-2008&boundaries=2024-01-01",
    ], ["", "offset=7", "limit=5", "limit=3&offset=100", "offset=100000"])
  func `lines are the rows of the same question, from any place on`(
    query: String, page: String
  ) throws {
    let parts = ["/v1/observations?limit=10000", query, page].filter { !$0.isEmpty }
    let target = parts.joined(separator: "&").replacing("?limit=10000&", with: "?")
    if target.hasSuffix("limit=10000"), query.isEmpty { return }
    let json = ask(target)
    let lines = ask("\(target)&format=ndjson")
    let rows = try json.data().elements
    let read = try lines.text.components(until: "\n").dropLast().map { try Value(Array($0.utf8)) }
    #expect(read == rows)
    #expect(lines[field: "X-Total-Count"] == json[field: "X-Total-Count"])
    let links = lines[field: "Link"]?.replacing("&format=ndjson", with: "")
    #expect(links == json[field: "Link"])
  }

  @Test func `a whole table is longer than an answer in JSON may be, and comes in pieces`() throws {
    var limits = APILimits()
    limits.rows = 50
    let api = API.on("2026-11-22", limits)
    #expect(ask("/v1/indicators/dti/observations", of: api).status == 400)
    let lines = ask("/v1/indicators/dti/observations?format=ndjson", of: api)
    let count = try #require(Int(lines[field: "X-Total-Count"] ?? ""))
    #expect(count > 50)
    #expect(lines.text.components(until: "\n").count == count + 1)
  }

  @Test func `more rows than may be given at once are not sorted in any format`() throws {
    var limits = APILimits()
    limits.rows = 50
    let api = API.on("2026-11-22", limits)
    for format in ["json", "csv", "ndjson"] {
      let target = "/v1/indicators/dti/observations?limit=5&format=\(format)"
      #expect(ask(target, of: api).status == 200)
      #expect(ask("\(target)&change=previous&source=dantri-2024", of: api).status == 200)
      let refused = ask("\(target)&sort=value", of: api)
      #expect(refused.status == 400)
      let error = try refused.json()["errors"]?.elements.first
      #expect(error?["parameter"] == .text("sort"))
      #expect(ask("\(target)&sort=value&period=2024&area=48,79", of: api).status == 200)
    }
  }

  @Test func `a piece is some tens of KiB`() throws {
    let answer = response(to: "/v1/observations?format=ndjson")
    guard case .pieces(let pieces) = answer.body else {
      Issue.record("the lines are whole")
      return
    }
    var sizes: [Int] = []
    var mayGoOn = true
    while mayGoOn {
      var piece: [UInt8] = []
      mayGoOn = pieces.next(onto: &piece)
      sizes.append(piece.count)
    }
    #expect(sizes.count > 10)
    #expect(sizes.dropLast().allSatisfy { $0 >= 32 << 10 && $0 < 64 << 10 })
  }

  @Test(arguments: ["", "&sort=-value", "&fields=period,value,area,status,published"])
  func `a long answer in JSON comes in pieces, and a short one whole`(_ query: String) throws {
    let target = "/v1/observations?limit=10000\(query)"
    guard case .pieces(let pieces) = response(to: target).body else {
      Issue.record("it is whole")
      return
    }
    let lines = ask("\(target)&format=ndjson").text.components(until: "\n").dropLast()
    let text = String(decoding: Body.pieces(pieces).made(), as: UTF8.self)
    #expect(text.hasPrefix("{\"data\":[\(lines.joined(separator: ","))],\"meta\":{\"total\":"))
    #expect(try Value(Array(text.utf8))["data"]?.elements.count == 10_000)
    guard case .whole = response(to: "/v1/observations?limit=100\(query)").body else {
      Issue.record("it comes in pieces")
      return
    }
  }

  @Test(arguments: [
    ("/v1/observations?indicator=dti&period=2024", "observations-dti-2024.csv"),
    (
      "/v1/observations?indicator=dti,egdi-rank&period=2020..2024",
      "observations-dti-egdi-rank-2020..2024.csv"
    ),
    ("/v1/provinces", "provinces.csv"),
    ("/v1/indicators/dti/ranking", "indicators-dti-ranking.csv"),
    ("/v1/observations?period=2023-01-01%2FP2M", "observations-2023-01-01-P2M.csv"),
  ])
  func `a table is downloaded under a name of its own`(target: String, name: String) {
    let mark = target.contains("?") ? "&" : "?"
    let answer = ask("\(target)\(mark)format=csv")
    #expect(answer[field: "Content-Disposition"] == "attachment; filename=\"\(name)\"")
    let lines = ask("\(target)\(mark)format=ndjson")[field: "Content-Disposition"]
    #expect(lines == "attachment; filename=\"\(name.dropLast(3))ndjson\"")
  }

  @Test func `the export is downloaded under its own name`() {
    #expect(
      ask("/v1/export.ndjson")[field: "Content-Disposition"]
        == "attachment; filename=\"export.ndjson\"")
  }

  @Test func `the name of a table is cut`() {
    let periods = (1950..<1990).map(String.init).joined(separator: ",")
    let name = ask("/v1/observations?period=\(periods)&format=csv")[field: "Content-Disposition"]
    #expect(name?.count == "attachment; filename=\"\"".count + 100 + ".csv".count)
  }

  @Test(arguments: [
    ("text/csv", "text/csv; charset=utf-8; header=present"),
    ("application/x-ndjson, text/html", "application/x-ndjson"), ("*/*", "application/json"),
    ("text/csv;q=0.5, application/json;q=0.4", "text/csv; charset=utf-8; header=present"),
    ("text/*", "text/csv; charset=utf-8; header=present"), ("application/*", "application/json"),
  ])
  func `the format follows what is accepted`(accept: String, type: String) {
    #expect(ask("/v1/provinces", "Accept: \(accept)")[field: "Content-Type"] == type)
  }

  @Test func `columns come from the fields that are asked for, in their order`() {
    #expect(
      lines("/v1/observations?indicator=dti&fields=value,period,areaName&format=csv")[0]
        == "value,period,periodStart,periodEnd,areaNameVi,areaNameEn")
    #expect(
      lines("/v1/indicators?fields=id,unit,coverage&format=csv")[0]
        == "id,unitCode,unitSymbol,unitNameVi,unitNameEn,coverageFirst,coverageLast,"
        + "coverageObservations,coverageComplete")
  }

  @Test func `an empty table has its names`() {
    #expect(lines("/v1/observations?period=1950&format=csv").count == 1)
    #expect(ask("/v1/observations?period=1950&format=ndjson").text.isEmpty)
  }

  @Test func `quotation marks, commas and ends of lines stand in quotation marks`() throws {
    let rows = try rows("/v1/sources")
    let records = ask("/v1/sources?fields=id,title&format=csv").text.records.dropFirst()
    #expect(records.map { $0[0] } == rows.compactMap { $0["id"]?.text })
    #expect(records.map { $0[1] } == rows.compactMap { $0["title"]?.text })
    #expect(rows.contains { $0["title"]?.text?.contains(",") == true })
  }
}

extension String {
  /// The parts between the ends of lines, the last after the last end.
  fileprivate func components(until end: String) -> [String] {
    split(separator: end, omittingEmptySubsequences: false).map(String.init)
  }

  /// The records of a table by RFC 4180.
  var records: [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var bytes = Array(utf8)[...]
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "\"") where isQuoted && bytes.first == byte:
        cell.append(byte)
        bytes.removeFirst()
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted:
        record.append(String(decoding: cell, as: UTF8.self))
        cell = []
      case 0x0D where !isQuoted:
        bytes.removeFirst()
        records.append(record + [String(decoding: cell, as: UTF8.self)])
        record = []
        cell = []
      default: cell.append(byte)
      }
    }
    return records
  }
}
