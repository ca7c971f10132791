/// The public keys that are admitted, each with the user id its owner gets; it may change while sockets are open.
///
/// A change applies to connections made afterwards: those that exist were already admitted.
public final class Allowlist: Sendable {
  private let users: Locked<[CurvePublicKey: String]>

  public init(_ users: [CurvePublicKey: String] = [:]) { self.users = Locked(users) }

  /// Replaces all entries at once.
  public func replace(with users: [CurvePublicKey: String]) { self.users.withLock { $0 = users } }

  /// The user id of `key`'s owner; nil when the key is not admitted.
  public func user(of key: CurvePublicKey) -> String? { users.withLock { $0[key] } }

  /// The decision for a `ZAPHandler`: listed keys in, everything else out.
  public func decide(_ request: AdmissionRequest) -> String? { request.key.flatMap { user(of: $0) } }
}
