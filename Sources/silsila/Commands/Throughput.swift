import ArgumentParser
import ClusterRuntime
import Foundation
import Glibc
import Logging
import NewsEvents
import Storage
import WireProtocol
import ZeroMQ

/// The cluster without its work, to be compared with other queues: `Benchmarks/cost/run.sh`.
struct Throughput: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure what distributing costs: articles of 4 KB, results of 500 bytes, no extraction.",
    shouldDisplay: false)

  @Argument(help: "How many articles.") var articles: Int
  @Option(help: ArgumentHelp("A new directory for the stores; one in memory leaves the disk out.", valueName: "dir"))
  var directory: String
  @Flag(help: "Over TCP on loopback instead of ipc.") var tcp = false
  @Flag(help: "Over TCP, encrypted and authenticated.") var curve = false

  func validate() throws {
    guard articles > 0 else { throw ValidationError("at least one article") }
  }

  func run() throws {
    let corpus = Self.corpus(articles)
    let keys = try Keys()
    let transport = try Transport(directory: directory, isTCP: tcp || curve)
    let listener = curve ? ListenerSecurity.curve(keys: keys.server, users: { keys.users }) : .plain(insecure: false)
    func peer(_ pair: CurveKeyPair) -> PeerSecurity {
      curve ? .curve(server: keys.server.publicKey, keys: pair) : .plain(insecure: false)
    }
    let data = DataDirectory(path: directory + "/data")
    var logger = Logger(label: "throughput")
    logger.logLevel = .error
    let aggregator = try AggregatorService(
      AggregatorOptions(
        software: "throughput", listen: transport.aggregator, security: listener, data: data, fingerprint: "none",
        logger: logger))
    let coordinator = try CoordinatorService(
      CoordinatorOptions(
        software: "throughput", listen: transport.coordinator, security: listener, aggregator: transport.aggregator,
        aggregatorSecurity: peer(keys.coordinator), data: data, fingerprint: "none", logger: logger))
    let threads = [
      Self.thread("aggregator") { try aggregator.run() }, Self.thread("coordinator") { try coordinator.run() },
    ]
    let workers = try (0..<2).map { number in
      let service = try WorkerService(
        WorkerOptions(
          name: "w\(number)", software: "throughput", coordinator: transport.coordinator,
          coordinatorSecurity: peer(keys.worker), aggregator: transport.aggregator,
          aggregatorSecurity: peer(keys.worker), coder: Self.coder, logger: logger))
      return (service: service, thread: Self.thread("worker") { try service.run() })
    }
    let client = try SubmitterClient(
      ClientOptions(
        name: "submit", software: "throughput", coordinator: transport.coordinator, security: peer(keys.submitter),
        logger: logger), waitsForCompletion: true)
    var next = 0
    let (cpu, start) = (Self.processorSeconds, Date())
    let (_, totals) = try client.run(next: {
      defer { next += 1 }
      return next < corpus.count ? corpus[next] : nil
    })
    let (seconds, used) = (Date().timeIntervalSince(start), Self.processorSeconds - cpu)
    guard totals?.committed == UInt64(articles) else { throw CommandFailure("not all articles were committed") }
    let count = Double(articles)
    Console.output(
      String(
        format: "{\"jobs\":%d,\"seconds\":%.3f,\"rate\":%.0f,\"cpu_us\":%.1f}\n", articles, seconds, count / seconds,
        used / count * 1e6))
    for worker in workers { worker.service.stop() }
    for worker in workers { worker.thread.join() }
    coordinator.stop()
    aggregator.stop()
    for thread in threads { thread.join() }
  }

  private static func thread(_ name: String, _ body: @escaping @Sendable () throws -> Void) -> DedicatedThread {
    DedicatedThread(name: name) {
      do { try body() } catch {
        Console.error("\(name): \(error)")
        Glibc.exit(1)
      }
    }
  }

  /// Different texts of 4 KB in all three languages.
  private static func corpus(_ count: Int) -> [Article] {
    let sentences = [
      "سپاه پاسداران با پهپاد به راسک حمله کرد. ", "أعلن وزير الخارجة الإيراني زيارة إلى باكستان. ",
      "پاکستان نے ایرانی سفیر کو ملک بدر کر دیا ہے۔ ",
    ]
    let languages = [Language.persian, .arabic, .urdu]
    let bodies = sentences.map { String(repeating: $0, count: 4_080 / $0.utf8.count) }
    return (0..<count).map { Article(id: "a\($0)", language: languages[$0 % 3], text: "\($0) " + bodies[$0 % 3]) }
  }

  /// A result of about 500 bytes, without looking at the text. What is the same in all is made once.
  private static let coder: Coder = {
    let anchor = ArticleAnchor(day: nil, reason: String(repeating: "r", count: 180))
    let hash = ContentHash(bytes: [UInt8](repeating: 7, count: 32))
    let sketch = (0..<64).map { UInt32($0) }
    return Coder(fingerprint: "none") { article in
      ArticleResult(
        article: article.id, contentHash: hash ?? article.contentHash, language: article.language, anchor: anchor,
        sketch: sketch)
    }
  }()

  private static var processorSeconds: Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }

  private struct Keys: Sendable {
    let server: CurveKeyPair
    let coordinator: CurveKeyPair
    let worker: CurveKeyPair
    let submitter: CurveKeyPair

    init() throws {
      server = try .generate()
      coordinator = try .generate()
      worker = try .generate()
      submitter = try .generate()
    }

    var users: [CurvePublicKey: String] {
      [
        coordinator.publicKey: "coordinator/c", worker.publicKey: "worker/w", submitter.publicKey: "submitter/s",
      ]
    }
  }

  private struct Transport {
    var coordinator: Endpoint
    var aggregator: Endpoint

    init(directory: String, isTCP: Bool) throws {
      try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
      coordinator = isTCP ? try Endpoint("tcp://127.0.0.1:27432") : try .ipc(directory: directory, name: "c")
      aggregator = isTCP ? try Endpoint("tcp://127.0.0.1:27433") : try .ipc(directory: directory, name: "a")
    }
  }
}
