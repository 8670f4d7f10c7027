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
    var certificateEnd: CertificateEnd?
    /// Why changes are seen late.
    var unwatched: [Watched: String] = [:]
    /// When it was published, in seconds since 1970.
    var since: Int
    var reloads = Reloads()
  }

  /// How often an attempt to serve something newer came to what.
  struct Reloads: Sendable {
    var loaded = 0
    var same = 0
    var refused = 0
  }

  private let watch: Watch
  private let state: Mutex<State>
  private let generation = Atomic<Int>(0)

  /// `watch` tells what the program knows of itself.
  package init(_ api: API, _ watch: Watch = Watch()) {
    self.watch = watch
    state = Mutex(State(api: api, since: watch.seconds()))
  }

  /// How often something newer was published.
  package var number: Int { generation.load(ordering: .acquiring) }

  /// Serves a snapshot from now on; answers under way go on with the one that they began with.
  package func publish(_ snapshot: Snapshot) {
    let newer = state.withLock { $0.api }.on(snapshot)
    newer.prepare()
    let now = watch.seconds()
    state.withLock { state in
      state.api = newer
      state.failure = nil
      state.since = now
      state.reloads.loaded += 1
    }
    generation.wrappingAdd(1, ordering: .releasing)
  }

  /// Notes why something newer is not served; nil once what is served is what there is.
  package func note(failure: String?) {
    state.withLock { state in
      state.failure = failure
      if failure == nil { state.reloads.same += 1 } else { state.reloads.refused += 1 }
    }
  }

  /// Notes why another certificate is not served; nil once the one that is served is the right one.
  package func note(certificateFailure: String?) {
    state.withLock { $0.certificateFailure = certificateFailure }
  }

  /// Notes when the certificate that is served ends.
  package func note(certificateEnd: CertificateEnd) {
    state.withLock { $0.certificateEnd = certificateEnd }
  }

  /// Notes why changes are seen late; nil once they are seen at once.
  package func note(unwatched reason: String?, _ what: Watched) {
    state.withLock { $0.unwatched[what] = reason }
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

  /// What a page about the program itself says now.
  func say(_ page: Live) -> Live.Said {
    switch page {
    case .readiness: readiness
    case .metrics: metrics
    }
  }

  /// That it can answer, and why not with what lies there now, and what else whoever runs it must
  /// know; or that clients go elsewhere.
  private var readiness: Live.Said {
    if watch.isStopping() {
      return Live.Said(
        text: "stopping: ask another server, or this one later\n", status: .serviceUnavailable,
        retryAfter: 5)
    }
    let state = state.withLock { $0 }
    let failures = [
      ("data", state.failure), ("certificate", state.certificateFailure),
    ].compactMap {
      what, why in
      why.map {
        "ready, with the \(what) from before: what is there now cannot be served\n\($0)\n"
      }
    }
    let remarks =
      [state.certificateEnd?.remark(at: watch.clock())]
      + Watched.allCases.map { state.unwatched[$0] }
    let text = failures.isEmpty ? "ready\n" : failures.joined()
    return Live.Said(text: remarks.compactMap { $0.map { "\($0)\n" } }.reduce(text, +))
  }

  private var metrics: Live.Said {
    let state = state.withLock { $0 }
    var text = MetricsText()
    text.add(watch.counts())
    text.add(
      state.reloads, hasFailed: state.failure != nil,
      certificateHasFailed: state.certificateFailure != nil
        || state.certificateEnd?.isOver(at: watch.clock()) ?? false)
    text.add(certificateEnd: state.certificateEnd?.seconds, unwatched: Set(state.unwatched.keys))
    text.add(
      snapshot: state.api.digest, age: watch.seconds() - state.since)
    return Live.Said(text: text.text, type: MetricsText.type)
  }
}
