import API
import Storage
import Testing

/// Nothing can be asked, set or written that the README does not describe, nor the other way round.
@Suite struct ReadmeTests {
  let readme: Page

  init() throws {
    readme = try Page.readme.get()
  }

  /// The first texts in quotes after each `call(` of a file.
  private func names(after call: String, in path: String) throws -> [String] {
    let text = try Project.text(path)
    return text.split(separator: call).dropFirst().compactMap { rest in
      let parts = rest.split(separator: "\"", maxSplits: 2, omittingEmptySubsequences: false)
      return parts.count == 3 ? String(parts[1]) : nil
    }
  }

  private func addresses() throws -> [String] {
    try names(after: " Route(", in: "Sources/API/Routes.swift")
  }

  @Test func `the README has every address of the route table, and no other`() throws {
    let rows = readme.section("Addresses").rows
    #expect(rows.compactMap { $0.first?.terms.first } == (try addresses()))
    for row in rows { #expect(!row[1].isEmpty, "\(row[0])") }
  }

  @Test func `the README has every parameter, with the collections that take it`() throws {
    let rows = readme.section("Parameters").rows
    let terms = rows.compactMap { $0.first?.terms.first }
    #expect(terms.sorted() == Parameter.allCases.map(\.rawValue).sorted())
    for collection in try addresses() where collection.wholeMatch(of: /\/v1\/\w+/) != nil {
      let name = collection.dropFirst("/v1/".count)
      let taken = try parametersTaken(by: collection)
      #expect(!taken.isEmpty, "\(collection)")
      for row in rows {
        let takers = row[2].split(separator: ",").map(\.trimmed)
        let parameter = try #require(row[0].terms.first)
        #expect(
          (takers.contains(name) || takers == ["every collection"]) == taken.contains(parameter),
          "`\(parameter)` and \(name)")
      }
    }
  }

  /// What the refusal of an unknown parameter says is allowed.
  private func parametersTaken(by address: String) throws -> [String] {
    let answer = try Served.bundled.get().get("\(address)?no-such-parameter=1")
    let list = try #require(answer.body.firstMatch(of: /"allowed":\[([^\]]*)\]/)?.1)
    return list.split(separator: ",").map { String($0.dropFirst().dropLast()) }
  }

  @Test func `the README has every code of a problem`() {
    let terms = readme.section("Answers and errors").rows.flatMap { $0.flatMap(\.terms) }
    for code in ProblemCode.allCases {
      #expect(terms.contains(code.rawValue), "\(code)")
    }
  }

  @Test func `the README has every list of the data, with the keys of its rows`() throws {
    let rows = readme.section("The data").rows
    let unknown = try errors(in: #"{"no-such-list":[]}"#)
    let expected = try #require(
      unknown.first { $0.expected.hasPrefix("one of the lists ") }?.expected)
    let lists = expected.dropFirst("one of the lists ".count).components
    #expect(rows.compactMap { $0.first?.terms.first } == lists)
    for row in rows {
      let list = try #require(row[0].terms.first)
      let terms = Set(row[1].terms + row[2].terms)
      for key in try keys(of: list) { #expect(terms.contains(key), "`\(key)` of \(list)") }
    }
  }

  /// What the report of an unknown key says is allowed.
  private func keys(of list: String) throws -> [String] {
    let errors = try errors(in: "{\"\(list)\":[{\"no-such-key\":1}]}")
    let error = try #require(errors.first { $0.expected.hasPrefix("one of the keys ") }, "\(list)")
    return error.expected.dropFirst("one of the keys ".count).components
  }

  private func errors(in text: String) throws -> [DataError] {
    try withDataFolder(adding: "rows.json", text, toBundled: false) { folder in
      do {
        _ = try Loader.load(folder)
        return []
      } catch let error as DataErrors {
        return error.errors
      }
    }
  }
}

extension Substring {
  fileprivate var components: [String] { split(separator: ", ").map(String.init) }
}
