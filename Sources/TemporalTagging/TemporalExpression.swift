public import NewsEvents

/// A date or time expression of a text: where it stands, what it means, and how that was found out.
public struct TemporalExpression: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Complete as written: day, month, year, decade.
    case absolute
    /// Without its year, or without month and year: resolved with an anchor, or left open.
    case partial
    /// Relative to the article's day: yesterday, last month, two years ago.
    case deictic
    /// A weekday, resolved against the article's day.
    case weekday
    /// Relative to another date of the text: two days later, the day after.
    case anchored
    /// A season, quarter, holiday or other named period.
    case period
    /// A length of time: no date.
    case duration
    /// A time of day alone.
    case time
    /// Repeated: every day, Mondays. No date.
    case recurring
  }

  /// Token indices.
  public var tokens: Range<Int>
  public var kind: Kind
  /// What it means. `start` and `end` are nil when it cannot be resolved (no reference, contradiction, duration).
  public var interval: DateInterval
  /// Whether it is measured from a date mentioned before it in the text (or from one that was not found).
  public var isRelativeToContext: Bool
  /// The fields as written, in `interval.calendar`: what merging needs to infer a missing year.
  public var partialYear: Int?
  public var partialMonth: Int?
  public var partialDay: Int?
  /// 0 = Monday, when a weekday is written.
  public var weekday: Int?
  /// The dates inside a range, or both readings of a date given in two calendars, in text order.
  public var parts: [TemporalExpression]
  /// In plain words, when the parts of a double date, or date and weekday, disagree.
  public var contradiction: String?
  /// How many days `interval` may be off on both sides: 1 for an Islamic day that no civil date stands beside, because
  /// the month begins with a sighting of the moon that differs between countries.
  public var uncertainty = 0

  public init(
    tokens: Range<Int>, kind: Kind, interval: DateInterval, isRelativeToContext: Bool = false, partialYear: Int? = nil,
    partialMonth: Int? = nil, partialDay: Int? = nil, weekday: Int? = nil, parts: [TemporalExpression] = [],
    contradiction: String? = nil
  ) {
    self.tokens = tokens
    self.kind = kind
    self.interval = interval
    self.isRelativeToContext = isRelativeToContext
    self.partialYear = partialYear
    self.partialMonth = partialMonth
    self.partialDay = partialDay
    self.weekday = weekday
    self.parts = parts
    self.contradiction = contradiction
  }

  /// Whether it says when something is (or would, with an anchor), in contrast to how long or how often.
  public var isDate: Bool {
    switch kind {
    case .absolute, .partial, .deictic, .weekday, .anchored, .period: true
    case .duration, .time, .recurring: false
    }
  }

  /// Days from the article's day, when a date has "today", "yesterday" or "tomorrow" before it: «امروز سه‌شنبه ۲۶ دی».
  public var daysFromArticle: Int?

  /// The days it can be: `interval`, widened by `uncertainty`.
  public var possible: DateInterval {
    guard uncertainty > 0 else { return interval }
    var wide = interval
    wide.start = interval.start.map { $0 - uncertainty }
    wide.end = interval.end.map { $0 + uncertainty }
    if wide.granularity == .day { wide.granularity = .range }
    return wide
  }

  /// Whether it has both ends.
  public var isResolved: Bool { interval.start != nil && interval.end != nil }
}
