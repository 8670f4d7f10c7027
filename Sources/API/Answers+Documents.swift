import Statistics
import Synchronization

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
  func tour() -> Answer { page { TourPage(asking: $0).document } }

  /// `/docs/data`.
  func dictionary() -> Answer {
    page {
      DictionaryPage(snapshot: $0.snapshot, collections: $0.collections).document
    }
  }

  /// `/docs/methods`.
  func methods() -> Answer { page { MethodsPage(asking: $0).document } }

  private func describing(_ write: (Description, APILimits) -> [UInt8]) -> Answer {
    page { write($0.prepared.description.value(of: $0), limits) }
  }

  private func page(_ write: (Asking) -> [UInt8]) -> Answer {
    // The description describes these routes, too.
    if isDescribing { return Answer(content: .whole([])) }
    return Answer(content: .whole(write(self)), era: "\(today)")
  }
}

/// The description of a snapshot's day, made when it is first asked for.
final class DescriptionOfDay: Sendable {
  private let kept = Mutex<(day: Day, description: Description)?>(nil)

  func value(of asking: Asking) -> Description {
    if let kept = kept.withLock({ $0 }), kept.day == asking.today { return kept.description }
    let description = Description(asking)
    kept.withLock { $0 = (asking.today, description) }
    return description
  }
}
