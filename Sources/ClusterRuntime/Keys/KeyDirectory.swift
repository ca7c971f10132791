import Foundation
public import ZeroMQ

/// CURVE certificates and the list of authorised keys, as files that only their owner can write.
///
/// `NAME.secret` (0600) holds a pair, `NAME.public` what others may have; `authorized` lists who may connect here:
/// a role, a public key and a name on each line.
public struct KeyDirectory: Sendable, Hashable {
  public let path: String

  public init(path: String) { self.path = path }

  /// `--keys`, else `SILSILA_KEYS`, else `$XDG_CONFIG_HOME/silsila/keys`, else `~/.config/silsila/keys`.
  public static func resolve(option: String?, environment: [String: String]) -> KeyDirectory {
    if let option, !option.isEmpty { return KeyDirectory(path: option) }
    if let value = environment["SILSILA_KEYS"], !value.isEmpty { return KeyDirectory(path: value) }
    if let config = environment["XDG_CONFIG_HOME"], config.hasPrefix("/") {
      return KeyDirectory(path: config + "/silsila/keys")
    }
    return KeyDirectory(path: (environment["HOME"] ?? "") + "/.config/silsila/keys")
  }

  private func file(_ name: String) -> String { path + "/" + name }

  // MARK: Certificates

  /// Makes a pair of keys called `name`. Refuses to overwrite one.
  public func create(_ name: String) throws -> CurveKeyPair {
    guard !name.isEmpty, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }),
      name != "authorized", name.first != "."
    else {
      throw KeyError("`\(name)` is no name for a key", "use letters, digits, `-`, `_` and `.`")
    }
    guard !FileManager.default.fileExists(atPath: file(name + ".secret")) else {
      throw KeyError("\(file(name + ".secret")) exists already", "choose another name or remove it first")
    }
    try makeDirectory()
    let pair = try CurveKeyPair.generate()
    try write(KeyFormat.text(pair), to: name + ".secret", mode: 0o600)
    try write("\(pair.publicKey.z85)\n", to: name + ".public", mode: 0o644)
    return pair
  }

  /// The pair called `name`. Refuses a secret that others can read.
  public func pair(_ name: String) throws -> CurveKeyPair {
    let file = file(name + ".secret")
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: file),
      let text = try? String(contentsOfFile: file, encoding: .utf8)
    else { throw KeyError("there is no key \(file)", "make it with `silsila keys new \(name)`") }
    let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
    guard mode & 0o077 == 0 else {
      throw KeyError("\(file) can be read by others (mode \(String(mode, radix: 8)))", "run `chmod 600 \(file)`")
    }
    if let secret = KeyFormat.secret(text) { return try CurveKeyPair(secretKey: secret) }
    throw KeyError("\(file) holds no secret key", "make a new one with `silsila keys new`")
  }

  /// A public key: the path of a `.public` file, the name of one here, or forty characters of Z85.
  public func publicKey(_ text: String) throws -> CurvePublicKey {
    // Files first: a path of forty characters may be well-formed Z85 too.
    for candidate in [text, file(text), file(text + ".public")] {
      guard let content = try? String(contentsOfFile: candidate, encoding: .utf8) else { continue }
      if let key = KeyFormat.publicKey(content) { return key }
    }
    if let key = CurvePublicKey(z85: text) { return key }
    throw KeyError("`\(text)` is no public key and no file with one", "give 40 characters of Z85 or a .public file")
  }

  /// The names of the pairs here, sorted.
  public func names() -> [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return files.filter { $0.hasSuffix(".secret") }.map { String($0.dropLast(7)) }.sorted()
  }

  // MARK: Authorisation

  /// One line of `authorized`.
  public struct Grant: Sendable, Hashable {
    public var role: PeerRole
    public var key: CurvePublicKey
    public var name: String
  }

  /// Who may connect. An unreadable line is an error: half a list must not pass for the whole.
  public func grants() throws -> [Grant] {
    guard FileManager.default.fileExists(atPath: file("authorized")) else { return [] }
    guard let text = try? String(contentsOfFile: file("authorized"), encoding: .utf8) else {
      throw KeyError("\(file("authorized")) cannot be read", "check its permissions")
    }
    do { return try KeyFormat.grants(text) } catch {
      throw KeyError(
        "\(file("authorized")):\(error.number): not `role public-key name`", "correct the line or remove it")
    }
  }

  /// Lets the owner of `key` connect as `role`; replaces what the key or the name was granted before.
  public func authorize(_ key: CurvePublicKey, role: PeerRole, name: String) throws {
    let kept = try grants().filter { $0.key != key && $0.name != name }
    try save(kept + [Grant(role: role, key: key, name: name)])
  }

  /// Takes back what `nameOrKey` was granted; false when nothing was.
  public func revoke(_ nameOrKey: String) throws -> Bool {
    let all = try grants()
    let kept = all.filter { $0.name != nameOrKey && $0.key.z85 != nameOrKey }
    guard kept.count < all.count else { return false }
    try save(kept)
    return true
  }

  /// For the ZAP handler: key → `role/name`.
  public func users() throws -> [CurvePublicKey: String] {
    Dictionary(try grants().map { ($0.key, $0.role.rawValue + "/" + $0.name) }, uniquingKeysWith: { $1 })
  }

  private func save(_ grants: [Grant]) throws {
    try makeDirectory()
    try write(KeyFormat.text(grants), to: "authorized", mode: 0o600)
  }

  private func makeDirectory() throws {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch { throw KeyError("\(path) cannot be created", "check the permissions of its parent or give --keys") }
  }

  /// Writes beside and renames, so that a crash leaves the old file or the new one. The file has its mode from the
  /// moment it exists.
  private func write(_ text: String, to name: String, mode: mode_t) throws {
    let failure = KeyError("\(file(name)) cannot be written", "check the permissions of \(path)")
    let temporary = file("." + name + ".new")
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw failure }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try handle.write(contentsOf: Data(text.utf8))
      try handle.synchronize()
      try handle.close()
    } catch { throw failure }
    guard rename(temporary, file(name)) == 0 else { throw failure }
  }
}

/// A key that cannot be made, read or granted: what, and the remedy.
public struct KeyError: Error, Sendable, Hashable, CustomStringConvertible {
  public var message: String
  public var remedy: String

  init(_ message: String, _ remedy: String) {
    self.message = message
    self.remedy = remedy
  }

  public var description: String { "\(message); \(remedy)" }
}
