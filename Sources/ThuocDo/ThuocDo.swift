// ThuocDo: the program: configure, wire, serve, stop.

import ArgumentParser
import Linux

/// `thuocdo`: serves the yardstick of Viet Nam's digital transformation, or checks its data.
@main
struct ThuocDo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "thuocdo",
    abstract: "A yardstick of Viet Nam's digital transformation, as an HTTP JSON API.",
    version: Version.text,
    subcommands: [Serve.self, Check.self])

  static func main() {
    settleSignals()
    main(nil)
  }
}
