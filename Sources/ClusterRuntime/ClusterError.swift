public import WorkDistribution

/// Why a part of the cluster cannot start or go on, in one line that names the remedy.
@nonexhaustive
public enum ClusterError: Error, Sendable, Hashable {
  /// Not an endpoint.
  case badEndpoint(String, reason: String)
  /// Plain TCP beyond this host, and nobody said `--insecure`.
  case unprotected(endpoint: String)
  /// The other side turned us away for good.
  case refused(by: String, Refusal)
  /// The other side does not admit this key.
  case keyRefused(endpoint: String, key: String, role: String)
  /// Somebody listens there, but encryption does not come about; `server` is the public key that was expected.
  case noHandshake(endpoint: String, server: String?)
  /// Nobody answered.
  case noAnswer(endpoint: String, milliseconds: Int)
  /// The coordinator answered something else than what was asked for.
  case unexpectedAnswer(endpoint: String)
  /// A child process ended too often.
  case tooManyRestarts(child: String, reason: String, times: Int)
  /// A child process could not be started.
  case cannotStart(child: String, reason: String)
  /// A directory for sockets could not be made.
  case noSocketDirectory(path: String, reason: String)
  /// The run was asked to stop before it was done.
  case interrupted
}

extension ClusterError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .badEndpoint(let text, let reason):
      "endpoint `\(text)`: \(reason); expected tcp://HOST:PORT or ipc:///PATH"
    case .unprotected(let endpoint):
      "\(endpoint) can be reached from other hosts and would be neither encrypted nor authenticated; "
        + "give it keys (`silsila keys new`), or say --insecure on a network you trust"
    case .refused(let party, let refusal): "refused by the \(party): \(refusal.message)"
    case .keyRefused(let endpoint, let key, let role):
      "\(endpoint) does not admit the key \(key); authorise it on that host: "
        + "`silsila keys authorize '\(key)' --role \(role)`"
    case .noHandshake(let endpoint, let server?):
      "no handshake with \(endpoint): it does not own the key \(server), or does not encrypt; "
        + "compare the key named here (--coordinator-key, --aggregator-key) with `silsila keys show` on that host"
    case .noHandshake(let endpoint, nil):
      "no handshake with \(endpoint): it does not take plain text; name --key and --coordinator-key (--aggregator-key)"
    case .noAnswer(let endpoint, let milliseconds):
      "no answer from \(endpoint) within \(milliseconds / 1_000) s; check that the coordinator runs there, "
        + "and that this key is authorised"
    case .unexpectedAnswer(let endpoint):
      "\(endpoint) answered something that was not asked for; check that a coordinator listens there"
    case .tooManyRestarts(let child, let reason, let times):
      "\(child) ended \(times) times within a minute, at last with \(reason); its own lines above say why"
    case .cannotStart(let child, let reason): "\(child) cannot be started: \(reason)"
    case .noSocketDirectory(let path, let reason):
      "no directory for sockets can be made at \(path): \(reason); set XDG_RUNTIME_DIR or TMPDIR to one that is yours"
    case .interrupted: "interrupted; what was accepted is kept, and the same command goes on from there"
    }
  }
}
