import ClusterRuntime
import Foundation
import NewsEvents
import Storage
import Testing
import WireProtocol
import ZeroMQ

@Suite(.serialized, .timeLimit(.minutes(2))) struct `A cluster in one process` {
  @Test func `commits every article that is submitted, once`() throws {
    let cluster = try TestCluster()
    defer { cluster.stop() }
    try cluster.startAggregator()
    try cluster.startCoordinator()
    try cluster.startWorker("w1", languages: [.persian, .arabic])
    try cluster.startWorker("w2", languages: [.urdu, .arabic])
    let articles = TestCluster.articles(1_000)
    let (progress, totals, exceptions) = try cluster.submit(articles)
    #expect(progress.accepted == 1_000 && exceptions.isEmpty)
    #expect(totals == Wire.Totals(accepted: 1_000, committed: 1_000))
    let results = try cluster.results()
    #expect(results.count == 1_000)
    for article in articles {
      #expect(results[article.id]?.result == TestCluster.coder.code(article))
      #expect(results[article.id]?.revision == 1)
    }
    #expect(cluster.failures.withLock { $0 } == [])
  }

  @Test func `tells duplicates, conflicts, rejects and replacements apart`() throws {
    let cluster = try TestCluster()
    defer { cluster.stop() }
    try cluster.startAggregator()
    try cluster.startCoordinator()
    try cluster.startWorker("w1")
    _ = try cluster.submit([Article(id: "a", language: .urdu, text: "ایک")])
    let mixed = [
      Article(id: "a", language: .urdu, text: "ایک"), Article(id: "a", language: .urdu, text: "دو"),
      Article(id: "b", text: "nothing of ours"), Article(id: "c", language: .urdu, text: " \n"),
      Article(id: "d", text: "پاکستان نے ایران پر حملہ کیا ہے اور یہ خبر اردو میں ہے"),
    ]
    let (progress, _, exceptions) = try cluster.submit(mixed)
    #expect(progress.accepted == 1 && progress.duplicates == 1 && progress.conflicts == 1 && progress.rejected == 2)
    let codes = exceptions.map { exception -> String in
      if case .rejected(let code, _) = exception.outcome { code } else { "\(exception.outcome)" }
    }
    #expect(codes == ["duplicate", "conflict", "unsupported-language", "empty"])
    // What was turned away is kept where an operator can look it up.
    let ledger = try cluster.data.readLedger()
    #expect(eventually { (try? ledger.rejectCount()) == 2 })
    #expect(try ledger.rejects(limit: 9).map(\.position) == ["b", "c"])
    #expect(try ledger.rejects(limit: 9).map(\.code) == ["unsupported-language", "empty"])
    _ = try cluster.submit([Article(id: "a", language: .urdu, text: "دو")], replaces: true)
    let results = try cluster.results()
    #expect(results["a"]?.revision == 2)
    #expect(results["a"]?.result.mentions.first?.trigger.text == "دو")
    #expect(Set(results.keys) == ["a", "d"])
  }

  @Test func `loses nothing and doubles nothing when each part is stopped and started again`() throws {
    let cluster = try TestCluster()
    defer { cluster.stop() }
    try cluster.startAggregator()
    try cluster.startCoordinator()
    let slow = Coder(fingerprint: "test-1") { article in
      usleep(1_000)
      return TestCluster.coder.code(article)
    }
    for name in ["w1", "w2"] { try cluster.startWorker(name, coder: slow) }
    let articles = TestCluster.articles(1_500)
    let outcome = Locked<Wire.Totals?>(nil)
    let client = try SubmitterClient(try cluster.client(), waitsForCompletion: true)
    let failures = cluster.failures
    let submitter = DedicatedThread(name: "submit") {
      var rest = articles[...]
      do {
        let totals = try client.run(next: { rest.popFirst() }).totals
        outcome.withLock { $0 = totals }
      } catch { failures.withLock { $0.append("submit: \(error)") } }
    }
    usleep(250_000)
    cluster.stopWorker(0)
    try cluster.startWorker("w3", coder: slow)
    usleep(250_000)
    cluster.stopAggregator()
    usleep(100_000)
    try cluster.startAggregator()
    usleep(250_000)
    cluster.stopCoordinator()
    usleep(100_000)
    try cluster.startCoordinator()
    submitter.join()
    #expect(outcome.withLock { $0?.committed } == 1_500)
    let results = try cluster.results()
    #expect(results.count == 1_500)
    #expect(articles.allSatisfy { results[$0.id]?.result == TestCluster.coder.code($0) })
    #expect(results.values.allSatisfy { $0.revision == 1 })
    #expect(cluster.failures.withLock { $0 } == [])
  }

  @Test func `answers an operator: status, retraction, drain`() throws {
    let cluster = try TestCluster()
    defer { cluster.stop() }
    try cluster.startAggregator()
    try cluster.startCoordinator()
    try cluster.startWorker("w1")
    _ = try cluster.submit(TestCluster.articles(30))
    let operatorClient = try OperatorClient(try cluster.client("op"), role: .operator)
    let status = try operatorClient.status()
    #expect(status.totals.committed == 30)
    #expect(status.workers.map(\.name) == ["w1"])
    #expect(eventually { cluster.aggregator?.snapshot.lag.mentions == 30 })
    #expect(status.queues.map(\.done).reduce(0, +) == 30)
    let retracted = try operatorClient.retract(["a3", "unknown"])
    #expect(retracted == [Wire.ArticleRevision(article: "a3", revision: 2)])
    let deadline = Date() + 10
    while try cluster.results()["a3"] != nil, Date() < deadline { usleep(20_000) }
    #expect(try cluster.results().count == 29)
    #expect(try operatorClient.deadLetters(.init(action: .list)) == Wire.DeadLetters(affected: 0))
    #expect(try operatorClient.drain().totals.accepted == 29)
    let observer = try OperatorClient(try cluster.client("look"))
    #expect(throws: (any Error).self) { try observer.drain(timeout: 1_000) }
  }
}
