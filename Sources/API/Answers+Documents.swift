import Statistics

extension Asking {
  /// `/openapi.json`.
  func openAPI() -> Answer {
    describing { $0.openAPI($1) }
  }

  /// `/docs/api`.
  func reference() -> Answer {
    describing { $0.page($1) }
  }

  /// `/docs`.
  func tour() -> Answer {
    var answer = page { TourPage(asking: $0).document }
    answer.era += " \(origin)"
    return answer
  }

  /// `/docs/data`.
  func dictionary() -> Answer {
    page {
      DictionaryPage(snapshot: $0.snapshot, collections: $0.collections).document
    }
  }

  /// `/docs/methods`.
  func methods() -> Answer { page { MethodsPage(asking: $0).document } }

  private func describing(_ write: (Description, APILimits) -> [UInt8]) -> Answer {
    page { write($0.description, limits) }
  }

  private func page(_ write: (Asking) -> [UInt8]) -> Answer {
    // The description describes these routes, too.
    if isDescribing { return Answer(content: .whole([])) }
    return Answer(content: .whole(write(self)), era: "\(today)")
  }
}
