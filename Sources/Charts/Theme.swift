/// A colour; never transparent.
package struct Color: Sendable, Hashable {
  /// 0xRRGGBB.
  package let rgb: UInt32
  /// What it is for, as classes and variables call it: `ink`, `l0`.
  let role: String

  package init(_ rgb: UInt32, _ role: String = "") {
    self.rgb = rgb
    self.role = role
  }

  /// As SVG and CSS write it, without "#".
  var digits: String {
    let digits = String(rgb, radix: 16)
    return String(repeating: "0", count: 6 - digits.utf8.count) + digits
  }

  /// Relative luminance as WCAG 2 defines it, 0 to 1.
  package var luminance: Double {
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

  package var paper: Color { Color(self == .light ? 0xFFFFFF : 0x14181D, "paper") }
  package var ink: Color { Color(self == .light ? 0x1A2027 : 0xEEF1F4, "ink") }
  /// Of words that are read second.
  package var quiet: Color { Color(self == .light ? 0x59636E : 0xA9B3BD, "quiet") }
  /// Of lines that only guide the eye.
  package var faint: Color { Color(self == .light ? 0xE1E5E9 : 0x2D353E, "faint") }
  /// Of axes and rules.
  package var rule: Color { Color(self == .light ? 0x8A949E : 0x77818B, "rule") }
  package var accent: Color { lines[0] }

  /// Of lines, in their order: Okabe and Ito's colours, darkened on light paper until each stands
  /// out 3 : 1.
  package var lines: [Color] { self == .light ? Theme.onLight : Theme.onDark }

  /// Of five classes of values, from low to high, as viridis orders them: by lightness, so that no
  /// kind of sight confuses them. What is high stands out from the paper most.
  package var classes: [Color] { self == .light ? Theme.towardsDark : Theme.towardsLight }

  /// Of the words on a class: the one of two that is read more easily.
  package func ink(onClass place: Int) -> Color {
    self == .light ? Theme.inksOnLight[place] : Theme.inksOnDark[place]
  }

  private static let onLight = colors(
    "l", 0x0072B2, 0xD55E00, 0x00855F, 0xB0568C, 0xA87400, 0x2F86BC, 0x333B44, 0x7A7400)
  private static let onDark = colors(
    "l", 0x4FA8DE, 0xF0843A, 0x2FBF95, 0xE09AC2, 0xE9B03F, 0x9BD3F5, 0xE6EAEE, 0xF0E442)
  private static let towardsDark = colors(
    "k", 0xDFF0EA, 0xA5D5CE, 0x5FA9B7, 0x2C7093, 0x123C62)
  private static let towardsLight = colors(
    "k", 0x1F3D50, 0x2B627B, 0x4A9AAB, 0x8CCAC2, 0xDDF3E6)
  private static let inksOnLight = inks(on: towardsDark)
  private static let inksOnDark = inks(on: towardsLight)

  private static func colors(_ role: String, _ all: UInt32...) -> [Color] {
    all.enumerated().map { Color($1, "\(role)\($0)") }
  }

  private static func inks(on grounds: [Color]) -> [Color] {
    grounds.enumerated().map { place, ground in
      let (dark, light) = (Color(0x10161C), Color(0xFFFFFF))
      let isDark = dark.contrast(with: ground) >= light.contrast(with: ground)
      return Color(isDark ? dark.rgb : light.rgb, "o\(place)")
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
