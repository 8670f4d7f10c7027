import Pages

/// What pages for people take.
enum PageParameters {
  static let ofFrontPage: [Parameter] = [
    .indicator, .period, .boundaries, .query, .theme, .language,
  ]
  static let ofProvince: [Parameter] = [.theme, .language]
}

extension Routes {
  /// The pages of provinces, and what all pages are made with; the front page stands first of all.
  static let ofPages: [Route] = [
    Route(
      "/provinces/{code}", "Trang của một tỉnh cho người xem: con số, thứ hạng, diễn biến",
      "A province's page for people: figures, ranks, course", PageParameters.ofProvince,
      formats: [.html]
    ) { $0.pageOfProvince() },
    Route(
      Desk.Assets.stylesheet, "Hình thức của trang đầu và trang các tỉnh",
      "How the front page and the provinces' pages look", formats: [.css]
    ) { _ in Answer(content: .whole(PageLook.text)) },
    Route(
      Desk.Assets.script, "Giúp các trang nhanh hơn; không có nó trang vẫn đủ",
      "Makes pages quicker to use; without it they are whole", formats: [.js]
    ) { _ in Answer(content: .whole(Desk.Assets.scriptText)) },
  ]
}
