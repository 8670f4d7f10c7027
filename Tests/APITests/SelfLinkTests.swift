import Testing

/// `links.self`: the path as asked and the parameters as asked, in one order.
@Suite struct SelfLinkTests {
  @Test(arguments: [
    ("/v1/provinces", "/v1/provinces"),
    ("/v1/provinces?", "/v1/provinces"),
    ("/v1/provinces?&&", "/v1/provinces"),
    (
      "/v1/provinces?limit=2&fields=id&boundaries=today&type=province",
      "/v1/provinces?type=province&boundaries=today&fields=id&limit=2"
    ),
    (
      "/v1/observations?format=json&limit=1&sort=-value&period=2023&area=48-2008&indicator=dti",
      "/v1/observations?indicator=dti&area=48-2008&period=2023&sort=-value&limit=1&format=json"
    ),
    (
      "/v1/observations?source=haui-bang1&status=A&latest=1&frequency=A&level=province"
        + "&indicator=dti&offset=1&fields=area",
      "/v1/observations?indicator=dti&level=province&frequency=A&latest=1&status=A"
        + "&source=haui-bang1&fields=area&offset=1"
    ),
    (
      "/v1/tasks?unsaid=result&due=..2024-12-31&platform=vneid"
        + "&meeting=thuong-truc-chinh-phu-2024-07-19&agency=bo-cong-an&source=vgp-2024-07-19",
      "/v1/tasks?source=vgp-2024-07-19&agency=bo-cong-an"
        + "&meeting=thuong-truc-chinh-phu-2024-07-19&platform=vneid&due=..2024-12-31&unsaid=result"
    ),
    ("/v1/provinces?fields=id%2Ccode", "/v1/provinces?fields=id,code"),
    ("/v1/provinces?%66ields=id", "/v1/provinces?fields=id"),
    ("/v1/provinces/%34%38?fields=id", "/v1/provinces/%34%38?fields=id"),
    (
      "/v1/observations?indicator=national-portal-dossiers-processed&period=2023-01-01%2FP2M",
      "/v1/observations?indicator=national-portal-dossiers-processed&period=2023-01-01/P2M"
    ),
  ])
  func `parameters stand in the order of their table`(asked: String, address: String) throws {
    #expect(try ask(asked).json()["links"]?["self"]?.text == address)
  }

  @Test(arguments: [
    "/v1/provinces?limit=2&fields=id&boundaries=2025-06-30",
    "/v1/observations?period=2023-01-01%2FP2M&indicator=national-portal-dossiers-processed",
  ])
  func `asked again by its own address, an answer is the same`(asked: String) throws {
    let answer = ask(asked)
    let again = ask(try #require(try answer.json()["links"]?["self"]?.text))
    #expect(again.bytes == answer.bytes)
    #expect(again[field: "ETag"] == answer[field: "ETag"])
  }
}
