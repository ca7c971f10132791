// swift-tools-version: 6.2
import PackageDescription

/// One rule for every Swift target: Swift 6 mode, explicit imports and existentials, no warnings.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// Generated code is not held to the warnings rule, the rest of the settings apply.
let generated: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
]

func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [],
  settings: [SwiftSetting] = strict
) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

func suite(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "Metrics", package: "swift-metrics")
let coreMetrics = Target.Dependency.product(name: "CoreMetrics", package: "swift-metrics")
let protobuf = Target.Dependency.product(name: "SwiftProtobuf", package: "swift-protobuf")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let histogram = Target.Dependency.product(name: "Histogram", package: "hdrhistogram-swift")

let package = Package(
  name: "silsila",
  products: [
    .executable(name: "silsila", targets: ["silsila"]),
    .library(name: "SilsilaDomain", targets: ["EventCoding", "TimelineMerging"]),
    .library(name: "SilsilaText", targets: ["NewsEvents", "ArabicScript", "Calendars", "TemporalTagging"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-protobuf", from: "1.39.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/HdrHistogram/hdrhistogram-swift", from: "0.2.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    // Domain: values in, values out. No Foundation, sockets, files or databases.
    .target(name: "CSHA256"),
    module("NewsEvents", ["CSHA256"]),
    module("ArabicScript", ["NewsEvents"]),
    module("Lexicons", ["NewsEvents", "ArabicScript"], exclude: ["Tables"]),
    module("Calendars", ["NewsEvents"]),
    module("TemporalTagging", ["NewsEvents", "ArabicScript", "Lexicons", "Calendars"]),
    module("EventCoding", ["NewsEvents", "ArabicScript", "Lexicons", "Calendars", "TemporalTagging"]),
    module("TimelineMerging", ["NewsEvents", "ArabicScript", "Lexicons", "Calendars", "TemporalTagging"]),

    // Transport and protocol.
    .systemLibrary(name: "CZeroMQ", providers: [.apt(["libzmq3-dev"])]),
    module("ZeroMQ", ["CZeroMQ"]),
    module("WireProtocol", ["NewsEvents", protobuf], exclude: ["silsila.proto"], settings: generated),
    module("WorkDistribution"),

    // Edges: databases, files, formats, pages.
    .systemLibrary(name: "CZstd", providers: [.apt(["libzstd-dev"])]),
    module("Storage", ["NewsEvents", "CZstd", grdb]),
    module("Ingestion", ["NewsEvents", "ArabicScript"]),
    module("Exporting", ["NewsEvents", "Calendars", "TimelineMerging", "Ingestion"]),
    module("Monitoring", [metrics, coreMetrics, histogram]),
    module("WebConsole", ["Monitoring", hummingbird, hummingbirdCore, nio, lifecycle, logging]),

    // The compiled lexicon, embedded in the executable.
    .target(name: "EmbeddedLexicon", exclude: ["lexicon.bin", "tables.txt"], publicHeadersPath: "include"),

    // Shells and the command line.
    module(
      "ClusterRuntime",
      [
        "NewsEvents", "ArabicScript", "Lexicons", "TimelineMerging", "ZeroMQ", "WireProtocol", "WorkDistribution",
        "Storage", "Monitoring", "EmbeddedLexicon", logging,
      ]),
    .executableTarget(
      name: "silsila",
      dependencies: [
        "NewsEvents", "ArabicScript", "Lexicons", "Calendars", "TemporalTagging", "EventCoding", "TimelineMerging",
        "ZeroMQ", "WireProtocol", "Storage", "Ingestion", "Exporting", "Monitoring", "WebConsole", "ClusterRuntime",
        argumentParser, logging, lifecycle,
      ],
      swiftSettings: strict),

    // Tests: one suite target per module, integration last.
    suite("NewsEventsTests", ["NewsEvents"]),
    suite("ArabicScriptTests", ["ArabicScript", "NewsEvents"]),
    suite("LexiconsTests", ["Lexicons", "ArabicScript", "NewsEvents", "EmbeddedLexicon"]),
    suite("CalendarsTests", ["Calendars", "NewsEvents"]),
    suite("TemporalTaggingTests", ["TemporalTagging", "ArabicScript", "Calendars", "NewsEvents"]),
    suite("EventCodingTests", ["EventCoding", "Lexicons", "ArabicScript", "NewsEvents", "EmbeddedLexicon"]),
    suite("TimelineMergingTests", ["TimelineMerging", "Lexicons", "NewsEvents"]),
    suite("ZeroMQTests", ["ZeroMQ"]),
    suite("WireProtocolTests", ["WireProtocol", "NewsEvents"]),
    suite("WorkDistributionTests", ["WorkDistribution"]),
    suite("StorageTests", ["Storage", "NewsEvents", grdb]),
    suite("IngestionTests", ["Ingestion", "NewsEvents"]),
    suite("ExportingTests", ["Exporting", "Calendars", "TimelineMerging", "NewsEvents"]),
    suite("MonitoringTests", ["Monitoring", metrics, coreMetrics]),
    suite(
      "ClusterRuntimeTests",
      [
        "ClusterRuntime", "NewsEvents", "Storage", "WireProtocol", "ZeroMQ", "WorkDistribution", "Monitoring", logging,
      ]),
    suite("WebConsoleTests", ["WebConsole", "Monitoring", logging, lifecycle]),
    .executableTarget(
      name: "DomainProbe",
      dependencies: [
        "NewsEvents", "ArabicScript", "Lexicons", "Calendars", "TemporalTagging", "EventCoding", "TimelineMerging",
      ], path: "Tests/DomainProbe",
      swiftSettings: strict),
    // Awkward events in every format, for readers that are not of this project: Tests/formats/run.sh.
    .executableTarget(
      name: "FormatSamples", dependencies: ["NewsEvents", "Exporting"], path: "Tests/formats/Samples",
      swiftSettings: strict),
    // How merging grows, on synthetic news: Benchmarks/run.sh.
    .executableTarget(
      name: "MergingGrowth", dependencies: ["NewsEvents", "TimelineMerging"], path: "Benchmarks/merging",
      swiftSettings: strict),
    // Speed and findings of each stage of reading, on one thread: Benchmarks/run.sh.
    .executableTarget(
      name: "TextBenchmark",
      dependencies: [
        "NewsEvents", "ArabicScript", "Lexicons", "TemporalTagging", "EventCoding", "Ingestion", "EmbeddedLexicon",
      ], path: "Benchmarks/text-speed", swiftSettings: strict),
    suite("IntegrationTests", ["silsila", "DomainProbe", "NewsEvents", "WireProtocol"]),

    // Readers of bytes from outside, for libFuzzer and for mutations in the tests: see Fuzz/README.md.
    .target(
      name: "FuzzTargets",
      dependencies: [
        "NewsEvents", "ArabicScript", "TemporalTagging", "WireProtocol", "Ingestion", "Lexicons", "ClusterRuntime",
      ], path: "Fuzz/Targets",
      swiftSettings: strict),
    suite("FuzzTests", ["FuzzTargets"]),
  ]
)

// libFuzzer brings `main`: this executable can only be linked with its runtime (`make fuzz`).
if Context.environment["SILSILA_FUZZ"] != nil {
  package.products.append(.executable(name: "fuzz", targets: ["fuzz"]))
  package.targets.append(
    .executableTarget(name: "fuzz", dependencies: ["FuzzTargets"], path: "Fuzz/Driver", swiftSettings: strict))
}
