import Statistics
import Storage
import Testing

/// Observations that are read by different ways and from different files make the same table.
@Suite struct ManyFilesTests {
  private func row(_ area: String, _ period: String, _ value: String, _ more: String = "") -> String
  {
    "{\"indicator\":\"share\",\"area\":\"\(area)\",\"period\":\"\(period)\",\"value\":\(value),"
      + "\"source\":\"press\"\(more)}"
  }

  private func file(_ rows: [String]) -> String {
    "{\"observations\":[\n\(rows.joined(separator: ",\n"))\n]}\n"
  }

  private func told(_ snapshot: Snapshot) -> [String] {
    let table = snapshot.observations
    return (0..<table.count).map { row in
      let value = table.value(row).map { "\($0)" } ?? "-"
      let period = table.period(row).map { "\($0)" } ?? "-"
      return "\(snapshot.areas.ids[Int(table.area[row])]) \(period) \(value)"
        + " \(table.annotation(row).locator ?? "-")"
    }
  }

  @Test(arguments: [1, 2, 3, 7])
  func `rows in any order in any number of files are one table`(_ count: Int) throws {
    let areas = ["48-2008", "49-2008", "01-2008"]
    let rows = (2000..<2015).flatMap { year in
      areas.enumerated().map { place, area in
        row(area, "\(year)", "\(place * 20 + year % 17)", ",\"locator\":\"\(area) \(year)\"")
      }
    }
    let expected = areas.sorted().flatMap { area in
      (2000..<2015).map { year in
        "\(area) \(year) \((areas.firstIndex(of: area) ?? 0) * 20 + year % 17) \(area) \(year)"
      }
    }
    var files = ["base.json": base]
    for number in 0..<count {
      // Every count-th row, one file from the last to the first.
      let own = rows.indices.filter { $0 % count == number }.map { rows[$0] }
      files["rows-\(number).json"] = file(number == 0 ? own.reversed() : own)
    }
    #expect(told(try Folder(files).load()) == expected)
  }

  @Test(arguments: [
    #""indicator":"share","area":"VN","period":"2020","value":12.5,"source":"press""#,
    #" "source" : "press" , "value" : 12.50,"period":"2020","area":"VN","indicator":"share""#,
    #""indicator":"share","area":"VN","period":"2020","value":1.25e1,"source":"press""#,
    #""indicator":"sh\u0061re","area":"VN","period":"2020","value":12.5,"source":"press""#,
    #""indicator":"share","area":"VN","period":"2020","v\u0061lue":12.5,"source":"press""#,
    #""indicator":"share","area":"VN","period":"2020","value":12.5,"source":"press","note":null"#,
    #""indicator":"share","area":"VN","period":"2020","value":12.50000000000,"source":"press""#,
    #""indicator":"share","area":"VN","period":"2020","status":"A","value":12.5,"source":"press""#,
  ])
  func `a row says the same however it is written`(_ row: String) throws {
    let snapshot = try Folder(["base.json": base, "rows.json": file(["{\(row)}"])]).load()
    #expect(told(snapshot) == ["VN 2020 12.5 -"])
    #expect(snapshot.observations.status(0) == .normal)
    #expect(snapshot.observations.qualifier(0) == .exact)
  }

  @Test func `texts of a usual row are kept letter by letter`() throws {
    let more = #","locator":"Bảng 1 — “đầu”","excerpt":"đạt 12,5 %""#
    let text = file([row("48-2008", "2020", "12.5", more)])
    let snapshot = try Folder(["base.json": base, "rows.json": text]).load()
    #expect(snapshot.observations.annotation(0).locator == "Bảng 1 — “đầu”")
    #expect(snapshot.observations.annotation(0).excerpt == "đạt 12,5 %")
  }

  @Test func `a repeat in another file names the row before it, however the rows are sorted`()
    throws
  {
    let folder = try Folder([
      "a.json": file([row("49-2008", "2021", "1"), row("48-2008", "2020", "1")]), "base.json": base,
      "c.json": file([row("48-2008", "2020", "2"), "1", row("48-2008", "2020", "3")]),
    ])
    #expect(
      folder.messages == [
        "c.json:2:1: /observations/0: expected one row for an indicator, area, period and source;"
          + " found the same as /observations/1 of a.json",
        "c.json:3:1: /observations/1: expected an object: {…}; found 1",
        "c.json:4:1: /observations/2: expected one row for an indicator, area, period and source;"
          + " found the same as /observations/0 of c.json",
      ])
  }

  @Test func `an unknown id is told at the first row that has it, usual or not`() throws {
    let rows = [
      row("48-2008", "2020", "1"), row("99-2008", "2020", "1"),
      row("99-2008", "2021", "1", ",\"note\":{\"vi\":\"a\",\"en\":\"a\"}"),
    ]
    for rows in [rows, [rows[0], rows[2], rows[1]]] {
      let folder = try Folder(["base.json": base, "rows.json": file(rows)])
      #expect(
        folder.errors.map { "\($0.line):\($0.column) \($0.pointer)" } == [
          "3:29 /observations/1/area"
        ])
    }
  }
}
