import Glibc
import Linux
import Testing

/// What a folder's watch tells of.
@Suite struct FolderWatchTests {
  /// A folder with a folder `data` in it, gone after the test.
  private final class Place {
    let path: String
    var data: String { "\(path)/data" }

    init() throws {
      var template = Array("/tmp/thuocdo-watch-XXXXXX".utf8CString)
      path = String(cString: try #require(mkdtemp(&template)))
      mkdir(data, 0o755)
    }

    deinit { run("rm -r '\(path)'") }

    @discardableResult
    func run(_ command: String) -> Bool { system("cd '\(path)' && \(command)") == 0 }
  }

  @Test(arguments: [
    "echo 1 > data/a.json", "echo 1 > a.json && mv a.json data/", "rm data/old.json",
    "ln -s /dev/null data/link.json", "mv data/old.json data/new.json",
    "echo 1 > data/.a.swp && mv data/.a.swp data/old.json", "touch -d 2020-01-01 data/old.json",
    "mkdir other && mv data before && mv other data", "chmod 600 data/old.json",
  ])
  func `what changes in the folder is told, once`(_ command: String) throws {
    let place = try Place()
    place.run("echo 0 > data/old.json")
    let watch = try FolderWatch(place.data)
    #expect(!watch.take())
    #expect(place.run(command))
    #expect(watch.take())
    #expect(!watch.take())
  }

  @Test(arguments: ["cat data/old.json", "echo 1 > beside.json", "mkdir other", "ls data"])
  func `what leaves the folder as it is is not told`(_ command: String) throws {
    let place = try Place()
    place.run("echo 0 > data/old.json")
    let watch = try FolderWatch(place.data)
    #expect(place.run("\(command) > /dev/null"))
    #expect(!watch.take())
  }

  @Test func `a link to the folder may be set on another, which is watched then`() throws {
    let place = try Place()
    place.run("mkdir second && ln -s data current")
    let watch = try FolderWatch("\(place.path)/current")
    #expect(place.run("ln -s second next && mv -T next current"))
    #expect(watch.take())
    #expect(place.run("echo 1 > second/a.json"))
    #expect(watch.take())
  }

  @Test func `a folder that is gone for a while is watched when it is back`() throws {
    let place = try Place()
    let watch = try FolderWatch(place.data)
    #expect(place.run("mv data away"))
    #expect(watch.take())
    #expect(place.run("mkdir data"))
    #expect(watch.take())
    #expect(place.run("echo 1 > data/a.json"))
    #expect(watch.take())
  }

  @Test func `a folder that is not there is an error that names it`() {
    #expect(throws: SystemError.self) { try FolderWatch("/tmp/thuocdo-not-there/data") }
  }
}
