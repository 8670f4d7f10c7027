/// A task: who was told to do what by when. (Named so because `Task` is the language's.)
package struct Assignment: Sendable {
  package var id = ""
  package var name = Name(vi: "", en: "")
  package var meeting: String?
  package var assignedOn: Day?
  package var assignedBy: String?
  package var source = ""
  package var locator: String?
  package var excerpt: String?
  package var due: Day?
  package var dueAs: Due?
  package var questions = Answers()
  package var platforms: [String] = []
  package var indicators: [String] = []
  package var targets: [String] = []
  package var notes: [Name] = []

  package init() {}
}

/// What the documents say to the seven questions; nil is unsaid.
package struct Answers: Sendable {
  package var goal: Name?
  package var who: Responsible?
  package var what: Name?
  /// The words of the document.
  package var when: String?
  package var accountable: Name?
  package var product: Name?
  package var result: TaskResult?

  package init() {}

  package func isClear(_ question: Question) -> Bool {
    switch question {
    case .goal: goal != nil
    case .who: who != nil
    case .what: what != nil
    case .when: when != nil
    case .accountable: accountable != nil
    case .product: product != nil
    case .result: result != nil
    }
  }
}

package struct Responsible: Sendable {
  package var lead: [AgencyMention] = []
  package var with: [AgencyMention] = []

  package init() {}
}

/// What became of a task, with the document that says so.
package struct TaskResult: Sendable {
  package var outcome = TaskOutcome.done
  package var text = Name(vi: "", en: "")
  package var date: PartialDate?
  package var source = ""
  package var excerpt: String?

  package init() {}
}
