public import ZeroMQ

/// How a listening socket knows its peers.
public enum ListenerSecurity: Sendable {
  /// It does not: for ipc in a private directory and loopback; elsewhere only when the user insists.
  case plain(insecure: Bool)
  /// CURVE: only listed keys come in, each as the role it was granted. `users` gives the present list, key → `role/name`,
  /// and is asked again every second, so that grants and revocations need no restart.
  case curve(keys: CurveKeyPair, users: @Sendable () throws -> [CurvePublicKey: String])
}

/// How a connecting socket proves who it is.
public enum PeerSecurity: Sendable {
  case plain(insecure: Bool)
  case curve(server: CurvePublicKey, keys: CurveKeyPair)
}

extension ListenerSecurity {
  func check(_ endpoint: Endpoint) throws(ClusterError) {
    if case .plain(insecure: false) = self, !endpoint.isLocal {
      throw .unprotected(endpoint: endpoint.description)
    }
  }

  var socket: SocketSecurity {
    switch self {
    case .plain: .plain
    case .curve(let keys, _): .curveServer(keys.secretKey, domain: "silsila")
    }
  }
}

extension PeerSecurity {
  func check(_ endpoint: Endpoint) throws(ClusterError) {
    if case .plain(insecure: false) = self, !endpoint.isLocal {
      throw .unprotected(endpoint: endpoint.description)
    }
  }

  var socket: SocketSecurity {
    switch self {
    case .plain: .plain
    case .curve(let server, let keys): .curveClient(server: server, keys: keys)
    }
  }
}

extension PeerSecurity {
  /// The public key that this side shows, and the one that it expects, as text; nil without keys.
  var ownKey: String? { if case .curve(_, let keys) = self { keys.publicKey.z85 } else { nil } }
  var serverKey: String? { if case .curve(let server, _) = self { server.z85 } else { nil } }
}
