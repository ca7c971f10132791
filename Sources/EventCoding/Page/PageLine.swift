public import NewsEvents

/// One line of the page and what it is.
public struct PageLine: Sendable, Hashable {
  public enum Role: Sendable, Hashable {
    case content(Section)
    /// Cues, tags, dates, sources, buttons: not read for events.
    case furniture
  }

  /// Token indices, without the line break.
  public var tokens: Range<Int>
  public var role: Role
  /// Increases where another story begins; an embedded article has its own parties.
  public var story: Int
}
