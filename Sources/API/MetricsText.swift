import HTTP

/// What the program counts, in the text format of Prometheus, version 0.0.4.
struct MetricsText {
  static let type = "text/plain; version=0.0.4; charset=utf-8"

  private(set) var text = ""

  mutating func add(_ counts: Counts) {
    family("requests_total", .counter, "Requests answered, by route and status.")
    for answered in counts.answered.sorted(by: { ($0.route, $0.status) < ($1.route, $1.status) }) {
      let route = answered.route == 0 ? "none" : Routes.all[answered.route - 1].pattern
      sample("requests_total", "route=\"\(route)\",status=\"\(answered.status)\"", answered.count)
    }
    addDurations(counts)
    family(
      "repeated_answers_total", .counter,
      "Answers that were not made anew: the whole head or the question was known.")
    sample("repeated_answers_total", "known=\"head\"", counts[.knownHeads])
    sample("repeated_answers_total", "known=\"question\"", counts[.readyAnswers])
    addRefusals(counts)
    single(
      "received_bytes_total", .counter, "Bytes from clients, without those of TLS.",
      counts[.receivedBytes])
    single(
      "sent_bytes_total", .counter, "Bytes to clients, without those of TLS.", counts[.sentBytes])
    single("connections", .gauge, "Connections that are open.", counts[.open])
    single("connections_accepted_total", .counter, "Connections taken in.", counts[.accepted])
    family("connections_refused_total", .counter, "Connections sent away, by what was used up.")
    sample("connections_refused_total", "bound=\"connections\"", counts[.refusedByServer])
    sample("connections_refused_total", "bound=\"client\"", counts[.refusedByClient])
    sample("connections_refused_total", "bound=\"descriptors\"", counts[.refusedByDescriptors])
    family("handshakes_total", .counter, "Handshakes of TLS, by what came of them.")
    sample("handshakes_total", "outcome=\"done\"", counts[.handshakes])
    sample("handshakes_total", "outcome=\"failed\"", counts[.failedHandshakes])
    sample("handshakes_total", "outcome=\"refused\"", counts[.refusedHandshakes])
    single(
      "access_log_lines_total", .counter, "Lines written to the access log.",
      counts[.loggedLines])
    family("access_log_lost_lines_total", .counter, "Lines of the access log lost, by why.")
    sample("access_log_lost_lines_total", "reason=\"too_slow\"", counts[.lostLines])
    sample("access_log_lost_lines_total", "reason=\"not_writable\"", counts[.unwrittenLines])
  }

  private mutating func addRefusals(_ counts: Counts) {
    family(
      "requests_refused_total", .counter,
      "Requests that were not HTTP as it should be, or beyond a bound, by what was wrong.")
    let refusals: [(String, Counter)] = [
      ("malformed", .malformed), ("too_slow", .tooSlow), ("head_too_large", .headTooLarge),
      ("target_too_long", .targetTooLong), ("body_too_large", .bodyTooLarge),
      ("expectation", .unknownExpectation), ("not_implemented", .notImplemented),
      ("version", .unknownVersion),
    ]
    for (reason, counter) in refusals {
      sample("requests_refused_total", "reason=\"\(reason)\"", counts[counter])
    }
    family(
      "deadlines_passed_total", .counter, "Deadlines that clients let pass, by what was due.")
    let deadlines: [(String, Counter)] = [
      ("handshake", .handshakeDeadline), ("head", .headDeadline), ("body", .bodyDeadline),
      ("request", .idleDeadline),
      ("reading", .writingDeadline), ("end", .lingeringDeadline),
    ]
    for (due, counter) in deadlines {
      sample("deadlines_passed_total", "due=\"\(due)\"", counts[counter])
    }
  }

  /// A histogram counts upwards: each bucket holds all below it too.
  private mutating func addDurations(_ counts: Counts) {
    family(
      "request_duration_seconds", .histogram,
      "Time of answers, at most: from the moment that their loop saw the request ready to the end "
        + "of that round of the loop; of streamed answers to their first piece.")
    var sum = 0
    for (count, bound) in zip(counts.durations, Counts.bounds) {
      sum += count
      sample("request_duration_seconds_bucket", "le=\"\(seconds(bound))\"", sum)
    }
    sum += counts.durations[Counts.bounds.count]
    sample("request_duration_seconds_bucket", "le=\"+Inf\"", sum)
    line("request_duration_seconds_sum", seconds(counts.nanoseconds))
    line("request_duration_seconds_count", "\(sum)")
  }

  mutating func add(
    _ reloads: Publication.Reloads, hasFailed: Bool, certificateHasFailed: Bool
  ) {
    family("reloads_total", .counter, "Attempts to load the data anew, by what came of them.")
    sample("reloads_total", "outcome=\"loaded\"", reloads.loaded)
    sample("reloads_total", "outcome=\"same\"", reloads.same)
    sample("reloads_total", "outcome=\"refused\"", reloads.refused)
    single(
      "reload_failing", .gauge, "Whether the data on disk cannot be served as it is, 0 or 1.",
      hasFailed ? 1 : 0)
    single(
      "certificate_failing", .gauge,
      "Whether the certificate on disk cannot be served as it is or the one that is served has"
        + " ended, 0 or 1.",
      certificateHasFailed ? 1 : 0)
  }

  mutating func add(certificateEnd: Int?, unwatched: Set<Watched>) {
    if let certificateEnd {
      single(
        "certificate_end_timestamp_seconds", .gauge,
        "When the certificate that is served ends, in seconds since the beginning of 1970.",
        certificateEnd)
    }
    family(
      "changes_unwatched", .gauge,
      "Whether the system tells of no changes on disk, so that they are seen late, 0 or 1.")
    for what in Watched.allCases {
      sample("changes_unwatched", "of=\"\(what)\"", unwatched.contains(what) ? 1 : 0)
    }
  }

  mutating func add(snapshot digest: String, age: Int) {
    family("snapshot_info", .gauge, "The data that are served; always 1.")
    sample("snapshot_info", "digest=\"sha256:\(digest)\"", 1)
    single(
      "snapshot_age_seconds", .gauge, "Time since the data that are served were published.", age)
  }

  private enum Kind: String {
    case counter, gauge, histogram
  }

  private mutating func single(_ name: String, _ kind: Kind, _ help: String, _ value: Int) {
    family(name, kind, help)
    line(name, "\(value)")
  }

  private mutating func family(_ name: String, _ kind: Kind, _ help: String) {
    text += "# HELP thuocdo_\(name) \(help)\n# TYPE thuocdo_\(name) \(kind)\n"
  }

  private mutating func sample(_ name: String, _ labels: String, _ value: Int) {
    line("\(name){\(labels)}", "\(value)")
  }

  private mutating func line(_ name: String, _ value: String) {
    text += "thuocdo_\(name) \(value)\n"
  }

  /// Nanoseconds as seconds, without a power of ten.
  private func seconds(_ nanoseconds: Int) -> String {
    let (whole, rest) = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
    if rest == 0 { return "\(whole)" }
    var digits = String(1_000_000_000 + rest).dropFirst()
    while digits.hasSuffix("0") { digits.removeLast() }
    return "\(whole).\(digits)"
  }
}
