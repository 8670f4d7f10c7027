import JSON
import Statistics
import Testing

@Suite struct LinksTests {
  /// Everything that refers to anything, in an order that is not that of ids.
  static let snapshot: Snapshot = {
    var world = World()
    for id in ["dti-z", "dti-a"] {
      world.contents.indicators.append(
        World.indicator(id) {
          $0.parent = "dti"
          $0.pillar = "society"
        })
    }
    for id in ["p2", "p1"] {
      var platform = Platform()
      platform.id = id
      platform.indicators = ["gdp", "dti"]
      world.contents.platforms.append(platform)
    }
    for id in ["t2", "t1"] {
      var target = Target()
      target.id = id
      target.source = "act"
      target.indicators = ["gdp"]
      target.meeting = "m"
      target.pillar = "economy"
      target.supersedes = ["t0"]
      world.contents.targets.append(target)
    }
    for id in ["task-b", "task-a"] {
      var task = Assignment()
      task.id = id
      task.source = "act"
      task.meeting = "m"
      task.platforms = ["p1"]
      world.contents.tasks.append(task)
    }
    var set = CommitmentSet()
    set.id = "set"
    set.meeting = "m"
    for id in ["i2", "i1"] {
      var item = Commitment()
      item.id = id
      item.targets = ["t1"]
      var measure = Measure()
      measure.indicator = "gdp"
      item.measuredBy = [measure]
      for source in ["act", "a", "a"] {
        var wording = Wording()
        wording.source = source
        item.wordings.append(wording)
      }
      set.items.append(item)
    }
    world.contents.commitments = [set]
    world.source("act")
    world.source("a", published: "2024-01-01")
    world.source("b", published: "2024-02-01")
    world.observe("dti", "VN", "2023", 1, "a")
    world.observe("dti", "VN", "2023", 1, "b")
    world.observe("dti", "VN", "2024", 2, "b")
    return world.snapshot
  }()

  @Test func `everything that refers to a thing is found from it, in the order of ids`() {
    let links = LinksTests.snapshot.links
    #expect(links.componentsOfIndicator == ["dti": ["dti-a", "dti-z"]])
    #expect(links.platformsOfIndicator == ["dti": ["p1", "p2"], "gdp": ["p1", "p2"]])
    #expect(links.commitmentsOfIndicator == ["gdp": ["set/i1", "set/i2"]])
    #expect(links.targetsOfIndicator == ["gdp": ["t1", "t2"]])
    #expect(links.commitmentsOfTarget == ["t1": ["set/i1", "set/i2"]])
    #expect(links.successorsOfTarget == ["t0": ["t1", "t2"]])
    #expect(links.tasksOfPlatform == ["p1": ["task-a", "task-b"]])
    #expect(links.setsOfMeeting == ["m": ["set"]])
    #expect(links.targetsOfMeeting == ["m": ["t1", "t2"]])
    #expect(links.tasksOfMeeting == ["m": ["task-a", "task-b"]])
    #expect(links.indicatorsOfPillar == ["society": ["dti-a", "dti-z"]])
    #expect(links.targetsOfPillar == ["economy": ["t1", "t2"]])
  }

  @Test func `a source's uses are counted, what it only confirms too`() {
    let uses = LinksTests.snapshot.links.usesOfSource
    #expect(uses["a"]?.observations == 1)
    #expect(uses["b"]?.observations == 2)
    #expect(uses["act"]?.observations == 0)
    #expect(uses["act"]?.targets == 2)
    #expect(uses["act"]?.tasks == 2)
    // Each item once, however many wordings it has from one source.
    #expect(uses["act"]?.commitments == 2)
    #expect(uses["a"]?.commitments == 2)
    #expect(uses["b"]?.commitments == 0)
    #expect(uses["none"] == nil)
  }

  @Test func `lastUpdated is the newest publication, never a day of retrieval`() {
    #expect(LinksTests.snapshot.lastUpdated == Day("2024-02-01"))
  }
}
