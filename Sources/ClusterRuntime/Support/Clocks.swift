internal import Glibc
internal import WorkDistribution

/// The clocks that the cores do not read themselves.
enum Clocks {
  /// Monotonic; the origin means nothing.
  static var now: Instant {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Instant(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
  }

  /// Seconds since 1970-01-01 UTC, for the ledger's records.
  static var seconds: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec)
  }

  static func sleep(milliseconds: UInt32) { usleep(milliseconds * 1_000) }

  /// How long a poll may wait until `deadline`, in milliseconds, never negative and never too short.
  static func wait(until deadline: Instant) -> Int {
    Int(clamping: max(0, (deadline - now).wholeMilliseconds))
  }
}
