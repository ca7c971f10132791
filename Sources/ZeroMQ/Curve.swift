/// A CURVE public key: 32 bytes, written as 40 characters of Z85.
public struct CurvePublicKey: Sendable, Hashable {
  public let bytes: [UInt8]

  /// nil unless there are 32 bytes.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// nil unless `z85` is 40 characters of Z85.
  public init?(z85: String) {
    guard let bytes = Z85.decode(z85) else { return nil }
    self.init(bytes: bytes)
  }

  public var z85: String { Z85.encode(bytes) ?? "" }
}

extension CurvePublicKey: CustomStringConvertible {
  public var description: String { z85 }
}

/// A CURVE secret key. It prints as a placeholder, so that no log ever holds one.
public struct CurveSecretKey: Sendable, Hashable {
  public let bytes: [UInt8]

  /// nil unless `z85` is 40 characters of Z85.
  public init?(z85: String) {
    guard let bytes = Z85.decode(z85), bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// For the key file only.
  public var z85: String { Z85.encode(bytes) ?? "" }
}

extension CurveSecretKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { "CurveSecretKey(…)" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// A CURVE public key with its secret key.
public struct CurveKeyPair: Sendable, Hashable {
  public let publicKey: CurvePublicKey
  public let secretKey: CurveSecretKey

  /// New random keys.
  /// - Throws: `ZMQError` when libzmq was built without CURVE.
  public static func generate() throws(ZMQError) -> CurveKeyPair {
    let keys = try LibZMQ.curveKeyPair()
    guard let publicKey = CurvePublicKey(z85: keys.public), let secretKey = CurveSecretKey(z85: keys.secret) else {
      throw ZMQError(.invalidArgument, "read the CURVE keys that libzmq made")
    }
    return CurveKeyPair(publicKey: publicKey, secretKey: secretKey)
  }

  /// The pair that belongs to a secret key.
  public init(secretKey: CurveSecretKey) throws(ZMQError) {
    guard let publicKey = CurvePublicKey(z85: try LibZMQ.curvePublic(ofSecret: secretKey.z85)) else {
      throw ZMQError(.invalidArgument, "derive the public CURVE key")
    }
    self.init(publicKey: publicKey, secretKey: secretKey)
  }

  private init(publicKey: CurvePublicKey, secretKey: CurveSecretKey) {
    self.publicKey = publicKey
    self.secretKey = secretKey
  }
}
