/// Who may read the console.
struct ConsoleAccess: Sendable {
  /// Whether the server is bound to loopback only.
  let isLocal: Bool
  let token: String?

  /// On loopback without a token, the name in the request must be loopback's too: otherwise a page of some other
  /// site, whose name was made to point here, could read the console through the user's browser.
  func acceptsHost(_ host: String?) -> Bool {
    guard isLocal, token == nil else { return true }
    guard let host else { return false }
    return Self.isLoopback(Self.withoutPort(host))
  }

  func acceptsToken(_ authorization: String?) -> Bool {
    guard let token else { return true }
    let prefix = "bearer "
    guard let authorization, authorization.utf8.count >= prefix.utf8.count,
      authorization.prefix(prefix.count).lowercased() == prefix
    else { return false }
    return Self.isEqual(Array(authorization.utf8.dropFirst(prefix.utf8.count)), Array(token.utf8))
  }

  /// In a time that tells nothing about where two values of one length differ.
  private static func isEqual(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard a.count == b.count else { return false }
    var difference: UInt8 = 0
    for (x, y) in zip(a, b) { difference |= x ^ y }
    return difference == 0
  }

  static func isLoopback(_ host: String) -> Bool {
    if host.lowercased() == "localhost" || host == "::1" || host == "[::1]" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }

  private static func withoutPort(_ host: String) -> String {
    if host.hasPrefix("[") { return String(host.prefix { $0 != "]" }) + "]" }
    return String(host.prefix { $0 != ":" })
  }
}
