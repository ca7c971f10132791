internal import WorkDistribution
internal import ZeroMQ

/// Tells a client that will never get in from one that has to wait: what its connection's events say of keys.
struct HandshakeWatch {
  /// How long handshakes may fail before the first one that succeeds.
  static let patience = TimeSpan.seconds(10)

  private let options: ClientOptions
  private let role: String
  private var hasSucceeded = false
  private var failingSince: Instant?

  init(_ options: ClientOptions, role: String) {
    self.options = options
    self.role = role
  }

  /// - Throws: `ClusterError.keyRefused` when the other side knows the key and refuses it; `.noHandshake` when no
  ///   handshake has succeeded for `patience`. After a success failures are those of a server that is starting again.
  mutating func note(_ event: ConnectionEvent, at now: Instant) throws(ClusterError) {
    switch event.kind {
    case .ready:
      hasSucceeded = true
      failingSince = nil
    case .refused:
      guard let key = options.security.ownKey else { return }
      throw .keyRefused(endpoint: options.coordinator.description, key: key, role: role)
    case .handshakeFailed:
      guard !hasSucceeded else { return }
      let since = failingSince ?? now
      failingSince = since
      if now - since >= Self.patience { throw failure }
    default: break
    }
  }

  /// Whether handshakes failed and none has succeeded.
  var isFailing: Bool { failingSince != nil }

  /// What to say of it.
  var failure: ClusterError {
    .noHandshake(endpoint: options.coordinator.description, server: options.security.serverKey)
  }
}
