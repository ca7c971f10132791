/// Why a peer is turned away, in words that name both values and the remedy.
public struct Refusal: Hashable, Sendable {
  public enum Code: UInt8, Hashable, Sendable, CaseIterable {
    /// Another major version of the protocol.
    case version
    /// Another coder or lexicon.
    case fingerprint
    /// A store that does not belong to this ledger.
    case identity
    /// The message is not for this role.
    case role
    /// Not final: the receiver does not know this connection (any more); connect afresh and say hello.
    case helloRequired
    /// Not final: no new work is taken because the receiver is about to stop.
    case draining
    /// A message that could not be read.
    case malformed
    /// A reason that this version does not know.
    case other
  }

  public var code: Code
  public var message: String

  public init(code: Code, message: String) {
    self.code = code
    self.message = message
  }

  /// Whether trying again is useless until somebody changes something.
  public var isFinal: Bool {
    switch code {
    case .version, .fingerprint, .identity, .role, .malformed, .other: true
    case .helloRequired, .draining: false
    }
  }
}

extension LocalIdentity {
  /// The refusal that a hello deserves, or nil.
  ///
  /// - Parameters:
  ///   - roles: the roles served at this end.
  ///   - checksIdentity: whether the peer must state this store's identity.
  func refusal(of hello: Hello, roles: Set<Role>, party: String, checksIdentity: Bool) -> Refusal? {
    guard hello.version.major == version.major else {
      return Refusal(
        code: .version,
        message: "“\(hello.name)” speaks protocol \(hello.version), this \(party) \(version); "
          + "run the same version of silsila on both")
    }
    guard roles.contains(hello.role) else {
      return Refusal(
        code: .role,
        message: "“\(hello.name)” says it is a \(hello.role), this \(party) serves "
          + roles.map { "\($0)" }.sorted().joined(separator: ", ") + "; connect it to the endpoint of its role")
    }
    if hello.role == .worker || hello.role == .coordinator, hello.fingerprint != fingerprint {
      return Refusal(
        code: .fingerprint,
        message: "“\(hello.name)” codes with \(hello.fingerprint), this \(party) is pinned to \(fingerprint); "
          + "install the same version and lexicon, or run `silsila recode`")
    }
    if checksIdentity, hello.storeIdentity != storeIdentity {
      return Refusal(
        code: .identity,
        message: "“\(hello.name)” belongs to store \(hello.storeIdentity), this \(party) to \(storeIdentity); "
          + "point both at one cluster")
    }
    return nil
  }
}
