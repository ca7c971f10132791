/// Why the console cannot run.
public enum WebConsoleError: Error, Sendable, Hashable {
  case tokenRequired(host: String)
  case tokenTooShort
  case cannotListen(host: String, port: Int, reason: String)
}

extension WebConsoleError: CustomStringConvertible {
  /// One line for people.
  public var description: String {
    switch self {
    case .tokenRequired(let host):
      "the console would be open to everybody at \(host); give it a token, or bind it to 127.0.0.1 behind a proxy"
    case .tokenTooShort: "the console's token is shorter than 16 bytes; take a random one"
    case .cannotListen(let host, let port, let reason):
      "the console cannot listen at \(host):\(port) (\(reason)); choose another address or port"
    }
  }
}
