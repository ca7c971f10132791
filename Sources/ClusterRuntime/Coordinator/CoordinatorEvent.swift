internal import Storage
internal import WireProtocol
internal import WorkDistribution
internal import ZeroMQ

/// What other threads bring to the coordinator's socket thread.
enum CoordinatorEvent: Sendable {
  /// A completion of the ledger, or a submission that was screened.
  case input(CoordinatorInput)
  /// A message that another thread put together.
  case send([Frame], to: PeerID)
  /// The answer to a command about dead letters, and what it changed.
  case deadLetters(Wire.DeadLetters, requeued: [LedgerJob], discarded: [SupersededJob], for: PeerID)
  /// Articles that were turned away, to be kept for whoever asks.
  case rejects([RejectedInput])
  /// A message that was not understood.
  case malformed(WireError, from: PeerID)
  case drain
  case stop
}
