import Foundation
package import ZeroMQ

/// What stands in the files of a key directory, apart from where they are. Every function is total: any text is read or
/// refused.
package enum KeyFormat {
  /// The pair's secret in a `.secret` file; nil when there is none.
  package static func secret(_ text: String) -> CurveSecretKey? {
    for line in text.split(whereSeparator: \.isNewline) where line.hasPrefix("secret ") {
      if let secret = CurveSecretKey(z85: line.dropFirst(7).trimmingCharacters(in: .whitespaces)) { return secret }
    }
    return nil
  }

  package static func text(_ pair: CurveKeyPair) -> String {
    """
    # Silsila CURVE certificate: keep this file to yourself.
    public \(pair.publicKey.z85)
    secret \(pair.secretKey.z85)

    """
  }

  /// The key in a `.public` file.
  package static func publicKey(_ text: String) -> CurvePublicKey? {
    CurvePublicKey(z85: text.trimmingCharacters(in: .whitespacesAndNewlines))
  }

  /// A line of `authorized` that is neither a grant nor a comment, counted from 1.
  package struct UnreadableLine: Error, Hashable {
    package var number: Int
  }

  /// The grants of `authorized`, in its order. One line that cannot be read refuses all: half a list must not pass for
  /// the whole.
  package static func grants(_ text: String) throws(UnreadableLine) -> [KeyDirectory.Grant] {
    var out: [KeyDirectory.Grant] = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let parts = line.split(whereSeparator: \.isWhitespace)
      if parts.isEmpty || line.hasPrefix("#") { continue }
      guard parts.count == 3, let role = PeerRole(rawValue: String(parts[0])),
        let key = CurvePublicKey(z85: String(parts[1]))
      else { throw UnreadableLine(number: index + 1) }
      out.append(KeyDirectory.Grant(role: role, key: key, name: String(parts[2])))
    }
    return out
  }

  /// The text of `authorized`, sorted by role and name.
  package static func text(_ grants: [KeyDirectory.Grant]) -> String {
    let lines = grants.sorted { ($0.role.rawValue, $0.name) < ($1.role.rawValue, $1.name) }
      .map { "\($0.role.rawValue) \($0.key.z85) \($0.name)\n" }
    return "# Who may connect: role, public key, name. Written by `silsila keys authorize`.\n" + lines.joined()
  }
}
