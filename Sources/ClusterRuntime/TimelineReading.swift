public import NewsEvents
public import Storage
public import TimelineMerging
import WireProtocol

/// Merges what a timeline store holds.
public enum TimelineReading {
  /// The timeline of all results in `store`, and the store revision it shows. Memory is that of the results.
  public static func timeline(
    of store: TimelineStore, merger: TimelineMerger
  ) throws -> (timeline: Timeline, revision: UInt64) {
    var results: [ArticleResult] = []
    let revision = try store.forEachResult { stored in
      results.append(try ArticleResult(wire: stored.payload))
    }
    return (merger.merge(results), revision)
  }

  /// The timeline that `store` showed at revision `past`, the one it shows now, and the revision of now: both merged from
  /// one moment's results. Throws `StorageError.unknownRevision` when the store does not remember `past`.
  public static func timelines(
    of store: TimelineStore, since past: UInt64, merger: TimelineMerger
  ) throws -> (before: Timeline, now: Timeline, revision: UInt64) {
    var before: [ArticleResult] = [], now: [ArticleResult] = []
    let revision = try store.forEachResult(
      asOf: past, then: { before.append(try ArticleResult(wire: $0.payload)) },
      now: { now.append(try ArticleResult(wire: $0.payload)) })
    return (merger.merge(before), merger.merge(now), revision)
  }
}
