// swift-tools-version: 6.2
import PackageDescription

/// Every room: Swift 6, warnings are errors.
let plain: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
]
/// Every room that does not speak to C: memory safety is checked strictly too.
let safe: [SwiftSetting] = plain + [.strictMemorySafety()]

/// The rooms, from the bottom up: a target imports only what stands above it in this list.
let package = Package(
  name: "ThuocDo",
  products: [.executable(name: "thuocdo", targets: ["ThuocDo"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
  ],
  targets: [
    .systemLibrary(name: "CLinux"),
    .systemLibrary(
      name: "COpenSSL", pkgConfig: "openssl", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CBrotli", pkgConfig: "libbrotlienc", providers: [.apt(["libbrotli-dev"])]),
    .systemLibrary(
      name: "CBrotliDecoder", path: "Tests/CBrotliDecoder", pkgConfig: "libbrotlidec",
      providers: [.apt(["libbrotli-dev"])]),
    .target(
      name: "Coding", dependencies: ["COpenSSL", "CZlib", "CBrotli"], swiftSettings: plain),
    .target(name: "Linux", dependencies: ["CLinux"], swiftSettings: plain),
    .target(name: "TLS", dependencies: ["COpenSSL", "Linux"], swiftSettings: plain),
    .target(name: "HTTP", swiftSettings: safe),
    .target(name: "JSON", swiftSettings: safe),
    .target(name: "Statistics", dependencies: ["JSON"], swiftSettings: safe),
    .target(name: "Search", dependencies: ["Statistics"], swiftSettings: safe),
    .target(
      name: "Storage", dependencies: ["Statistics", "JSON", "Linux", "Coding"],
      swiftSettings: safe),
    .target(name: "Formats", dependencies: ["Statistics", "JSON"], swiftSettings: safe),
    .target(name: "HTML", swiftSettings: safe),
    .target(name: "Charts", swiftSettings: safe),
    .target(
      name: "Pages", dependencies: ["HTML", "Statistics", "JSON"],
      resources: [.embedInCode("page.css"), .embedInCode("page.js")], swiftSettings: safe),
    .target(
      name: "SDMX", dependencies: ["Statistics", "JSON", "Formats"], swiftSettings: safe),
    .target(
      name: "API",
      dependencies: [
        "HTTP", "HTML", "Pages", "SDMX", "Formats", "Charts", "Search", "Statistics", "JSON",
        "Coding",
      ],
      swiftSettings: safe),
    .target(
      name: "Server",
      dependencies: ["HTTP", "TLS", "Linux", .product(name: "Logging", package: "swift-log")],
      swiftSettings: safe),
    .executableTarget(
      name: "ThuocDo",
      dependencies: [
        "Server", "API", "Storage", "HTTP", "TLS", "Statistics", "Linux",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: safe),
    .testTarget(name: "LinuxTests", dependencies: ["Linux"], swiftSettings: plain),
    .testTarget(name: "HTTPTests", dependencies: ["HTTP"], swiftSettings: plain),
    .testTarget(
      name: "ServerTests",
      dependencies: [
        "Server", "HTTP", "TLS", "Linux", "COpenSSL",
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: plain),
    .testTarget(
      name: "CodingTests", dependencies: ["Coding", "CZlib", "CBrotliDecoder", "CLinux"],
      swiftSettings: plain),
    .testTarget(name: "JSONTests", dependencies: ["JSON"], swiftSettings: plain),
    .testTarget(
      name: "StatisticsTests", dependencies: ["Statistics", "JSON"], swiftSettings: plain),
    .testTarget(
      name: "SDMXTests", dependencies: ["SDMX", "Storage", "Statistics"], swiftSettings: plain),
    .testTarget(
      name: "SearchTests", dependencies: ["Search", "Storage", "Statistics"],
      swiftSettings: plain),
    .testTarget(
      name: "StorageTests", dependencies: ["Storage", "Statistics", "JSON", "Linux"],
      swiftSettings: plain),
    .testTarget(name: "HTMLTests", dependencies: ["HTML"], swiftSettings: plain),
    .testTarget(
      name: "ChartsTests", dependencies: ["Charts", "API", "HTTP", "Storage", "Statistics"],
      swiftSettings: plain),
    .testTarget(
      name: "PagesTests",
      dependencies: ["Pages", "HTML", "API", "HTTP", "Storage", "Statistics", "JSON"],
      swiftSettings: plain),
    .testTarget(
      name: "APITests",
      dependencies: ["API", "HTTP", "Storage", "Statistics", "JSON", "Coding"],
      swiftSettings: plain),
    .testTarget(
      name: "HouseTests",
      dependencies: ["API", "Server", "HTTP", "Storage", "Statistics", "Linux"],
      swiftSettings: plain),
    .testTarget(
      name: "IntegrationTests", dependencies: ["ThuocDo", "JSON", "CZlib"], swiftSettings: plain),
  ]
)

// The fuzzers, which libFuzzer runs: only where Scripts/fuzz asks for them.
if Context.environment["FUZZ"] != nil {
  package.products.append(.executable(name: "fuzz", targets: ["Fuzz"]))
  package.targets.append(
    .executableTarget(
      name: "Fuzz", dependencies: ["HTTP", "JSON", "Statistics"], path: "Tests/Fuzz",
      exclude: ["Seeds"], swiftSettings: plain))
}
