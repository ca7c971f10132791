/// What was dropped or refused before it reached a core.
public struct TransportStatistics: Sendable, Hashable {
  /// Messages that follow no version of the protocol.
  public var malformed: UInt64 = 0
  /// Messages of another major version.
  public var incompatible: UInt64 = 0
  /// Hellos for a role that the key was not granted.
  public var forbidden: UInt64 = 0
  /// Messages from sockets that set an identity of their own, or with too many frames.
  public var foreign: UInt64 = 0
  /// Messages that a peer did not read in time.
  public var overflows: UInt64 = 0
  /// Keys that were not admitted.
  public var rejectedKeys: UInt64 = 0
  /// Handshakes that failed otherwise: plain text to an encrypted port, port scans.
  public var failedHandshakes: UInt64 = 0
  /// Connections cut because their key lost its grant.
  public var cutRevoked: UInt64 = 0
  /// Messages dropped because their key has no grant any more.
  public var revoked: UInt64 = 0
  /// Connections cut because there were too many, or they came too fast.
  public var excessConnections: UInt64 = 0
  /// Connections cut because they said nothing.
  public var muteConnections: UInt64 = 0

  public init() {}

  /// Adds the counts of another part.
  mutating func add(_ other: TransportStatistics) {
    malformed += other.malformed
    incompatible += other.incompatible
    forbidden += other.forbidden
    foreign += other.foreign
    overflows += other.overflows
    rejectedKeys += other.rejectedKeys
    failedHandshakes += other.failedHandshakes
    cutRevoked += other.cutRevoked
    revoked += other.revoked
    excessConnections += other.excessConnections
    muteConnections += other.muteConnections
  }
}
