import Testing

/// What an SDMX client is told where it asks for what there is not.
@Suite struct SDMXErrorsTests {
  private func codes(_ answer: Answered) -> [String] {
    answer.tags("mes:ErrorMessage").compactMap { $0["code"] }
  }

  @Test(arguments: [
    ("data/NOTHING", 404, ["100"]), ("data/OTHER,DIGITAL", 404, ["100"]),
    ("data/THUOCDO,DIGITAL,2.0", 404, ["100"]), ("data/THUOCDO,DIGITAL,1.0,x", 404, ["100"]),
    ("data/DIGITAL/A.dti", 400, ["140"]), ("data/DIGITAL/A.dti.VN.x", 400, ["140"]),
    ("data/DIGITAL/A.dti+.VN", 400, ["140"]), ("data/DIGITAL/A.dto.VN", 400, ["150"]),
    ("data/DIGITAL/X.dto.48", 400, ["150", "150", "150"]),
    ("data/DIGITAL/A.dti.VN/ECB", 400, ["150"]),
    ("data/DIGITAL?startPeriod=2024-H1", 400, ["140"]),
    ("data/DIGITAL?endPeriod=2024-13", 400, ["140"]),
    ("data/DIGITAL?startPeriod=2024-01-01T25:00:00", 400, ["140"]),
    ("data/DIGITAL?lastNObservations=0", 400, ["150"]),
    ("data/DIGITAL?firstNObservations=-1", 400, ["140"]),
    ("data/DIGITAL?detail=all", 400, ["150"]),
    ("data/DIGITAL?dimensionAtObservation=X", 400, ["150"]),
    ("data/DIGITAL?includeHistory=yes", 400, ["150"]),
    ("data/DIGITAL?asOf=2030-01-01", 400, ["150"]),
    ("data/DIGITAL?asOf=2030-01-01T00:00:00", 400, ["150"]),
    ("data/DIGITAL?updatedAfter=soon", 400, ["140"]),
    ("data/DIGITAL?limit=3", 400, ["150"]), ("data/DIGITAL?startperiod=2020", 400, ["140"]),
    ("data/DIGITAL/A.dto.VN?startPeriod=x&detail=y", 400, ["150", "140", "150"]),
    ("data/DIGITAL?format=json", 406, ["1406"]),
    ("data", 404, ["100"]), ("data/DIGITAL/a/b/c", 404, ["100"]),
    ("availableconstraint/NOTHING", 404, ["100"]),
    ("availableconstraint/DIGITAL/all/all/NOTHING", 400, ["150"]),
    ("codelist/THUOCDO/CL_NOTHING/latest", 404, ["100"]), ("codelist/ECB", 404, ["100"]),
    ("codelist/THUOCDO/CL_FREQ/2.0", 404, ["100"]), ("metadataflow", 404, ["100"]),
    ("codelists", 404, ["100"]), ("dataflow?references=everything", 400, ["150"]),
    ("dataflow?detail=some", 400, ["150"]),
  ])
  func `each thing that is wrong is told in a message of errors`(
    rest: String, status: Int, expected: [String]
  ) {
    let answer = ask("/sdmx/2.1/\(rest)")
    #expect(answer.status == status)
    #expect(answer[field: "Content-Type"] == "application/vnd.sdmx.error+xml;version=2.1")
    #expect(codes(answer) == expected, "\(answer.text)")
    #expect(answer.tags("com:Text").compactMap { $0["xml:lang"] }.prefix(2) == ["en", "vi"])
  }

  @Test func `another method is refused in the same form`() {
    let answer = ask("/sdmx/2.1/data/DIGITAL", method: "POST")
    #expect(answer.status == 405)
    #expect(answer[field: "Allow"] == "GET, HEAD, OPTIONS")
    #expect(codes(answer) == ["1405"])
  }

  @Test func `an unknown code is told with the nearest`() {
    #expect(ask("/sdmx/2.1/data/DIGITAL/A.dto.VN").text.contains("did you mean &quot;dti&quot;?"))
  }

  @Test func `elsewhere no slash may end an address`() {
    #expect(ask("/v1/provinces/").status == 404)
    #expect(ask("/sdmx/2.1/dataflow/").status == 200)
    #expect(ask("/sdmx/2.1/dataflow//").status == 404)
    #expect(ask("/sdmx/2.1/").status == 404)
  }

  @Test(arguments: [
    ("*/*", "structurespecificdata+xml;version=2.1"),
    ("application/xml", "structurespecificdata+xml;version=2.1"),
    ("text/xml", "structurespecificdata+xml;version=2.1"),
    (
      "application/vnd.sdmx.structurespecificdata+xml;version=2.1",
      "structurespecificdata+xml;version=2.1"
    ),
    (
      "application/vnd.sdmx.structurespecificdata+xml; version=\"2.1\"",
      "structurespecificdata+xml;version=2.1"
    ),
    ("application/vnd.sdmx.genericdata+xml;version=2.1, */*;q=0.1", "genericdata+xml;version=2.1"),
    ("application/vnd.sdmx.genericdata+xml", "genericdata+xml;version=2.1"),
    ("application/vnd.sdmx.data+csv;version=2.0.0", "data+csv;version=2.0.0"),
    ("application/vnd.sdmx.data+csv;version=2.0.0;labels=id", "data+csv;version=2.0.0"),
    ("text/csv", "data+csv;version=2.0.0"),
    (
      "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
      "structurespecificdata+xml;version=2.1"
    ),
  ])
  func `what is accepted chooses the form of data`(accept: String, expected: String) {
    let answer = ask("/sdmx/2.1/data/DIGITAL/A.dti.48-2008", "Accept: \(accept)")
    #expect(answer.status == 200)
    #expect(answer[field: "Content-Type"] == "application/vnd.sdmx.\(expected)")
    let isTable = expected.hasPrefix("data+csv")
    #expect(answer[field: "Content-Disposition"]?.hasSuffix(".csv\"") == (isTable ? true : nil))
  }

  @Test(arguments: [
    "application/json", "application/vnd.sdmx.data+csv;version=1.0.0",
    "application/vnd.sdmx.data+json;version=1.0.0",
    "application/vnd.sdmx.structurespecificdata+xml;version=3.0.0",
  ])
  func `a form that there is not is not to be had`(accept: String) {
    let answer = ask("/sdmx/2.1/data/DIGITAL/A.dti.48-2008", "Accept: \(accept)")
    #expect(answer.status == 406)
    #expect(codes(answer) == ["1406"])
  }
}
