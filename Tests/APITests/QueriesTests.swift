import Testing

/// Query strings are forms: decoded once, and before a value is split.
@Suite struct QueriesTests {
  @Test(arguments: [
    "fields=id,code", "fields=id%2Ccode", "fields=id%2ccode", "%66%69elds=i%64,code",
    "&fields=id,code", "fields=id,code&", "&&fields=id,code&&",
  ])
  func `a comma is a comma in either spelling`(query: String) throws {
    let rows = try ask("/v1/provinces?\(query)").data().elements
    #expect(rows.count == 34)
    #expect(rows.allSatisfy { $0.keys == ["id", "code"] })
  }

  @Test func `a plus is a space, and an encoded plus a plus`() throws {
    for (query, value) in [("limit=+2", " 2"), ("limit=%2B2", "+2"), ("limit=1+0", "1 0")] {
      let error = try ask("/v1/provinces?\(query)").json()["errors"]?[0]
      #expect(error?["code"] == "badSyntax")
      #expect(error?["value"]?.text == value)
    }
  }

  @Test func `a plus in a path is a plus`() {
    #expect(ask("/v1/provinces/da+nang").status == 404)
    #expect(ask("/v1/provinces/da-nang").status == 200)
  }

  @Test func `a value is decoded once`() throws {
    let error = try ask("/v1/provinces?fields=id%252Ccode").json()["errors"]?[0]
    #expect(error?["value"] == "id%2Ccode")
  }

  @Test func `an ampersand and an equals sign may stand in a value`() throws {
    let error = try ask("/v1/provinces?fields=a%26b=c").json()["errors"]?[0]
    #expect(error?["value"] == "a&b=c")
  }

  @Test func `blanks around the values of a list are not passed over`() throws {
    let errors = try ask("/v1/provinces?fields=id,+code").json()["errors"]?.elements
    #expect(errors?.map { $0["value"] } == [" code"])
  }

  @Test func `case counts in names and values`() {
    #expect(ask("/v1/provinces?FIELDS=id").status == 400)
    #expect(ask("/v1/provinces?fields=ID").status == 400)
    #expect(ask("/v1/provinces/DA-NANG").status == 404)
    #expect(ask("/v1/provinces/vn-dn").status == 404)
  }

  @Test func `a name without a name is no parameter`() throws {
    let error = try ask("/v1/provinces?=1").json()["errors"]?[0]
    #expect(error?["code"] == "unknownParameter")
    #expect(error?["parameter"] == "")
  }
}
