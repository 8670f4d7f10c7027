import API
import Testing

/// `fields=`: which fields, in which order.
@Suite struct FieldsTests {
  @Test(arguments: Examples.json.filter { $0.parameters.contains(.fields) })
  func `fields are kept in the order given`(_ example: Example) throws {
    let whole = try ask(example.target).data()
    let all = (whole[0] ?? whole).keys
    let asked = all.reversed().filter { all.firstIndex(of: $0)?.isMultiple(of: 2) ?? false }
    let data = try ask(example.with("fields=\(asked.joined(separator: ","))")).data()
    let rows = data.keys.isEmpty ? data.elements : [data]
    #expect(!rows.isEmpty)
    #expect(rows[0].keys == asked)
    // Of the other rows a field may have nothing to say, and then it is left out.
    for row in rows { #expect(row.keys == asked.filter(row.keys.contains)) }
  }

  @Test(arguments: Examples.json.filter { $0.parameters.contains(.fields) })
  func `a field says the same alone`(_ example: Example) throws {
    // One row is enough to tell.
    let page = example.isCollection ? "&limit=1" : ""
    let whole = try ask(example.target).data()
    for field in (whole[0] ?? whole).keys {
      let data = try ask(example.with("fields=\(field)\(page)")).data()
      #expect(data[field] == whole[field])
      #expect(data[0]?[field] == whole[0]?[field])
    }
  }

  @Test func `a field that has nothing to say is left out though it was asked for`() throws {
    let target = "/v1/observations?indicator=dti&area=48-2008&period=2022,2023"
    let rows = try ask("\(target)&fields=confirmedBy,period").data()
    #expect(rows == [["period": "2022"], ["confirmedBy": ["baomoi-dn-2023"], "period": "2023"]])
  }

  @Test(arguments: Examples.json.filter { $0.parameters.contains(.fields) })
  func `a field that is not there is refused with those that are`(_ example: Example) throws {
    let whole = try ask(example.target).data()
    let answer = ask(example.with("fields=nothing-like-it"))
    #expect(answer.status == 400)
    let error = try #require(try answer.json()["errors"]?[0])
    #expect(error["code"] == "unknownValue")
    #expect(error["parameter"] == "fields")
    let allowed = try #require(error["allowed"]?.elements).compactMap(\.text)
    #expect(Set((whole[0] ?? whole).keys).isSubset(of: allowed))
  }

  @Test func `a mistyped field is answered with the nearest`() throws {
    let error = try ask("/v1/provinces?fields=id,nane").json()["errors"]?[0]
    #expect(error?["value"] == "nane")
    #expect(error?["suggestions"] == ["name"])
  }

  @Test func `a field is asked for once`() throws {
    let error = try ask("/v1/provinces/48?fields=id,name,id").json()["errors"]?[0]
    #expect(error?["code"] == "repeated")
    #expect(error?["value"] == "id")
  }
}
