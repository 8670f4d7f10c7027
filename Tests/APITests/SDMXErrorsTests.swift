import API
import HTTP
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
    ("data/DIGITAL?startPeriod=2025&endPeriod=2024", 400, ["150"]),
    ("data/DIGITAL/+.dti.48-2008", 400, ["140"]),
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
    ("availableconstraint/DIGITAL?mode=some", 400, ["150"]),
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

  @Test(arguments: [
    ("data/DIGITAL/A.dti.48", "did you mean \"48-2008\"? There is: 48-2008, 48-2025."),
    ("data/DIGITAL/..VN-DN", "There is: 48-2008, 48-2025."),
    ("data/DIGITAL/..da-nang", "There is: 48-2008, 48-2025."),
    ("data/DIGITAL/..49-2009", "did you mean \"49-2008\"?"),
    ("data/DIGITAL/A", "The key has 1 part; it needs three"),
    ("data/DIGITAL/A.dti", "The key has 2 parts; it needs three"),
    ("data/DIGITAL?startPeriod=2024-H1", "did you mean \"2024-S1\"?"),
    ("data/DIGITAL?endPeriod=2024-W10", "weeks (W), thirds (T) and days of a year (D) are not"),
  ])
  func `what may be meant, or what there is, is told`(rest: String, sentence: String) {
    let answer = ask("/sdmx/2.1/\(rest)")
    #expect(answer.status == 400)
    let text = answer.text.replacing("&quot;", with: "\"")
    #expect(text.contains(sentence), "\(text)")
  }

  @Test func `above all of its addresses SDMX is answered as below`() {
    let answer = ask("/sdmx")
    #expect(answer.status == 404)
    #expect(answer[field: "Content-Type"] == "application/vnd.sdmx.error+xml;version=2.1")
    #expect(codes(answer) == ["100"])
  }

  @Test func `what the protocol refuses is told by how the path begins, as far as it is known`() {
    func refused(_ path: String?) -> Answered {
      var refusal = Refusal(.uriTooLong, "It is too long.")
      refusal.path = path
      return Answered(Publication(.ofToday).application().refuse(refusal))
    }
    let answer = refused("/sdmx/2.1/data/DIGITAL")
    #expect(answer.status == 414)
    #expect(answer[field: "Content-Type"] == "application/vnd.sdmx.error+xml;version=2.1")
    #expect(codes(answer) == ["140"])
    for path in ["/v1/provinces", nil] {
      #expect(refused(path)[field: "Content-Type"] == "application/problem+json")
    }
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

  @Test(arguments: [
    ("data/DIGITAL?startPeriod=20x0", "startPeriod: &quot;20x0&quot; is not a period"),
    (
      "data/DIGITAL?dimensionAtObservation=REF_AREA", "There is: TIME_PERIOD, AllDimensions.</"
    ),
    ("data/DIGITAL?format=xyz", "There is: sdmx, sdmxgeneric, sdmxcsv.</"),
    (
      "data/DIGITAL?startPeriod=2024&startPeriod=2025",
      "&quot;startPeriod&quot; is given more than once; give it once.</"
    ),
    (
      "data/DIGITAL?startPeriod=2025&endPeriod=2020",
      "&quot;startPeriod&quot; must be no later than &quot;endPeriod&quot;; here it is"
    ),
    ("data", "did you mean &quot;/sdmx/2.1/data/DIGITAL&quot;?"),
    ("/data/DIGITAL", "did you mean &quot;/sdmx/2.1/data/DIGITAL&quot;?"),
    ("", "did you mean &quot;/sdmx/2.1/dataflow&quot;?"),
  ])
  func `a message names the parameter, and what there is instead`(rest: String, words: String) {
    let text = ask("/sdmx/2.1/\(rest)").text
    #expect(text.contains(words), "\(text)")
  }

  @Test func `an address has one tag, with or without a slash at its end`() {
    let target = "/sdmx/2.1/data/DIGITAL/A.dti.48-2008"
    let tag = ask(target)[field: "ETag"]
    #expect(tag != nil && ask("\(target)/")[field: "ETag"] == tag)
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
    ("application/vnd.sdmx.data+csv;version=2.0.0;timeFormat=original", "data+csv;version=2.0.0"),
    (
      "application/vnd.sdmx.data+csv;labels=id;timeFormat=original;keys=none",
      "data+csv;version=2.0.0"
    ),
    ("text/csv", "data+csv;version=2.0.0"), ("text/csv;header=present", "data+csv;version=2.0.0"),
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
    let file = isTable ? "attachment; filename=\"DIGITAL-A.dti.48-2008.csv\"" : nil
    #expect(answer[field: "Content-Disposition"] == file)
  }

  @Test(arguments: [
    "application/json", "application/vnd.sdmx.data+csv;version=1.0.0",
    "application/vnd.sdmx.data+csv;version=2.0.0;labels=both",
    "application/vnd.sdmx.data+csv;version=2.0.0;timeFormat=normalized",
    "application/vnd.sdmx.data+csv;version=2.0.0;keys=obs", "text/csv;header=absent",
    "application/vnd.sdmx.data+json;version=1.0.0",
    "application/vnd.sdmx.structurespecificdata+xml;version=3.0.0",
  ])
  func `a form that there is not is not to be had`(accept: String) {
    let answer = ask("/sdmx/2.1/data/DIGITAL/A.dti.48-2008", "Accept: \(accept)")
    #expect(answer.status == 406)
    #expect(codes(answer) == ["1406"])
  }
}
