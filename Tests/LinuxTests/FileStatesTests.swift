import Glibc
import Linux
import Testing

/// What a look at files sees that an earlier one did not.
@Suite struct FileStatesTests {
  /// A folder with two others, a link to the first and a file in each; gone after the test.
  private final class Place {
    let path: String

    init() throws {
      var template = Array("/tmp/thuocdo-states-XXXXXX".utf8CString)
      path = String(cString: try #require(mkdtemp(&template)))
      run("mkdir one two && echo 1 > one/a && echo 2 > two/a && ln -s one current")
      run("ln -s ../two/a one/link")
    }

    deinit { run("rm -r '\(path)'") }

    func run(_ command: String) { #expect(system("cd '\(path)' && \(command)") == 0) }

    var states: FileStates {
      FileStates(of: ["current/a", "current/link", "current/none"].map { "\(path)/\($0)" })
    }
  }

  @Test(arguments: [
    "echo 3 > one/a", "rm one/a", "echo 3 > one/none", "chmod 600 one/a",
    "ln -s two t && mv -T t current", "mv one old && mv two one", "echo 33 > two/a",
    "echo 3 > b && mv b one/a", "cp -p one/a b && mv b one/a",
  ])
  func `what changes is seen, behind links too`(_ command: String) throws {
    let place = try Place()
    let before = place.states
    place.run(command)
    #expect(place.states != before)
  }

  @Test(arguments: ["cat one/a > out", "echo 1 > one/other", "ls one > out"])
  func `what leaves the files as they are is not seen`(_ command: String) throws {
    let place = try Place()
    let before = place.states
    place.run(command)
    #expect(place.states == before)
  }
}
