import API
import HTTP
import Linux
import Server
import Statistics
import Storage

/// The keys of a settings file, each with what it sets; flags win over the file.
enum Settings {
  static let keys: [SettingKey] = [
    SettingKey(
      "host", .checked(Expected.host), "address to listen on: an IP address or localhost"),
    SettingKey("port", .integer(0...65_535), "port to listen on; 0 takes a free one"),
    SettingKey("tlsCert", .text, "file of the certificate and its issuers (PEM): TLS is spoken"),
    SettingKey("tlsKey", .text, "file of the certificate's private key (PEM)"),
    SettingKey(
      "tlsPort", .integer(0...65_535), "port for TLS beside `port`; where it is not set, `port`"),
    SettingKey("data", .text, "folder of *.json files"),
    SettingKey("threads", .integer(1...1024), "event loops, one a thread"),
    SettingKey(
      "publicURL", .checked(Expected.publicURL),
      "address under which the world reaches the server; links begin with it"),
    SettingKey(
      "today", .checked(Expected.day),
      "day that counts as today in Viet Nam (YYYY-MM-DD), for tests"),
    SettingKey("connections", .integer(1...1_000_000), "open connections, in all loops together"),
    SettingKey(
      "connectionsPerClient", .integer(1...1_000_000),
      "open connections of one address (of IPv6, of one /64); no bound where it is not set"),
    SettingKey(
      "trustedProxies", .checked(Expected.networks),
      "networks whose word about their clients is believed, with commas"),
    SettingKey(
      "accessLog", .text, "file of the access log, - for standard output; none where not set"),
    SettingKey(
      "handshakes", .integer(1...1_000_000), "unfinished TLS handshakes, in all loops together"),
    SettingKey("handshakeSeconds", .integer(1...3600), "seconds for a TLS handshake"),
    SettingKey("headBytes", .integer(1024...1_048_576), "bytes of a request head (431)"),
    SettingKey("targetBytes", .integer(256...65_536), "bytes of a request target (414)"),
    SettingKey("fieldLineBytes", .integer(256...65_536), "bytes of one field line (431)"),
    SettingKey("fieldCount", .integer(10...10_000), "field lines of a head (431)"),
    SettingKey("bodyBytes", .integer(0...1_073_741_824), "bytes of a request body (413)"),
    SettingKey(
      "chunkExtensionBytes", .integer(0...65_536), "bytes of the extensions of one chunk (400)"),
    SettingKey(
      "bodyExtensionBytes", .integer(0...1_048_576),
      "bytes of the chunk extensions of one body (400)"),
    SettingKey("trailerBytes", .integer(0...65_536), "bytes of a trailer section (400)"),
    SettingKey("trailerCount", .integer(0...1000), "field lines of a trailer section (400)"),
    SettingKey(
      "waitingAnswers", .integer(1...1000), "pipelined answers that wait to leave together"),
    SettingKey(
      "waitingBytes", .integer(1024...1_073_741_824),
      "bytes of answers that wait to leave together"),
    SettingKey(
      "requestsPerConnection", .integer(1...1_000_000_000),
      "requests that one connection may send; no bound where it is not set"),
    SettingKey(
      "headSeconds", .integer(1...3600), "seconds for a whole head, from accept or its first byte"),
    SettingKey("bodySeconds", .integer(1...3600), "seconds for a whole body at any rate"),
    SettingKey("bodyBytesPerSecond", .integer(1...1_073_741_824), "least rate of a body"),
    SettingKey(
      "bodyGraceSeconds", .integer(1...3600), "seconds that a body may lag behind its least rate"),
    SettingKey("idleSeconds", .integer(1...86_400), "seconds between two requests"),
    SettingKey("writingSeconds", .integer(1...3600), "seconds without progress in writing"),
    SettingKey("rows", .integer(1...10_000_000), "rows of one JSON answer (400)"),
    SettingKey("cells", .integer(1...10_000_000), "cells of one JSON-stat answer (400)"),
    SettingKey("valuesPerParameter", .integer(1...10_000), "values of one list parameter (400)"),
    SettingKey(
      "readyBytes", .integer(0...1_073_741_824), "bytes of answers that each loop keeps ready"),
    SettingKey(
      "readyAnswerBytes", .integer(0...1_073_741_824), "bytes of the largest answer kept ready"),
    SettingKey(
      "readyRequests", .integer(0...10_000_000), "requests that each loop knows again"),
  ]

  static func server(_ file: SettingsFile) -> ServerConfiguration {
    var limits = Limits()
    set(&limits.head, file, "headBytes")
    set(&limits.target, file, "targetBytes")
    set(&limits.fieldLine, file, "fieldLineBytes")
    set(&limits.fieldCount, file, "fieldCount")
    set(&limits.body, file, "bodyBytes")
    set(&limits.chunkExtensions, file, "chunkExtensionBytes")
    set(&limits.bodyExtensions, file, "bodyExtensionBytes")
    set(&limits.trailers, file, "trailerBytes")
    set(&limits.trailerCount, file, "trailerCount")
    set(&limits.waitingAnswers, file, "waitingAnswers")
    set(&limits.waitingBytes, file, "waitingBytes")
    limits.requestCount = file.integer("requestsPerConnection")
    var deadlines = Deadlines()
    set(&deadlines.head, file, "headSeconds")
    set(&deadlines.body, file, "bodySeconds")
    set(&deadlines.bodyRate, file, "bodyBytesPerSecond")
    set(&deadlines.bodyGrace, file, "bodyGraceSeconds")
    set(&deadlines.idle, file, "idleSeconds")
    set(&deadlines.writing, file, "writingSeconds")
    var configuration = ServerConfiguration(limits: limits, deadlines: deadlines)
    set(&configuration.connections, file, "connections")
    configuration.connectionsPerClient = file.integer("connectionsPerClient")
    set(&configuration.handshakes, file, "handshakes")
    set(&configuration.handshakeTime, file, "handshakeSeconds")
    return configuration
  }

  static func api(_ file: SettingsFile) -> APILimits {
    var limits = APILimits()
    set(&limits.rows, file, "rows")
    set(&limits.cells, file, "cells")
    set(&limits.valuesPerParameter, file, "valuesPerParameter")
    set(&limits.targetBytes, file, "targetBytes")
    set(&limits.readyBytes, file, "readyBytes")
    set(&limits.readyAnswerBytes, file, "readyAnswerBytes")
    set(&limits.readyRequests, file, "readyRequests")
    return limits
  }

  private static func set(_ value: inout Int, _ file: SettingsFile, _ key: String) {
    if let given = file.integer(key) { value = given }
  }

  private static func set(_ value: inout Duration, _ file: SettingsFile, _ key: String) {
    if let given = file.integer(key) { value = .seconds(given) }
  }
}
