import Charts
import Glibc
import Testing

/// What is seen can be told apart, by the numbers of WCAG 2.
@Suite struct ThemeTests {
  @Test func `contrast is what WCAG says it is`() {
    #expect(abs(Color("000000").contrast(with: Color("ffffff")) - 21) < 0.01)
    #expect(abs(Color("777777").contrast(with: Color("ffffff")) - 4.48) < 0.01)
    #expect(Color("123456").contrast(with: Color("123456")) == 1)
  }

  @Test(arguments: Theme.allCases) func `words stand out from the paper`(_ theme: Theme) {
    #expect(theme.ink.contrast(with: theme.paper) >= 7)
    #expect(theme.quiet.contrast(with: theme.paper) >= 4.5)
  }

  @Test(arguments: Theme.allCases) func `words stand out from every tile`(_ theme: Theme) {
    for (place, ground) in theme.classes.enumerated() {
      #expect(theme.ink(onClass: place).contrast(with: ground) >= 4.5)
    }
  }

  @Test(arguments: Theme.allCases)
  func `lines and signs stand out from the paper`(_ theme: Theme) {
    for color in theme.lines + [theme.rule] { #expect(color.contrast(with: theme.paper) >= 3) }
    #expect(Set(theme.lines).count == LineChart.mostSeries)
  }

  @Test(arguments: Theme.allCases)
  func `the shades of a map differ in lightness, and the highest stands out most`(_ theme: Theme) {
    let contrasts = theme.classes.map { $0.contrast(with: theme.paper) }
    #expect(contrasts == contrasts.sorted())
    for (one, other) in zip(theme.classes, theme.classes.dropFirst()) {
      #expect(one.contrast(with: other) >= 1.3)
    }
  }

  /// As who sees all colours, who sees no red, and who sees no green.
  @Test(arguments: Theme.allCases, Sight.allCases)
  func `lines are told apart by every kind of sight`(_ theme: Theme, _ sight: Sight) {
    let seen = theme.lines.map { sight.seen($0) }
    for (place, one) in seen.enumerated() {
      for other in seen[..<place] { #expect(one.distance(to: other) >= 18) }
    }
    for (one, other) in zip(seen, seen.dropFirst()) { #expect(one.distance(to: other) >= 30) }
  }
}

/// Kinds of sight, by the matrices of Machado, Oliveira and Fernandes (2009) for those who lack one
/// kind of cones.
enum Sight: CaseIterable {
  case full, protanopia, deuteranopia

  private var rows: [[Double]] {
    switch self {
    case .full: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranopia:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    }
  }

  func seen(_ color: Color) -> Lab {
    let digits = UInt32(color.digits, radix: 16) ?? 0
    let linear = [16, 8, 0].map { (shift: UInt32) in
      let share = Double(digits >> shift & 0xFF) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return Lab(rows.map { row in min(max(zip(row, linear).map(*).reduce(0, +), 0), 1) })
  }

  /// A colour where equal distances look about equal: CIELAB, as lit by D65.
  struct Lab {
    let parts: [Double]

    init(_ linear: [Double]) {
      let white = [0.95047, 1, 1.08883]
      let matrix = [
        [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
      ]
      let roots = zip(matrix, white).map { row, white in
        let share = zip(row, linear).map(*).reduce(0, +) / white
        return share > 0.008856 ? cbrt(share) : 7.787 * share + 16.0 / 116
      }
      parts = [
        116 * roots[1] - 16, 500 * (roots[0] - roots[1]), 200 * (roots[1] - roots[2]),
      ]
    }

    func distance(to other: Lab) -> Double {
      zip(parts, other.parts).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
    }
  }
}
