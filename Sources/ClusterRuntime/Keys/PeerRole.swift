/// What the owner of a key may do.
public enum PeerRole: String, Sendable, Hashable, CaseIterable {
  /// Takes work and hands in results.
  case worker
  /// Hands in articles.
  case submitter
  /// Reads status only.
  case observer
  /// Submits, reads status, drains, retracts, works on dead letters.
  case `operator`
  /// A coordinator towards its aggregator.
  case coordinator
}
