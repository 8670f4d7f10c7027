/// Where the provinces of a map stand as tiles: column and row from the upper left.
///
/// Drawn by hand, so that each unit is beside its neighbours, the north is above and the sea to the
/// right; each tile is a unit's code and the year of its id's map.
package enum TilePlaces {
  package struct Place: Sendable, Hashable {
    package let column: Int
    package let row: Int
  }

  /// An archipelago that belongs to a unit: it has no figure of its own but its unit's.
  package struct Island: Sendable {
    /// The unit's id.
    package let unit: String
    package let place: Place
    private let vi: String
    private let en: String

    init(_ unit: String, _ vi: String, _ en: String, _ place: Place) {
      (self.unit, self.vi, self.en, self.place) = (unit, vi, en, place)
    }

    package func name(_ language: Language) -> String { language.pick(vi, en) }
  }

  /// Where everything stands, and how many columns and rows that takes.
  package struct Plan: Sendable {
    /// Of the units, in their order.
    package let places: [Place]
    package let islands: [Island]
    package let columns: Int
    package let rows: Int
  }

  /// The places of units by their ids. Units that no map knows stand in rows of their own below, in
  /// their order.
  package static func plan(of ids: [String]) -> Plan {
    let places63 = ids.map { of63.places[$0] }
    let places34 = ids.map { of34.places[$0] }
    let isOf34 = places34.count { $0 != nil } > places63.count { $0 != nil }
    let map = isOf34 ? of34 : of63
    var places: [Place] = []
    var strangers = 0
    for known in isOf34 ? places34 : places63 {
      if let place = known {
        places.append(place)
      } else {
        places.append(
          Place(column: strangers % map.columns, row: map.rows + 1 + strangers / map.columns))
        strangers += 1
      }
    }
    let more = strangers == 0 ? 0 : 1 + (strangers + map.columns - 1) / map.columns
    return Plan(
      places: places, islands: map.islands.filter { ids.contains($0.unit) },
      columns: map.columns, rows: map.rows + more)
  }

  private struct Map {
    let places: [String: Place]
    let islands: [Island]
    let columns: Int
    let rows: Int

    /// - Parameter units: those that Hoàng Sa and Trường Sa belong to, which stand as HS and TS.
    init(_ units: (hoangSa: String, truongSa: String), _ lines: [String]) {
      var places: [String: Place] = [:]
      var islands: [Island] = []
      for (row, line) in lines.enumerated() {
        for (column, word) in line.split(separator: " ").enumerated() where word != "." {
          let place = Place(column: column, row: row)
          switch word {
          case "HS": islands.append(Island(units.hoangSa, "Hoàng Sa", "Hoang Sa", place))
          case "TS": islands.append(Island(units.truongSa, "Trường Sa", "Truong Sa", place))
          default: places[word.contains("-") ? String(word) : "\(word)-2008"] = place
          }
        }
      }
      self.places = places
      self.islands = islands
      columns = ((places.values + islands.map(\.place)).map(\.column).max() ?? 0) + 1
      rows = lines.count
    }
  }

  /// 1 August 2008 to 30 June 2025.
  private static let of63 = Map(
    ("48-2008", "56-2008"),
    [
      "  .   12   10   02   04    .    .",  // Lai Châu, Lào Cai, Hà Giang, Cao Bằng
      " 11   14   15   08   06   20    .",  // Điện Biên, Sơn La, Yên Bái, Tuyên Quang, Bắc Kạn, …
      "  .    .   25   26   19   24   22",  // Phú Thọ, Vĩnh Phúc, Thái Nguyên, Bắc Giang, …
      "  .    .   17   01   27   30   31",  // Hòa Bình, Hà Nội, Bắc Ninh, Hải Dương, Hải Phòng
      "  .    .    .   35   33   34    .",  // Hà Nam, Hưng Yên, Thái Bình
      "  .    .   38   37   36    .    .",  // Thanh Hóa, Ninh Bình, Nam Định
      "  .    .   40   42    .    .    .",  // Nghệ An, Hà Tĩnh
      "  .    .    .   44    .    .    .",  // Quảng Bình
      "  .    .    .   45   46    .    .",  // Quảng Trị, Huế
      "  .    .    .    .   48    .   HS",  // Đà Nẵng with Hoàng Sa
      "  .    .    .    .   49   51    .",  // Quảng Nam, Quảng Ngãi
      "  .    .    .    .   62   52    .",  // Kon Tum, Bình Định
      "  .    .    .    .   64   54    .",  // Gia Lai, Phú Yên
      "  .    .    .   67   66   56    .",  // Đắk Nông, Đắk Lắk, Khánh Hòa with Trường Sa
      "  .    .   72   70   68   58    .",  // Tây Ninh, Bình Phước, Lâm Đồng, Ninh Thuận
      "  .   80   79   74   75   60    .",  // Long An, Hồ Chí Minh, Bình Dương, Đồng Nai, …
      " 89   87   82   77    .    .    .",  // An Giang, Đồng Tháp, Tiền Giang, Bà Rịa - Vũng Tàu
      " 91   92   86   83    .    .   TS",  // Kiên Giang, Cần Thơ, Vĩnh Long, Bến Tre
      "  .   93   94   84    .    .    .",  // Hậu Giang, Sóc Trăng, Trà Vinh
      " 96   95    .    .    .    .    .",  // Cà Mau, Bạc Liêu
    ])

  /// Since 1 July 2025.
  private static let of34 = Map(
    ("48-2025", "56-2025"),
    [
      "  .      12   15-2025 08-2025   04      .",  // Lai Châu, Lào Cai, Tuyên Quang, Cao Bằng
      " 11      14   25-2025 19-2025   20      .",  // Điện Biên, Sơn La, Phú Thọ, Thái Nguyên, …
      "  .       .      01   24-2025 31-2025  22",  // Hà Nội, Bắc Ninh, Hải Phòng, Quảng Ninh
      "  .      38   37-2025 33-2025    .      .",  // Thanh Hóa, Ninh Bình, Hưng Yên
      "  .      40      42      .       .      .",  // Nghệ An, Hà Tĩnh
      "  .       .   44-2025   46       .      .",  // Quảng Trị, Huế
      "  .       .       .   48-2025    .     HS",  // Đà Nẵng with Hoàng Sa
      "  .       .       .   51-2025    .      .",  // Quảng Ngãi
      "  .       .       .   52-2025    .      .",  // Gia Lai
      "  .       .       .   66-2025    .      .",  // Đắk Lắk
      "  .   80-2025 75-2025 68-2025 56-2025   .",  // Tây Ninh, Đồng Nai, Lâm Đồng, Khánh Hòa
      "91-2025 82-2025 79-2025  .       .      .",  // An Giang, Đồng Tháp, Hồ Chí Minh
      "92-2025 86-2025  .       .       .     TS",  // Cần Thơ, Vĩnh Long; Trường Sa of Khánh Hòa
      "96-2025  .       .       .       .      .",  // Cà Mau
    ])
}
