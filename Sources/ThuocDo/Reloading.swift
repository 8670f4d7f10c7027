import API
import Linux
import Logging
import Server
import Storage
import Synchronization

/// Carries what the folder of data has become to who answers: SIGHUP or a change on disk in, a
/// publication or a line in the log out.
final class Reloading: Sendable {
  private let reloader: Reloader
  private let serving: Serving

  /// Who answers, once it does.
  private final class Serving: Sendable {
    let parts = Mutex<(publication: Publication, server: Server)?>(nil)
  }

  /// Watches the folder from now on, so that no change is missed while it is read first.
  init(_ folder: String, _ logger: Logger) throws {
    let serving = Serving()
    self.serving = serving
    reloader = try Reloader(folder) { outcome in
      guard let (publication, server) = serving.parts.withLock({ $0 }) else { return }
      switch outcome {
      case .loaded(let snapshot):
        publication.publish(snapshot)
        server.refresh()
        logger.notice(
          "\(folder): \(snapshot.observations.count) observations loaded, sha256:\(snapshot.digest)"
        )
      case .same:
        publication.note(failure: nil)
        logger.notice("\(folder): nothing has changed")
      case .refused(let errors):
        publication.note(failure: "\(errors)")
        logger.error("\(folder) cannot be served, the data from before is:\n\(errors)")
      case .unwatched(let error):
        let reason = error.map {
          unwatched(folder, because: $0, lookInterval: Reloader.lookInterval)
        }
        publication.note(unwatched: reason, .data)
        if let reason { logger.warning("\(reason)") }
        return
      }
      // It serves, be it what it served before.
      logger.tell(.ready)
    }
  }

  /// Loads what changes from now on; what is published already has the given digest.
  func begin(with digest: String, _ publication: Publication, _ server: Server) {
    serving.parts.withLock { $0 = (publication, server) }
    reloader.begin(with: digest)
  }

  /// Asks for an attempt now.
  func load() { reloader.load() }

  /// False where something holds up what is under way.
  @discardableResult
  func stop() -> Bool { reloader.stop() }
}
