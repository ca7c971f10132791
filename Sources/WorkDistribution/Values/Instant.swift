/// A point on a monotonic clock, in nanoseconds since an origin that only the caller knows.
///
/// The cores never read a clock: every input comes with the instant at which the shell received it.
public struct Instant: Hashable, Comparable, Sendable {
  public var nanoseconds: Int64

  public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  /// The origin of the clock.
  public static let zero = Instant(nanoseconds: 0)
  /// Later than everything.
  public static let never = Instant(nanoseconds: .max)

  @inlinable
  public static func < (a: Instant, b: Instant) -> Bool { a.nanoseconds < b.nanoseconds }

  @inlinable
  public static func + (a: Instant, b: TimeSpan) -> Instant {
    let (sum, overflow) = a.nanoseconds.addingReportingOverflow(b.nanoseconds)
    return Instant(nanoseconds: overflow ? .max : sum)
  }

  @inlinable
  public static func - (a: Instant, b: TimeSpan) -> Instant {
    let (difference, overflow) = a.nanoseconds.subtractingReportingOverflow(b.nanoseconds)
    return Instant(nanoseconds: overflow ? .min : difference)
  }

  @inlinable
  public static func - (a: Instant, b: Instant) -> TimeSpan {
    TimeSpan(nanoseconds: a.nanoseconds &- b.nanoseconds)
  }
}

/// A length of time in nanoseconds.
public struct TimeSpan: Hashable, Comparable, Sendable {
  public var nanoseconds: Int64

  public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  public static func microseconds(_ n: Int64) -> TimeSpan { TimeSpan(nanoseconds: n * 1_000) }
  public static func milliseconds(_ n: Int64) -> TimeSpan { TimeSpan(nanoseconds: n * 1_000_000) }
  public static func seconds(_ n: Int64) -> TimeSpan { TimeSpan(nanoseconds: n * 1_000_000_000) }
  public static let zero = TimeSpan(nanoseconds: 0)
  /// Longer than any run (292 years).
  public static let forever = TimeSpan(nanoseconds: .max)

  /// Whole milliseconds, rounded up, so that a wait of this length is never too short.
  public var wholeMilliseconds: Int64 {
    let (quotient, remainder) = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000)
    return quotient + (remainder > 0 ? 1 : 0)
  }

  @inlinable
  public static func < (a: TimeSpan, b: TimeSpan) -> Bool { a.nanoseconds < b.nanoseconds }

  public static func * (a: TimeSpan, b: Int64) -> TimeSpan {
    let (product, overflow) = a.nanoseconds.multipliedReportingOverflow(by: b)
    return TimeSpan(nanoseconds: overflow ? .max : product)
  }

  public static func / (a: TimeSpan, b: Int64) -> TimeSpan { TimeSpan(nanoseconds: a.nanoseconds / b) }

  public static func + (a: TimeSpan, b: TimeSpan) -> TimeSpan {
    let (sum, overflow) = a.nanoseconds.addingReportingOverflow(b.nanoseconds)
    return TimeSpan(nanoseconds: overflow ? .max : sum)
  }
}
