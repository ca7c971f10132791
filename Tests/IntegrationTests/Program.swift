import Foundation

/// The built program and how it is run in tests: real processes, real files.
enum Program {
  /// Where the build puts executables: beside the test bundle.
  static let products: URL = {
    let bundle = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return bundle.deletingLastPathComponent()
  }()

  static let executable = products.appendingPathComponent("silsila")

  /// The repository's root, found from this source file.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  struct Output: Sendable {
    var code: Int32
    var out: String
    var error: String
  }

  /// Starts the program and waits for its end.
  static func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:], in directory: URL? = nil,
    executable: URL = Program.executable
  ) async throws -> Output {
    let running = try Running(arguments, input: input, environment: environment, in: directory, executable: executable)
    return await running.finish()
  }

  /// A process that is still running.
  final class Running: Sendable {
    let process: Process
    private let files: (out: URL, error: URL)

    init(
      _ arguments: [String], input: String = "", environment: [String: String] = [:], in directory: URL? = nil,
      executable: URL = Program.executable
    ) throws {
      let base = FileManager.default.temporaryDirectory.appendingPathComponent("silsila-\(UUID().uuidString)")
      files = (base.appendingPathExtension("out"), base.appendingPathExtension("err"))
      let inputFile = base.appendingPathExtension("in")
      try Data(input.utf8).write(to: inputFile)
      for file in [files.out, files.error] { try Data().write(to: file) }
      let process = Process()
      process.executableURL = executable
      process.arguments = arguments
      var variables = ProcessInfo.processInfo.environment
      variables["SILSILA_DATA"] = nil
      variables["SILSILA_KEYS"] = nil
      // A backtrace of a killed child would only slow the test down.
      variables["SWIFT_BACKTRACE"] = "enable=no"
      for (name, value) in environment { variables[name] = value }
      process.environment = variables
      process.currentDirectoryURL = directory
      process.standardInput = try FileHandle(forReadingFrom: inputFile)
      process.standardOutput = try FileHandle(forWritingTo: files.out)
      process.standardError = try FileHandle(forWritingTo: files.error)
      self.process = process
      try process.run()
      try? FileManager.default.removeItem(at: inputFile)
    }

    var errorSoFar: String { (try? String(contentsOf: files.error, encoding: .utf8)) ?? "" }

    func finish() async -> Output {
      while process.isRunning { try? await Task.sleep(for: .milliseconds(10)) }
      defer {
        try? FileManager.default.removeItem(at: files.out)
        try? FileManager.default.removeItem(at: files.error)
      }
      return Output(
        code: process.terminationReason == .uncaughtSignal
          ? 128 + process.terminationStatus : process.terminationStatus,
        out: (try? String(contentsOf: files.out, encoding: .utf8)) ?? "", error: errorSoFar)
    }
  }
}

/// A folder that lasts as long as the value.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("silsila-test-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var path: String { url.path }

  func write(_ name: String, _ text: String) throws { try write(name, Data(text.utf8)) }

  func write(_ name: String, _ data: Data) throws {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }
}

/// Copies of the seed articles under other names, each with a line of its own.
enum Corpus {
  static func write(_ copies: Int, to folder: TemporaryFolder) throws {
    let seeds = Program.root.appendingPathComponent("seeds")
    for name in try FileManager.default.contentsOfDirectory(atPath: seeds.path).sorted() {
      let text = try String(contentsOf: seeds.appendingPathComponent(name), encoding: .utf8)
      for copy in 0..<copies {
        try folder.write("\(copy)-\(name)", text + "\n\(copy)\n")
      }
    }
  }
}
