import Testing

/// 404, and where to go from there.
@Suite struct NotFoundTests {
  @Test(arguments: [
    ("/v1/provinces/", "/v1/provinces"), ("/v1/provinces//", "/v1/provinces"), ("/v1/", "/v1"),
    ("/v1/provinces/48/", "/v1/provinces/48"), ("/healthz/", "/healthz"),
    ("/v1/indicators/dti/observations/", "/v1/indicators/dti/observations"),
    ("/v1/provinces/a%20b/", "/v1/provinces/a%20b"),
  ])
  func `an address with a slash at the end is not the one without`(
    asked: String, right: String
  ) throws {
    let answer = ask(asked)
    #expect(answer.status == 404)
    #expect(try answer.json()["suggestions"] == [.text(right)])
    #expect(answer[field: "Location"] == nil)
  }

  @Test(arguments: [
    ("/v1/provinse", "/v1/provinces"), ("/v1/province", "/v1/provinces"),
    ("/provinces", "/v1/provinces"), ("/v1/Provinces", "/v1/provinces"),
    ("/v1/observation", "/v1/observations"), ("/v1/indicater/dti", "/v1/indicators"),
    ("/province/48", "/v1/provinces"), ("/v2/provinces", "/v1/provinces"),
    ("/v1/targts", "/v1/targets"), ("/helthz", "/healthz"),
    ("/quite/another/place", "/v1"), ("/favicon.ico", "/v1"),
  ])
  func `a mistyped address is answered with the nearest`(asked: String, near: String) throws {
    let answer = ask(asked)
    #expect(answer.status == 404)
    #expect(try answer.json()["suggestions"] == [.text(near)])
  }

  @Test(arguments: [
    ("/v1/indicators/dty", "/v1/indicators/dti"), ("/v1/provinces/da-nag", "/v1/provinces/da-nang"),
    ("/v1/regions/dong-nam", "/v1/regions/dong-nam-bo"),
    ("/v1/pillars/econmy", "/v1/pillars/economy"), ("/v1/agencies/bo-ttt", "/v1/agencies/bo-tttt"),
    ("/v1/sources/haui-bang", "/v1/sources/haui-bang1"),
    ("/v1/platforms/e-invoce", "/v1/platforms/e-invoice"),
    ("/v1/commitments/5-5-5-2025", "/v1/commitments/5-5-5-2024"),
    ("/v1/commitments/5-5-5-2024/khong3", "/v1/commitments/5-5-5-2024/khong-3"),
    ("/v1/tasks/vneid-utilities-2042", "/v1/tasks/vneid-utilities-2024"),
    ("/v1/targets/411-2025-digital-economy-gpd", "/v1/targets/411-2025-digital-economy-gdp"),
    (
      "/v1/meetings/thuong-truc-chinh-phu-2024-07-18",
      "/v1/meetings/thuong-truc-chinh-phu-2024-07-19"
    ),
    ("/v1/indicators/dty/observations", "/v1/indicators/dti"),
  ])
  func `a mistyped id is answered with the nearest`(asked: String, near: String) throws {
    let answer = ask(asked)
    #expect(answer.status == 404)
    let suggestions = try #require(try answer.json()["suggestions"]).elements
    #expect(suggestions.first?.text == near)
    #expect(ask(near).status == 200)
  }

  @Test func `a problem says all about itself`() throws {
    let problem = try ask("/v1/provinces/da-nag", "Accept-Language: en").json()
    #expect(problem["type"] == "/docs/problems#not-found")
    #expect(problem["title"] == "There is nothing at this address")
    #expect(problem["status"] == 404)
    #expect(problem["code"] == "notFound")
    #expect(problem["instance"] == "/v1/provinces/da-nag")
    #expect(
      problem["detail"]
        == "\"da-nag\" is no province on the map of 2025-07-01; did you mean \"da-nang\"?")
  }

  @Test func `a code that no unit bears today tells who bore it and what became of that`() throws {
    let answer = ask("/v1/provinces/49", "Accept-Language: en")
    #expect(answer.status == 404)
    let problem = try answer.json()
    #expect(problem["was"] == "49-2008")
    #expect(problem["successors"] == ["48-2025"])
    #expect(problem["suggestions"] == ["/v1/provinces/49-2008"])
    let detail: Value = """
      No unit bears "49" on the map of 2025-07-01; Quang Nam (49-2008) did, now part of \
      Da Nang (48-2025).
      """
    #expect(problem["detail"] == detail)
  }

  @Test func `a unit is not on a map after or before its days`() throws {
    let after = try ask("/v1/provinces/49-2008?boundaries=2025-07-01").json()
    #expect(after["status"] == 404)
    #expect(after["was"] == "49-2008")
    #expect(after["successors"] == ["48-2025"])
    #expect(ask("/v1/provinces/48-2025?boundaries=2025-06-30").status == 404)
    #expect(ask("/v1/provinces/49-2008?boundaries=2025-06-30").status == 200)
  }

  @Test func `parameters are not looked at where nothing is`() throws {
    #expect(ask("/v1/nothing?limit=0").status == 404)
    #expect(ask("/v1/indicators/dty/observations?limit=0").status == 404)
  }

  @Test(arguments: [
    "/v1/provinces/%ZZ", "/v1/provinces/%", "/v1/provinces/%00", "/v1/provinces/%FF",
    "/v1/provinces?fields=%C3", "/v1/provinces?fields=%4",
  ])
  func `an address that is none is refused as a problem, and ends the connection`(
    target: String
  ) throws {
    let answer = ask(target)
    #expect(answer.status == 400)
    #expect(answer.closes)
    #expect(answer[field: "Content-Type"] == "application/problem+json")
    #expect(answer[field: "Access-Control-Allow-Origin"] == "*")
    let problem = try answer.json()
    #expect(problem["code"] == "badRequest")
    #expect(problem["type"] == "/docs/problems#bad-request")
    #expect(problem["status"] == 400)
  }
}
