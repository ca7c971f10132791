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
}
