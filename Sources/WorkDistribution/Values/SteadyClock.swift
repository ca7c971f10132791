/// Turns the caller's clock into one that never goes back and never leaps.
///
/// A stopped process (SIGSTOP, a suspended laptop, a paused virtual machine) wakes up to find every lease expired
/// although nothing was wrong with the workers: their messages merely wait unread. Time therefore passes in steps of
/// at most ``maximumStep``; what is beyond counts as not having happened. In return the shell must call the core at
/// least that often, which ``deadline(for:)`` sees to.
struct SteadyClock: Sendable {
  let maximumStep: TimeSpan
  private(set) var now = Instant.zero
  private var lastSeen: Instant?
  /// How often a leap of the caller's clock was ignored.
  private(set) var leaps = 0

  init(maximumStep: TimeSpan) { self.maximumStep = maximumStep }

  /// Moves on to the caller's instant and returns the steady time.
  mutating func advance(to instant: Instant) -> Instant {
    guard let last = lastSeen else {
      lastSeen = instant
      return now
    }
    lastSeen = instant
    let step = instant - last
    if step <= .zero {
      if step < .zero { leaps += 1 }
    } else if step > maximumStep {
      leaps += 1
      now = now + maximumStep
    } else {
      now = now + step
    }
    return now
  }

  /// The caller's instant at which the steady time will be `steady`, at most one step ahead.
  func deadline(for steady: Instant?) -> Instant {
    let base = lastSeen ?? .zero
    guard let steady else { return base + maximumStep }
    return base + min(max(steady - now, .zero), maximumStep)
  }
}
