import Statistics
import Testing

/// The numbered sets of commitments.
@Suite struct CommitmentsDataTests {
  private func set(_ id: String) throws -> CommitmentSet {
    try #require(try Bundled.snapshot().commitments[id])
  }

  @Test(arguments: [
    ("5-5-5-2024", 15, ["day-manh": 5, "bao-dam": 5, "khong": 5]),
    ("5-trong-tam-2024", 5, ["trong-tam": 5]),
    (
      "1-2-3-4-5-dvctt", 15,
      ["muc-tieu": 1, "tru-cot": 2, "trong-tam": 3, "khong": 4, "tang-cuong": 5]
    ),
    ("5-chinh-sach-2021", 5, ["chinh-sach": 4]),
  ])
  func `a set declares and lists what its documents do`(
    _ row: (set: String, declared: Int, groups: [String: Int])
  ) throws {
    let set = try set(row.set)
    #expect(set.declaredCount == row.declared)
    #expect(Set(set.groups.map(\.id)) == Set(row.groups.keys))
    for (group, count) in row.groups {
      let items = set.items.filter { $0.group == group }
      #expect(items.map(\.number) == Array(1...count), "\(group)")
      #expect(items.map(\.id) == (1...count).map { "\(group)-\($0)" })
    }
    #expect(set.items.count == row.groups.values.reduce(0, +))
    #expect(set.items.count == set.declaredCount || !set.notes.isEmpty)
  }

  @Test(arguments: ["5-5-5-2024", "5-trong-tam-2024"])
  func `each item of 19 July 2024 is worded by two outlets, one of them officially`(
    _ id: String
  ) throws {
    for item in try set(id).items {
      #expect(
        item.wordings.map(\.source) == ["vgp-2024-07-19", "nghean-2024-07"], "\(item.id)")
      #expect(item.wordings.map(\.isOfficial) == [true, false], "\(item.id)")
      #expect(item.wordings[0].vi != item.wordings[1].vi, "\(item.id)")
      #expect(item.text.vi == item.wordings[0].vi, "\(item.id)")
    }
  }

  @Test func `the groups stand in one paragraph each`() throws {
    let paragraphs = try set("5-5-5-2024").items.map {
      "\($0.group ?? "") \($0.wordings[0].locator ?? "")"
    }
    #expect(Set(paragraphs) == ["day-manh para. 64", "bao-dam para. 65", "khong para. 66"])
  }

  @Test func `an item says what measures it, or that nothing does`() throws {
    let snapshot = try Bundled.snapshot()
    for set in snapshot.commitments.rows {
      for item in set.items {
        #expect(item.isUnmeasured == (item.unmeasuredNote != nil), "\(set.id)/\(item.id)")
        #expect(!item.wordings.isEmpty, "\(set.id)/\(item.id)")
        for measure in item.measuredBy {
          #expect(!measure.why.vi.isEmpty && !measure.why.en.isEmpty, "\(set.id)/\(item.id)")
        }
      }
    }
  }

  @Test func `no cash is measured by accounts and mobile money`() throws {
    let item = try #require(try set("5-5-5-2024").items.first { $0.id == "khong-3" })
    #expect(
      item.text.vi
        == "Không tiền mặt, hướng tới mọi giao dịch thông qua phương thức điện tử, phòng chống "
        + "tham nhũng")
    #expect(
      item.measuredBy.map(\.indicator)
        == ["payment-account-share-15plus", "mobile-money-customers"])
    #expect(item.targets == ["411-2025-payment-accounts"])
  }

  @Test func `tasks keep the questions that their documents leave unsaid`() throws {
    let snapshot = try Bundled.snapshot()
    let task = try #require(snapshot.tasks["vneid-utilities-2024"])
    #expect(task.due == Day("2024-12-31"))
    #expect(task.dueAs?.bound == .before)
    #expect(task.questions.who?.lead.map(\.agency) == ["bo-cong-an"])
    #expect(
      Question.allCases.filter(task.questions.isClear) == [.goal, .who, .what, .when, .product])
    for task in snapshot.tasks.rows {
      // A day is given only where words for it are.
      if task.due != nil { #expect(task.dueAs != nil, "\(task.id)") }
      #expect(task.questions.isClear(.what), "\(task.id)")
    }
  }
}
