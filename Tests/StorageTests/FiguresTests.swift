import Storage
import Testing

/// What numbers are read in an excerpt, by Vietnamese and by English rules.
@Suite struct FiguresTests {
  /// An observation's errors: its value at a power of ten with an excerpt.
  private func messages(
    _ value: String, _ multiplier: Int, _ excerpt: String, _ more: String = ""
  ) throws -> [String] {
    let text = """
      {"indicators":[
      {"id":"figure","name":\(Row.name),"definition":\(Row.name),"unit":"PT",\
      "unitMultiplier":\(multiplier),"decimals":15,"kind":"flow","frequency":"A",\
      "direction":"none","levels":["nation"]}
      ],"observations":[
      {"indicator":"figure","area":"VN","period":"2023",\(value),"source":"press",\
      "excerpt":"\(excerpt)"\(more)}
      ]}
      """
    return try Folder(["base.json": base, "rows.json": text]).messages
  }

  @Test(arguments: [
    ("1500", 0, "hơn 1,5 nghìn dịch vụ"), ("1.5", 3, "hơn 1,5 nghìn dịch vụ"),
    ("1500", 0, "1.500 dịch vụ"), ("1500", 0, "1500 dịch vụ"), ("1500", 0, "1,500 services"),
    ("1500", 0, "1.5 thousand services"), ("129000", 9, "đạt trên 129 nghìn tỷ đồng"),
    ("129", 12, "đạt trên 129 nghìn tỷ đồng"), ("129000000000000", 0, "129 nghìn tỷ đồng"),
    ("8280", 9, "8.280 tỷ đồng"), ("8.28", 12, "8.280 tỷ đồng"), ("4543", 0, "4.543/6.325 dịch vụ"),
    ("6325", 0, "4.543/6.325 dịch vụ"), ("7.8", 0, "khoảng 7,8- 8%"), ("8", 0, "khoảng 7,8- 8%"),
    ("7.8", 0, "7,8-8%"), ("12.67", 0, "năm 2022 là 12,67%"), ("12.67", 0, "12.67 % of GDP"),
    ("12.66", 0, "12,66%, 12,87%, 12,83%, 12,87% và 13,17%"),
    ("13.17", 0, "12,66%, 12,87%, 12,83%, 12,87% và 13,17%"), ("177", 6, "trên 177 triệu hồ sơ"),
    ("177000000", 0, "trên 177 triệu hồ sơ"), ("2", 6, "2 million accounts"),
    ("3.5", 9, "US$3.5bn"), ("3.5", 9, "3,5 tỉ USD"), ("500000000", 0, "5 trăm triệu đồng"),
    ("30000", 0, "3 vạn người"), ("10000", 0, "10 ngàn người"), ("2", 12, "2 trillion dong"),
    ("20", 0, "gấp 20 lần."), ("20", 0, "(20)"), ("20", 0, "tăng 20, giảm 3"), ("5", 0, "mạng 5G"),
    ("1234567.89", 0, "1.234.567,89 đồng"), ("1234567.89", 0, "1,234,567.89 dong"),
    ("0.5", 0, "0,50 điểm"), ("100", 0, "100.0%"), ("25", 0, "25/194 quốc gia"),
    ("45500", 0, "khoảng 45.500 doanh nghiệp"), ("0.001", 3, "1 lần"), ("20", 0, "đạt 20%."),
    ("19", 0, "ngày 19/7/2024"), ("4", 0, "gần gấp 4 lần"), ("-5.2", 0, "giảm 5,2%"),
    ("-5.2", 0, "-5.2%"), ("0", 0, "không (0) trường hợp"),
  ])
  func `a figure is found however it is written`(
    _ row: (value: String, multiplier: Int, excerpt: String)
  ) throws {
    #expect(try messages("\"value\":\(row.value)", row.multiplier, row.excerpt) == [])
  }

  @Test(arguments: [
    ("1501", 0, "hơn 1,5 nghìn dịch vụ"), ("15", 0, "hơn 1,5 nghìn dịch vụ"),
    ("129", 9, "khoảng một trăm hai mươi chín"), ("7", 0, "khoảng 7,8- 8%"), ("78", 0, "7,8- 8%"),
    ("45", 0, "45.500 doanh nghiệp"), ("500", 0, "45.500 doanh nghiệp"), ("17", 0, "177 triệu"),
    ("1770", 0, "177 triệu"), ("4543.6325", 0, "4.543/6.325"), ("20", 0, "200%"), ("2", 0, "20%"),
    ("12345", 0, "12.34.5 đồng"),
    ("3", 0, "ba tỉnh"), ("4", 0, "gấp bốn lần"), ("5.2", 0, "5,3%"),
    ("1000000", 0, "1 đồng, hàng triệu người"),
  ])
  func `a figure that is not there is missed`(
    _ row: (value: String, multiplier: Int, excerpt: String)
  ) throws {
    #expect(
      try messages("\"value\":\(row.value)", row.multiplier, row.excerpt) == [
        "rows.json:4:1: /observations/0: expected the figure \(row.value) (× 10^\(row.multiplier))"
          + " in its excerpt; found \"\(row.excerpt)\""
      ])
  }

  @Test func `both ends of a range must be there`() throws {
    #expect(try messages("\"low\":7.8,\"high\":8", 0, "khoảng 7,8- 8%") == [])
    #expect(
      try messages("\"low\":7.8,\"high\":9", 0, "khoảng 7,8- 8%") == [
        "rows.json:4:1: /observations/0: expected the figure 9 (× 10^0) in its excerpt; "
          + "found \"khoảng 7,8- 8%\""
      ])
  }

  @Test func `the whole that a figure is a part of must be there too`() throws {
    let value = "\"value\":4543"
    #expect(try messages(value, 0, "4.543/6.325 dịch vụ", ",\"outOf\":6325") == [])
    #expect(
      try messages(value, 0, "4.543/6.325 dịch vụ", ",\"outOf\":6326") == [
        "rows.json:4:1: /observations/0: expected the figure 6326 (× 10^0) in its excerpt; "
          + "found \"4.543/6.325 dịch vụ\""
      ])
  }

  @Test func `a gap needs no figure in its excerpt`() throws {
    #expect(try messages("\"missing\":\"withheld\"", 0, "không đưa vào đánh giá") == [])
  }
}
