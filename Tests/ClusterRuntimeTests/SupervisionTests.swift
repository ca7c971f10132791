import Foundation
import Logging
import NewsEvents
import Testing
import WireProtocol
import ZeroMQ

@testable import ClusterRuntime

private let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

private func part(_ name: String, _ script: String, rank: Int = 0) -> Supervisor.Part {
  Supervisor.Part(name: name, command: ["/bin/sh", "-c", script], stopRank: rank)
}

private func isAlive(_ pid: Int32) -> Bool { kill(pid, 0) == 0 }

@Suite(.timeLimit(.minutes(1))) struct `The supervisor` {
  @Test func `starts a part again that was killed, and ends it when told to`() throws {
    let supervisor = try Supervisor(.init(parts: [part("p", "exec sleep 100")], logger: silent)) { _ in }
    let first = try #require(supervisor.processes["p"])
    kill(first, SIGKILL)
    #expect(eventually { supervisor.processes["p"].map { $0 != first } ?? false })
    let second = try #require(supervisor.processes["p"])
    #expect(supervisor.restarts == 1)
    supervisor.stop()
    #expect(!isAlive(second))
    #expect(supervisor.processes.isEmpty)
  }

  @Test func `stops everything when a part ends too often, and names it`() throws {
    let failure = Locked<ClusterError?>(nil)
    var options = Supervisor.Options(
      parts: [part("good", "exec sleep 100"), part("bad", "exit 3")], logger: silent)
    options.restartsPerMinute = 3
    let supervisor = try Supervisor(options) { error in failure.withLock { $0 = error } }
    let good = try #require(supervisor.processes["good"])
    #expect(eventually { failure.withLock { $0 } != nil })
    #expect(failure.withLock { $0 } == .tooManyRestarts(child: "bad", reason: "exit code 3", times: 4))
    #expect(!isAlive(good))
    #expect(supervisor.restarts == 3)
  }

  @Test func `does not try again what says that it cannot serve`() throws {
    let failure = Locked<ClusterError?>(nil)
    let supervisor = try Supervisor(.init(parts: [part("bad", "exit 78")], logger: silent)) { error in
      failure.withLock { $0 = error }
    }
    #expect(eventually { failure.withLock { $0 } != nil })
    #expect(supervisor.restarts == 0)
  }

  @Test func `ends parts in the order of their ranks, and kills one that does not end`() throws {
    let directory = NSTemporaryDirectory() + "/ranks-\(UInt32.random(in: 0 ... .max))"
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: directory) }
    func script(_ name: String) -> String {
      "trap 'date +%s%N > \(directory)/\(name); exit 0' TERM; touch \(directory)/\(name)-up; while :; do sleep 0.02; done"
    }
    var options = Supervisor.Options(
      parts: [
        part("last", script("last"), rank: 2), part("first", script("first"), rank: 0),
        part("deaf", "trap '' TERM; touch \(directory)/deaf-up; while :; do sleep 0.02; done", rank: 1),
      ], logger: silent)
    options.patience = 300
    let supervisor = try Supervisor(options) { _ in }
    let up = ["first-up", "last-up", "deaf-up"]
    #expect(eventually { up.allSatisfy { FileManager.default.fileExists(atPath: "\(directory)/\($0)") } })
    supervisor.stop()
    func time(_ name: String) throws -> Int {
      let text = try String(contentsOfFile: "\(directory)/\(name)", encoding: .utf8)
      return try #require(Int(text.trimmingCharacters(in: .whitespacesAndNewlines)))
    }
    // In between the deaf one had its 300 ms.
    #expect(try time("last") - time("first") > 250_000_000)
  }

  @Test func `gives a part nothing but its lifeline to inherit`() throws {
    let directory = NSTemporaryDirectory() + "/inherit-\(UInt32.random(in: 0 ... .max))"
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let supervisor = try Supervisor(
      .init(
        parts: [
          part("p", "ls /proc/$$/fd > \(directory)/fds; mv \(directory)/fds \(directory)/done; exec sleep 100"),
          part("q", "exec sleep 100"),
        ], logger: silent)
    ) { _ in }
    #expect(eventually { FileManager.default.fileExists(atPath: "\(directory)/done") })
    let list = try String(contentsOfFile: "\(directory)/done", encoding: .utf8).split(separator: "\n")
    supervisor.stop()
    // 0 to 2 are standard, 3 the lifeline; the shell itself may keep a script descriptor of 10 or more.
    #expect(list.compactMap { Int($0) }.filter { $0 < 10 } == [0, 1, 2, 3])
  }
}

@Suite struct `A directory for sockets` {
  private let base: String
  private var environment: [String: String] { ["TMPDIR": base] }

  init() throws {
    base = "/tmp/sockets-\(UInt32.random(in: 0 ... .max))"
    try FileManager.default.createDirectory(atPath: base, withIntermediateDirectories: true)
  }

  @Test func `is for its owner only, short, and goes when it is let go`() throws {
    defer { try? FileManager.default.removeItem(atPath: base) }
    var directory: SocketDirectory? = try SocketDirectory(environment: environment)
    let path = try #require(directory?.path)
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o700)
    #expect(path.utf8.count <= 90)
    _ = FileManager.default.createFile(atPath: path + "/c", contents: nil)
    directory = nil
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `sweeps those of processes that are gone, and no others`() throws {
    defer { try? FileManager.default.removeItem(atPath: base) }
    let living = try SocketDirectory(environment: environment)
    let stale = base + "/silsila-gone00"
    let foreign = base + "/other"
    for path in [stale, foreign] {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      _ = FileManager.default.createFile(atPath: path + "/lock", contents: nil)
    }
    let fresh = try SocketDirectory(environment: environment)
    #expect(!FileManager.default.fileExists(atPath: stale))
    for path in [living.path, fresh.path, foreign] { #expect(FileManager.default.fileExists(atPath: path)) }
  }
}

@Suite(.timeLimit(.minutes(1))) struct `A suspect's child` {
  private let article = Article(id: "a", language: .urdu, text: "خبر")

  private func code(_ script: String, seconds: UInt64 = 1) -> String {
    var limits = SoloLimits()
    limits.seconds = seconds
    switch SoloExtraction.run(article, command: ["/bin/sh", "-c", script], limits: limits) {
    case .success: return "success"
    case .failure(let failure): return "\(failure.code)"
    }
  }

  @Test func `names what it died of`() {
    #expect(code("kill -TRAP $$") == "trap")
    #expect(code("kill -SEGV $$") == "trap")
    #expect(code("kill -KILL $$") == "interrupted")
    #expect(code("kill -TERM $$") == "interrupted")
    #expect(code("kill -XCPU $$") == "budget")
    #expect(code("exit 64") == "decode")
    #expect(code("cat > /dev/null; echo nonsense") == "decode")
    #expect(code("sleep 100") == "budget")
  }

  @Test func `hands back the result of the article, and takes no other`() throws {
    let result = ArticleResult(
      article: "a", contentHash: article.contentHash, language: .urdu, anchor: ArticleAnchor(day: nil, reason: ""))
    var other = result
    other.article = "b"
    for (value, expected) in [(result, "success"), (other, "decode")] {
      let file = "/tmp/solo-\(UInt32.random(in: 0 ... .max))"
      defer { try? FileManager.default.removeItem(atPath: file) }
      try Data(value.wireBytes).write(to: URL(fileURLWithPath: file))
      #expect(code("cat > /dev/null; cat \(file)") == expected)
    }
  }
}
