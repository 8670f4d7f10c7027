/// A colour; never transparent.
package struct Color: Sendable, Hashable {
  /// 0xRRGGBB.
  package let rgb: UInt32

  package init(_ rgb: UInt32) {
    self.rgb = rgb
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

  package var paper: Color { self == .light ? Color(0xFFFFFF) : Color(0x14181D) }
  package var ink: Color { self == .light ? Color(0x1A2027) : Color(0xEEF1F4) }
  /// Of words that are read second.
  package var quiet: Color { self == .light ? Color(0x59636E) : Color(0xA9B3BD) }
  /// Of lines that only guide the eye.
  package var faint: Color { self == .light ? Color(0xE1E5E9) : Color(0x2D353E) }
  /// Of axes and rules.
  package var rule: Color { self == .light ? Color(0x8A949E) : Color(0x77818B) }
  package var accent: Color { lines[0] }

  /// Of lines, in their order: Okabe and Ito's colours, darkened on light paper until each stands
  /// out 3 : 1.
  package var lines: [Color] { self == .light ? Theme.onLight : Theme.onDark }

  /// Of five classes of values, from low to high, as viridis orders them: by lightness, so that no
  /// kind of sight confuses them. What is high stands out from the paper most.
  package var classes: [Color] { self == .light ? Theme.towardsDark : Theme.towardsLight }

  /// Of the words on a ground: the one of two that is read more easily.
  package func ink(on ground: Color) -> Color {
    let (dark, light) = (Color(0x10161C), Color(0xFFFFFF))
    return dark.contrast(with: ground) >= light.contrast(with: ground) ? dark : light
  }

  private static let onLight = [
    0x0072B2, 0xD55E00, 0x00855F, 0xB0568C, 0xA87400, 0x2F86BC, 0x333B44, 0x7A7400,
  ].map { Color($0) }
  private static let onDark = [
    0x4FA8DE, 0xF0843A, 0x2FBF95, 0xE09AC2, 0xE9B03F, 0x9BD3F5, 0xE6EAEE, 0xF0E442,
  ].map { Color($0) }
  private static let towardsDark = [
    0xDFF0EA, 0xA5D5CE, 0x5FA9B7, 0x2C7093, 0x123C62,
  ].map { Color($0) }
  private static let towardsLight = [
    0x1F3D50, 0x2B627B, 0x4A9AAB, 0x8CCAC2, 0xDDF3E6,
  ].map { Color($0) }
}
