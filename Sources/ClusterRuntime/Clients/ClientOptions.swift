public import Logging

/// What a client of a coordinator needs to know.
public struct ClientOptions: Sendable {
  /// For people: who this is.
  public var name: String
  /// Name and version of the program.
  public var software: String
  public var coordinator: Endpoint
  public var security: PeerSecurity
  public var logger: Logger

  public init(
    name: String, software: String, coordinator: Endpoint, security: PeerSecurity = .plain(insecure: false),
    logger: Logger
  ) {
    self.name = name
    self.software = software
    self.coordinator = coordinator
    self.security = security
    self.logger = logger
  }
}
