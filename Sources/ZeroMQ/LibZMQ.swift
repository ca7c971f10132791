internal import CZeroMQ
internal import Glibc

// Every call of libzmq stands in this file: interrupted calls are repeated, "would block" is a value,
// and a misuse that only a fault in this module could cause (a closed or foreign handle) traps.

/// libzmq's own error numbers, which the importer does not see because they are computed by macros.
let EFSM_VALUE = 156_384_712 + 51
let ETERM_VALUE = 156_384_712 + 53

/// The result of an operation that was told not to wait.
enum Attempt<Value> {
  case done(Value)
  case wouldBlock
}

enum LibZMQ {
  static func text(of code: Int32) -> String { String(cString: zmq_strerror(code)) }

  /// Major, minor and patch number of the library that is loaded.
  static var version: (major: Int, minor: Int, patch: Int) {
    var major: Int32 = 0
    var minor: Int32 = 0
    var patch: Int32 = 0
    zmq_version(&major, &minor, &patch)
    return (Int(major), Int(minor), Int(patch))
  }

  static func has(_ capability: String) -> Bool { zmq_has(capability) == 1 }

  // MARK: Contexts

  static func newContext() -> UnsafeMutableRawPointer {
    guard let context = zmq_ctx_new() else { fatalError("zmq_ctx_new: \(text(of: zmq_errno()))") }
    return context
  }

  static func setContextOption(_ context: UnsafeMutableRawPointer, _ option: Int32, _ value: Int32) {
    precondition(zmq_ctx_set(context, option, value) == 0, "zmq_ctx_set \(option): \(text(of: zmq_errno()))")
  }

  /// Makes every blocked and later operation on the context's sockets fail with `.terminated`.
  static func shutdown(_ context: UnsafeMutableRawPointer) { _ = zmq_ctx_shutdown(context) }

  /// Frees the context. Waits until its sockets are closed and their linger is over.
  static func terminate(_ context: UnsafeMutableRawPointer) {
    while zmq_ctx_term(context) != 0 && zmq_errno() == EINTR {}
  }

  // MARK: Sockets

  static func newSocket(
    _ context: UnsafeMutableRawPointer, _ type: Int32, _ name: String
  ) throws(ZMQError) -> UnsafeMutableRawPointer {
    guard let socket = zmq_socket(context, type) else { throw failure("open a \(name) socket") }
    return socket
  }

  static func closeSocket(_ socket: UnsafeMutableRawPointer) { _ = zmq_close(socket) }

  static func bind(_ socket: UnsafeMutableRawPointer, _ endpoint: String) throws(ZMQError) {
    try check("bind \(endpoint)") { zmq_bind(socket, endpoint) }
  }

  static func unbind(_ socket: UnsafeMutableRawPointer, _ endpoint: String) throws(ZMQError) {
    try check("unbind \(endpoint)") { zmq_unbind(socket, endpoint) }
  }

  static func connect(_ socket: UnsafeMutableRawPointer, _ endpoint: String) throws(ZMQError) {
    try check("connect \(endpoint)") { zmq_connect(socket, endpoint) }
  }

  static func disconnect(_ socket: UnsafeMutableRawPointer, _ endpoint: String) throws(ZMQError) {
    try check("disconnect \(endpoint)") { zmq_disconnect(socket, endpoint) }
  }

  static func monitor(
    _ socket: UnsafeMutableRawPointer, _ endpoint: String?, _ events: Int32
  ) throws(ZMQError) {
    try check("monitor") { zmq_socket_monitor(socket, endpoint, events) }
  }

  static func set(
    _ socket: UnsafeMutableRawPointer, _ option: Int32, _ value: Int32, _ name: StaticString
  ) throws(ZMQError) {
    var value = value
    try check("set option \(name) to \(value)") {
      zmq_setsockopt(socket, option, &value, MemoryLayout<Int32>.size)
    }
  }

  static func set(
    _ socket: UnsafeMutableRawPointer, _ option: Int32, _ value: Int64, _ name: StaticString
  ) throws(ZMQError) {
    var value = value
    try check("set option \(name) to \(value)") {
      zmq_setsockopt(socket, option, &value, MemoryLayout<Int64>.size)
    }
  }

  /// `bytes` never enter an error: they may be a secret key.
  static func set(
    _ socket: UnsafeMutableRawPointer, _ option: Int32, _ bytes: [UInt8], _ name: StaticString
  ) throws(ZMQError) {
    try check("set option \(name)") {
      bytes.withUnsafeBytes { zmq_setsockopt(socket, option, $0.baseAddress, $0.count) }
    }
  }

  static func integer(
    _ socket: UnsafeMutableRawPointer, _ option: Int32, _ name: StaticString
  ) throws(ZMQError) -> Int32 {
    var value: Int32 = 0
    var size = MemoryLayout<Int32>.size
    try check("read option \(name)") { zmq_getsockopt(socket, option, &value, &size) }
    return value
  }

  static func string(
    _ socket: UnsafeMutableRawPointer, _ option: Int32, _ name: StaticString
  ) throws(ZMQError) -> String {
    var bytes = [UInt8](repeating: 0, count: 1024)
    var size = bytes.count
    try check("read option \(name)") {
      bytes.withUnsafeMutableBytes { zmq_getsockopt(socket, option, $0.baseAddress, &size) }
    }
    return String(decoding: bytes.prefix(max(0, size - 1)), as: UTF8.self)
  }

  // MARK: Messages

  static func initialize(_ message: UnsafeMutablePointer<zmq_msg_t>) { _ = zmq_msg_init(message) }

  static func initialize(_ message: UnsafeMutablePointer<zmq_msg_t>, count: Int) {
    precondition(zmq_msg_init_size(message, count) == 0, "no memory for a frame of \(count) bytes")
  }

  static func closeMessage(_ message: UnsafeMutablePointer<zmq_msg_t>) { _ = zmq_msg_close(message) }

  /// Makes `target` share the bytes of `source`; only short messages (32 bytes) are copied.
  static func share(_ source: UnsafeMutablePointer<zmq_msg_t>, with target: UnsafeMutablePointer<zmq_msg_t>) {
    precondition(zmq_msg_copy(target, source) == 0, "zmq_msg_copy: \(text(of: zmq_errno()))")
  }

  static func bytes(_ message: UnsafeMutablePointer<zmq_msg_t>) -> UnsafeMutableRawBufferPointer {
    UnsafeMutableRawBufferPointer(start: zmq_msg_data(message), count: zmq_msg_size(message))
  }

  static func property(_ message: UnsafeMutablePointer<zmq_msg_t>, _ name: String) -> String? {
    zmq_msg_gets(message, name).map { String(cString: $0) }
  }

  static func hasMore(_ message: UnsafeMutablePointer<zmq_msg_t>) -> Bool { zmq_msg_more(message) == 1 }

  /// Hands the message over; it is empty afterwards unless the call would block or throws.
  static func send(
    _ message: UnsafeMutablePointer<zmq_msg_t>, _ socket: UnsafeMutableRawPointer, more: Bool
  ) throws(ZMQError) -> Attempt<Void> {
    while true {
      if zmq_msg_send(message, socket, ZMQ_DONTWAIT | (more ? ZMQ_SNDMORE : 0)) >= 0 { return .done(()) }
      switch zmq_errno() {
      case EINTR: continue
      case EAGAIN: return .wouldBlock
      default: throw failure("send")
      }
    }
  }

  static func receive(
    _ message: UnsafeMutablePointer<zmq_msg_t>, _ socket: UnsafeMutableRawPointer
  ) throws(ZMQError) -> Attempt<Void> {
    while true {
      if zmq_msg_recv(message, socket, ZMQ_DONTWAIT) >= 0 { return .done(()) }
      switch zmq_errno() {
      case EINTR: continue
      case EAGAIN: return .wouldBlock
      default: throw failure("receive")
      }
    }
  }

  /// Waits until an item is ready; an interruption by a signal counts as "nothing ready".
  static func poll(_ items: inout [zmq_pollitem_t], milliseconds: Int) throws(ZMQError) -> Int {
    let count = Int32(items.count)
    let ready = items.withUnsafeMutableBufferPointer { zmq_poll($0.baseAddress, count, milliseconds) }
    if ready >= 0 { return Int(ready) }
    if zmq_errno() == EINTR {
      for i in items.indices { items[i].revents = 0 }
      return 0
    }
    throw failure("poll")
  }

  // MARK: Keys

  /// A new pair of CURVE keys in Z85, public then secret.
  static func curveKeyPair() throws(ZMQError) -> (public: String, secret: String) {
    var publicKey = [CChar](repeating: 0, count: 41)
    var secretKey = [CChar](repeating: 0, count: 41)
    try check("make CURVE keys") { zmq_curve_keypair(&publicKey, &secretKey) }
    return (string(publicKey), string(secretKey))
  }

  /// The public key that belongs to a secret one, both in Z85.
  static func curvePublic(ofSecret secret: String) throws(ZMQError) -> String {
    var publicKey = [CChar](repeating: 0, count: 41)
    try check("derive the public CURVE key") { zmq_curve_public(&publicKey, secret) }
    return string(publicKey)
  }

  private static func string(_ characters: [CChar]) -> String {
    String(decoding: characters.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  // MARK: Errors

  /// What the last call failed with. Handles are owned by this module, so a bad one is a fault of its own.
  private static func failure(_ operation: String) -> ZMQError {
    let code = zmq_errno()
    precondition(code != EFAULT && code != ENOTSOCK, "\(operation): a socket was used after it was closed")
    return ZMQError(.init(rawValue: code), operation)
  }

  private static func check(
    _ operation: @autoclosure () -> String, _ call: () -> Int32
  ) throws(ZMQError) {
    while call() != 0 {
      if zmq_errno() == EINTR { continue }
      throw failure(operation())
    }
  }
}
