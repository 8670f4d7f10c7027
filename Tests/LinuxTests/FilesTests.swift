import Glibc
import Linux
import Testing

@Suite struct FilesTests {
  @Test func `a file is read whole`() throws {
    let bytes = try readFile(#filePath)
    #expect(bytes.starts(with: Array("import Glibc\n".utf8)))
    #expect(bytes.last == 0x0A)
  }

  @Test func `a file that does not know its size is read whole`() throws {
    let bytes = try readFile("/proc/self/status")
    #expect(bytes.starts(with: Array("Name:".utf8)))
    #expect(bytes.last == 0x0A)
  }

  @Test func `a file of several pieces is read whole`() throws {
    var path = Array("/tmp/thuocdo-files-XXXXXX".utf8CString)
    let file = Descriptor(taking: mkstemp(&path))
    defer { unlink(path) }
    let piece = [UInt8]((0..<200_003).map { UInt8(truncatingIfNeeded: $0 &* 31) })
    #expect(write(file.number, piece, piece.count) == piece.count)
    let name = path.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    #expect(try readFile(name) == piece)
  }

  @Test func `a missing file is an error that names the call and the path`() {
    let error = #expect(throws: SystemError.self) { _ = try readFile("/no/such/file") }
    #expect(error?.number == ENOENT)
    #expect(error?.description == "open /no/such/file: No such file or directory (2)")
  }

  @Test func `a folder is not read as a file`() {
    let error = #expect(throws: SystemError.self) { _ = try readFile("/tmp") }
    #expect(error?.description == "read /tmp: Is a directory (21)")
  }

  @Test(arguments: [
    ("mkfifo $0", "a named pipe, where a file must be"),
    (
      "python3 -c 'import socket, sys; socket.socket(socket.AF_UNIX).bind(sys.argv[1])' $0",
      "a socket, where a file must be"
    ),
    ("ln -s /dev/zero $0", "a device, where a file must be"),
  ])
  func `what is no file is refused at once`(_ command: String, _ words: String) throws {
    let path = "/tmp/thuocdo-no-file-\(getpid())-\(UInt64.random(in: .min ... .max))"
    defer { unlink(path) }
    #expect(system(command.replacing("$0", with: path)) == 0)
    let error = #expect(throws: SystemError.self) { _ = try readFile(path) }
    #expect(error?.description == "open \(path): \(words)")
  }

  @Test func `a folder is listed in the order of UTF-8 bytes, without the dots`() throws {
    var path = Array("/tmp/thuocdo-folder-XXXXXX".utf8CString)
    let folder = String(cString: mkdtemp(&path)!)
    let names = ["B", "a", "A", "é", "z", "10", "9", ".hidden"]
    for name in names { _ = Descriptor(taking: creat("\(folder)/\(name)", 0o600)) }
    defer {
      for name in names { unlink("\(folder)/\(name)") }
      rmdir(folder)
    }
    #expect(try listFolder(folder) == [".hidden", "10", "9", "A", "B", "a", "z", "é"])
  }

  @Test func `a missing folder is an error that names the call and the path`() {
    let error = #expect(throws: SystemError.self) { _ = try listFolder("/no/such/folder") }
    #expect(error?.description == "opendir /no/such/folder: No such file or directory (2)")
  }
}
