import Statistics
import Testing

/// What may be said of a task on a day; silence accuses nobody.
@Suite struct TaskStatusTests {
  /// What a document told.
  private struct Told {
    var outcome: TaskOutcome
    var published: String?
    var date: String?
  }

  private func status(
    _ day: String, due: String? = "2024-12-31", _ bound: DueBound? = .by,
    result: Told? = nil
  ) -> TaskStatus {
    var world = World()
    var task = Assignment()
    task.due = due.map { .written($0) }
    if due != nil {
      task.dueAs = Due()
      task.dueAs?.bound = bound
    }
    if let result {
      world.source("report", published: result.published)
      var told = TaskResult()
      told.outcome = result.outcome
      told.source = "report"
      told.date = result.date.flatMap { PartialDate($0) }
      task.questions.result = told
    }
    return world.snapshot.status(of: task, asOf: .written(day))
  }

  @Test func `a task without a date is undated`() {
    #expect(status("2024-01-01", due: nil) == .undated)
    #expect(status("2099-01-01", due: nil) == .undated)
  }

  @Test(arguments: [
    (DueBound.by, "2024-12-30", TaskStatus.open), (.by, "2024-12-31", .open),
    (.by, "2025-01-01", .unconfirmed), (.before, "2024-12-30", .open),
    (.before, "2024-12-31", .unconfirmed),
  ])
  func `by a day it is in time through the day, before a day it has passed on it`(
    bound: DueBound, day: String, expected: TaskStatus
  ) {
    #expect(status(day, bound) == expected)
  }

  @Test func `a date without a word for its bound is in time through the day`() {
    #expect(status("2024-12-31", nil) == .open)
    #expect(status("2025-01-01", nil) == .unconfirmed)
  }

  @Test func `a task is done from the day on which a document says so`() {
    let done = Told(outcome: .done, published: "2025-03-01")
    #expect(status("2025-02-28", result: done) == .unconfirmed)
    #expect(status("2025-03-01", result: done) == .done)
    #expect(status("2024-12-01", due: nil, result: done) == .undated)
    #expect(status("2025-03-01", due: nil, result: done) == .done)
    let early = Told(outcome: .done, published: "2024-10-01")
    #expect(status("2024-10-01", result: early) == .done)
  }

  @Test func `a document of a month is known from its last day`() {
    let done = Told(outcome: .done, published: "2025-03")
    #expect(status("2025-03-30", result: done) == .unconfirmed)
    #expect(status("2025-03-31", result: done) == .done)
  }

  @Test func `overdue needs a later document that says it is not done`() {
    let late = Told(outcome: .notDone, published: "2025-03-01")
    #expect(status("2025-02-28", result: late) == .unconfirmed)
    #expect(status("2025-03-01", result: late) == .overdue)
    // What was not done before the date says nothing of the date.
    let early = Told(outcome: .notDone, published: "2024-10-01")
    #expect(status("2024-10-02", result: early) == .open)
    #expect(status("2025-03-01", result: early) == .unconfirmed)
    let told = Told(outcome: .notDone, published: "2025-03-01", date: "2024-11")
    #expect(status("2025-03-01", result: told) == .unconfirmed)
  }

  @Test func `each status has a sentence in both languages`() {
    var world = World()
    world.source("report", published: "2020-01-01")
    let snapshot = world.snapshot
    var sentences = Set<String>()
    for (due, outcome) in [
      (nil, nil), ("2030-01-01", nil), ("2020-01-01", nil), ("2019-01-01", TaskOutcome.notDone),
      (nil, .done),
    ] as [(String?, TaskOutcome?)] {
      var task = Assignment()
      task.due = due.map { .written($0) }
      if let outcome {
        var result = TaskResult()
        result.outcome = outcome
        result.source = "report"
        task.questions.result = result
      }
      let sentence = snapshot.statusReason(of: task, asOf: .written("2024-01-01"))
      #expect(!sentence.vi.isEmpty && !sentence.en.isEmpty && sentence.vi != sentence.en)
      sentences.insert(sentence.en)
    }
    #expect(sentences.count == TaskStatus.allCases.count)
  }
}
