import Foundation
import Testing

@Suite struct `A part of the cluster that is asked to end` {
  @Test(.timeLimit(.minutes(5)))
  func `finishes what it has, hands back the rest, and loses nothing`() async throws {
    let cluster = try SmallCluster()
    let corpus = try TemporaryFolder()
    try Corpus.write(16, to: corpus)
    let count = 80

    // A worker in the middle of its work.
    var aggregator = try cluster.start(.aggregator)
    var coordinator = try cluster.start(.coordinator)
    try await cluster.submit(corpus, [])
    let first = try cluster.start(.worker)
    _ = try await cluster.status { $0.leased > 0 && $0.committed > 0 }
    #expect(await first.end(SIGTERM) == 0, "\(first.errorSoFar)")
    let left = try await cluster.status { $0.workers == 0 }
    #expect(left.leased == 0)
    #expect(left.done + left.waiting == count)
    #expect(left.committed == left.done)

    // The aggregator, while another worker's results come.
    var second = try cluster.start(.worker)
    _ = try await cluster.status { $0.committed == count || $0.leased > 0 && $0.committed > left.committed }
    #expect(await aggregator.end(SIGTERM) == 0, "\(aggregator.errorSoFar)")
    aggregator = try cluster.start(.aggregator)
    _ = try await cluster.status { $0.committed > left.committed }

    // The coordinator ends its workers, and then itself.
    #expect(await coordinator.end(SIGTERM) == 0, "\(coordinator.errorSoFar)")
    #expect(await second.finish().code == 0)
    #expect(await aggregator.end(SIGTERM) == 0)
    let half = try await cluster.verify()
    #expect(half.code == 0, "\(half.error)")
    #expect(half.out.hasPrefix("\(count) articles"))

    // Whoever starts all of it again ends with what an undisturbed run tells.
    aggregator = try cluster.start(.aggregator)
    coordinator = try cluster.start(.coordinator)
    second = try cluster.start(.worker)
    try await cluster.submit(corpus, ["--wait"])
    #expect(await second.end(SIGTERM) == 0)
    #expect(await coordinator.end(SIGTERM) == 0)
    #expect(await aggregator.end(SIGTERM) == 0)
    let whole = try await cluster.verify()
    #expect(whole.code == 0, "\(whole.error)")
    #expect(
      whole.out.hasPrefix("\(count) articles: \(count) committed, 0 waiting, 0 dead, 0 withdrawn"), "\(whole.out)")
    let told = try await Program.run(["timeline", "--data", cluster.data, "--format", "json"])
    let undisturbed = try await Program.run(
      ["run", corpus.path, "--data", cluster.folder.path + "/reference", "--format", "json"])
    #expect(undisturbed.code == 0)
    let isSame = told.out == undisturbed.out
    #expect(isSame)
  }

  @Test(.timeLimit(.minutes(2))) func `ends at once when it is asked twice`() async throws {
    let cluster = try SmallCluster()
    let corpus = try TemporaryFolder()
    try Corpus.write(8, to: corpus)
    let aggregator = try cluster.start(.aggregator)
    let coordinator = try cluster.start(.coordinator)
    try await cluster.submit(corpus, [])
    let worker = try cluster.start(.worker)
    _ = try await cluster.status { $0.leased > 0 }
    // The coordinator waits for a worker that cannot answer.
    kill(worker.process.processIdentifier, SIGSTOP)
    kill(coordinator.process.processIdentifier, SIGTERM)
    try await Task.sleep(for: .milliseconds(500))
    #expect(coordinator.process.isRunning)
    #expect(await coordinator.end(SIGTERM) == 130)
    kill(worker.process.processIdentifier, SIGCONT)
    #expect(await worker.end(SIGTERM) == 0)
    #expect(await aggregator.end(SIGTERM) == 0)
    let verified = try await cluster.verify()
    #expect(verified.code == 0, "\(verified.error)")
  }
}

/// Coordinator, aggregator and workers as processes of their own, over ipc.
private final class SmallCluster {
  enum Role: String { case coordinator, aggregator, worker }

  /// What `silsila status` says, added up over the languages.
  struct Counts {
    var waiting = 0
    var leased = 0
    var done = 0
    var committed = 0
    var workers = 0
  }

  let folder: TemporaryFolder
  var data: String { folder.path + "/data" }
  private var parts: [Program.Running] = []

  init() throws { folder = try TemporaryFolder() }

  /// Nothing outlives a test that failed.
  deinit { for part in parts where part.process.isRunning { kill(part.process.processIdentifier, SIGKILL) } }

  private func endpoint(_ role: Role) -> [String] { ["--\(role.rawValue)", "ipc://\(folder.path)/\(role.rawValue)"] }

  func start(_ role: Role) throws -> Program.Running {
    let arguments =
      switch role {
      case .coordinator: ["--listen", endpoint(role)[1], "--data", data] + endpoint(.aggregator)
      case .aggregator: ["--listen", endpoint(role)[1], "--data", data]
      case .worker: endpoint(.coordinator) + endpoint(.aggregator)
      }
    let part = try Program.Running([role.rawValue] + arguments)
    parts.append(part)
    return part
  }

  func submit(_ corpus: TemporaryFolder, _ options: [String]) async throws {
    let output = try await Program.run(["submit", corpus.path] + endpoint(.coordinator) + options)
    #expect(output.code == 0, "\(output.error)")
  }

  func verify() async throws -> Program.Output { try await Program.run(["verify", "--data", data]) }

  /// What the coordinator says as soon as it is so; the test's time limit bounds the wait.
  func status(_ isSo: (Counts) -> Bool) async throws -> Counts {
    while true {
      try Task.checkCancellation()
      let output = try await Program.run(["status", "--format", "json"] + endpoint(.coordinator))
      if output.code == 0 {
        let report = try JSONDecoder().decode(Report.self, from: Data(output.out.utf8))
        let counts = report.counts
        if isSo(counts) { return counts }
      }
      try await Task.sleep(for: .milliseconds(50))
    }
  }

  private struct Report: Decodable {
    struct Queue: Decodable { var waiting, leased, retrying, done: Int }
    struct Totals: Decodable { var committed: Int }
    struct Worker: Decodable {}

    var queues: [Queue]
    var totals: Totals
    var workers: [Worker]

    var counts: Counts {
      var counts = Counts(committed: totals.committed, workers: workers.count)
      for queue in queues {
        counts.waiting += queue.waiting + queue.retrying
        counts.leased += queue.leased
        counts.done += queue.done
      }
      return counts
    }
  }
}

extension Program.Running {
  /// Sends the signal and waits for the end; the exit code.
  fileprivate func end(_ signal: Int32) async -> Int32 {
    kill(process.processIdentifier, signal)
    return await finish().code
  }
}
