import Statistics
import Testing

/// Where a document contradicts itself or another, or cannot be read in one way, the data says so.
@Suite struct NotesTests {
  /// A row of an article by indicator and period (empty: none), and words of its note.
  @Test(arguments: [
    (
      "digital-signature-share-adults", "2022-01-01/P3Y", "Gần gấp 4 lần”, nhưng 13,5 chia 3 là 4,5"
    ),
    ("payment-account-share-15plus", "2022-01-01/P3Y", "không rõ là điểm phần trăm"),
    (
      "national-portal-dossiers-processed", "2023-01-01/P2M",
      "không rõ là số của kỳ hay số cộng dồn"
    ),
    ("online-dossier-rate", "", "43 chia khoảng 5 là khoảng 8,6 lần"),
    ("online-public-service-rate", "", "gốc so sánh là cả giai đoạn, không phải một năm"),
    ("digital-firms-with-foreign-revenue", "2023", "Nguyên văn “hơn hơn”"),
    ("digital-firms-foreign-revenue", "2023", "hai định nghĩa khác nhau"),
    ("software-it-services-exports", "2023", "hai định nghĩa khác nhau"),
    ("communes-fibre-share", "2024-07-19", "vẫn còn nhiều thôn, bản chưa có đường cáp quang"),
    ("digital-exports", "2024-S1", "bài không nói so với kỳ nào"),
    ("ecommerce-growth-google", "2019-01-01/P5Y", "không rõ kể cả mức tăng của năm 2019"),
    ("e-invoices-processed", "", "bài không ghi tính từ khi nào"),
    ("social-insurance-covid-recipients", "", "Bài không ghi tháng và năm"),
    ("gii-rank", "", "Không phải hạng của một năm"),
    ("dti-national-pillar-growth", "", "Một khoảng chung cho ba chỉ số thành phần"),
  ])
  func `a figure that cannot be read in one way says so`(
    _ row: (indicator: String, period: String, words: String)
  ) throws {
    let found = try Bundled.rows("observations").filter {
      $0["indicator"]?.text == row.indicator && ($0["period"]?.text ?? "") == row.period
        && Bundled.articles.contains($0["source"]?.text ?? "")
    }
    #expect(found.contains { $0["note"]?["vi"]?.text?.contains(row.words) ?? false })
    #expect(found.allSatisfy { $0["note"] == nil || $0["note"]?["en"]?.text != nil })
  }

  @Test func `the digital signatures keep the ratio that their article states`() throws {
    let snapshot = try Bundled.snapshot()
    let row = try snapshot.cell("digital-signature-share-adults", "VN", "2022-01-01/P3Y")
    let annotation = snapshot.observations.annotation(row)
    #expect(annotation.statedChange?.kind == .ratio)
    #expect(annotation.statedChange?.value?.description == "4")
    #expect(annotation.statedChange?.qualifier == .nearly)
    #expect(annotation.note?.en.contains("4.5") ?? false)
  }

  /// Misprints stay in the wording, and are said to be the document's.
  @Test(arguments: [
    ("5-5-5-2024", "khong-3", "tiến mặt"), ("1-2-3-4-5-dvctt", "tang-cuong-1", "phân quyền yền"),
    ("1-2-3-4-5-dvctt", "tang-cuong-4", "đây lùi"),
    ("5-trong-tam-2024", "trong-tam-4", "trí tuệ thông minh"),
  ])
  func `a misprint is kept and named`(_ row: (set: String, item: String, words: String)) throws {
    let set = try #require(try Bundled.snapshot().commitments[row.set])
    let item = try #require(set.items.first { $0.id == row.item })
    let wording = try #require(item.wordings.first { $0.vi.contains(row.words) })
    #expect(wording.note?.vi.contains(row.words) ?? false)
    #expect(!item.text.vi.contains(row.words))
  }

  @Test(arguments: [
    ("5-5-5-2024", "Hai nơi đăng ghi lời khác nhau ở cả 15 điều"),
    ("5-chinh-sach-2021", "không đoán điều thứ năm"),
    ("1-2-3-4-5-dvctt", "in sáu cụm và không đánh số"),
    ("1-2-3-4-5-dvctt", "không tách rõ hai trụ cột"),
  ])
  func `a set that cannot be read in one way says so`(
    _ row: (set: String, words: String)
  ) throws {
    let set = try #require(try Bundled.snapshot().commitments[row.set])
    #expect(set.notes.contains { $0.vi.contains(row.words) })
  }

  @Test func `the conference of no date says why it has none`() throws {
    let meeting = try #require(try Bundled.snapshot().meetings["hoi-nghi-dvctt-da-nang"])
    #expect(meeting.date == nil)
    #expect(meeting.dateNote?.vi.contains("không ghi ngày") ?? false)
  }

  @Test(arguments: ["nghean-2024-07", "techcity-dvctt"])
  func `an article without a date has none, and says so`(_ article: String) throws {
    let source = try #require(try Bundled.snapshot().sources[article])
    #expect(source.published == nil)
    #expect(source.publishedNote?.vi.contains("không ghi ngày") ?? false)
  }

  @Test(arguments: [
    ("vtc-2023-02", "2023-02"), ("vgp-2024-07-19", "2024-07-19"),
    ("quangninh-2021-11-30", "2021-11-30"),
  ])
  func `an article's date is known as far as its copy tells`(
    _ row: (article: String, published: String)
  ) throws {
    let source = try #require(try Bundled.snapshot().sources[row.article])
    #expect(source.published?.description == row.published)
  }

  @Test(arguments: [
    ("ai-readiness-rank", "2023", "39", "59"), ("gci-cyber-rank", "2020", "25", "25"),
  ])
  func `a report at odds with its primary is kept, with the reason, and not shown`(
    _ row: (indicator: String, period: String, rejected: String, shown: String)
  ) throws {
    let snapshot = try Bundled.snapshot()
    let table = snapshot.observations
    let shown = try snapshot.cell(row.indicator, "VN", row.period)
    #expect(table.value(shown)?.description == row.shown)
    #expect(table.annotation(shown).rejected == nil)
    let rejected = table.cell(of: shown).filter { table.annotation($0).rejected != nil }
    #expect(rejected.map { table.value($0)?.description } == [row.rejected])
    #expect(rejected.allSatisfy { !table.isShown($0) })
  }
}
