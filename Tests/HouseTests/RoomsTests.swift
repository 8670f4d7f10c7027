import Testing

/// Who stands on whom.
@Suite struct RoomsTests {
  let manifest: Manifest
  /// Modules of the system, and who may import them; everybody may import the rest of these.
  let system: [String: [String]] = [
    "Glibc": ["Linux"],
    "Synchronization": ["Linux", "TLS", "Server", "Search", "Storage", "API", "ThuocDo"],
  ]

  init() throws {
    manifest = try Manifest.ofProject.get()
  }

  @Test func `the manifest is read whole`() throws {
    let folders = try Set(Project.swiftFiles(in: "Sources").map(\.target))
    let cRooms = manifest.rooms.filter { $0.kind == "systemLibrary" }.map(\.name)
    #expect(Set(manifest.rooms.map(\.name)).subtracting(cRooms) == folders)
    #expect(manifest["API"]?.dependencies.contains("Formats") == true)
    #expect(manifest["Server"]?.dependencies.contains("Logging") == true)
    #expect(manifest["Server"]?.dependencies.contains("swift-log") == false)
  }

  @Test func `a room depends only on rooms that stand above it in the manifest`() {
    let names = manifest.targets.map(\.name)
    for (index, target) in manifest.targets.enumerated() where target.kind != "testTarget" {
      for name in target.dependencies where names.contains(name) {
        #expect(names[..<index].contains(name), "\(target.name) stands above \(name)")
      }
    }
  }

  @Test func `the wires and the answers do not know each other`() {
    #expect(manifest["Server"]?.dependencies.contains("API") == false)
    #expect(manifest["API"]?.dependencies.contains("Server") == false)
  }

  @Test func `a file imports only what its target's line in the manifest names`() throws {
    for file in try Project.swiftFiles(in: "Sources") {
      let target = try #require(manifest[file.target], "\(file.path) is in no target")
      for module in file.imports {
        let allowed =
          target.dependencies.contains(module) || system[module]?.contains(file.target) == true
        #expect(allowed, "\(file.path) imports \(module)")
      }
    }
  }

  @Test func `a test imports only what its target's line in the manifest names`() throws {
    let tools = ["Testing", "Glibc", "Synchronization", "FoundationEssentials"]
    for file in try Project.swiftFiles(in: "Tests") {
      let target = try #require(manifest[file.target], "\(file.path) is in no target")
      for module in file.imports {
        #expect(
          target.dependencies.contains(module) || tools.contains(module),
          "\(file.path) imports \(module)")
      }
    }
  }

  @Test func `strict memory safety is on in every room that does not speak to C`() {
    for room in manifest.rooms where room.kind != "systemLibrary" {
      #expect(room.isStrict != SourceRules.roomsOfC.contains(room.name), "\(room.name)")
    }
  }

  @Test func `one file of each room opens with the room's sentence`() throws {
    let files = try Project.swiftFiles(in: "Sources")
    for room in manifest.rooms where room.kind != "systemLibrary" {
      let openings = files.filter {
        $0.target == room.name && $0.lines.first?.hasPrefix("// \(room.name): ") == true
      }
      #expect(openings.count == 1, "\(room.name): \(openings.map(\.path))")
    }
  }

  @Test func `the README names every room with what it imports`() throws {
    let rooms = manifest.rooms.map(\.name)
    let rows = try Page.readme.get().section("The rooms").rows
    #expect(rows.compactMap { $0.first?.terms.first }.sorted() == rooms.sorted())
    for row in rows {
      let name = try #require(row[0].terms.first)
      let imports = manifest[name]?.dependencies.filter(rooms.contains) ?? []
      #expect(row[2].terms.sorted() == imports.sorted(), "the row of \(name)")
      #expect(!row[1].isEmpty, "the row of \(name)")
    }
  }

  @Test func `the README says why each package is needed`() throws {
    let manifest = try Project.text("Package.swift")
    let reasons = try Page.readme.get().section("Dependencies").rows
    for package in manifest.matches(of: /package\(url: "([^"]+)"/) {
      #expect(reasons.contains { $0[0].contains(package.1) && !$0[1].isEmpty }, "\(package.1)")
    }
  }
}
