import ClusterRuntime
import Foundation
import Logging
import NewsEvents
import Storage
import WireProtocol
import ZeroMQ

/// A whole cluster in this process, each part on a thread of its own, over ipc in a directory that goes with it.
final class TestCluster {
  let directory: String
  let logger: Logger
  private(set) var coordinator: CoordinatorService?
  private(set) var aggregator: AggregatorService?
  private var workers: [(service: WorkerService, thread: DedicatedThread)] = []
  private var coordinatorThread: DedicatedThread?
  private var aggregatorThread: DedicatedThread?
  let failures = Locked<[String]>([])

  init() throws {
    directory = "/tmp/silsila-\(UInt32.random(in: 0 ... .max))"
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    var logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    if ProcessInfo.processInfo.environment["SILSILA_TEST_LOG"] != nil { logger = Logger(label: "test") }
    self.logger = logger
  }

  deinit { try? FileManager.default.removeItem(atPath: directory) }

  var data: DataDirectory { DataDirectory(path: directory + "/data") }
  var coordinatorEndpoint: Endpoint { get throws { try .ipc(directory: directory, name: "c") } }
  var aggregatorEndpoint: Endpoint { get throws { try .ipc(directory: directory, name: "a") } }

  /// A result that says what was read: the number of letters is a mention's confidence.
  static let coder = Coder(fingerprint: "test-1") { article in
    let range = TextRange(start: 0, end: article.text.unicodeScalars.count)
    let quote = Quote(text: article.text, range: range)
    return ArticleResult(
      article: article.id, contentHash: article.contentHash, language: article.language,
      anchor: ArticleAnchor(day: nil, reason: "none"),
      mentions: [
        EventMention(
          id: "m-" + article.id, article: article.id, language: article.language ?? .persian, section: .body,
          type: .consult, trigger: quote, sentence: quote, confidence: min(1_000, range.count))
      ])
  }

  private func thread(_ name: String, _ body: @escaping @Sendable () throws -> Void) -> DedicatedThread {
    let failures = failures
    return DedicatedThread(name: name) {
      do { try body() } catch { failures.withLock { $0.append("\(name): \(error)") } }
    }
  }

  func startCoordinator() throws {
    var options = CoordinatorOptions(
      software: "test", listen: try coordinatorEndpoint, aggregator: try aggregatorEndpoint, data: data,
      fingerprint: "test-1", logger: logger)
    options.leaseMilliseconds = 2_000
    let service = try CoordinatorService(options)
    coordinator = service
    coordinatorThread = thread("coordinator") { try service.run() }
  }

  func startAggregator() throws {
    let options = AggregatorOptions(
      software: "test", listen: try aggregatorEndpoint, data: data, fingerprint: "test-1", logger: logger)
    let service = try AggregatorService(options)
    aggregator = service
    aggregatorThread = thread("aggregator") { try service.run() }
  }

  func startWorker(_ name: String, languages: [Language] = Language.allCases, coder: Coder = coder) throws {
    let service = try WorkerService(
      WorkerOptions(
        name: name, software: "test", coordinator: try coordinatorEndpoint, aggregator: try aggregatorEndpoint,
        languages: languages, coder: coder, logger: logger))
    workers.append((service, thread(name) { try service.run() }))
  }

  func stopCoordinator() {
    coordinator?.stop()
    coordinatorThread?.join()
    coordinator = nil
  }

  func stopAggregator() {
    aggregator?.stop()
    aggregatorThread?.join()
    aggregator = nil
  }

  /// Ends a worker without a word to anybody.
  func stopWorker(_ index: Int) {
    workers[index].service.stop()
    workers[index].thread.join()
  }

  func stop() {
    for worker in workers { worker.service.stop() }
    for worker in workers { worker.thread.join() }
    stopCoordinator()
    stopAggregator()
  }

  func client(_ name: String = "submit") throws -> ClientOptions {
    ClientOptions(name: name, software: "test", coordinator: try coordinatorEndpoint, logger: logger)
  }

  func submit(
    _ articles: [Article], replaces: Bool = false, waits: Bool = true
  ) throws -> (SubmitterClient.Progress, Wire.Totals?, [SubmitterClient.Exception]) {
    let client = try SubmitterClient(try client(), replaces: replaces, waitsForCompletion: waits)
    var rest = articles[...]
    var exceptions: [SubmitterClient.Exception] = []
    let (progress, totals) = try client.run(next: { rest.popFirst() }) { exceptions.append($0) }
    return (progress, totals, exceptions)
  }

  /// All committed results by article.
  func results() throws -> [String: (revision: UInt32, result: ArticleResult)] {
    var results: [String: (UInt32, ArticleResult)] = [:]
    let store = try data.readTimeline()
    try store.forEachResult { results[$0.article] = ($0.revision, try ArticleResult(wire: $0.payload)) }
    return results
  }

  static func articles(_ count: Int, _ tag: String = "متن") -> [Article] {
    (0..<count).map {
      Article(
        id: "a\($0)", language: Language.allCases[$0 % 3],
        text: "\(tag) \($0) " + String(repeating: "خبر ", count: $0 % 50))
    }
  }
}

/// Whether `condition` comes true within ten seconds.
func eventually(_ condition: () -> Bool) -> Bool {
  for _ in 0..<1_000 {
    if condition() { return true }
    usleep(10_000)
  }
  return false
}
