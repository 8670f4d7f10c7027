import Statistics

/// A dimension, the measure or an attribute: what it means and what its values are.
struct Component {
  var id: String
  var name: Name
  var values: Values

  enum Values {
    case codes(CodeList)
    /// A data type of SDMX.
    case text(String)
  }

  init(_ id: String, _ vi: String, _ en: String, _ values: Values) {
    self.id = id
    name = Name(vi: vi, en: en)
    self.values = values
  }

  init(_ dimension: Dimension) {
    let id = dimension.rawValue
    switch dimension {
    case .frequency: self.init(id, "Tần suất", "Frequency", .codes(.frequencies))
    case .indicator: self.init(id, "Chỉ số", "Indicator", .codes(.indicators))
    case .area: self.init(id, "Địa bàn", "Reference area", .codes(.areas))
    case .time: self.init(id, "Kỳ", "Time period", .text("ObservationalTimePeriod"))
    }
  }

  static let value = Component("OBS_VALUE", "Giá trị", "Observation value", .text("Decimal"))

  init(_ attribute: SeriesAttribute) {
    let id = attribute.rawValue
    switch attribute {
    case .unit: self.init(id, "Đơn vị đo", "Unit of measure", .codes(.units))
    case .multiplier:
      self.init(
        id, "Luỹ thừa của mười mà giá trị được nhân", "Power of ten that multiplies the value",
        .text("Integer"))
    case .decimals:
      self.init(id, "Số chữ số thập phân", "Digits after the point to print", .text("Integer"))
    }
  }

  init(_ attribute: ObservationAttribute) {
    let id = attribute.id
    switch attribute {
    case .status: self.init(id, "Trạng thái", "Observation status", .codes(.statuses))
    case .otherStatus:
      self.init(
        id, "Trạng thái khác, cách nhau bằng dấu cách", "Other statuses, parted by blanks",
        .text("String"))
    case .qualifier:
      self.init(
        id, "Mức chính xác của lời", "How precisely it is stated", .codes(.qualifiers))
    case .low: self.init(id, "Đầu dưới của khoảng", "Lower end of a range", .text("Decimal"))
    case .high: self.init(id, "Đầu trên của khoảng", "Upper end of a range", .text("Decimal"))
    case .outOf:
      self.init(id, "Trên tổng số", "The whole that it is a part of", .text("Decimal"))
    case .missing: self.init(id, "Vì sao thiếu", "Why it is missing", .codes(.reasons))
    case .source: self.init(id, "Nguồn", "Source", .codes(.sources))
    case .knownFrom:
      self.init(id, "Được biết từ ngày", "Day from which it was known", .text("GregorianDay"))
    case .published:
      self.init(
        id, "Ngày công bố, đến mức được biết", "Date of publication, as far as it is known",
        .text("GregorianTimePeriod"))
    case .confirmedBy:
      self.init(
        id, "Nguồn khác cho cùng giá trị, cách nhau bằng dấu cách",
        "Other sources of the same value, parted by blanks", .text("String"))
    case .locator: self.init(id, "Chỗ trong nguồn", "Place in the source", .text("String"))
    case .excerpt: self.init(id, "Trích nguyên văn", "Words of the source", .text("String"))
    case .statedChange:
      self.init(
        id, "Thay đổi mà chính nguồn nêu", "Change that the source itself states",
        .text("String"))
    case .note: self.init(id, "Ghi chú, tiếng Anh", "Note, English", .text("String"))
    case .noteVi: self.init(id, "Ghi chú, tiếng Việt", "Note, Vietnamese", .text("String"))
    }
  }

  /// In the order of the concept scheme.
  static let all =
    Dimension.allCases.map { Component($0) } + [value]
    + SeriesAttribute.allCases.map { Component($0) }
    + ObservationAttribute.allCases.map { Component($0) }

  /// Writes which concept it is and what its values are.
  func writeMeaning(onto writer: inout XMLWriter) {
    writer.open("str:ConceptIdentity")
    writer.empty(
      "Ref",
      [
        "id": id, "maintainableParentID": Identity.concepts,
        "maintainableParentVersion": Identity.version, "agencyID": Identity.agency,
        "package": ArtefactKind.conceptScheme.package, "class": "Concept",
      ])
    writer.close("str:ConceptIdentity")
    writer.open("str:LocalRepresentation")
    switch values {
    case .codes(let list):
      writer.open("str:Enumeration")
      writer.reference(.codelist, list.rawValue)
      writer.close("str:Enumeration")
    case .text(let type): writer.empty("str:TextFormat", ["textType": type])
    }
    writer.close("str:LocalRepresentation")
  }
}
