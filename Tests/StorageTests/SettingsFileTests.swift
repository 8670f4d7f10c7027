import Storage
import Testing

@Suite struct SettingsFileTests {
  static let keys = [
    SettingKey("host", .text, "address"), SettingKey("port", .integer(0...65_535), "port"),
    SettingKey("data", .text, "folder"),
  ]

  private func read(_ text: String) throws -> Result<SettingsFile, DataErrors> {
    let folder = try Folder(["settings.json": text])
    return Result { () throws(DataErrors) in
      try SettingsFile("\(folder.path)/settings.json", keys: SettingsFileTests.keys)
    }.mapError { errors in
      DataErrors(
        errors.errors.map {
          var error = $0
          error.file = "settings.json"
          return error
        })
    }
  }

  @Test func `what is set is read, what is not has its default`() throws {
    let file = try read(#"{"port":8080,"host":"127.0.0.1","data":null}"#).get()
    #expect(file.integer("port") == 8080)
    #expect(file.text("host") == "127.0.0.1")
    #expect(file.text("data") == nil)
    #expect(file.integer("host") == nil)
    #expect(file.text("none") == nil)
    #expect(SettingsFile().integer("port") == nil)
    #expect(try read("{}").get().text("host") == nil)
  }

  @Test(arguments: [
    ("", "1:1: expected a JSON value; found the end of the file"),
    ("[]", "1:1: expected an object: {…}; found []"),
    ("{\"port\":1,}", "1:11: expected a key in quotes; found `}`"),
    ("{}\n{}", "2:1: expected the end of the document; found `{}`"),
    ("{\"port\":1,\n\"port\":2}", "2:1: expected each key once in an object; found \"port\" again"),
    ("\u{FEFF}{}", "1:1: expected a JSON value; found a byte order mark"),
    (
      "{\"prt\":1}",
      "1:2: /prt: expected one of the keys host, port, data; found \"prt\"; did you mean \"port\"?"
    ),
    ("{\"port\":\"80\"}", "1:9: /port: expected a whole number, 0 to 65535; found \"80\""),
    ("{\"port\":65536}", "1:9: /port: expected a whole number, 0 to 65535; found 65536"),
    ("{\"port\":-1}", "1:9: /port: expected a whole number, 0 to 65535; found -1"),
    ("{\"port\":80.5}", "1:9: /port: expected a whole number, 0 to 65535; found 80.5"),
    ("{\"port\":1e99}", "1:9: /port: expected a whole number, 0 to 65535; found 1e99"),
    ("{\"host\":1}", "1:9: /host: expected a text in quotes; found 1"),
    (
      "{\"host\":\"\"}",
      "1:9: /host: expected a text that says something (leave the key out otherwise); found \"\""
    ),
  ])
  func `what is wrong is told with its place`(_ row: (text: String, message: String)) throws {
    let error = #expect(throws: DataErrors.self) { _ = try read(row.text).get() }
    #expect(error?.description == "settings.json:\(row.message)")
  }

  @Test func `all that is wrong is told at once`() throws {
    let error = #expect(throws: DataErrors.self) {
      _ = try read("{\"data\":7,\"port\":\"x\",\"hots\":\"y\"}").get()
    }
    #expect(
      error?.errors.map(\.pointer) == ["/data", "/port", "/hots"], "in the order of the file")
  }

  @Test func `a file that there is not is one error`() {
    let error = #expect(throws: DataErrors.self) {
      _ = try SettingsFile("/no/such/file.json", keys: SettingsFileTests.keys)
    }
    #expect(
      error?.description
        == "/no/such/file.json: expected a readable file; found nothing of that name")
  }
}
