/// The calendar an expression was written in.
public enum CalendarSystem: String, Sendable, Hashable, CaseIterable {
  case gregorian
  case solarHijri = "solar-hijri"
  case islamic
}

/// How exact a date expression is.
public enum Granularity: String, Sendable, Hashable, CaseIterable {
  case day, week, month, season, year, decade, range
}

/// Where a date comes from.
public enum DateBasis: String, Sendable, Hashable, CaseIterable {
  /// Written out in full.
  case stated
  /// Relative or partial, resolved with an anchor.
  case resolved
  /// Taken from other articles.
  case inferred
  /// Only the publication date bounds it.
  case published
}

/// An interval of days, possibly open on one side, with its provenance.
public struct DateInterval: Sendable, Hashable {
  public var start: Day?
  public var end: Day?
  public var granularity: Granularity
  public var basis: DateBasis
  public var calendar: CalendarSystem?
  /// The expression as written; nil for an inferred date.
  public var quote: Quote?
  /// Clock time and zone as ISO 8601 (`14:30`, `14:30+03:30`), when written.
  public var time: String?
  /// The day that a relative expression was resolved against.
  public var anchor: Day?

  public init(
    start: Day?, end: Day?, granularity: Granularity, basis: DateBasis, calendar: CalendarSystem? = nil,
    quote: Quote? = nil, time: String? = nil, anchor: Day? = nil
  ) {
    self.start = start
    self.end = end
    self.granularity = granularity
    self.basis = basis
    self.calendar = calendar
    self.quote = quote
    self.time = time
    self.anchor = anchor
  }

  /// Whether both sides are closed and lie in `other`.
  public func lies(in other: DateInterval) -> Bool {
    (other.start.map { s in start.map { $0 >= s } ?? false } ?? true)
      && (other.end.map { e in end.map { $0 <= e } ?? false } ?? true)
  }

  public func overlaps(_ other: DateInterval) -> Bool {
    let a = start.map(\.number) ?? .min, b = end.map(\.number) ?? .max
    let c = other.start.map(\.number) ?? .min, d = other.end.map(\.number) ?? .max
    return a <= d && c <= b
  }
}

/// The day an article's relative dates refer to, and why this day.
public struct ArticleAnchor: Sendable, Hashable {
  /// nil when the evidence contradicts itself or there is none: then relative expressions stay unresolved.
  public var day: Day?
  /// In plain words: `metadata`, `header line "16 آبان 1403"`, `text dates 2024-01-16 … 2024-01-26 (page date 2024-11-14 contradicts)`.
  public var reason: String

  public init(day: Day?, reason: String) {
    self.day = day
    self.reason = reason
  }
}
