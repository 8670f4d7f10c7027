import Glibc

/// A folder of data that lives as long as its test: one province, one pillar.
final class Folder {
  let path: String

  /// What `data.json` holds at first.
  static let data = """
    {"countries":[
    {"id":"VN","name":{"vi":"Việt Nam","en":"Viet Nam"},"level":"nation"}],
    "provinces":[
    {"id":"48-2025","code":"48","slug":"da-nang","name":{"vi":"Đà Nẵng","en":"Da Nang"},
     "fullName":{"vi":"thành phố Đà Nẵng","en":"Da Nang City"},"type":"municipality",
     "validFrom":"2025-07-01"}],
    "pillars":[
    {"id":"economy","name":{"vi":"Kinh tế số","en":"Digital economy"}}]}
    """

  /// A request whose answer from `wide()` has 100 kB.
  static let wideQuestion = "GET /v1/pillars HTTP/1.1\r\nHost: a\r\n\r\n"

  /// A folder with pillars of many words.
  static func wide() throws -> Folder {
    let words = String(repeating: "a", count: 240)
    let pillars = (0..<200).map { #"{"id":"p\#($0)","name":{"vi":"\#(words)","en":"\#(words)"}}"# }
    return try Folder([
      "data.json": Folder.data,
      "wide.json": "{\"pillars\":[\n\(pillars.joined(separator: ",\n"))]}",
    ])
  }

  init(_ files: [String: String] = ["data.json": Folder.data]) throws {
    var template = Array("/tmp/thuocdo-integration-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw Program.Failure.call("mkdtemp", errno) }
    path = String(cString: made)
    for (name, text) in files { try write(name, text) }
  }

  deinit {
    for name in names { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  private var names: Set<String> = []

  /// Writes a file beside the folder's others and puts it in its place at once.
  func write(_ name: String, _ text: String) throws {
    let hidden = "\(path)/.\(name).new"
    let file = creat(hidden, 0o644)
    guard file >= 0 else { throw Program.Failure.call("creat", errno) }
    let bytes = Array(text.utf8)
    let count = Glibc.write(file, bytes, bytes.count)
    close(file)
    guard count == bytes.count, rename(hidden, "\(path)/\(name)") == 0 else {
      throw Program.Failure.call("write", errno)
    }
    names.insert(name)
  }

  func remove(_ name: String) throws {
    guard unlink("\(path)/\(name)") == 0 else { throw Program.Failure.call("unlink", errno) }
  }
}
