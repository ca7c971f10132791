internal import NewsEvents
internal import Storage
internal import WireProtocol
internal import WorkDistribution
internal import ZeroMQ

/// The results of messages that are being committed.
typealias Payloads = PayloadShelf<ResultCommit>

/// Reads results, each to its last field: what cannot be read back later is never acknowledged.
enum ResultScreen {
  static func make(payloads: Payloads, inbox: Inbox<AggregatorEvent>) -> FrameScreen {
    FrameScreen { frames, peer in
      do throws(WireError) {
        inbox.post(.input(.message(.results(try read(frames, payloads)), from: peer)))
      } catch {
        inbox.post(.malformed(error, from: peer))
      }
    }
  }

  private static func read(_ frames: [Frame], _ payloads: Payloads) throws(WireError) -> Results {
    guard case .results(let message) = try Wire.decode(frames).message else { throw .malformed(kind: "results") }
    var commits: [ResultCommit] = []
    var items: [ResultItem] = []
    for result in message.results {
      let value = try ArticleResult(wire: result.bytes)
      guard value.article == result.key.article else {
        throw .invalid(field: "result.article", value: value.article)
      }
      commits.append(
        ResultCommit(
          article: value.article, revision: result.key.revision, fingerprint: result.key.fingerprint,
          contentHash: value.contentHash, mentions: value.mentions.count, payload: result.bytes))
      items.append(
        ResultItem(
          key: CommitKey(
            articleID: result.key.article, revision: result.key.revision, fingerprint: result.key.fingerprint),
          job: JobID(result.job), bytes: UInt32(clamping: result.bytes.count), grant: result.grant))
    }
    return Results(sequence: message.sequence, payload: payloads.keep(commits), items: items)
  }
}
