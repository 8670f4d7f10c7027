/// A colour; never transparent.
package struct Color: Sendable, Hashable {
  /// Six hexadecimal digits, as SVG and CSS write them behind "#".
  package let digits: String
  /// What it is for, as classes and variables call it: `ink`, `l0`.
  let role: String

  package init(_ digits: String, _ role: String = "") {
    self.digits = digits
    self.role = role
  }

  /// Relative luminance as WCAG 2 defines it, 0 to 1.
  package var luminance: Double {
    let rgb = UInt32(digits, radix: 16) ?? 0
    func part(_ shift: UInt32) -> Double {
      let share = Double(rgb >> shift & 0xFF) / 255
      if share <= 0.04045 { return share / 12.92 }
      // ((share + 0.055) / 1.055) to the power of 2.4, which is its square times its 2/5th.
      let base = (share + 0.055) / 1.055
      var fifth = base
      for _ in 0..<30 {
        let fourth = fifth * fifth * fifth * fifth
        fifth -= (fourth * fifth - base) / (5 * fourth)
      }
      return base * base * fifth * fifth
    }
    return 0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
  }

  /// The contrast of two colours as WCAG 2 defines it, 1 to 21.
  package func contrast(with other: Color) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }
}

/// Light paper or dark, with the colours that are seen on it.
package enum Theme: String, Sendable, CaseIterable {
  case light, dark

  package var paper: Color { Color(self == .light ? "ffffff" : "14181d", "paper") }
  package var ink: Color { Color(self == .light ? "1a2027" : "eef1f4", "ink") }
  /// Of words that are read second.
  package var quiet: Color { Color(self == .light ? "59636e" : "a9b3bd", "quiet") }
  /// Of lines that only guide the eye.
  package var faint: Color { Color(self == .light ? "e1e5e9" : "2d353e", "faint") }
  /// Of axes and rules.
  package var rule: Color { Color(self == .light ? "8a949e" : "77818b", "rule") }
  package var accent: Color { lines[0] }

  /// Of lines, in their order: the hues of Okabe and Ito as far as eight can be told apart by those
  /// who see no red or no green, each standing out from the paper 3 : 1.
  package var lines: [Color] { self == .light ? Theme.onLight : Theme.onDark }

  /// Of five classes of values, from low to high, as viridis orders them: by lightness, so that no
  /// kind of sight confuses them. What is high stands out from the paper most.
  package var classes: [Color] { self == .light ? Theme.towardsDark : Theme.towardsLight }

  /// Of the words on a class: the one of two that is read more easily.
  package func ink(onClass place: Int) -> Color {
    self == .light ? Theme.inksOnLight[place] : Theme.inksOnDark[place]
  }

  private static let onLight = colors(
    "l", "0072b2", "935700", "2ca06a", "8e0b78", "da7a12", "3b9cc7", "0b0d15", "3c491c")
  private static let onDark = colors(
    "l", "3aa3e9", "d56b20", "49c194", "8f589a", "ffba39", "b7d2ff", "deffdc", "ffff8c")
  private static let towardsDark = colors(
    "k", "dff0ea", "a5d5ce", "5fa9b7", "2c7093", "123c62")
  private static let towardsLight = colors(
    "k", "1f3d50", "2b627b", "4a9aab", "8ccac2", "ddf3e6")
  private static let inksOnLight = inks(on: towardsDark)
  private static let inksOnDark = inks(on: towardsLight)

  private static func colors(_ role: String, _ all: String...) -> [Color] {
    all.enumerated().map { Color($1, "\(role)\($0)") }
  }

  private static func inks(on grounds: [Color]) -> [Color] {
    grounds.enumerated().map { place, ground in
      let (dark, light) = (Color("10161c"), Color("ffffff"))
      let isDark = dark.contrast(with: ground) >= light.contrast(with: ground)
      return Color(isDark ? dark.digits : light.digits, "o\(place)")
    }
  }
}

/// For a page that charts stand in: they follow its style sheet, wherever that changes the theme.
extension Theme {
  private var all: [Color] {
    [paper, ink, quiet, faint, rule] + lines + classes
      + classes.indices.map { ink(onClass: $0) }
  }

  /// The colours as variables: `--c-ink:#1a2027;…`.
  package var variables: String {
    all.map { "--c-\($0.role):#\($0.digits);" }.joined()
  }

  /// What makes the classes of shapes follow these variables: `cf-` fills, `cs-` strokes.
  package static var rules: String {
    light.all.map(\.role).map { role in
      ".cf-\(role){fill:var(--c-\(role))}.cs-\(role){stroke:var(--c-\(role))}"
    }.joined()
  }
}
