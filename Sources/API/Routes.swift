import HTML

/// The contents page of the product: every address, what it answers, what it takes.
package enum Routes {
  package static let all = table.enumerated().map { $1.at($0 + 1) }

  private static let table: [Route] = ofJSON + charts + ofSDMX + ofPages + ofProgram

  private static let ofJSON: [Route] = [
    Route(
      "/", "Trang đầu cho người xem; chương trình được dẫn tới /v1",
      "The front page for people; programs are led to /v1", PageParameters.ofFrontPage,
      formats: [.json, .html]
    ) { $0.frontPage() },
    Route(
      "/v1", "Mục lục: mọi tập hợp, số lượng, bản chụp, giấy phép",
      "An index: every collection with its count and link, the snapshot, the licence",
      [.fields, .format]
    ) { try $0.index() },

    Route(
      "/v1/provinces", "Các tỉnh, thành phố vào một ngày",
      "Provincial units valid on a date",
      [.region, .type, .boundaries, .query] + Parameter.paging
    ) { try $0.provinces() },
    Route(
      "/v1/provinces/{code}", "Một tỉnh, thành phố theo mã, mã ISO, tên rút gọn hay định danh",
      "One unit, by code, ISO code, slug or id",
      [.boundaries] + Parameter.thing
    ) { try $0.province() },
    Route(
      "/v1/provinces/{code}/indicators",
      "Trang của một tỉnh: mọi chỉ số, thứ hạng, trung bình, thay đổi",
      "A province's page: the newest value of every indicator, with rank, mean and change",
      [.indicator, .pillar, .period, .boundaries, .asOf, .change, .acrossBreaks]
        + Parameter.paging, formats: Format.ofFigures
    ) { try $0.provincePage() },
    Route(
      "/v1/provinces/{code}/lineage", "Tiền thân và kế thừa của một tỉnh",
      "Where a unit came from and what became of it",
      [.boundaries] + Parameter.thing
    ) { try $0.lineage() },
    Route(
      "/v1/regions", "Các vùng kinh tế - xã hội vào một ngày",
      "Socio-economic regions on a date and their provinces",
      [.boundaries] + Parameter.paging
    ) { try $0.regions() },
    Route(
      "/v1/regions/{id}", "Một vùng", "One region, by id or slug",
      [.boundaries] + Parameter.thing
    ) { try $0.region() },

    Route(
      "/v1/areas", "Mọi địa bàn có số liệu: các nước, mọi tỉnh, thành phố từng có",
      "Every area that figures are about: countries, and all provincial units that ever were",
      Parameter.paging
    ) { try $0.areas() },

    Route(
      "/v1/pillars", "Chính quyền số, kinh tế số, xã hội số",
      "Digital government, economy and society, and what belongs to each",
      Parameter.paging
    ) { try $0.pillars() },
    Route(
      "/v1/pillars/{id}", "Một trụ cột", "One pillar",
      Parameter.thing
    ) { try $0.pillar() },
    Route(
      "/v1/indicators", "Những gì được đo",
      "What is measured: definition, unit, method breaks, coverage",
      [.pillar, .frequency, .platform, .query] + Parameter.paging
    ) { try $0.indicators() },
    Route(
      "/v1/indicators/{id}", "Một chỉ số", "One indicator",
      Parameter.thing
    ) { try $0.indicator() },
    Route(
      "/v1/indicators/{id}/observations", "Các giá trị của một chỉ số",
      "The values of one indicator",
      ObservationParameters.ofOne + Parameter.paging, formats: Format.ofFigures
    ) { try $0.observationsOfIndicator() },
    Route(
      "/v1/indicators/{id}/ranking", "Các tỉnh xếp theo giá trị trong một kỳ",
      "Units ordered by value in one period, with the change of rank",
      [
        .province, .region, .period, .boundaries, .asOf, .acrossBreaks, .fields, .limit, .offset,
        .format,
      ], formats: Format.ofFigures
    ) { try $0.ranking() },
    Route(
      "/v1/observations", "Các giá trị của mọi chỉ số", "Values across indicators",
      [.indicator] + ObservationParameters.ofOne + Parameter.paging, formats: Format.ofFigures
    ) { try $0.observations() },

    Route(
      "/v1/commitments", "Các bộ cam kết, như “5 đẩy mạnh, 5 bảo đảm, 5 không”",
      "The numbered sets of commitments",
      [.indicator, .source, .meeting, .asOf, .query] + Parameter.paging
    ) { try $0.commitmentSets() },
    Route(
      "/v1/commitments/{set}", "Một bộ cam kết với mọi mục", "One set with all its items",
      [.asOf] + Parameter.thing
    ) { try $0.commitmentSet() },
    Route(
      "/v1/commitments/{set}/{item}", "Một mục: mọi cách ghi, cái gì đo nó",
      "One item: every wording, and what measures it",
      [.asOf] + Parameter.thing
    ) { try $0.commitment() },
    Route(
      "/v1/targets", "Các chỉ tiêu định lượng", "Quantified targets",
      [.indicator, .area, .pillar, .source, .meeting, .due, .status, .asOf, .updatedAfter, .query]
        + Parameter.paging
    ) {
      try $0.targets()
    },
    Route(
      "/v1/targets/{id}", "Một chỉ tiêu", "One target",
      [.asOf] + Parameter.thing
    ) { try $0.target() },
    Route(
      "/v1/tasks", "Ai được giao việc gì, đến khi nào", "Who was told to do what by when",
      [
        .source, .agency, .meeting, .platform, .due, .unsaid, .status, .asOf, .updatedAfter,
        .query,
      ]
        + Parameter.paging
    ) {
      try $0.tasks()
    },
    Route(
      "/v1/tasks/{id}", "Một nhiệm vụ", "One task",
      [.asOf] + Parameter.thing
    ) { try $0.task() },

    Route(
      "/v1/agencies", "Các cơ quan", "Agencies, named as they were then",
      [.query] + Parameter.paging
    ) { try $0.agencies() },
    Route(
      "/v1/agencies/{id}", "Một cơ quan", "One agency",
      Parameter.thing
    ) { try $0.agency() },
    Route(
      "/v1/platforms", "Các nền tảng quốc gia", "National platforms",
      [.indicator, .pillar, .agency, .query] + Parameter.paging
    ) { try $0.platforms() },
    Route(
      "/v1/platforms/{id}", "Một nền tảng", "One platform",
      Parameter.thing
    ) { try $0.platform() },
    Route(
      "/v1/meetings", "Các cuộc họp", "Where it was said",
      [.agency] + Parameter.paging
    ) { try $0.meetings() },
    Route(
      "/v1/meetings/{id}", "Một cuộc họp", "One meeting",
      Parameter.thing
    ) { try $0.meeting() },
    Route(
      "/v1/sources", "Các nguồn", "The documents that say so",
      [.query] + Parameter.paging
    ) { try $0.sources() },
    Route(
      "/v1/sources/{id}", "Một nguồn", "One document",
      Parameter.thing
    ) { try $0.source() },

    Route(
      "/v1/search", "Tìm trong mọi thứ, không phân biệt dấu và hoa thường, cả tên cũ",
      "Across all of it, insensitive to diacritics and case, former names included",
      [.type, .query, .fields, .limit, .offset, .format]
    ) { try $0.search() },
  ]

  private static let ofProgram: [Route] = [
    Route(
      "/openapi.json", "Mọi điều có thể hỏi, cho chương trình (OpenAPI 3.1)",
      "Everything that can be asked, for programs (OpenAPI 3.1)"
    ) { $0.openAPI() },
    Route(
      "/v1/export.ndjson", "Mọi thứ trong một câu trả lời, mỗi dòng một đối tượng JSON",
      "Everything in one answer, a JSON object a line, with all vintages", formats: [.ndjson]
    ) { try $0.export() },
    Route(
      "/datapackage.json", "Mọi bảng CSV với kiểu cột và mã băm (Data Package 2.0)",
      "Every table as CSV, with types of columns and hashes (Data Package 2.0)"
    ) { try $0.dataPackage() },
    Route(
      "/catalog.jsonld", "Mục lục dữ liệu (DCAT 3)", "A catalogue of the data (DCAT 3)",
      formats: [.jsonld]
    ) { try $0.catalog() },

    Route(
      "/docs", "Tài liệu: đi một vòng, mỗi lệnh kèm câu trả lời thật",
      "Documentation: a tour by commands and their real answers", formats: [.html]
    ) { $0.tour() },
    Route(
      "/docs/api", "Mọi địa chỉ, tham số, ví dụ thật",
      "Every address, with its parameters and real examples", formats: [.html]
    ) { $0.reference() },
    Route(
      "/docs/data", "Từ điển dữ liệu: chỉ số, đơn vị, mã, độ phủ, nguồn",
      "The data dictionary: indicators, units, codes, coverage, sources", formats: [.html]
    ) { $0.dictionary() },
    Route(
      "/docs/methods", "Cách tính: địa giới, số liệu được sửa, xếp hạng, tiến độ",
      "How things are computed: boundaries, vintages, ranks, progress", formats: [.html]
    ) { $0.methods() },
    Route(
      "/docs/problems", "Nghĩa của từng mã lỗi", "What each code of a problem means",
      formats: [.html]
    ) { _ in Answer(content: .whole(Docs.problems)) },
    Route(
      DocsStylesheet.path, "Hình thức của tài liệu", "How the documentation looks",
      formats: [.css]
    ) { _ in Answer(content: .whole(Array(DocsStylesheet.text.utf8))) },

    Route("/healthz", "Chương trình đang chạy", "The program runs") { _ in
      Answer(content: .text("ok\n"))
    },
    Route("/readyz", "Dữ liệu đã nạp, có thể trả lời", "The data is loaded and can be asked") { _ in
      Answer(content: .live(.readiness))
    },
    Route(
      "/metrics", "Số đếm của chương trình, cho Prometheus",
      "What the program counts, for Prometheus"
    ) { _ in Answer(content: .live(.metrics)) },
  ]
}
