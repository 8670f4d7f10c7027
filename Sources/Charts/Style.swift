// Charts: plain values drawn as SVG, with real text, for people who look and people who listen.

/// How a chart is to look.
package struct Style: Sendable {
  /// Pixels, within `widths`.
  package var width: Int
  package var theme: Theme
  package var language: Language
  /// Whether it stands in a page of somebody else: without title, margin, paper and typeface of its
  /// own, its colours with classes that the page's style sheet may speak of (`Theme.rules`).
  package var isInPage = false
  /// Whether notes, sources and dates stand below it in a page, too.
  package var hasFoot = false

  /// From a small phone to a slide.
  package static let widths = 320...1600
  package static let defaultWidth = 720

  package init(width: Int = defaultWidth, theme: Theme = .light, language: Language = .vi) {
    self.width = min(max(width, Style.widths.lowerBound), Style.widths.upperBound)
    self.theme = theme
    self.language = language
  }
}

/// The language of the words on a chart; its numbers follow.
package enum Language: String, Sendable, CaseIterable {
  case vi, en

  /// The one of two wordings.
  package func pick(_ vi: String, _ en: String) -> String { self == .vi ? vi : en }
}

/// What stands around the drawing of every chart, in the chart's language.
package struct Caption: Sendable {
  package var title: String
  /// The unit, the period, the map: each a line.
  package var description: [String] = []
  package var notes: [String] = []
  /// The documents, each with its title and id; more than a few are counted.
  package var sources: [String] = []
  /// When the figures became public, and as of when they are known.
  package var dates = ""

  package init(title: String) {
    self.title = title
  }
}

/// A number as a document gives it.
package struct Value: Sendable, Equatable {
  /// As JSON writes it.
  package let text: String
  /// For the drawing only.
  package let number: Double

  /// - Parameter text: digits as JSON writes them; anything else counts as 0.
  package init(_ text: String) {
    self.text = text
    number = Double(text) ?? 0
  }
}

/// What is to be known of a figure beside its value.
package struct Marks: OptionSet, Sendable {
  package let rawValue: UInt8
  /// Estimated, forecast or provisional.
  package static let estimated = Marks(rawValue: 1)
  /// Made of other areas' figures by a rule.
  package static let derived = Marks(rawValue: 2)

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }
}
