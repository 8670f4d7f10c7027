import HTTP
import Statistics
import Synchronization

/// What is served at the moment, for all loops, and what became of attempts to serve something
/// newer.
///
/// A loop looks at a number at each request, and takes what is new by itself: nobody waits for it.
package final class Publication: Sendable {
  private struct State {
    var api: API
    var failure: String?
    var certificateFailure: String?
  }

  private let state: Mutex<State>
  private let generation = Atomic<Int>(0)

  package init(_ api: API) {
    state = Mutex(State(api: api))
  }

  /// How often something newer was published.
  package var number: Int { generation.load(ordering: .acquiring) }

  /// Serves a snapshot from now on; answers under way go on with the one that they began with.
  package func publish(_ snapshot: Snapshot) {
    let newer = state.withLock { $0.api }.on(snapshot)
    newer.prepare()
    state.withLock { state in
      state.api = newer
      state.failure = nil
    }
    generation.wrappingAdd(1, ordering: .releasing)
  }

  /// Notes why something newer is not served; nil once what is served is what there is.
  package func note(failure: String?) {
    state.withLock { $0.failure = failure }
  }

  /// Notes why another certificate is not served; nil once the one that is served is the right one.
  package func note(certificateFailure: String?) {
    state.withLock { $0.certificateFailure = certificateFailure }
  }

  /// The answers of one loop.
  package func application() -> Application {
    let ready = ReadyAnswers(self)
    return Application(
      respond: { head, bytes, _ in ready.respond(to: head, bytes) },
      refuse: { refusal in API.refusal(refusal, Asked(language: .en)) },
      era: { ready.era() })
  }

  func current() -> (api: API, number: Int) {
    state.withLock { ($0.api, number) }
  }

  /// What `/readyz` says: that it can answer, and why not with what lies there now.
  var readiness: String {
    let (failure, certificateFailure) = state.withLock { ($0.failure, $0.certificateFailure) }
    let failures = [("data", failure), ("certificate", certificateFailure)].compactMap {
      what, why in
      why.map {
        "ready, with the \(what) from before: what is there now cannot be served\n\($0)\n"
      }
    }
    return failures.isEmpty ? "ready\n" : failures.joined()
  }
}
