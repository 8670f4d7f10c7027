import API
import Storage
import Testing

/// Nothing can be asked, set or written that the README does not describe, nor the other way round.
@Suite struct ReadmeTests {
  let readme: Page

  init() throws {
    readme = try Page.readme.get()
  }

  @Test func `the README has every address of the route table, in its order`() throws {
    let rows = readme.section("Addresses").rows
    #expect(rows.compactMap { $0.first?.terms.first } == Routes.all.map(\.pattern))
    for row in rows { #expect(!row[1].isEmpty, "\(row[0])") }
  }

  @Test(arguments: Routes.all)
  func `the README says which parameters an address takes`(_ route: Route) throws {
    let rows = readme.section("Addresses").rows
    let row = try #require(rows.first { $0[0].terms.first == route.pattern })
    let everywhere: [Parameter] = [.sort, .fields, .limit, .offset, .format]
    let own = route.parameters.filter { !everywhere.contains($0) }
    #expect(row[2].terms == own.map(\.rawValue))
  }

  @Test func `the README has every parameter`() {
    let rows = readme.section("Parameters").rows
    #expect(rows.compactMap { $0[0].terms.first } == Parameter.allCases.map(\.rawValue))
    for row in rows { #expect(!row[1].isEmpty && !row[2].isEmpty, "\(row[0])") }
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

extension Route: CustomTestStringConvertible {
  public var testDescription: String { pattern }
}
