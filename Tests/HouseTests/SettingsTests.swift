import API
import HTTP
import Server
import Testing

/// Settings are said in four places, which agree: the code, the README, the example, the defaults.
@Suite struct SettingsTests {
  /// Setting and default, of the README's table.
  let described: [(key: String, value: String)]
  /// Setting and value, of the example.
  let example: [String: String]

  init() throws {
    described = try Page.readme.get().section("Running it").rows.map {
      ($0[0].terms.first ?? "", String($0[1]))
    }
    let pairs = try Project.text("Config/thuocdo.json").matches(of: /"(\w+)": "?([^",\n]+)/)
    example = Dictionary(uniqueKeysWithValues: pairs.map { (String($0.1), String($0.2)) })
  }

  @Test func `the README has every setting, and no other`() throws {
    let source = try Project.text("Sources/ThuocDo/Settings.swift")
    let keys = source.matches(of: /SettingKey\(\s*"(\w+)"/).map { String($0.1) }
    #expect(keys.count > 20)
    #expect(described.map(\.key) == keys)
  }

  @Test func `every setting is read`() throws {
    let sources = try Project.swiftFiles(in: "Sources/ThuocDo").flatMap(\.code).map(\.text)
    for (key, _) in described {
      let places = sources.count { $0.contains("\"\(key)\"") }
      #expect(places >= 2, "\(key) is named and not read")
    }
  }

  @Test func `the example has every setting that has a fixed default`() {
    let open = [
      "tlsCert", "tlsKey", "tlsPort", "threads", "publicURL", "today", "requestsPerConnection",
      "connectionsPerClient", "trustedProxies", "accessLog",
    ]
    for (key, value) in described {
      #expect(example[key] == (open.contains(key) ? nil : value), "\(key)")
    }
    #expect(example.keys.allSatisfy { key in described.contains { $0.key == key } })
  }

  @Test func `the example holds what the program does without it`() {
    let server = ServerConfiguration()
    let limits = Limits()
    let deadlines = Deadlines()
    let api = APILimits()
    let defaults: [String: Int] = [
      "port": Int(server.port), "connections": server.connections,
      "handshakes": server.handshakes,
      "handshakeSeconds": Int(server.handshakeTime.components.seconds),
      "headBytes": limits.head, "targetBytes": limits.target, "fieldLineBytes": limits.fieldLine,
      "fieldCount": limits.fieldCount, "bodyBytes": limits.body,
      "chunkExtensionBytes": limits.chunkExtensions, "bodyExtensionBytes": limits.bodyExtensions,
      "trailerBytes": limits.trailers, "trailerCount": limits.trailerCount,
      "waitingAnswers": limits.waitingAnswers, "waitingBytes": limits.waitingBytes,
      "headSeconds": Int(deadlines.head.components.seconds),
      "bodySeconds": Int(deadlines.body.components.seconds),
      "bodyBytesPerSecond": deadlines.bodyRate,
      "bodyGraceSeconds": Int(deadlines.bodyGrace.components.seconds),
      "idleSeconds": Int(deadlines.idle.components.seconds),
      "writingSeconds": Int(deadlines.writing.components.seconds),
      "rows": api.rows, "cells": api.cells, "valuesPerParameter": api.valuesPerParameter,
      "readyBytes": api.readyBytes, "readyAnswerBytes": api.readyAnswerBytes,
      "readyRequests": api.readyRequests,
    ]
    for (key, value) in example where Int(value) != nil {
      #expect(value == defaults[key].map(String.init), "\(key)")
    }
    #expect(example["host"] == server.host)
    #expect(api.targetBytes == limits.target)
  }
}
