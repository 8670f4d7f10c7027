import Formats
import Statistics
import Synchronization

/// What a snapshot comes to on one day, made when it is first asked for; the last day's is kept.
final class OfDay<Value: Sendable>: Sendable {
  private let kept = Mutex<(day: Day, value: Value)?>(nil)

  func value(on day: Day, make: () -> Value) -> Value {
    if let kept = kept.withLock({ $0 }), kept.day == day { return kept.value }
    let value = make()
    kept.withLock { $0 = (day, value) }
    return value
  }
}

extension Asking {
  /// The description of today.
  var description: Description { prepared.description.value(on: today) { Description(self) } }

  /// A view of all targets on a day: how far they have come is computed once, today's for all that
  /// ask.
  func judging(asOf day: Day) -> View {
    var view = view(asOf: day)
    view.judgement =
      day == today
      ? prepared.judgement.value(on: day) { Judgement(snapshot, asOf: day) }
      : Judgement(snapshot, asOf: day)
    return view
  }
}
