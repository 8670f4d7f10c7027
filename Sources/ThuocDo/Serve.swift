import API
import ArgumentParser
import HTTP
import Linux
import Logging
import Server
import Statistics
import Storage
import TLS

/// `thuocdo serve`: loads the data, listens, and answers until it is told to stop.
struct Serve: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serve a folder of data over HTTP.",
    discussion: """
      Prints a line, "listening on http://HOST:PORT", when it can answer; for TLS, one with https. \
      SIGTERM and SIGINT \
      stop it after everything under way is answered; a second one stops it at once.
      """)

  @Option(help: "Address to listen on: an IP address or localhost. (default: 127.0.0.1)")
  var host: String?

  @Option(
    help: "Port to listen on; 0 takes a free one. (default: 8080)",
    transform: { try Expected.number($0, in: 0...65_535) })
  var port: Int?

  @Option(help: "File of the certificate and its issuers (PEM); then TLS is spoken on --port.")
  var tlsCert: String?

  @Option(help: "File of the certificate's private key (PEM).")
  var tlsKey: String?

  @Option(
    help: "Port for TLS, which --port then does not speak; 0 takes a free one.",
    transform: { try Expected.number($0, in: 0...65_535) })
  var tlsPort: Int?

  @Option(help: "Folder of *.json files. (default: Config/data)")
  var data: String?

  @Option(
    help: "Event loops, one a thread, 1 to 1024. (default: the number of cores)",
    transform: { try Expected.number($0, in: 1...1024) })
  var threads: Int?

  @Option(help: "File of the access log, JSON lines; - for standard output. (default: none)")
  var accessLog: String?

  @Option(help: "Networks whose Forwarded and X-Forwarded-For are believed, with commas.")
  var trustedProxy: String?

  @Option(help: "File of settings, a JSON object; flags win over it.")
  var config: String?

  @Option(help: "Address under which the world reaches the server; links begin with it.")
  var publicUrl: String?

  @Option(help: "Day that counts as today in Viet Nam, YYYY-MM-DD, for tests.")
  var today: String?

  func validate() throws {
    if let port, !(0...65_535).contains(port) {
      throw ValidationError("--port must be 0 to 65535; here it is \(port)")
    }
    if let tlsPort, !(0...65_535).contains(tlsPort) {
      throw ValidationError("--tls-port must be 0 to 65535; here it is \(tlsPort)")
    }
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads must be 1 to 1024; here it is \(threads)")
    }
    for (flag, text, check) in [
      ("--today", today, Expected.day), ("--public-url", publicUrl, Expected.publicURL),
      ("--trusted-proxy", trustedProxy, Expected.networks),
    ] {
      guard let text, let expected = check(text) else { continue }
      throw ValidationError("\(flag) must be \(expected); here it is \"\(text)\"")
    }
  }

  func run() throws {
    let logger = Logger(label: "thuocdo", factory: { StreamLogHandler.standardError(label: $0) })
    let started = SystemClock.monotonic()
    do {
      let file = try config.map { path throws(DataErrors) in
        try SettingsFile(path, keys: Settings.keys)
      }
      let settings = file ?? SettingsFile()
      let folder = data ?? settings.text("data") ?? "Config/data"
      let configuration = try configuration(settings)
      let reloading = try Reloading(folder, logger)
      defer { reloading.stop() }
      let snapshot = try Loader.load(folder)
      let loaded = SystemClock.monotonic()
      let api = API(
        snapshot, limits: Settings.api(settings),
        publicURL: (publicUrl ?? settings.text("publicURL")).flatMap { PublicURL($0) } ?? .none,
        today: day(settings.text("today")))
      let board = CountBoard()
      let log = try (accessLog ?? settings.text("accessLog")).map { path throws(CannotLog) in
        try CannotLog.orLog(path, logger)
      }
      let publication = Publication(
        api,
        Watch(
          counts: { Serve.counts(board, log) }, isStopping: { board.isStopping },
          seconds: { Int(SystemClock.monotonic() / 1_000_000_000) },
          clock: { SystemClock.secondsSince1970() }))
      let renewing = Renewing(publication: publication, logger: logger)
      let renewal = try configuration.certificates.map { certificates throws(SystemError) in
        try Renewal(certificates) { renewing.report($0) }
      }
      defer { renewal?.stop() }
      let server = try Server(
        configuration, { publication.application() }, logger: logger, board: board,
        accessLog: log,
        onHangUp: {
          logger.tell(.reloading)
          log?.reopen()
          reloading.load()
          renewal?.load()
        },
        onStop: { logger.tell(.stopping) })
      _ = try server.listen()
      let origins = server.origins
      // Beside the first questions: only a search needs it.
      let preparing = try WorkerThread(name: "search") { api.prepare() }
      try server.begin()
      let took = milliseconds(from: started, to: loaded)
      logger.info("\(snapshot.observations.count) observations loaded in \(took) ms")
      // `localhost` has two addresses, of which one is enough to know.
      for scheme in ["http:", "https:"] {
        if let origin = origins.first(where: { $0.hasPrefix(scheme) }) {
          StandardStream.output.write("listening on \(origin)")
        }
      }
      reloading.begin(with: snapshot.digest, publication, server)
      logger.tell(.ready)
      try server.run()
      log?.stop()
      preparing.join()
      let haveEnded = [reloading.stop(), renewal?.stop() ?? true]
      logger.info("stopped")
      if haveEnded.contains(false) {
        logger.warning("files that were being read still are: ended without waiting for the disk")
        endNow(0)
      }
    } catch let error as ExitCode {
      throw error
    } catch {
      let error = (error as? SystemError).map(ServerError.system) ?? error
      StandardStream.errors.write("\(error)")
      throw ExitCode(1)
    }
  }

  private func configuration(_ settings: SettingsFile) throws -> ServerConfiguration {
    var configuration = Settings.server(settings)
    configuration.host = host ?? settings.text("host") ?? configuration.host
    configuration.port = UInt16(port ?? settings.integer("port") ?? 8080)
    do throws(SystemError) {
      configuration.inherited = try InheritedListeners.take()
    } catch {
      throw ServerError.notInherited(error)
    }
    configuration.threads = threads ?? settings.integer("threads") ?? configuration.threads
    configuration.trustedProxies = try Network.list(
      trustedProxy ?? settings.text("trustedProxies") ?? "")
    configuration.tlsPort = (tlsPort ?? settings.integer("tlsPort")).map { UInt16($0) }
    switch (tlsCert ?? settings.text("tlsCert"), tlsKey ?? settings.text("tlsKey")) {
    case (let certificate?, let key?):
      configuration.certificates = try Certificates(certificate: certificate, key: key)
    case (nil, nil) where configuration.tlsPort == nil:
      break
    case (let certificate, let key):
      let missing =
        certificate != nil ? "--tls-key" : key != nil ? "--tls-cert" : "--tls-cert and --tls-key"
      StandardStream.errors.write("for TLS, \(missing) must be given too (or set in the settings)")
      throw ExitCode(1)
    }
    return configuration
  }

  private static func counts(_ board: CountBoard, _ log: AccessLog?) -> Counts {
    var counts = board.total()
    if let log {
      (counts[.loggedLines], counts[.lostLines], counts[.unwrittenLines]) = log.counts
    }
    return counts
  }

  /// The fixed day of `--today` or the settings, else the clock's day in Viet Nam (UTC+7).
  private func day(_ setting: String?) -> @Sendable () -> Day {
    if let day = (today ?? setting).flatMap({ Day($0) }) { return { day } }
    return { Day(number: Int((SystemClock.secondsSince1970() + 7 * 3600) / 86_400)) }
  }
}

/// Why there is no access log: which file, what is wrong, and what would be right.
private struct CannotLog: Error, CustomStringConvertible {
  let path: String
  let error: SystemError

  var description: String {
    "the access log \"\(path)\" cannot be opened: \(error.meaning); --access-log (the setting "
      + "accessLog) must be a file that the server may write, in a folder that is there, or - for "
      + "standard output"
  }

  static func orLog(_ path: String, _ logger: Logger) throws(CannotLog) -> AccessLog {
    do throws(SystemError) {
      return try AccessLog(path, logger: logger)
    } catch {
      throw CannotLog(path: path, error: error)
    }
  }
}

extension Logger {
  /// Tells the service manager; who serves goes on where it cannot be told.
  func tell(_ news: ServiceManager.News) {
    do throws(SystemError) {
      try ServiceManager.tell(news)
    } catch {
      warning("the service manager was not told: \(error)")
    }
  }
}

private func milliseconds(from start: Int64, to end: Int64) -> Int64 { (end - start) / 1_000_000 }
