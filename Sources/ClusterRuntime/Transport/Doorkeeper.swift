internal import Logging
internal import WireProtocol
internal import ZeroMQ

/// Admits peers of a listening socket by their keys, and says which roles a key may take.
final class Doorkeeper {
  private let allowlist = Allowlist()
  private let handler: ZAPHandler?
  private let users: (@Sendable () throws -> [CurvePublicKey: String])?
  private let logger: Logger
  private var reported = ""

  /// Reads the list once; throws when it cannot be read, since a server that admits nobody would not be noticed.
  init(_ context: Context, _ security: ListenerSecurity, _ logger: Logger) throws {
    self.logger = logger
    switch security {
    case .plain:
      users = nil
      handler = nil
    case .curve(_, let users):
      self.users = users
      allowlist.replace(with: try users())
      handler = try ZAPHandler(context, decide: allowlist.decide)
    }
  }

  /// Takes over changes of the list. A list that cannot be read leaves the last one in force.
  func refresh() {
    guard let users else { return }
    do {
      allowlist.replace(with: try users())
      reported = ""
    } catch {
      if reported != "\(error)" { logger.error("authorised keys not read again: \(error)") }
      reported = "\(error)"
    }
  }

  /// Whether the owner of `userID` (nil: a connection without keys) may say hello as `role`.
  static func permits(_ userID: String?, _ role: Wire.Role) -> Bool {
    guard let granted = userID?.prefix(while: { $0 != "/" }) else { return true }
    switch (PeerRole(rawValue: String(granted)), role) {
    case (.worker, .worker), (.coordinator, .coordinator), (.operator, .operator): return true
    case (.submitter, .submitter), (.operator, .submitter): return true
    case (.observer, .observer), (.submitter, .observer), (.operator, .observer): return true
    default: return false
    }
  }
}
