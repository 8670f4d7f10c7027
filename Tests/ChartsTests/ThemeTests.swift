import Charts
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
}
