import SDMX
import Statistics
import Storage
import Testing

@Suite struct SeriesKeyTests {
  private static let snapshot: Snapshot = {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    do {
      return try Loader.load(root.joined(separator: "/") + "/Config/data")
    } catch {
      preconditionFailure("the data can be served: \(error)")
    }
  }()

  private func read(_ text: String) -> (key: SeriesKey, faults: [SeriesKey.Fault]) {
    var faults: [SeriesKey.Fault] = []
    let key = SeriesKey(text, in: SeriesKeyTests.snapshot, &faults)
    return (key, faults)
  }

  @Test func `codes, alternatives and gaps are read`() {
    let (key, faults) = read("A+Q.dti.")
    #expect(faults.isEmpty)
    #expect(key.frequencies == [.annual, .quarterly])
    #expect(key.indicators?.count == 1)
    #expect(key.areas == nil)
  }

  @Test(arguments: ["all", ".."]) func `every series can be asked for`(text: String) {
    let (key, faults) = read(text)
    #expect(faults.isEmpty)
    #expect(key.frequencies == nil && key.indicators == nil && key.areas == nil)
  }

  @Test(arguments: [
    ("", [SeriesKey.Fault.parts(1)]), ("A", [.parts(1)]), ("A.dti", [.parts(2)]),
    ("A.dti.VN.x", [.parts(4)]), ("A.+dti.VN", [.empty(.indicator)]),
    ("A.dti.+", [.empty(.area)]), ("a.dti.VN", [.unknown(.frequency, "a")]),
    ("A.x+y.VN", [.unknown(.indicator, "x"), .unknown(.indicator, "y")]),
    ("A.dti.48", [.unknown(.area, "48")]), ("ALL", [.parts(1)]),
  ])
  func `everything that is wrong is told`(text: String, expected: [SeriesKey.Fault]) {
    #expect(read(text).faults == expected)
  }
}
