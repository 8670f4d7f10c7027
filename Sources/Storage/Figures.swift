import JSON

/// The numbers that can be read in a piece of prose, by Vietnamese and by English rules.
///
/// "4.543" is 4,543 to one reader and 4.543 to the other, so a figure counts as found if any
/// reading of any number gives it. Scale words after a number multiply it: "1,5 nghìn" is 1,500,
/// "129 nghìn tỷ" is 129 × 10^12, "trên 2 triệu lượt" is 2,000,000.
struct Figures {
  private let text: String

  init(in text: String) {
    self.text = text
  }

  /// Whether the value, or value × 10^multiplier, is among the numbers; of a value below zero the
  /// words ("giảm", "âm") tell the sign.
  func contain(_ value: Decimal, multiplier: Int) -> Bool {
    if value.mantissa < 0,
      let positive = Decimal(mantissa: -Int128(value.mantissa), places: value.places)
    {
      return contain(positive, multiplier: multiplier)
    }
    let scaled = value.scaled(by: multiplier)
    let bytes = text.utf8Span.span
    var place = 0
    while place < bytes.count {
      guard Figures.isDigit(bytes[place]) else {
        place += 1
        continue
      }
      let number = Figures.number(in: bytes, from: place)
      place = number.upperBound
      let readings = [
        Figures.reading(bytes, number, point: UInt8(ascii: ","), group: UInt8(ascii: ".")),
        Figures.reading(bytes, number, point: UInt8(ascii: "."), group: UInt8(ascii: ",")),
      ]
      for case let reading? in readings {
        if reading == value || reading == scaled { return true }
        let power = power(after: number.upperBound)
        guard power > 0, let whole = reading.scaled(by: power) else { continue }
        if whole == value || whole == scaled { return true }
      }
    }
    return false
  }

  /// The digits from a place on, with the points and commas between them.
  private static func number(in bytes: Span<UInt8>, from start: Int) -> Range<Int> {
    var end = start + 1
    for place in end..<bytes.count {
      if isDigit(bytes[place]) {
        end = place + 1
      } else if bytes[place] != UInt8(ascii: "."), bytes[place] != UInt8(ascii: ",") {
        break
      }
    }
    return start..<end
  }

  /// What fits into the mantissa while it is read; a `Decimal` holds fewer.
  private static let mostDigits = 38

  /// What digits can mean where `point` stands before decimals and `group` between groups of three;
  /// nil if they cannot stand so.
  private static func reading(
    _ bytes: Span<UInt8>, _ number: Range<Int>, point: UInt8, group: UInt8
  ) -> Decimal? {
    guard number.count <= mostDigits else { return nil }
    var mantissa: Int128 = 0
    var (places, groups, digitsOfGroup) = (0, 1, 0)
    var isAfterPoint = false
    for place in number {
      let byte = bytes[place]
      if isDigit(byte) {
        mantissa = mantissa * 10 + Int128(byte - UInt8(ascii: "0"))
        if isAfterPoint { places += 1 } else { digitsOfGroup += 1 }
        continue
      }
      let endsGroup = groups == 1 ? byte == point || digitsOfGroup <= 3 : digitsOfGroup == 3
      guard endsGroup, !isAfterPoint else { return nil }
      if byte == point { isAfterPoint = true } else { (groups, digitsOfGroup) = (groups + 1, 0) }
    }
    guard groups == 1 || digitsOfGroup == 3 else { return nil }
    return Decimal(mantissa: mantissa, places: places)
  }

  /// The powers of ten of the scale words, three at most, that follow a number without a break.
  private func power(after end: Int) -> Int {
    let scalars = text.unicodeScalars
    var place = text.utf8.index(text.startIndex, offsetBy: end)
    var power = 0
    for _ in 0..<3 {
      while place < scalars.endIndex, !Figures.isLetterOrNumber(scalars[place]) {
        place = scalars.index(after: place)
      }
      let start = place
      // No other letter begins a scale word.
      guard start < scalars.endIndex, Figures.initials.contains(scalars[start]) else { break }
      while place < scalars.endIndex, Figures.goesOnWord(scalars[place]) {
        place = scalars.index(after: place)
      }
      guard let more = Figures.power(of: text[start..<place].lowercased()) else { break }
      power += more
    }
    return power
  }

  private static let initials: [Unicode.Scalar] = [
    "t", "n", "v", "h", "m", "b", "T", "N", "V", "H", "M", "B",
  ]

  private static func power(of word: String) -> Int? {
    switch word {
    case "trăm", "hundred": 2
    case "nghìn", "ngàn", "thousand": 3
    case "vạn": 4
    case "triệu", "million": 6
    case "tỷ", "tỉ", "billion", "bn": 9
    case "trillion": 12
    default: nil
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0") <= byte && byte <= UInt8(ascii: "9")
  }

  private static func isLetterOrNumber(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// A letter, or a mark over the one before it.
  private static func goesOnWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || (0x0300...0x036F).contains(scalar.value)
  }
}

extension Decimal {
  /// This × 10^power; nil if it does not fit.
  func scaled(by power: Int) -> Decimal? {
    if power >= places {
      guard power - places <= 20 else { return nil }
      return Decimal(mantissa: Int128(mantissa) * Decimal.power(power - places), places: 0)
    }
    return Decimal(mantissa: Int128(mantissa), places: places - power)
  }
}
