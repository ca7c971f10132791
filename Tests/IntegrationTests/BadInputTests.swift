import Foundation
import Testing

@Suite struct `Bad input` {
  private let good = "ایران روز جمعه حمله به پاکستان را محکوم کرد.\n"

  private func run(_ arguments: [String], data: String, input: String = "") async throws -> Program.Output {
    try await Program.run(["run"] + arguments + ["--data", data, "--format", "json"], input: input)
  }

  /// Clear: says what, and is no trace.
  private func isClear(_ output: Program.Output, _ words: String...) -> Bool {
    words.allSatisfy { output.error.contains($0) } && !output.error.contains("Fatal error")
      && !output.error.contains("Thread 0")
  }

  @Test func `of each kind is named and leaves the other articles alone`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("in/good.txt", good)
    try folder.write("in/empty.txt", "")
    try folder.write("in/latin1.txt", Data([0x63, 0xE9, 0x20, 0xFF, 0xFE]))
    try folder.write("in/english.txt", "The minister met his counterpart on Friday.\n")
    try folder.write("in/lines.jsonl", "{\"id\":\"a\",\"text\":\"\(good.dropLast())\"}\n{\"id\":\n")
    let output = try await run([folder.path + "/in"], data: folder.path + "/data")
    #expect(output.code == 0)
    #expect(isClear(output, "empty.txt", "latin1.txt", "english.txt", "lines.jsonl: line 2"), "\(output.error)")
    #expect(output.out.contains("\"article\":\"good\""))
    #expect(output.out.contains("\"article\":\"a\""))
    let strict = try await run([folder.path + "/in", "--strict"], data: folder.path + "/data2")
    #expect(strict.code == 3)
  }

  @Test func `of 200 MB is refused without being read whole`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("in/good.txt", good)
    let large = folder.url.appendingPathComponent("in/large.txt")
    _ = FileManager.default.createFile(atPath: large.path, contents: nil)
    truncate(large.path, 200 << 20)
    let output = try await run([folder.path + "/in"], data: folder.path + "/data")
    #expect(output.code == 0)
    #expect(isClear(output, "large.txt"), "\(output.error)")
  }

  @Test func `that leaves nothing to read fails with one line`() async throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder.path + "/empty", withIntermediateDirectories: true)
    for path in ["/empty", "/missing"] {
      let output = try await run([folder.path + path], data: folder.path + "/data")
      #expect(output.code == 1, "\(path)")
      #expect(isClear(output, folder.path + path), "\(output.error)")
    }
  }

  @Test func `includes a data directory that cannot be written, or is another cluster's`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("in/good.txt", good)
    try folder.write("file", "not a directory")
    let output = try await run([folder.path + "/in"], data: folder.path + "/file")
    #expect(output.code == 1)
    #expect(isClear(output, folder.path + "/file"), "\(output.error)")

    try Corpus.write(60, to: folder)
    let first = try Program.Running(["run", folder.path, "--data", folder.path + "/data"])
    for _ in 0..<500 where Processes.children(of: first.process.processIdentifier).count < 3 {
      try await Task.sleep(for: .milliseconds(20))
    }
    let second = try await run([folder.path + "/in"], data: folder.path + "/data")
    first.process.interrupt()
    _ = await first.finish()
    #expect(second.code == 1)
    #expect(isClear(second, folder.path + "/data"), "\(second.error)")
  }

  @Test(arguments: [["run"], ["nonsense"], ["run", "--workers", "zero", "x"], ["timeline", "--format", "pdf"]])
  func `of the command line exits with 2 and says how`(arguments: [String]) async throws {
    let output = try await Program.run(arguments)
    #expect(output.code == 2)
    #expect(output.error.contains("Usage:") || output.error.contains("--help"), "\(output.error)")
  }

  @Test(arguments: [
    ("ipc://@silsila", "abstract socket"), ("tcp://host", "the port is missing"), ("7420", "no transport"),
  ])
  func `of an endpoint is told with what is wrong about it`(endpoint: String, reason: String) async throws {
    for arguments in [["coordinator", "--listen", endpoint], ["status", "--coordinator", endpoint]] {
      let output = try await Program.run(arguments)
      #expect(output.code == 2)
      #expect(output.error.contains(reason) && output.error.contains(endpoint), "\(output.error)")
    }
  }
}
