extension Route {
  var isOfSDMX: Bool { segments.first == .word("sdmx") }
}

/// The addresses of SDMX-REST for SDMX 2.1, on which alone a slash may end.
extension Routes {
  private static let ofObservations: [Parameter] = [
    .startPeriod, .endPeriod, .updatedAfter, .asOf,
  ]
  private static let ofData: [Parameter] =
    ofObservations + [
      .firstNObservations, .lastNObservations, .dimensionAtObservation, .detail,
      .includeHistory, .format,
    ]

  private static func data(_ rest: String, _ vi: String, _ en: String) -> Route {
    Route("/sdmx/2.1/data/{flow}\(rest)", vi, en, ofData, formats: Format.ofSDMXData) {
      try $0.sdmxData()
    }
  }

  private static func available(_ rest: String, _ vi: String, _ en: String) -> Route {
    Route(
      "/sdmx/2.1/availableconstraint/{flow}\(rest)", vi, en,
      ofObservations + [.references, .mode, .format], formats: [.sdmxStructure]
    ) { try $0.sdmxAvailability() }
  }

  private static func structures(_ rest: String, _ vi: String, _ en: String) -> Route {
    Route(
      "/sdmx/2.1/{resource}\(rest)", vi, en, [.detail, .references, .format],
      formats: [.sdmxStructure]
    ) { try $0.sdmxStructures() }
  }

  static let ofSDMX: [Route] = [
    data("", "SDMX: mọi giá trị của một luồng dữ liệu", "SDMX: all data of a dataflow"),
    data("/{key}", "SDMX: các chuỗi theo khoá, như A.dti.", "SDMX: series by key, as A.dti."),
    data("/{key}/{provider}", "SDMX: như trên, có tên bên cấp", "SDMX: the same of a provider"),
    available("", "SDMX: những mã có giá trị", "SDMX: which codes have data"),
    available("/{key}", "SDMX: như trên, theo khoá", "SDMX: the same within a key"),
    available(
      "/{key}/{provider}", "SDMX: như trên, có tên bên cấp hay một chiều",
      "SDMX: the same of a provider, or of one dimension"),
    available(
      "/{key}/{provider}/{component}", "SDMX: như trên, của một chiều",
      "SDMX: the same of one dimension"),
    structures(
      "", "SDMX: mọi cấu trúc của một loại", "SDMX: all structures of a kind"),
    structures(
      "/{agency}", "SDMX: như trên, của một cơ quan", "SDMX: the same of an agency"),
    structures("/{agency}/{id}", "SDMX: một cấu trúc", "SDMX: one structure"),
    structures(
      "/{agency}/{id}/{version}", "SDMX: một phiên bản của cấu trúc",
      "SDMX: one version of a structure"),
  ]
}
