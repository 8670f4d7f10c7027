import JSON
import Statistics
import Testing

@Suite struct CoverageTests {
  private func coverage(_ fill: (inout World) -> Void) -> Coverage {
    var world = World()
    fill(&world)
    return world.snapshot.coverage[0]
  }

  @Test func `an indicator without rows has no coverage`() {
    let coverage = coverage { _ in }
    #expect(coverage.first == nil)
    #expect(coverage.last == nil)
    #expect(coverage.observations == 0)
    #expect(coverage.complete.isEmpty)
    #expect(coverage.partial.isEmpty)
  }

  @Test func `it reaches from the period that begins first to the one that ends last`() {
    let coverage = coverage {
      for period in ["2022-S2", "2024", "2024-07", "2021-01-01/P4Y", "2022"] {
        $0.observe("dti", "VN", period, 1, "a")
      }
      $0.observe("dti", "VN", nil, 1, "a")
    }
    #expect(coverage.first == Period("2021-01-01/P4Y"))
    #expect(coverage.last == Period("2024"))
    #expect(coverage.observations == 6)
    #expect(coverage.complete.isEmpty)
  }

  @Test func `only shown rows count`() {
    let coverage = coverage {
      $0.source("a", published: "2024-01-01")
      $0.source("b", published: "2024-02-01")
      $0.observe("dti", "VN", "2023", 1, "a")
      $0.observe("dti", "VN", "2023", 2, "b")
      $0.observe("dti", "VN", "2025", 2, "b") {
        $0.annotation.rejected = Name(vi: "x", en: "x")
      }
    }
    #expect(coverage.observations == 1)
    #expect(coverage.last == Period("2023"))
  }

  @Test func `a period is complete where every unit of the map of its end has a value`() {
    let coverage = coverage {
      for unit in ["01-2008", "48-2008", "49-2008"] { $0.observe("dti", unit, "2023", 1, "a") }
      for unit in ["01-2008", "48-2025"] { $0.observe("dti", unit, "2025", 1, "a") }
      for unit in ["48-2008", "49-2008"] { $0.observe("dti", unit, "2024", 1, "a") }
      $0.observe("dti", "01-2008", "2024", nil, "a") { $0.missing = .withheld }
      // Units of the new map do not count on the old one.
      $0.observe("dti", "48-2025", "2022", 1, "a")
      $0.observe("dti", "01-2008", "2021", 1, "a")
      // Before the first map: on that.
      $0.observe("dti", "49-2008", "2007", 1, "a")
    }
    #expect(coverage.complete.map(\.description) == ["2023", "2025"])
    #expect(
      coverage.partial.map { "\($0.period) \($0.have)/\($0.of)" }
        == ["2007 1/3", "2021 1/3", "2024 2/3"])
  }
}
