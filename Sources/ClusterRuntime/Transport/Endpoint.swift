/// Where a socket listens or connects: `tcp://HOST:PORT` or `ipc:///PATH`.
public struct Endpoint: Sendable, Hashable, CustomStringConvertible {
  public let description: String

  /// - Throws: `ClusterError.badEndpoint` for anything else.
  public init(_ text: String) throws(ClusterError) {
    if text.hasPrefix("ipc://") {
      let path = text.dropFirst(6)
      guard !path.isEmpty else { throw .badEndpoint(text, reason: "the path is missing") }
      // An abstract socket has no permissions: every account of the host could connect.
      guard path.first != "@" else {
        throw .badEndpoint(text, reason: "an abstract socket is open to every account; name a path")
      }
      guard path.utf8.count <= 107 else { throw .badEndpoint(text, reason: "the path is longer than 107 bytes") }
    } else if text.hasPrefix("tcp://") {
      guard let colon = text.lastIndex(of: ":"), colon > text.index(text.startIndex, offsetBy: 5) else {
        throw .badEndpoint(text, reason: "the port is missing")
      }
      let port = text[text.index(after: colon)...]
      guard port == "*" || (UInt16(port) ?? 0) > 0 else {
        throw .badEndpoint(text, reason: "`\(port)` is no port (1 to 65535)")
      }
      guard text.index(text.startIndex, offsetBy: 6) < colon else {
        throw .badEndpoint(text, reason: "the host is missing (use * for all addresses of this one)")
      }
    } else {
      throw .badEndpoint(text, reason: "it names no transport")
    }
    description = text
  }

  /// An ipc endpoint in a directory.
  public static func ipc(directory: String, name: String) throws(ClusterError) -> Endpoint {
    try Endpoint("ipc://\(directory)/\(name)")
  }

  /// Whether only processes of this host can reach it.
  public var isLocal: Bool {
    if description.hasPrefix("ipc://") { return true }
    let host = description.dropFirst(6).prefix { $0 != "]" && $0 != ":" }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    // 127.0.0.0/8 as four numbers: a name such as 127.example is anybody's.
    let isLoopback = parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    return isLoopback || host == "localhost" || description.hasPrefix("tcp://[::1]:")
  }
}
