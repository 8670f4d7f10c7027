import Statistics
import Synchronization

extension Asking {
  /// `/openapi.json`.
  func openAPI() -> Answer {
    // The description describes this route, too.
    if isDescribing { return Answer(content: .whole([])) }
    return Answer(
      content: .whole(prepared.description.value(of: self).openAPI(limits)), era: "\(today)")
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
