import Statistics
import Testing

@Suite struct DayTests {
  @Test func `every day from 1900 to 2100 goes to its number and its spelling and back`() {
    var number = -25_567  // 1900-01-01
    var wrong: [String] = []
    for year in 1900...2100 {
      let leap = year.isMultiple(of: 4) && (year % 100 != 0 || year == 2000)
      let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      for (month, length) in lengths.enumerated() {
        for day in 1...length {
          let made = Day(year: year, month: month + 1, day: day)
          let known = Day(number: number)
          let civil = known.civil
          let text = "\(year)-\(month < 9 ? "0" : "")\(month + 1)-\(day < 10 ? "0" : "")\(day)"
          if made != known || civil != (year, month + 1, day) || "\(known)" != text
            || Day(text) != known
          {
            wrong.append(text)
          }
          number += 1
        }
      }
    }
    #expect(wrong.isEmpty)
    #expect(number == 47_847)  // 2101-01-01
  }

  @Test(arguments: [
    (1900, 1, 1, -25_567), (1970, 1, 1, 0), (2000, 2, 29, 11_016), (2025, 7, 1, 20_270),
    (2100, 12, 31, 47_846),
  ])
  func `known days have their numbers`(
    _ row: (year: Int, month: Int, day: Int, number: Int)
  ) throws {
    let day = try #require(Day(year: row.year, month: row.month, day: row.day))
    #expect(Int(day.number) == row.number)
  }

  @Test(arguments: [
    (2023, 2, 29), (1900, 2, 29), (2100, 2, 29), (2024, 2, 30), (2024, 4, 31), (2024, 6, 31),
    (2024, 9, 31), (2024, 11, 31), (2024, 1, 32), (2024, 0, 1), (2024, 13, 1), (2024, 1, 0),
    (2024, 1, -1), (2024, -1, 1), (1899, 12, 31), (2101, 1, 1), (0, 1, 1), (-2024, 1, 1),
  ])
  func `a day that the calendar has not, or outside 1900 to 2100, is none`(
    _ row: (year: Int, month: Int, day: Int)
  ) {
    #expect(Day(year: row.year, month: row.month, day: row.day) == nil)
  }

  @Test(arguments: [
    "", "2024", "2024-07", "2024-7-19", "24-07-19", "2024-07-19 ", " 2024-07-19", "2024/07/19",
    "2024-07-1x", "2024-07-+1", "2024--7-19", "19-07-2024", "20240719", "2024-07-19T00:00:00Z",
    "2023-02-29", "2024-13-01", "2024-00-10", "2024-10-00", "1899-12-31", "2101-01-01",
    "２０２４-07-19", "2024-07-١٩", "0000-00-00", "9999-99-99",
  ])
  func `only YYYY-MM-DD of a real day is read`(_ text: String) {
    #expect(Day(text) == nil)
  }

  @Test func `days are ordered and can be moved by days`() throws {
    let eve = try #require(Day("2025-06-30"))
    let first = try #require(Day("2025-07-01"))
    #expect(eve < first)
    #expect(!(first < eve))
    #expect(eve.advanced(by: 1) == first)
    #expect(first.advanced(by: -1) == eve)
    #expect(first.advanced(by: -366).description == "2024-06-30")
  }
}
