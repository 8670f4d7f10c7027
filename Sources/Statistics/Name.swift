// Statistics: what is known, as values that never change once loaded, and how it is selected.

/// A text for people in both languages.
package struct Name: Sendable, Hashable {
  package var vi: String
  package var en: String

  package init(vi: String, en: String) {
    self.vi = vi
    self.en = en
  }
}
