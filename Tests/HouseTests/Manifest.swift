/// The targets of `Package.swift`, read from its text.
struct Manifest {
  struct Target {
    let kind: String
    let name: String
    /// Targets and products, by name.
    let dependencies: [String]
    /// Whether it is built with strict memory safety.
    let isStrict: Bool
  }

  /// In the order of the file: from the bottom room up.
  let targets: [Target]

  static let ofProject = Result { Manifest(try Project.text("Package.swift")) }

  init(_ text: String) {
    let calls = text.matches(of: /\.(target|executableTarget|testTarget|systemLibrary)\(/)
    targets = calls.indices.map { index in
      let end = index + 1 < calls.count ? calls[index + 1].range.lowerBound : text.endIndex
      let call = text[calls[index].range.upperBound..<end]
      let names = call.matches(of: /name: "(\w+)"/).map { String($0.1) }
      let list = call.firstMatch(of: /dependencies: \[((?:[^\[\]])*)\]/)?.1 ?? ""
      let inner = list.matches(of: /(package: |name: )?"([\w-]+)"/)
        .filter { $0.1 != "package: " }
      // A program that lies among the tests is no room.
      let isTest = calls[index].1 == "executableTarget" && call.contains("path: \"Tests/")
      return Target(
        kind: isTest ? "testTarget" : String(calls[index].1), name: names.first ?? "",
        dependencies: inner.map { String($0.2) },
        isStrict: call.contains("swiftSettings: safe"))
    }
  }

  var rooms: [Target] { targets.filter { $0.kind != "testTarget" } }
  subscript(name: String) -> Target? { targets.first { $0.name == name } }
}
