import Testing

/// What is said of certificates before anything is served.
@Suite struct TLSOptionsTests {
  @Test(arguments: [
    (["--tls-cert", "a.pem"], "for TLS, --tls-key must be given too (or set in the settings)"),
    (["--tls-key", "a.pem"], "for TLS, --tls-cert must be given too (or set in the settings)"),
    (
      ["--tls-port", "0"],
      "for TLS, --tls-cert and --tls-key must be given too (or set in the settings)"
    ),
    (
      ["--tls-cert", "/nowhere/a.pem", "--tls-key", "/nowhere/b.pem"],
      "/nowhere/a.pem: cannot be read: No such file or directory; "
        + "it must be there and readable for the user whom the server runs as"
    ),
  ])
  func `what is missing for TLS ends the program with a line that says so`(
    _ options: [String], _ words: String
  ) throws {
    let ended = try Program(["serve", "--port", "0", "--data", Served.data] + options).end()
    #expect(ended.status == 1)
    #expect(ended.errors == words + "\n")
    #expect(ended.output == "")
  }
}
