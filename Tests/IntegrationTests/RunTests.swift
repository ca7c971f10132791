import Foundation
import Testing

@Suite struct `A local run` {
  private let seeds = Program.root.appendingPathComponent("seeds").path

  private func timeline(_ arguments: [String]) async throws -> String {
    let folder = try TemporaryFolder()
    let output = try await Program.run(
      ["run"] + arguments + ["--data", folder.path + "/data", "--format", "json"])
    #expect(output.code == 0, "\(output.error)")
    return output.out
  }

  @Test func `prints a timeline that several articles and languages tell`() async throws {
    let data = Data(try await timeline([seeds]).utf8)
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(object["schema"] as? String == "silsila.timeline/1")
    let events = try #require(object["events"] as? [[String: Any]])
    #expect(events.count >= 10)
    let languages = events.map { event in
      Set((event["mentions"] as? [[String: Any]] ?? []).compactMap { $0["language"] as? String })
    }
    #expect(languages.contains { $0.count >= 2 })
  }

  @Test func `gives the same bytes for one, two and six workers, and for the input in any order`() async throws {
    let one = try await timeline([seeds, "--workers", "1"])
    let isSame = (try await timeline([seeds, "--workers", "2"])) == one
    #expect(isSame)
    let isSameForSix = (try await timeline([seeds, "--workers", "fa=2,ar=2,ur=2"])) == one
    #expect(isSameForSix)
    // The same ids, handed over in another order, as JSON lines.
    let folder = try TemporaryFolder()
    var lines: [String] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: seeds).sorted().reversed() {
      let text = try String(contentsOfFile: seeds + "/" + name, encoding: .utf8)
      let record = ["id": String(name.dropLast(4)), "text": text]
      lines.append(String(decoding: try JSONSerialization.data(withJSONObject: record), as: UTF8.self))
    }
    try folder.write("all.jsonl", lines.joined(separator: "\n"))
    let isSameInAnyOrder = (try await timeline([folder.path, "--workers", "3"])) == one
    #expect(isSameInAnyOrder)
  }

  @Test(arguments: ["worker", "aggregator", "coordinator"])
  func `gives the same bytes when a part is killed in the middle`(role: String) async throws {
    let corpus = try TemporaryFolder()
    try Corpus.write(40, to: corpus)
    let reference = try await timeline([corpus.path, "--workers", "1"])
    let folder = try TemporaryFolder()
    let running = try Program.Running(
      ["run", corpus.path, "--workers", "2", "--data", folder.path + "/data", "--format", "json"])
    var killed = 0
    for _ in 0..<2000 where running.process.isRunning && killed < 2 {
      try await Task.sleep(for: .milliseconds(20))
      guard let child = Processes.children(of: running.process.processIdentifier, role: role).first else { continue }
      try await Task.sleep(for: .milliseconds(250))
      if kill(child, SIGKILL) == 0 { killed += 1 }
    }
    let output = await running.finish()
    #expect(output.code == 0, "\(output.error)")
    #expect(killed > 0)
    let isSame = output.out == reference
    #expect(isSame)
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGKILL])
  func `leaves no process and no socket behind when it is ended`(signal: Int32) async throws {
    let corpus = try TemporaryFolder()
    try Corpus.write(60, to: corpus)
    let folder = try TemporaryFolder()
    let sockets = try TemporaryFolder()
    let running = try Program.Running(
      ["run", corpus.path, "--data", folder.path + "/data"],
      environment: ["XDG_RUNTIME_DIR": sockets.path, "TMPDIR": sockets.path])
    var children: [Int32] = []
    for _ in 0..<500 where children.count < 3 {
      try await Task.sleep(for: .milliseconds(20))
      children = Processes.children(of: running.process.processIdentifier)
    }
    #expect(children.count >= 3)
    kill(running.process.processIdentifier, signal)
    let output = await running.finish()
    #expect(output.code != 0)
    for _ in 0..<500 where children.contains(where: Processes.isAlive) { try await Task.sleep(for: .milliseconds(20)) }
    #expect(children.filter(Processes.isAlive) == [])
    if signal != SIGKILL {
      let left = try FileManager.default.subpathsOfDirectory(atPath: sockets.path)
      #expect(left.filter { !$0.hasPrefix("silsila-") || $0.contains("/") } == [])
    }
    // Whatever was left, the same command goes on from there.
    let again = try await Program.run(
      ["run", corpus.path, "--data", folder.path + "/data", "--format", "json"],
      environment: ["XDG_RUNTIME_DIR": sockets.path, "TMPDIR": sockets.path])
    #expect(again.code == 0, "\(again.error)")
    let isSame = again.out == (try await timeline([corpus.path]))
    #expect(isSame)
  }
}

/// Processes of this machine, by /proc.
enum Processes {
  /// The living children of `parent`, with `role` among their arguments when it is given.
  static func children(of parent: Int32, role: String? = nil) -> [Int32] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return all.compactMap { Int32($0) }.filter { pid in
      guard let status = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8),
        let close = status.lastIndex(of: ")")
      else { return false }
      let fields = status[status.index(close, offsetBy: 2)...].split(separator: " ")
      guard fields.count > 1, Int32(fields[1]) == parent, fields[0] != "Z" else { return false }
      guard let role else { return true }
      let command = (try? String(contentsOfFile: "/proc/\(pid)/cmdline", encoding: .utf8)) ?? ""
      return command.split(separator: "\0").dropFirst().contains { $0 == role }
    }
  }

  static func isAlive(_ pid: Int32) -> Bool {
    guard let status = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8),
      let close = status.lastIndex(of: ")")
    else { return false }
    return status[status.index(close, offsetBy: 2)] != "Z"
  }
}
