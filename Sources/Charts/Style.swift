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
  /// Who published it, an act by its number: at most `mostSources`, none cut off.
  package var sources: [String] = []
  /// How many there are beside these.
  package var moreSources = 0
  /// When the figures became public, and as of when they are known.
  package var dates = ""

  package static let mostSources = 3

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
  /// Digits that say something before the point, and all behind it.
  let leading: Int
  let places: Int
  /// Places that are written at least, with zeros at the end.
  let least: Int

  /// - Parameters:
  ///   - text: digits as JSON writes them; anything else counts as 0.
  ///   - least: places that people see at least: those of its indicator.
  package init(_ text: String, places least: Int = 0) {
    self.text = text
    self.least = least
    var (leading, places, digits, count) = (0, 0, 0, 0)
    var (isAfter, isPlain) = (false, true)
    let bytes = text.utf8.span
    for place in bytes.indices {
      let byte = bytes[place]
      if byte == UInt8(ascii: "-"), place == 0 { continue }
      if byte == UInt8(ascii: "."), !isAfter {
        isAfter = true
        continue
      }
      count += 1
      if isAfter { places += 1 } else if leading > 0 || byte != UInt8(ascii: "0") { leading += 1 }
      isPlain = isPlain && count <= Value.mostExact && byte &- UInt8(ascii: "0") < 10
      if isPlain { digits = digits * 10 + Int(byte - UInt8(ascii: "0")) }
    }
    (self.leading, self.places) = (leading, places)
    guard isPlain, count > 0 else {
      number = Double(text) ?? 0
      return
    }
    var power = 1.0
    for _ in 0..<places { power *= 10 }
    let size = Double(digits) / power
    number = bytes[0] == UInt8(ascii: "-") ? -size : size
  }

  /// So many digits, and ten to the power of as many, are floating-point numbers themselves, so
  /// that their quotient is the nearest to the text.
  private static let mostExact = 15
}

/// What is to be known of a figure beside its value.
package struct Marks: OptionSet, Sendable {
  package let rawValue: UInt8
  /// Estimated, forecast or provisional.
  package static let estimated = Marks(rawValue: 1)
  /// Made of other areas' figures by a rule.
  package static let derived = Marks(rawValue: 2)
  /// Of what came about in another length of time than the other figures of its line: half a year
  /// among years.
  package static let otherSpan = Marks(rawValue: 4)

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }
}
