import CZeroMQ

/// A libzmq operation that failed: what was tried, and why it did not work.
public struct ZMQError: Error, Hashable, Sendable {
  /// The reason, as libzmq's errno value.
  public struct Code: Hashable, Sendable {
    public let rawValue: Int32

    public init(rawValue: Int32) { self.rawValue = rawValue }

    public static let addressInUse = Code(rawValue: EADDRINUSE)
    public static let addressNotAvailable = Code(rawValue: EADDRNOTAVAIL)
    public static let hostUnreachable = Code(rawValue: EHOSTUNREACH)
    public static let invalidArgument = Code(rawValue: EINVAL)
    public static let noSuchDevice = Code(rawValue: ENODEV)
    public static let notFound = Code(rawValue: ENOENT)
    public static let nameTooLong = Code(rawValue: ENAMETOOLONG)
    public static let permissionDenied = Code(rawValue: EACCES)
    public static let tooManyFiles = Code(rawValue: EMFILE)
    /// The context is being shut down; every operation of its sockets ends so.
    public static let terminated = Code(rawValue: Int32(ETERM_VALUE))
    public static let unsupportedProtocol = Code(rawValue: EPROTONOSUPPORT)
    public static let wrongState = Code(rawValue: Int32(EFSM_VALUE))
  }

  public let code: Code
  /// What was tried, with its object: `bind tcp://*:5555`.
  public let operation: String

  public init(_ code: Code, _ operation: String) {
    self.code = code
    self.operation = operation
  }
}

extension ZMQError: CustomStringConvertible {
  /// One line for people: what was tried, libzmq's own words, and a remedy where there is a usual one.
  public var description: String {
    let reason = LibZMQ.text(of: code.rawValue)
    return "\(operation): \(reason)" + (remedy.map { " (\($0))" } ?? "")
  }

  private var remedy: String? {
    switch code {
    case .addressInUse: "another process listens there; stop it or choose another address"
    case .addressNotAvailable, .noSuchDevice: "this host has no such address; use one of its own, or *"
    case .invalidArgument: "expected an endpoint such as tcp://host:port or ipc:///path"
    case .nameTooLong: "an ipc path holds 107 bytes at most; use a shorter directory"
    case .permissionDenied: "check who owns the directory of the socket"
    case .tooManyFiles: "raise the limit of open files (ulimit -n)"
    default: nil
    }
  }
}
