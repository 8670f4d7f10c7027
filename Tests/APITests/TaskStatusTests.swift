import Testing

/// Tasks on a day: by documents, never by silence.
@Suite struct TaskStatusTests {
  @Test(arguments: [
    // "hoàn thành trước 31/12/2024": passed on the day.
    ("vneid-utilities-2024", "2024-07-19", "open"), ("vneid-utilities-2024", "2024-12-30", "open"),
    ("vneid-utilities-2024", "2024-12-31", "unconfirmed"),
    ("vneid-utilities-2024", "2026-11-22", "unconfirmed"),
    // "đến hết năm 2024": in time through the day.
    ("online-services-2024", "2024-12-31", "open"),
    ("online-services-2024", "2025-01-01", "unconfirmed"),
    ("dossiers-with-id-2025", "2025-12-31", "open"),
    ("dossiers-with-id-2025", "2026-01-01", "unconfirmed"),
    // "trong tháng 9/2024", from a page that was read on 2026-11-21.
    ("communication-scheme-dvctt", "2026-11-22", "unconfirmed"),
    ("essential-services-2023", "2023-03-01", "undated"),
    ("essential-services-2023", "2024-07-19", "undated"),
  ])
  func `a task's status is of the day`(task: String, day: String, status: String) throws {
    let data = try ask("/v1/tasks/\(task)?asOf=\(day)").data()
    #expect(data["status"]?.text == status)
    #expect(data["statusReason"]?.keys == ["vi", "en"])
  }

  @Test func `a task says all of itself`() throws {
    let task = try ask("/v1/tasks/vneid-utilities-2024").data()
    #expect(
      task.only(["id", "due", "dueAs", "clear", "unsaid", "status", "statusReason", "platforms"])
        == (try json(
          """
          {"id":"vneid-utilities-2024","due":"2024-12-31",
           "dueAs":{"text":"hoàn thành trước 31/12/2024","period":null,"bound":"before"},
           "clear":["goal","who","what","when","product"],"unsaid":["accountable","result"],
           "status":"unconfirmed",
           "statusReason":{"vi":"Đã qua hạn; không tài liệu nào trong dữ liệu nói kết quả.",
             "en":"The date has passed; no document in the data tells the outcome."},
           "platforms":["vneid"]}
          """)))
  }

  @Test func `a result is said from the day on which a document told it`() throws {
    let path = "/v1/tasks/essential-services-2023"
    let before = try ask("\(path)?asOf=2024-07-18").data()
    #expect(before["questions"]?["result"] == .null)
    #expect(before["unsaid"]?.elements.contains("result") == true)
    let after = try ask("\(path)?asOf=2024-07-19").data()
    #expect(after["questions"]?["result"]?["outcome"] == "notDone")
    #expect(after["questions"]?["result"]?["source"] == "vgp-2024-07-19")
    #expect(after["clear"]?.elements.contains("result") == true)
  }

  static let statuses = ["done", "overdue", "unconfirmed", "open", "undated"]

  @Test(arguments: ["2024-07-19", "2024-12-31", "2025-06-01", "2026-11-22"])
  func `every task has one status, and each can be asked for`(day: String) throws {
    let all = try rows("/v1/tasks?asOf=\(day)&fields=id,status,due")
    var counted = 0
    for status in TaskStatusTests.statuses {
      let some = try rows("/v1/tasks?asOf=\(day)&fields=id,status,due&status=\(status)")
      #expect(some == all.filter { $0["status"]?.text == status })
      counted += some.count
    }
    #expect(counted == all.count)
    for row in all {
      let due = row["due"]?.text
      switch row["status"] {
      case "undated": #expect(due == nil)
      case "open": #expect((due ?? "") >= day)
      case "unconfirmed", "overdue": #expect((due ?? "9") <= day)
      default: break
      }
    }
  }

  @Test func `nobody is accused where the documents are silent`() throws {
    for row in try rows("/v1/tasks") where row["questions"]?["result"] == .null {
      #expect(["unconfirmed", "open", "undated"].contains(row["status"]), "\(row["id"] ?? .null)")
    }
  }

  @Test func `the seven questions are each clear or unsaid, in their order`() throws {
    let order: [Value] = ["goal", "who", "what", "when", "accountable", "product", "result"]
    for task in try rows("/v1/tasks") {
      let clear = task["clear"]?.elements ?? []
      let unsaid = task["unsaid"]?.elements ?? []
      #expect(clear == order.filter(clear.contains))
      #expect(unsaid == order.filter { !clear.contains($0) })
      #expect(task["questions"]?.keys.map { Value.text($0) } == order)
      for question in order {
        let answer = task["questions"]?[question.text ?? ""]
        #expect((answer == .null) == unsaid.contains(question), "\(task["id"] ?? .null)")
      }
    }
  }

  @Test(arguments: ["goal", "who", "what", "when", "accountable", "product", "result"])
  func `tasks are found by what they leave unsaid`(question: String) throws {
    let all = try rows("/v1/tasks?fields=id,unsaid")
    let some = try rows("/v1/tasks?fields=id,unsaid&unsaid=\(question)")
    #expect(some == all.filter { $0["unsaid"]?.elements.contains(.text(question)) == true })
    let other = question == "result" ? "goal" : "result"
    let either = try rows("/v1/tasks?fields=id,unsaid&unsaid=\(question),\(other)")
    let expected = all.filter {
      $0["unsaid"]?.elements.contains { [.text(question), .text(other)].contains($0) } == true
    }
    #expect(either == expected)
  }

  @Test(arguments: [
    ("due=2024-12-31", ["online-services-2024", "vneid-utilities-2024"]),
    ("due=2024-09-01..2024-09-30", ["communication-scheme-dvctt"]),
    ("due=..2024-12-30", ["communication-scheme-dvctt"]),
    ("due=2025-12-31..", ["dossiers-with-id-2025", "online-services-2025-dvctt"]),
    ("due=2025-01-01..2025-12-30", []),
  ])
  func `tasks are found by the day on which they are due`(query: String, ids: [Value]) throws {
    #expect(try column("id", of: "/v1/tasks?\(query)&fields=id") == ids)
  }

  @Test func `who succeeded an agency finds its tasks too`() throws {
    let old = try column("id", of: "/v1/tasks?agency=bo-tttt&fields=id")
    let new = try column("id", of: "/v1/tasks?agency=bo-khcn&fields=id")
    #expect(!old.isEmpty)
    #expect(Set(new).isSuperset(of: old))
    for task in try rows("/v1/tasks?agency=bo-tttt") {
      let who = task["questions"]?["who"]
      let agencies = (who?["lead"]?.elements ?? []) + (who?["with"]?.elements ?? [])
      #expect(agencies.contains { $0["agency"] == "bo-tttt" })
    }
  }

  @Test(arguments: [
    ("status=late", ["status unknownValue"]), ("status=met", ["status unknownValue"]),
    ("unsaid=why", ["unsaid unknownValue"]), ("due=2024", ["due badSyntax"]),
    ("due=2024-12-31..2024-01-01", ["due outOfRange"]), ("due=2025-02-29", ["due badSyntax"]),
    ("agency=bo-ttt", ["agency unknownValue"]), ("period=2024", ["period notHere"]),
  ])
  func `what cannot be asked of tasks is refused`(query: String, errors: [String]) throws {
    #expect(try wrongs("/v1/tasks?\(query)") == errors)
  }
}
