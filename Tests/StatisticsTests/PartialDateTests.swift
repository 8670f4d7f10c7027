import Statistics
import Testing

@Suite struct PartialDateTests {
  @Test(arguments: [
    ("2023-02-25", "2023-02-25", "2023-02-25", true),
    ("2023-02", "2023-02-01", "2023-02-28", false),
    ("2024-02", "2024-02-01", "2024-02-29", false),
    ("2023-01", "2023-01-01", "2023-01-31", false),
    ("2023-12", "2023-12-01", "2023-12-31", false),
    ("2023", "2023-01-01", "2023-12-31", false),
    ("1900", "1900-01-01", "1900-12-31", false),
    ("2100", "2100-01-01", "2100-12-31", false),
    ("2024-01-01", "2024-01-01", "2024-01-01", true),
  ])
  func `a date is kept as far as it is known`(
    _ row: (text: String, first: String, last: String, whole: Bool)
  ) throws {
    let date = try #require(PartialDate(row.text))
    #expect(date.first == Day(row.first))
    #expect(date.last == Day(row.last))
    #expect(date.isWhole == row.whole)
    #expect(date.description == row.text)
  }

  @Test(arguments: [
    "", "23", "2023-2", "2023-00", "2023-13", "2023-02-30", "2023-Q1", "2023-S1",
    "2023-01-01/P1Y", "2023-01-01/P1D", "2023-", "1899", "2101", "tháng 02/2023", "2023/02",
  ])
  func `anything but a day, a month or a year is refused`(_ text: String) {
    #expect(PartialDate(text) == nil)
  }
}
