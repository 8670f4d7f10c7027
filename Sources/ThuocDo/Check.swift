import ArgumentParser
import Linux
import Statistics
import Storage

/// `thuocdo check`: loads a folder as `serve` does and says what is wrong with it.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check a folder of data: exit 0 if it can be served, else 1 with every error.")

  @Option(help: "The folder of *.json files.")
  var data = "Config/data"

  func run() throws {
    let snapshot: Snapshot
    do {
      snapshot = try Loader.load(data)
    } catch {
      StandardStream.errors.write("\(error)")
      throw ExitCode(1)
    }
    print(
      "\(data): \(snapshot.indicators.count) indicators,"
        + " \(snapshot.observations.count) observations,"
        + " \(snapshot.sources.count) sources; sha256:\(snapshot.digest)")
  }
}
