public import ArgumentParser
public import ClusterRuntime
public import Exporting
public import Logging
public import NewsEvents

// Values of the modules as command-line arguments. The modules know nothing of the command line, so the conformances
// stand here.

extension Day: ExpressibleByArgument {
  public init?(argument: String) { self.init(iso: argument) }
}

extension Endpoint {
  /// For `@Option(transform:)`, which shows the error; `ExpressibleByArgument` would drop it.
  static func argument(_ text: String) throws -> Endpoint {
    do { return try Endpoint(text) } catch { throw ValidationError("\(error)") }
  }
}

extension EventType: ExpressibleByArgument {
  public init?(argument: String) { self.init(rawValue: argument.uppercased()) }
}

extension EventStatus: ExpressibleByArgument {}
extension ExportFormat: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
extension Logger.Level: @retroactive ExpressibleByArgument {}
extension PeerRole: ExpressibleByArgument {}
