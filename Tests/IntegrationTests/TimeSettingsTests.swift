import Testing

/// How long whoever is slow is waited for, as the settings say. Where two connections end one after
/// the other, the second shows what would be the first without the setting.
@Suite struct TimeSettingsTests {
  /// A connection whose head is never done ends after this time, by another setting.
  private let yardstick = ("headSeconds", 5)
  private let beginning = "GET / HTTP/1.1\r\n"

  @Test func `who takes no answer is waited for as long as the settings say`() throws {
    let served = try Served(try Folder.wide(), settings: [("writingSeconds", 1), yardstick])
    let stuck = try served.connect()
    // More than the server reads at once: closing over the rest resets the connection, and so the
    // client sees the end without taking anything.
    try stuck.send(String(repeating: Folder.wideQuestion, count: 1000))
    let slow = try served.connect()
    try slow.send(beginning)
    let isFirst = try Wire.ends(stuck, before: slow)
    #expect(isFirst)
  }

  @Test func `a handshake is waited for as long as the settings say`() throws {
    let pair = try Folder(KeyPair.files)
    let served = try Served(
      try Folder(), settings: [("handshakeSeconds", 1), yardstick],
      "--tls-port", "0", "--tls-cert", "\(pair.path)/cert.pem", "--tls-key", "\(pair.path)/key.pem")
    let securePort = try #require(try served.program.line()?.split(separator: ":").last)
    let silent = try Wire(to: try #require(UInt16(securePort)))
    let slow = try served.connect()
    try slow.send(beginning)
    let isFirst = try Wire.ends(silent, before: slow)
    #expect(isFirst)
  }

  @Test func `of more handshakes than the settings say the oldest ends`() throws {
    let pair = try Folder(KeyPair.files)
    // Nothing else would end it while the test waits.
    let served = try Served(
      try Folder(), settings: [("handshakes", 2), ("handshakeSeconds", 3600)],
      "--tls-cert", "\(pair.path)/cert.pem", "--tls-key", "\(pair.path)/key.pem")
    let oldest = try served.connect()
    let second = try served.connect()
    let third = try served.connect()
    let isFirst = try Wire.ends(oldest, before: second)
    #expect(isFirst)
    withExtendedLifetime(third) {}
  }

  @Test func `a body that is slower than the settings say ends`() throws {
    // By the rate that holds unless it is set, this much may take seventeen minutes.
    let served = try Served(
      try Folder(), settings: [("bodyBytesPerSecond", 1 << 30), ("bodySeconds", 3600)])
    var wire = try served.connect()
    let sent = 1_000_000
    try wire.send("POST /v1 HTTP/1.1\r\nHost: a\r\nContent-Length: \(sent + 1)\r\n\r\n")
    try wire.send(String(repeating: "a", count: sent))
    #expect(try wire.answer().status == 408)
  }

  @Test func `a body of which nothing comes ends when the settings say`() throws {
    // Sooner than the other, which ends sooner than a body does without the setting.
    let served = try Served(try Folder(), settings: [("bodyGraceSeconds", 1), ("headSeconds", 3)])
    let silent = try served.connect()
    try silent.send("POST /v1 HTTP/1.1\r\nHost: a\r\nContent-Length: 20\r\n\r\n")
    let slow = try served.connect()
    try slow.send(beginning)
    let isFirst = try Wire.ends(silent, before: slow)
    #expect(isFirst)
  }
}

/// A certificate that is its own issuer and valid until 2120, with its key; for nobody but tests.
private enum KeyPair {
  static let files = ["cert.pem": certificate, "key.pem": key]

  private static let certificate = """
    -----BEGIN CERTIFICATE-----
    MIIBTzCB9qADAgECAgEBMAoGCCqGSM49BAMCMBQxEjAQBgNVBAMMCWxvY2FsaG9z
    dDAgFw0yMDAxMDEwMDAwMDBaGA8yMTIwMDEwMTAwMDAwMFowFDESMBAGA1UEAwwJ
    bG9jYWxob3N0MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEVVSmWbx6x4UD448A
    vA6Y76Yhggb9uB0xPTKZwyQDly3xjygZfs7siv64jDq60/HPBIeTCF82I0x3sH07
    UxCBP6M3MDUwFAYDVR0RBA0wC4IJbG9jYWxob3N0MB0GA1UdDgQWBBSGrbU43PaZ
    QYKftza9BYLuhBxNozAKBggqhkjOPQQDAgNIADBFAiBalwLCxvABHWhRPjHoU5j0
    x672OmLY0MZrQnlrbTvthgIhALnPrXd6xqWeP/PkM1R24uK+uzjs3j36x5dgfQMV
    FPpO
    -----END CERTIFICATE-----

    """

  private static let key = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgDuFEYvyVtgJAiHBR
    qFlPhMICOYgylYoro3xEThJ+37KhRANCAARVVKZZvHrHhQPjjwC8DpjvpiGCBv24
    HTE9MpnDJAOXLfGPKBl+zuyK/riMOrrT8c8Eh5MIXzYjTHewfTtTEIE/
    -----END PRIVATE KEY-----

    """
}
