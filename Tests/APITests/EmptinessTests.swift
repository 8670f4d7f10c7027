import Testing

/// An empty answer says which conditions emptied it, and what is near.
@Suite struct EmptinessTests {
  static let table: [(target: String, because: [String], near: String)] = [
    (
      "/v1/observations?indicator=dti&period=2027", ["period"],
      "/v1/observations?indicator=dti&period=2024"
    ),
    (
      "/v1/observations?indicator=dti&area=48-2008&period=1999..2001", ["period"],
      "/v1/observations?indicator=dti&area=48-2008&period=2024"
    ),
    ("/v1/observations?indicator=dti&area=VN", ["area"], "/v1/observations?indicator=dti"),
    ("/v1/observations?area=VN&province=48", ["province"], "/v1/observations?area=VN"),
    ("/v1/observations?indicator=dti&level=nation", ["level"], "/v1/observations?indicator=dti"),
    (
      "/v1/observations?indicator=dti&frequency=Q", ["frequency"], "/v1/observations?indicator=dti"
    ),
    (
      "/v1/observations?indicator=dti&asOf=2020-01-01", ["asOf"], "/v1/observations?indicator=dti"
    ),
    (
      "/v1/observations?indicator=dti&updatedAfter=2026-11-22", ["updatedAfter"],
      "/v1/observations?indicator=dti"
    ),
    (
      "/v1/observations?indicator=gii-rank&source=haui-bang1", ["source"],
      "/v1/observations?indicator=gii-rank"
    ),
    (
      "/v1/indicators/dti/observations?period=2027", ["period"],
      "/v1/indicators/dti/observations?period=2024"
    ),
    (
      "/v1/indicators/dti/ranking?period=2019", ["period"],
      "/v1/indicators/dti/ranking?period=2024"
    ),
    (
      "/v1/indicators/dti/ranking?period=2024&asOf=2025-10-20", ["asOf"],
      "/v1/indicators/dti/ranking?period=2024"
    ),
    ("/v1/tasks?status=done", ["status"], "/v1/tasks"),
    ("/v1/tasks?due=2030-01-01..", ["due"], "/v1/tasks"),
    ("/v1/targets?area=48-2008", ["area"], "/v1/targets"),
    ("/v1/targets?status=missed&pillar=society", ["status"], "/v1/targets?pillar=society"),
    ("/v1/platforms?agency=bo-quoc-phong", ["agency"], "/v1/platforms"),
    ("/v1/provinces?offset=34", ["offset"], "/v1/provinces"),
    ("/v1/provinces?limit=5&offset=99", ["offset"], "/v1/provinces?limit=5"),
    (
      "/v1/observations?indicator=dti&period=2027&limit=5&sort=-value&fields=value", ["period"],
      "/v1/observations?indicator=dti&period=2024&sort=-value&fields=value&limit=5"
    ),
  ]

  @Test(arguments: table)
  func `an empty answer names what emptied it`(
    target: String, because: [String], near: String
  ) throws {
    let json = try ask(target).json()
    #expect(json["data"] == [])
    let empty = try #require(json["meta"]?["empty"])
    #expect(empty.keys == ["because", "explanation", "near"])
    #expect(empty["because"]?.elements.map { $0["parameter"]?.text } == because)
    #expect(empty["near"] == [.text(near)])
    #expect(empty["explanation"]?.keys == ["vi", "en"])
    #expect(try !rows(near).isEmpty)
  }

  /// Questions of many conditions, so that there is something to choose from.
  static let many = [
    "/v1/observations?indicator=gii-rank&area=48-2008&level=nation&period=1999&frequency=Q"
      + "&status=Q&source=ai23en&asOf=1950-01-01&updatedAfter=2026-11-22",
    "/v1/observations?indicator=dti&province=48&region=tay-nguyen-2008&boundaries=2024-01-01",
    "/v1/observations?indicator=dti,papi&area=VN,SG&period=2030..&status=B&latest=1",
    "/v1/observations?indicator=population&province=48&period=2024&asOf=2020-01-01&change=year",
    "/v1/tasks?status=done&agency=bo-nnptnt&meeting=hoi-nghi-toan-quoc-2023-02-25"
      + "&due=2026-01-01..&unsaid=what",
    "/v1/tasks?status=open&source=papi-2017&meeting=hoi-nghi-toan-quoc-2023-02-25"
      + "&platform=asean-single-window&due=2024-12-31",
    "/v1/targets?area=48-2008&status=met&source=papi-2013&asOf=2020-01-01&updatedAfter=2026-11-22",
    "/v1/targets?indicator=software-it-services-revenue,dti-workforce&area=48-2008"
      + "&source=tkl-749&due=..2020-01-01&updatedAfter=2026-11-22",
    "/v1/commitments?indicator=dti&source=papi-2013&meeting=uy-ban-quoc-gia-2024-07-10"
      + "&asOf=2012-01-01",
    "/v1/indicators?pillar=economy&frequency=D&platform=vneid",
    "/v1/platforms?indicator=dti&pillar=economy&agency=bo-cong-an",
    "/v1/provinces?type=municipality&region=tay-nguyen-2008&boundaries=2024-01-01",
    "/v1/indicators/dti/ranking?period=1999&province=48&region=dong-nam-bo&boundaries=today",
  ]

  @Test(arguments: many)
  func `no fewer conditions are to blame, and what is near is not empty`(target: String) throws {
    let empty = try #require(try ask(target).json()["meta"]?["empty"])
    let because = empty["because"]?.elements.compactMap { $0["parameter"]?.text } ?? []
    #expect(!because.isEmpty)
    for near in empty["near"]?.elements.compactMap(\.text) ?? [] {
      #expect(try !rows(near).isEmpty, "\(near)")
    }
    #expect(empty["near"]?.elements.isEmpty == false)
    // With all but one of them taken away it is still empty, whichever that one is.
    for kept in because {
      let fewer = because.filter { $0 != kept }
      let answer = ask(without(fewer, target))
      if answer.status == 200 { #expect(try answer.data() == [], "\(fewer)") }
    }
    for blamed in empty["because"]?.elements ?? [] {
      let asked = "\(blamed["parameter"]?.text ?? "-")=\(blamed["value"]?.text ?? "-")"
      #expect(target.contains(asked))
    }
  }

  /// The same question without some of its parameters.
  private func without(_ parameters: [String], _ target: String) -> String {
    let parts = target.split(separator: "?")
    let kept = parts[1].split(separator: "&").filter { part in
      !parameters.contains { part.hasPrefix("\($0)=") }
    }
    return parts[0] + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&"))
  }

  @Test func `the explanation counts what there would be, and names the newest period`() throws {
    let empty = try ask("/v1/observations?indicator=dti&area=48-2008&period=2027").json()["meta"]?[
      "empty"]
    let en = try #require(empty?["explanation"]?["en"]?.text)
    let vi = try #require(empty?["explanation"]?["vi"]?.text)
    let count = try rows("/v1/observations?indicator=dti&area=48-2008").count
    #expect(en.contains("period=2027") && en.contains("\(count)") && en.contains("2024"))
    #expect(vi.contains("period=2027") && vi.contains("\(count)") && vi.contains("2024"))
  }

  @Test func `an answer with rows explains nothing`() throws {
    for target in ["/v1/observations?indicator=dti", "/v1/tasks", "/v1/provinces?limit=1"] {
      #expect(try ask(target).json()["meta"]?["empty"] == nil)
    }
  }

  @Test func `an empty answer counts nothing`() throws {
    let meta = try ask("/v1/observations?indicator=dti&period=2027").json()["meta"]
    #expect(meta?["total"] == 0 && meta?["count"] == 0)
    let beyond = try ask("/v1/provinces?offset=40").json()["meta"]
    #expect(beyond?["total"] == 34 && beyond?["count"] == 0)
  }

  @Test(arguments: [
    ("period=2024-H1", "2024-S1"), ("period=2024H1", "2024-S1"), ("period=2024S2", "2024-S2"),
    ("period=2024-M07", "2024-07"), ("period=2024Q3", "2024-Q3"), ("period=2024-7", "2024-07"),
    ("period=2023,2024-H2", "2024-S2"), ("period=2024-H1..2024-H2", "2024-S1"),
  ])
  func `another spelling of a period is refused with the right one, never taken as empty`(
    query: String, right: String
  ) throws {
    let answer = ask("/v1/observations?indicator=dti&\(query)")
    #expect(answer.status == 400)
    let error = try answer.json()["errors"]?[0]
    #expect(error?["code"] == "badSyntax")
    #expect(error?["suggestions"] == [.text(right)])
  }

  @Test(arguments: [
    "2024..2023", "2024-S2..2024-S1", "2024-12..2024-01", "2024-07-20..2024-07-19", "2025..2024-Q4",
  ])
  func `a span that ends before it begins is refused`(span: String) throws {
    #expect(try wrongs("/v1/observations?period=\(span)") == ["period outOfRange"])
  }

  @Test(arguments: ["1899", "2101", "0000", "9999"])
  func `years beyond two centuries are refused`(year: String) throws {
    #expect(try wrongs("/v1/observations?period=\(year)") == ["period outOfRange"])
    #expect(try wrongs("/v1/observations?period=\(year)..") == ["period outOfRange"])
  }

  @Test func `before all figures there is nothing, and the answer says so`() throws {
    for period in ["1900", "..1999", "1900..1950", "1987-05"] {
      let json = try ask("/v1/observations?period=\(period)").json()
      #expect(json["data"] == [])
      #expect(json["meta"]?["empty"]?["because"]?[0]?["parameter"] == "period")
    }
  }
}
