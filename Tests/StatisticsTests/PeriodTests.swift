import Statistics
import Testing

@Suite struct PeriodTests {
  @Test(
    arguments: [
      ("2024", "2024-01-01", "2024-12-31", .annual),
      ("1900", "1900-01-01", "1900-12-31", .annual),
      ("2100", "2100-01-01", "2100-12-31", .annual),
      ("2024-S1", "2024-01-01", "2024-06-30", .halfYearly),
      ("2024-S2", "2024-07-01", "2024-12-31", .halfYearly),
      ("2024-Q1", "2024-01-01", "2024-03-31", .quarterly),
      ("2024-Q2", "2024-04-01", "2024-06-30", .quarterly),
      ("2024-Q3", "2024-07-01", "2024-09-30", .quarterly),
      ("2024-Q4", "2024-10-01", "2024-12-31", .quarterly),
      ("2024-01", "2024-01-01", "2024-01-31", .monthly),
      ("2024-02", "2024-02-01", "2024-02-29", .monthly),
      ("2023-02", "2023-02-01", "2023-02-28", .monthly),
      ("2024-12", "2024-12-01", "2024-12-31", .monthly),
      ("2024-07-19", "2024-07-19", "2024-07-19", .daily),
      ("2024-02-29", "2024-02-29", "2024-02-29", .daily),
      ("2023-01-01/P2M", "2023-01-01", "2023-02-28", .other),
      ("2021-01-01/P4Y", "2021-01-01", "2024-12-31", .other),
      ("2024-11-15/P3M", "2024-11-15", "2025-02-14", .other),
      ("2024-12-01/P12M", "2024-12-01", "2025-11-30", .other),
      ("2024-01-31/P2M", "2024-01-31", "2024-03-30", .other),
      ("2024-02-29/P4Y", "2024-02-29", "2028-02-28", .other),
      ("2024-07-19/P1D", "2024-07-19", "2024-07-19", .other),
      ("2024-02-28/P2D", "2024-02-28", "2024-02-29", .other),
      ("1900-01-01/P40000D", "1900-01-01", "2009-07-07", .other),
    ] as [(String, String, String, Frequency)])
  func `each spelling has its first and last day and is printed as it was written`(
    _ row: (text: String, start: String, end: String, frequency: Frequency)
  ) throws {
    let period = try #require(Period(row.text))
    #expect(period.start == Day(row.start))
    #expect(period.end == Day(row.end))
    #expect(period.frequency == row.frequency)
    #expect(period.description == row.text)
    #expect(Period(period.description) == period)
  }

  @Test(arguments: [
    "", "24", "202", "20245", "2024 ", " 2024", "+2024", "２０２４", "x024", "2024-", "2024x",
    "1899", "2101", "1899-12", "2101-01", "1899-12-31", "2101-01-01",
    "2024H1", "2024-H1", "2024-h1", "2024S1", "2024-s1", "2024-S0", "2024-S3", "2024-S", "2024-S01",
    "2024Q1", "2024-q1", "2024-Q0", "2024-Q5", "2024-Q", "2024-Q10",
    "2024M07", "2024-M07", "2024-7", "2024-00", "2024-13", "2024-007", "2024-0x", "07-2024",
    "07/2024", "2024/07", "2024-07-1", "2024-7-19", "2024-07-32", "2024-02-30", "2023-02-29",
    "2024-07-19T10:00",
  ])
  func `any other spelling is refused`(_ text: String) {
    #expect(Period(text) == nil)
  }

  @Test(arguments: [
    "/", "2023-01-01/", "/P2M", "2023/P2M", "2023-01/P2M", "2023-01-01/P", "2023-01-01/P2",
    "2023-01-01/PM", "2023-01-01/2M", "2023-01-01/p2M", "2023-01-01/P2m", "2023-01-01/P2W",
    "2023-01-01/P1Y6M", "2023-01-01/PT2H", "2023-01-01/P0M", "2023-01-01/P02M",
    "2023-01-01/P-2M", "2023-01-01/P+2M", "2023-01-01/P1.5Y", "2023-01-01/P2M ",
    "2023-01-01/P2M/P2M", "2023-01-01/2023-03-01", "2023-02-29/P1M", "2023-13-01/P1M",
    "2023-01-31/P1M", "2024-02-29/P1Y", "2023-01-01/P78Y", "2023-01-01/P999999999D",
    "2023-01-01/P40001D", "2023-01-01/P9999999999Y", "1899-12-31/P1D", "2100-12-31/P2D",
  ])
  func `a range without a real first day and a whole length is refused`(_ text: String) {
    #expect(Period(text) == nil)
  }

  @Test func `periods are ordered by start, then end, then spelling`() throws {
    let ordered = try [
      "2022", "2022-12-31", "2023-01-01", "2023-01-01/P1D", "2023-01", "2023-01-01/P1M",
      "2023-01-01/P31D", "2023-01-01/P2M", "2023-Q1", "2023-S1", "2023", "2023-01-01/P12M",
      "2023-01-01/P1Y", "2023-01-01/P4Y", "2023-01-02", "2023-02", "2023-Q2", "2023-S2", "2024",
    ].map { try #require(Period($0)) }
    for (place, one) in ordered.enumerated() {
      for (other, period) in ordered.enumerated() {
        #expect((one < period) == (place < other), "\(one) and \(period)")
        #expect((one == period) == (place == other), "\(one) and \(period)")
      }
    }
    #expect(ordered.shuffled().sorted() == ordered)
  }
}

@Suite struct TimeSpanTests {
  @Test(arguments: [
    ("2023-01-01", "2023-12-31", "2023", true), ("2023-01-01", "2023-12-31", "2023-S2", true),
    ("2023-01-01", "2023-12-31", "2023-01-01", true),
    ("2023-01-01", "2023-12-31", "2023-12-31", true),
    ("2023-01-02", "2023-12-31", "2023", false), ("2023-01-01", "2023-12-30", "2023", false),
    ("2023-01-01", "2023-12-31", "2022-12-31", false),
    ("2023-01-01", "2023-12-31", "2024-01-01", false),
    ("2023-06-15", "2023-06-20", "2023-06", false), ("", "2023-12-31", "2023", true),
    ("", "2023-12-31", "1900", true), ("", "2023-12-31", "2024", false),
    ("2023-01-01", "", "2100", true), ("2023-01-01", "", "2023", true),
    ("2023-01-01", "", "2022", false), ("", "", "1950-Q2", true),
    ("2023-01-01", "2024-12-31", "2023-01-01/P2M", true),
    ("2023-01-01", "2024-12-31", "2021-01-01/P4Y", false),
  ])
  func `a span has the periods that lie wholly in it`(
    _ row: (first: String, last: String, period: String, inside: Bool)
  ) throws {
    let span = TimeSpan(first: Day(row.first), last: Day(row.last))
    let period = try #require(Period(row.period))
    #expect(span.contains(from: period.start, to: period.end) == row.inside)
  }
}
