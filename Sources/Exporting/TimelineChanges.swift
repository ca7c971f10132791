public import NewsEvents

/// What became of a timeline: events that came, that say something else, and that are no more.
///
/// Equal timelines give no change; the changes are a function of the two timelines alone.
public struct TimelineChanges: Sendable {
  public enum Change: Sendable {
    /// A new id. `replaces` are the ids that are no more and that had one of its mentions, sorted.
    case added(TimelineEvent, replaces: [String])
    /// A known id of which some field differs.
    case changed(TimelineEvent)
    /// An id that is no more. `replacedBy` are the events that have its mentions now, sorted; empty when its articles
    /// were withdrawn.
    case withdrawn(id: String, replacedBy: [String])
  }

  /// The later timeline's events in its order, then what was withdrawn, by id.
  public let changes: [Change]

  /// O(mentions).
  public init(from before: Timeline, to now: Timeline) {
    var old: [String: TimelineEvent] = [:]
    for event in before.events { old[event.id] = event }
    let present = Set(now.events.map(\.id))
    // Which withdrawn event had a mention.
    var home: [String: String] = [:]
    for event in before.events where !present.contains(event.id) {
      for mention in event.mentions { home[mention.id] = event.id }
    }
    var heirs: [String: Set<String>] = [:]
    var changes: [Change] = []
    for event in now.events {
      let from = Set(event.mentions.compactMap { home[$0.id] })
      for id in from { heirs[id, default: []].insert(event.id) }
      if let known = old[event.id] {
        if known != event { changes.append(.changed(event)) }
      } else {
        changes.append(.added(event, replaces: from.sorted()))
      }
    }
    let gone = before.events.map(\.id).filter { !present.contains($0) }.sorted()
    changes += gone.map { .withdrawn(id: $0, replacedBy: (heirs[$0] ?? []).sorted()) }
    self.changes = changes
  }

  /// The events that came or changed, for formats that show no change.
  public var events: [TimelineEvent] {
    changes.compactMap {
      switch $0 {
      case .added(let event, _), .changed(let event): event
      case .withdrawn: nil
      }
    }
  }

  /// How many ids are no more.
  public var withdrawn: Int {
    changes.count { if case .withdrawn = $0 { true } else { false } }
  }

  public static let schema = "silsila.changes/1"

  /// Writes the changes as JSON: with `lines` a header line and one change a line, else one object with one change a line.
  public func write(since: UInt64, revision: UInt64, lines: Bool, to sink: (String) throws -> Void) rethrows {
    let head = "{\"schema\":\"\(Self.schema)\",\"since\":\(since),\"revision\":\(revision)"
    try sink(lines ? head + "}\n" : head + ",\"changes\":[")
    var first = true
    for change in changes {
      try sink(lines ? Self.json(change).line + "\n" : (first ? "\n" : ",\n") + Self.json(change).line)
      first = false
    }
    if !lines { try sink(first ? "]}\n" : "\n]}\n") }
  }

  private static func json(_ change: Change) -> JSON {
    switch change {
    case .added(let event, let replaces):
      .members(
        ("change", .string("added")), ("id", .string(event.id)), ("replaces", .strings(replaces)),
        ("event", EventJSON.json(event)))
    case .changed(let event):
      .members(("change", .string("changed")), ("id", .string(event.id)), ("event", EventJSON.json(event)))
    case .withdrawn(let id, let replacedBy):
      .members(
        ("change", .string("withdrawn")), ("id", .string(id)), ("replaced_by", .strings(replacedBy)))
    }
  }
}
