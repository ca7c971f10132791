/// The version of the wire protocol, apart from the product's own.
///
/// Another minor version is compatible: unknown kinds and fields are ignored. Another major version is refused.
public struct ProtocolVersion: Sendable, Hashable, CustomStringConvertible {
  public var major: UInt32
  public var minor: UInt32

  public init(major: UInt32, minor: UInt32) {
    self.major = major
    self.minor = minor
  }

  /// What this build speaks.
  public static let current = ProtocolVersion(major: 1, minor: 0)

  public var description: String { "\(major).\(minor)" }
}
