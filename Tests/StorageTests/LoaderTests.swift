import Statistics
import Storage
import Testing

/// Folders: which files are read, in what order errors come, and what the digest tells.
@Suite struct LoaderTests {
  @Test func `a folder that is right loads`() throws {
    let folder = try Folder(["base.json": base, "rows.json": Row.observation.file])
    let snapshot = try folder.load()
    #expect(snapshot.provinces.ids == ["01-2008", "48-2008", "48-2025", "49-2008"])
    #expect(snapshot.observations.count == 1)
    #expect(snapshot.maps.count == 2)
  }

  @Test func `all that is wrong in all files is told at once, by file, line and column`() throws {
    let folder = try Folder([
      "c.json": "{\"pillars\":[\n{\"id\":\"a b\",\"name\":1}\n]}", "base.json": base,
      "B.json": Row.observation.with("source", "\"none\"").with("area", "\"XX\"").file,
      "a.json": "{\"agencies\":[1,\n  2]",
      "d.json": Row.observation.with("value", "500").file,
      "e.json": "{\"unit\":[]}",
    ])
    #expect(
      folder.errors.map { "\($0.file):\($0.line):\($0.column) \($0.pointer)" } == [
        // What the rest of a.json would have defined is not known, so no reference is checked.
        "a.json:1:14 /agencies/0", "a.json:2:3 /agencies/1", "a.json:2:5 ",
        "c.json:2:7 /pillars/0/id", "c.json:2:20 /pillars/0/name", "d.json:2:1 /observations/0",
        "e.json:1:2 /unit",
      ])
    try folder.write("a.json", "{}")
    #expect(
      folder.errors.map { "\($0.file):\($0.line):\($0.column) \($0.pointer)" } == [
        "B.json:2:29 /observations/0/area", "B.json:2:69 /observations/0/source",
        "c.json:2:7 /pillars/0/id", "c.json:2:20 /pillars/0/name", "d.json:2:1 /observations/0",
        "e.json:1:2 /unit",
      ])
  }

  @Test func `an error is printed as file, line, column, pointer, what and what else`() throws {
    let folder = try Folder([
      "base.json": base, "rows.json": Row.observation.with("source", "\"pres\"").file,
    ])
    let error = #expect(throws: DataErrors.self) { _ = try folder.load() }
    #expect(
      error?.description
        == "\(folder.path)/rows.json:2:69: /observations/0/source: expected the id of a known "
        + "source; found \"pres\"; did you mean \"press\"?")
  }

  @Test func `a folder that there is not is one error`() {
    let error = #expect(throws: DataErrors.self) { _ = try Loader.load("/no/such/folder") }
    #expect(
      error?.description
        == "/no/such/folder: expected a folder of *.json files; found nothing of that name"
    )
  }

  @Test func `a file in place of the folder is one error`() throws {
    let folder = try Folder(["base.json": base])
    let path = "\(folder.path)/base.json"
    let error = #expect(throws: DataErrors.self) { _ = try Loader.load(path) }
    #expect(
      error?.description
        == "\(path): expected a folder of *.json files; found a file, where a folder must be")
  }

  @Test func `a folder without data files is one error`() throws {
    let folder = try Folder(["README.md": "x", ".hidden.json": "x", "data.JSON": "x", "json": "x"])
    #expect(
      folder.messages == ["\(folder.path): expected a folder of *.json files; found none in it"]
    )
  }

  @Test func `files of other names are left alone`() throws {
    let folder = try Folder([
      "base.json": base, "README.md": "#", ".swap.json": "{", "old.json.bak": "{", "a.JSON": "{",
    ])
    #expect(folder.errors == [])
  }

  @Test func `files that cannot be read are all told`() throws {
    let folder = try Folder(["base.json": base, "z.json": "{"])
    try folder.makeFolder("folder.json")
    try folder.link("link.json", to: "/no/such/file")
    #expect(
      folder.messages == [
        "folder.json: expected a readable file; found a folder, where a file must be",
        "link.json: expected a readable file; found nothing of that name",
      ])
  }

  @Test(arguments: ["{}", "{\"provinces\":[]}", "{\"pillars\":[]}"])
  func `data without provinces is refused`(_ text: String) throws {
    let folder = try Folder(["a.json": text])
    #expect(
      folder.messages == [
        "\(folder.path): expected a list of provinces in some file; found none"
      ])
  }

  @Test func `the digest is that of the names and bytes, wherever the folder lies`() throws {
    let files = ["base.json": base, "rows.json": Row.observation.file]
    let digest = try Folder(files).load().digest
    #expect(digest.utf8.count == 64)
    #expect(try Folder(files).load().digest == digest)
    #expect(try Folder(files, named: "dữ-liệu-chuyển-đổi-số-quốc-gia").load().digest == digest)
    let folder = try Folder(files)
    #expect(try Loader.load("\(folder.path)/").digest == digest)
  }

  @Test func `the digest changes with any byte`() throws {
    let folder = try Folder(["base.json": base, "rows.json": Row.observation.file])
    var digests: Set<String> = [try folder.load().digest]
    let text = Row.observation.file
    // Blanks may stand after any comma of the row: same data, other bytes.
    let places = text.indices.filter { text[$0] == "," }
    for place in places {
      var changed = text
      changed.insert(" ", at: text.index(after: place))
      try folder.write("rows.json", changed)
      digests.insert(try folder.load().digest)
    }
    try folder.write("rows.json", text + "\n")
    digests.insert(try folder.load().digest)
    #expect(digests.count == places.count + 2)
    try folder.write("rows.json", text)
    #expect(digests.contains(try folder.load().digest))
  }

  @Test func `the digest changes with a file's name, and with a file that holds nothing`() throws {
    let folder = try Folder(["base.json": base, "rows.json": Row.observation.file])
    let digest = try folder.load().digest
    try folder.rename("rows.json", to: "row.json")
    let renamed = try folder.load().digest
    #expect(renamed != digest)
    try folder.write("z.json", "{}")
    #expect(![digest, renamed].contains(try folder.load().digest))
  }

  @Test func `files that other folders cut elsewhere have another digest`() throws {
    let one = try Folder(["base.json": base, "a.json": "{} ", "b.json": "{}"])
    let other = try Folder(["base.json": base, "a.json": "{}", "b.json": " {}"])
    #expect(try one.load().digest != other.load().digest)
  }

  @Test func `a link to a data file is read`() throws {
    let target = try Folder(["base.json": base])
    let folder = try Folder()
    try folder.link("base.json", to: "\(target.path)/base.json")
    #expect(try folder.load().digest == target.load().digest)
  }
}
