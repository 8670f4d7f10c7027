import JSON

/// The numbers that can be read in a piece of prose, by Vietnamese and by English rules.
///
/// "4.543" is 4,543 to one reader and 4.543 to the other, so a figure counts as found if any
/// reading of any number gives it. Scale words after a number multiply it: "1,5 nghìn" is 1,500,
/// "129 nghìn tỷ" is 129 × 10^12, "trên 2 triệu lượt" is 2,000,000.
struct Figures {
  private var readings: Set<Decimal> = []

  init(in text: String) {
    let tokens = Figures.tokens(of: text)
    for (index, token) in tokens.enumerated() where token.first?.isNumber ?? false {
      let power = Figures.power(of: tokens[(index + 1)...].prefix(3))
      for reading in Figures.readings(of: token) {
        readings.insert(reading)
        if power > 0, let scaled = reading.scaled(by: power) { readings.insert(scaled) }
      }
    }
  }

  /// Whether the value, or value × 10^multiplier, is among the numbers; of a value below zero the
  /// words ("giảm", "âm") tell the sign.
  func contain(_ value: Decimal, multiplier: Int) -> Bool {
    if value.mantissa < 0,
      let positive = Decimal(mantissa: -Int128(value.mantissa), places: value.places)
    {
      return contain(positive, multiplier: multiplier)
    }
    if readings.contains(value) { return true }
    guard let scaled = value.scaled(by: multiplier) else { return false }
    return readings.contains(scaled)
  }

  /// Numbers with their points and commas, and words, in the order of the text.
  private static func tokens(of text: String) -> [String] {
    var tokens: [String] = []
    var current = ""
    for character in text.lowercased() {
      let joins =
        current.first?.isNumber ?? false
        ? character.isNumber || character == "." || character == ","
        : character.isLetter
      if joins || current.isEmpty && (character.isNumber || character.isLetter) {
        current.append(character)
      } else {
        if !current.isEmpty { tokens.append(current) }
        current = character.isNumber || character.isLetter ? String(character) : ""
      }
    }
    if !current.isEmpty { tokens.append(current) }
    return tokens
  }

  /// The powers of ten of the scale words that follow a number without a break.
  private static func power(of words: ArraySlice<String>) -> Int {
    var power = 0
    for word in words {
      switch word {
      case "trăm", "hundred": power += 2
      case "nghìn", "ngàn", "thousand": power += 3
      case "vạn": power += 4
      case "triệu", "million": power += 6
      case "tỷ", "tỉ", "billion", "bn": power += 9
      case "trillion": power += 12
      default: return power
      }
    }
    return power
  }

  /// What a token of digits, points and commas can mean.
  private static func readings(of token: String) -> [Decimal] {
    var token = token
    while let last = token.last, !last.isNumber { token.removeLast() }
    return [(",", "."), (".", ",")].compactMap { point, group in
      let parts = token.split(separator: Character(point), omittingEmptySubsequences: false)
      guard parts.count <= 2, let whole = parts.first,
        parts.dropFirst().allSatisfy({ $0.allSatisfy(\.isNumber) }),
        let digits = ungrouped(whole, group)
      else { return nil }
      let places = parts.count == 2 ? parts[1].count : 0
      guard let mantissa = Int128(digits + (parts.count == 2 ? parts[1] : "")) else { return nil }
      return Decimal(mantissa: mantissa, places: places)
    }
  }

  /// The digits of a whole number whose groups of three are set apart.
  private static func ungrouped(_ text: Substring, _ group: String) -> String? {
    let groups = text.split(separator: Character(group), omittingEmptySubsequences: false)
    if groups.count > 1 {
      guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { return nil }
    }
    let digits = groups.joined()
    return !digits.isEmpty && digits.allSatisfy(\.isNumber) ? digits : nil
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
