import Linux
import Testing

@Suite struct CoresTests {
  @Test(arguments: [0, 1, 2, 15, 1000])
  func `every value is worked on once, and all stay in their places`(_ count: Int) {
    var values = (0..<count).map { [$0] }
    Cores.forEach(&values, effort: \.[0]) { value, index in value.append(index * 2) }
    #expect(values == (0..<count).map { [$0, $0 * 2] })
  }
}
