import Statistics

extension Description.Place {
  /// What stands behind a segment of a pattern.
  static func meaning(after word: String) -> Name {
    switch word {
    case "provinces":
      Name(
        vi: "Tỉnh, thành phố theo mã, mã ISO, tên rút gọn hay định danh.",
        en: "The province by code, ISO code, slug or id.")
    case "regions":
      Name(vi: "Vùng theo định danh hay tên rút gọn.", en: "The region by id or slug.")
    case "pillars": Name(vi: "Trụ cột theo định danh.", en: "The pillar by id.")
    case "indicators": Name(vi: "Chỉ số theo định danh.", en: "The indicator by id.")
    case "commitments": Name(vi: "Bộ cam kết theo định danh.", en: "The set by id.")
    case "{set}":
      Name(
        vi: "Mục theo định danh của nó trong bộ cam kết.", en: "The item by its id within the set.")
    case "targets": Name(vi: "Chỉ tiêu theo định danh.", en: "The target by id.")
    case "tasks": Name(vi: "Nhiệm vụ theo định danh.", en: "The task by id.")
    case "agencies": Name(vi: "Cơ quan theo định danh.", en: "The agency by id.")
    case "platforms": Name(vi: "Nền tảng theo định danh.", en: "The platform by id.")
    case "meetings": Name(vi: "Cuộc họp theo định danh.", en: "The meeting by id.")
    case "sources": Name(vi: "Nguồn theo định danh.", en: "The source by id.")
    default: preconditionFailure("nothing says what stands behind \(word)")
    }
  }

  /// What stands for a brace of SDMX.
  static func meaningOfSDMX(_ name: String) -> Name {
    switch name {
    case "flow":
      Name(
        vi: "Luồng dữ liệu: DIGITAL là tất cả, hay của một trụ cột; có thể có cơ quan đứng trước và"
          + " phiên bản đứng sau, cách nhau bằng dấu phẩy.",
        en: "The dataflow: DIGITAL has everything, the others a pillar each; an agency may stand"
          + " before it and a version behind it, with commas between.")
    case "key":
      Name(
        vi: "Khoá FREQ.INDICATOR.REF_AREA: phần trống là mọi mã, dấu cộng nối nhiều mã; all là mọi"
          + " chuỗi.",
        en: "The key FREQ.INDICATOR.REF_AREA: an empty part is any code, plus signs stand between"
          + " several; all is every series.")
    case "provider":
      Name(
        vi: "Bên cấp dữ liệu: all hay THUOCDO, nơi cấp tất cả; của availableconstraint cũng có thể"
          + " là một chiều.",
        en: "The provider: all, or THUOCDO, which provides everything; of availableconstraint it"
          + " may be a dimension instead.")
    case "component":
      Name(
        vi: "Chiều mà các mã được hỏi, hay all.",
        en: "The dimension of which the codes are asked for, or all.")
    case "resource":
      Name(
        vi: "Loại cấu trúc; structure là mọi loại.",
        en: "The kind of structures; structure is every kind.")
    case "agency":
      Name(
        vi: "Cơ quan duy trì cấu trúc, hay all; dấu cộng nối nhiều cơ quan.",
        en: "Who maintains the structures, or all; plus signs stand between several.")
    case "id":
      Name(
        vi: "Định danh của cấu trúc, hay all; dấu cộng nối nhiều định danh.",
        en: "The id of the structure, or all; plus signs stand between several.")
    case "version":
      Name(
        vi: "Phiên bản của cấu trúc: chỉ có 1.0; latest và all là phiên bản ấy.",
        en: "The version of the structure: there is 1.0, which latest and all are, too.")
    default: preconditionFailure("nothing says what {\(name)} is")
    }
  }
}
