internal import NewsEvents
internal import WireProtocol
internal import WorkDistribution
internal import ZeroMQ

/// What other threads bring to the worker's socket thread.
enum WorkerEvent: Sendable {
  /// One article was read: the encoded result, or why there is none.
  case extracted(JobID, Swift.Result<[UInt8], ExtractionFailure>)
  case drain
  case stop
}

/// An extraction that failed by itself.
struct ExtractionFailure: Error, Sendable {
  var code: FailureCode
  var message: String
}

extension Coder {
  /// The encoded result. One that exceeds the work budget is the article's own failure: it goes on to be tried alone,
  /// and ends as a dead letter, which an operator sees and may try again with a larger budget.
  func read(_ article: Article) -> Swift.Result<[UInt8], ExtractionFailure> {
    let result = code(article)
    if let reject = result.rejects.first(where: { $0.code == .overBudget }) {
      return .failure(ExtractionFailure(code: .budget, message: reject.message))
    }
    return .success(result.wireBytes)
  }
}

/// The threads that read articles.
final class ExtractionPool: Sendable {
  private struct Chunk: Sendable {
    var articles: [(job: JobID, article: Article)]
    var isSolo: Bool
  }

  /// What was read within this time wakes the socket thread, and leaves for the aggregator, together. Before an article
  /// that takes long it waits no longer than until the socket thread looks by itself.
  private static let gathering = TimeSpan.milliseconds(2)

  private let queue = BlockingQueue<Chunk>()
  private let threads: [DedicatedThread]

  init(_ options: WorkerOptions, inbox: Inbox<WorkerEvent>) {
    let (queue, coder, command, limits) = (queue, options.coder, options.soloCommand, options.soloLimits)
    threads = (0..<max(1, options.parallelism)).map { number in
      DedicatedThread(name: "extract-\(number)", stackSize: 64 << 20) {
        while let chunk = queue.take() {
          var woken = Clocks.now
          for (job, article) in chunk.articles {
            let outcome: Swift.Result<[UInt8], ExtractionFailure> =
              chunk.isSolo && !command.isEmpty
              ? SoloExtraction.run(article, command: command, limits: limits)
              : coder.read(article)
            let now = Clocks.now
            let wakes = now >= woken + Self.gathering
            inbox.post(.extracted(job, outcome), wakes: wakes)
            if wakes { woken = now }
          }
          inbox.wake()
        }
      }
    }
  }

  func push(_ articles: [(job: JobID, article: Article)], isSolo: Bool) {
    queue.push(Chunk(articles: articles, isSolo: isSolo))
  }

  /// Lets the threads end after what they have. One that hangs is not waited for: the process ends without it.
  func close() { queue.close() }
}
