import Foundation
import NewsEvents
import Testing
import WireProtocol

@Suite struct `The program under chaos` {
  /// The short form of `make chaos`: see docs/reliability.md.
  @Test(.timeLimit(.minutes(5)), arguments: ["tcp", "ipc"])
  func `loses and doubles nothing, and tells the same timeline to the byte`(transport: String) async throws {
    let driver = Program.root.appendingPathComponent("Tests/chaos/chaos.py")
    let output = try await Program.run(
      [
        driver.path, "--binary", Program.executable.path, "--minutes", "0.2", "--articles", "60", "--episode", "1.5",
        "--workers", "2", "--transport", transport,
      ], executable: .python)
    #expect(output.code == 0, "\(output.out)\n\(output.error)")
    #expect(output.out.contains("findings: none"))
    print(output.out)
  }

  @Test func `reads a suspect article in a child that says its result and nothing else`() async throws {
    let text = "ایران روز جمعه حمله به پاکستان را محکوم کرد."
    let submission = Wire.Submission(sequence: 1, articles: [Article(id: "x", language: .persian, text: text)])
    let input = Wire.encode(Wire.Envelope(.submit(submission))).flatMap { frame in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: frame.count >> $0) } + frame
    }
    let folder = try TemporaryFolder()
    try folder.write("in", Data(input))
    let process = Process()
    process.executableURL = Program.executable
    process.arguments = ["solo-extraction"]
    process.standardInput = try FileHandle(forReadingFrom: folder.url.appendingPathComponent("in"))
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let result = try ArticleResult(wire: Array(output))
    #expect(result.article == "x")
    #expect(!result.mentions.isEmpty)
  }
}

extension URL {
  /// Python, wherever the PATH has it.
  fileprivate static var python: URL {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin"
    let found = path.split(separator: ":").map { URL(fileURLWithPath: String($0)).appendingPathComponent("python3") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    return found ?? URL(fileURLWithPath: "/usr/bin/python3")
  }
}
