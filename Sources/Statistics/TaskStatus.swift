/// What the documents let one say of a task on a day; their silence accuses nobody.
package enum TaskStatus: String, Sendable, CaseIterable {
  case done, overdue, unconfirmed, open, undated
}

extension Snapshot {
  /// A task's result, if a document that was known on the day tells it.
  package func result(of task: Assignment, asOf day: Day) -> TaskResult? {
    guard let result = task.questions.result,
      let known = sources[result.source]?.knownFrom, known <= day
    else { return nil }
    return result
  }

  package func status(of task: Assignment, asOf day: Day) -> TaskStatus {
    let result = result(of: task, asOf: day)
    if result?.outcome == .done { return .done }
    guard let due = task.due else { return .undated }
    guard task.hasPassed(due, on: day) else { return .open }
    guard let result, let told = result.date?.last ?? sources[result.source]?.knownFrom,
      told > due
    else { return .unconfirmed }
    return .overdue
  }

  /// The status in a sentence.
  package func statusReason(of task: Assignment, asOf day: Day) -> Name {
    switch status(of: task, asOf: day) {
    case .done:
      Name(vi: "Có tài liệu nói đã xong.", en: "A document says that it is done.")
    case .overdue:
      Name(
        vi: "Đã qua hạn; một tài liệu sau hạn nói chưa xong.",
        en: "The date has passed; a later document says that it is not done.")
    case .unconfirmed:
      Name(
        vi: "Đã qua hạn; không tài liệu nào trong dữ liệu nói kết quả.",
        en: "The date has passed; no document in the data tells the outcome.")
    case .open: Name(vi: "Chưa đến hạn.", en: "The date is to come.")
    case .undated: Name(vi: "Không có hạn định ngày.", en: "No date was set.")
    }
  }
}

extension Assignment {
  /// `before` a day passes on it, `by` a day after it.
  func hasPassed(_ due: Day, on day: Day) -> Bool {
    dueAs?.bound == .before ? day >= due : day > due
  }
}
