import API
import Glibc
import HTTP
import Linux
import Statistics
import Storage

/// The answers to one folder of data, without wires.
struct Served {
  private let api: API

  /// What `Scripts/serve` serves.
  static let bundled = Result { try Served("\(Project.root)/Config/data") }

  init(_ folder: String) throws {
    let snapshot = try Loader.load(folder)
    api = API(snapshot, today: { Day("2026-11-22") ?? Day(number: 0) })
  }

  /// Status and body of the answer to GET; an address begins with "/".
  func get(_ address: String, fields: [String] = []) throws -> (status: Int, body: String) {
    let lines = ["GET \(address) HTTP/1.1", "Host: 127.0.0.1:8080"] + fields + ["", ""]
    let bytes = Array(lines.joined(separator: "\r\n").utf8)
    var head = RequestHead()
    var parser = HeadParser()
    guard try parser.parse(bytes.span, into: &head) == .complete else {
      preconditionFailure("a whole head was given")
    }
    let response = Publication(api).application().respond(head, bytes.span, [])
    guard case .whole(let body) = response.body else {
      preconditionFailure("\(address) is answered whole")
    }
    return (response.status.code, String(decoding: body, as: UTF8.self))
  }
}

/// A folder of its own, with links to the bundled data and one more file, gone after `body`.
func withDataFolder<Value>(
  adding name: String, _ text: String, toBundled: Bool = true,
  _ body: (_ folder: String) throws -> Value
) throws -> Value {
  var template = Array("/tmp/thuocdo-house-XXXXXX".utf8CString)
  guard let made = mkdtemp(&template) else { throw SystemError("mkdtemp") }
  let folder = String(cString: made)
  let bundled = "\(Project.root)/Config/data"
  let links = toBundled ? try listFolder(bundled) : []
  for link in links { symlink("\(bundled)/\(link)", "\(folder)/\(link)") }
  let file = fopen("\(folder)/\(name)", "w")
  fputs(text, file)
  fclose(file)
  defer {
    for entry in links + [name] { unlink("\(folder)/\(entry)") }
    rmdir(folder)
  }
  return try body(folder)
}
