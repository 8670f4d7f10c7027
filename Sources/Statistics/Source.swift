/// A document that says so.
package struct Source: Sendable {
  package var id = ""
  /// In the language of the document.
  package var title = ""
  package var publisher = ""
  /// The agency that publishes it, where that is one of the data.
  package var agency: String?
  package var url: String?
  package var language = "vi"
  package var kind = SourceKind.press
  package var published: PartialDate?
  package var publishedNote: Name?
  /// The day on which it was read for this data; nil where it was only cited.
  package var retrieved: Day?
  package var transcriptionOf: [String] = []
  package var meeting: String?
  /// Of an act: `411/QĐ-TTg`.
  package var number: String?
  package var license: String?
  package var reliability = Reliability.single
  package var checks: [Name] = []
  package var notes: [Name] = []

  package init() {}

  /// The day from which what it says counts as known: its date, that date's last day where only
  /// the month or year is known, else the day on which it was retrieved; nil where none is known.
  package var knownFrom: Day? { published?.last ?? retrieved }
}
