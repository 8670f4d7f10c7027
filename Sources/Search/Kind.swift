/// The kinds of thing that can be found, in the order in which equally good hits are given.
package enum Kind: String, Sendable, CaseIterable {
  case province, region, pillar, indicator, commitment, target, task, agency, platform, meeting
  case source
}

/// By what a thing was found.
package enum MatchedBy: String, Sendable, CaseIterable {
  case id, code, name, formerName, predecessor, alias, text
}
