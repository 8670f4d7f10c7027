import Statistics
import Testing

/// Where a unit came from and what became of it.
@Suite struct LineageTests {
  private func words(_ steps: [Lineage.Step]) -> [String] {
    steps.map {
      "\($0.unit.id) \($0.isWhole ? "whole" : "part") \($0.on?.description ?? "-") \($0.act ?? "-")"
    }
  }

  private func lineage(_ id: String, in world: World) throws -> Lineage {
    let snapshot = world.snapshot
    return Lineage(of: try #require(snapshot.provinces[id]), snapshot)
  }

  @Test func `a merged unit names those it was made of, by the act that did`() throws {
    var world = World()
    world.contents.provinces[3].act = "202"
    let lineage = try lineage("48-2025", in: world)
    #expect(
      words(lineage.predecessors) == [
        "48-2008 whole 2025-07-01 202", "49-2008 whole 2025-07-01 202",
      ])
    #expect(lineage.successors.isEmpty)
    let old = try self.lineage("49-2008", in: world)
    #expect(old.predecessors.isEmpty)
    #expect(words(old.successors) == ["48-2025 whole 2025-07-01 202"])
  }

  @Test func `a unit that nothing happened to has no steps`() throws {
    let lineage = try lineage("01-2008", in: World())
    #expect(lineage.predecessors.isEmpty && lineage.successors.isEmpty)
  }

  @Test func `a unit that was divided went into each by part`() throws {
    var world = World()
    world.contents.provinces.append(
      World.province("50-2025", from: "2025-07-01", predecessors: ["49-2008"]))
    #expect(
      words(try lineage("49-2008", in: world).successors) == [
        "48-2025 part 2025-07-01 -", "50-2025 part 2025-07-01 -",
      ])
    #expect(
      words(try lineage("48-2025", in: world).predecessors) == [
        "48-2008 whole 2025-07-01 -", "49-2008 part 2025-07-01 -",
      ])
  }

  @Test func `the nearest come first`() throws {
    var world = World()
    world.contents.provinces[3].validTo = .written("2029-12-31")
    world.contents.provinces.append(
      World.province("48-2030", from: "2030-01-01", predecessors: ["48-2025"]))
    #expect(
      words(try lineage("48-2030", in: world).predecessors) == [
        "48-2025 whole 2030-01-01 -", "48-2008 whole 2025-07-01 -", "49-2008 whole 2025-07-01 -",
      ])
    #expect(
      words(try lineage("48-2008", in: world).successors) == [
        "48-2025 whole 2025-07-01 -", "48-2030 whole 2030-01-01 -",
      ])
  }
}
