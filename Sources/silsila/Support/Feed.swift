import ClusterRuntime
import Foundation
import Ingestion
import NewsEvents
import Storage
import WireProtocol

/// Hands articles from files to a coordinator and reports what was not taken.
struct Feed {
  struct Outcome {
    var accepted = 0
    var duplicates = 0
    /// Rejected while reading or by the coordinator, conflicts included.
    var rejects: [RejectedInput] = []
  }

  let paths: [String]
  let options: IngestOptions

  /// Blocks until every article has an outcome (and, when the client waits for it, a result).
  ///
  /// - Parameter progress: articles committed (or accepted, when completion is not waited for) and read so far.
  func run(
    _ client: SubmitterClient, report: (String) -> Void, progress: (_ done: Int, _ total: Int) -> Void
  ) throws -> Outcome {
    let reader = ArticleReader(paths: paths, options: options)
    var outcome = Outcome()
    let expected = reader.expectedCount
    func next() -> Article? {
      while let item = reader.next() {
        switch item {
        case .article(let article, queue: _): return article
        case .reject(let reject):
          outcome.rejects.append(
            RejectedInput(
              file: reject.file, position: reject.position, code: reject.code.rawValue, message: reject.message))
          report("\(reject)")
        }
      }
      return nil
    }
    let (final, _) = try client.run(
      next: next,
      exception: { exception in
        switch exception.outcome {
        case .accepted, .duplicate: break
        case .conflict:
          let message = "the id is known with other content; submit with --replace to replace it"
          outcome.rejects.append(
            RejectedInput(
              file: RejectedInput.submitted, position: exception.article, code: "conflict", message: message))
          report("\(exception.article): \(message)")
        case .rejected(let code, let message):
          outcome.rejects.append(
            RejectedInput(file: RejectedInput.submitted, position: exception.article, code: code, message: message))
          report("\(exception.article): \(message) (\(code))")
        }
      },
      progress: { state in
        let done = state.cluster.map { Int(clamping: $0.totals.committed) } ?? state.accepted
        progress(done, max(expected, done))
      })
    outcome.accepted = final.accepted
    outcome.duplicates = final.duplicates
    return outcome
  }
}
