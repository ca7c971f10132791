/// One outgoing connection that is kept up for ever: connect, say hello, wait for the welcome, notice silence,
/// wait a little (with jitter, so that thousands do not come back at once), connect afresh.
///
/// A server that has thousands to greet answers late. So the time that a hello may stay unanswered grows with the
/// failures as the pauses do: whoever gives up early only has the server greet a connection that is gone.
struct Link: Sendable {
  enum Phase: Hashable, Sendable {
    /// To be connected at this time.
    case resting(until: Instant)
    /// Connected and greeted, no welcome yet.
    case greeting(since: Instant)
    case open(Epoch)
    /// Not to be used any more.
    case closed
  }

  private(set) var phase = Phase.resting(until: .zero)
  private(set) var lastHeard = Instant.zero
  private var failures = 0
  let backoff: Backoff
  let helloTimeout: TimeSpan

  init(backoff: Backoff, helloTimeout: TimeSpan) {
    self.backoff = backoff
    self.helloTimeout = helloTimeout
  }

  /// The peer's epoch while the connection is open.
  var epoch: Epoch? {
    if case .open(let epoch) = phase { return epoch }
    return nil
  }

  var isOpen: Bool { epoch != nil }

  /// How long the present hello may stay unanswered: at most sixteen times the timeout.
  private var patience: TimeSpan { helloTimeout * (1 << Int64(min(failures, 4))) }

  /// When ``poll(at:using:)`` has something to do.
  var deadline: Instant? {
    switch phase {
    case .resting(let until): until
    case .greeting(let since): since + patience
    case .open, .closed: nil
    }
  }

  /// True if the caller must connect and say hello now.
  mutating func poll(at now: Instant, using generator: inout SplitMix64) -> Bool {
    switch phase {
    case .greeting(let since) where now >= since + patience:
      rest(at: now, using: &generator)
      return false
    case .resting(let until) where now >= until:
      phase = .greeting(since: now)
      lastHeard = now
      return true
    case .resting, .greeting, .open, .closed:
      return false
    }
  }

  mutating func heard(at now: Instant) { lastHeard = now }

  /// The welcome came. Returns false if it was not waited for.
  mutating func welcomed(_ epoch: Epoch, at now: Instant) -> Bool {
    guard case .greeting = phase else { return false }
    phase = .open(epoch)
    failures = 0
    lastHeard = now
    return true
  }

  /// The connection is of no more use; another one follows after the backoff.
  mutating func rest(at now: Instant, using generator: inout SplitMix64) {
    if case .closed = phase { return }
    if case .resting = phase { return }
    phase = .resting(until: now + backoff.delay(afterFailures: failures, using: &generator))
    failures = min(failures + 1, 30)
  }

  mutating func close() { phase = .closed }
}
