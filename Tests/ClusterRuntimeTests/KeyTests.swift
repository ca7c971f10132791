import ClusterRuntime
import Foundation
import Testing
import ZeroMQ

@Suite struct `A key directory` {
  @Test func `takes a path of forty characters for a file, though it is well-formed Z85`() throws {
    // Under /tmp, whatever TMPDIR says: the length is the point.
    let room = 40 - "/tmp/".utf8.count - "/k.public".utf8.count
    let path =
      "/tmp/" + (0..<room).map { _ in "abcdefghijklmnopqrstuvwxyz".randomElement().map(String.init) ?? "x" }.joined()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let directory = KeyDirectory(path: path)
    let pair = try directory.create("k")
    #expect((path + "/k.public").utf8.count == 40)
    #expect(try directory.publicKey(path + "/k.public") == pair.publicKey)
  }

  @Test func `keeps secrets to their owner and refuses one that others can read`() throws {
    let path = FileManager.default.temporaryDirectory.path + "/silsila-keys-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let directory = KeyDirectory(path: path)
    let pair = try directory.create("worker")
    let file = path + "/worker.secret"
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? NSNumber
    #expect(mode?.intValue == 0o600)
    #expect(try directory.pair("worker") == pair)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
    #expect(throws: KeyError.self) { try directory.pair("worker") }
    #expect(throws: KeyError.self) { try directory.create("worker") }
  }

  @Test func `grants, replaces and revokes`() throws {
    let path = FileManager.default.temporaryDirectory.path + "/silsila-keys-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let directory = KeyDirectory(path: path)
    let key = try directory.create("a").publicKey
    try directory.authorize(key, role: .worker, name: "a")
    try directory.authorize(key, role: .operator, name: "a")
    #expect(try directory.users() == [key: "operator/a"])
    #expect(try directory.revoke("a"))
    #expect(try !directory.revoke("a"))
    #expect(try directory.users().isEmpty)
  }

  @Test func `reads a list that an editor of another system wrote, and names the line that it cannot read`() throws {
    let key = try CurveKeyPair.generate().publicKey
    let grants = try KeyFormat.grants("# who\r\nworker \(key.z85)\tone\r\n\r\noperator \(key.z85)  two\r\n")
    #expect(grants.map(\.name) == ["one", "two"])
    let unreadable = #expect(throws: KeyFormat.UnreadableLine.self) {
      try KeyFormat.grants("# who\nworker \(key.z85)\n")
    }
    #expect(unreadable?.number == 2)
  }

  @Test func `answers any bytes in its files with keys or with a reason`() throws {
    let path = FileManager.default.temporaryDirectory.path + "/silsila-keys-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let directory = KeyDirectory(path: path)
    let pair = try directory.create("own")
    try directory.authorize(pair.publicKey, role: .worker, name: "own")
    try directory.authorize(try CurveKeyPair.generate().publicKey, role: .operator, name: "مدیر")
    var seeds: [String: [UInt8]] = [:]
    for name in ["authorized", "own.secret", "own.public"] {
      seeds[name] = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)))
    }
    // A fixed sequence, so that a failure comes again.
    var state: UInt64 = 20_240_116
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(1, bound)
    }
    let words = ["\n", " ", "#", "secret ", "worker ", "\u{FEFF}", "\0", "\r"].map { Array($0.utf8) }
    for _ in 0..<300 {
      for (name, seed) in seeds {
        var bytes = seed
        for _ in 0...random(4) {
          let at = random(bytes.count)
          switch random(4) {
          case 0: if at < bytes.count { bytes[at] ^= 1 << UInt8(random(8)) }
          case 1: bytes.removeSubrange(at..<min(bytes.count, at + random(30)))
          case 2: bytes.insert(contentsOf: words[random(words.count)], at: at)
          default: bytes.insert(UInt8(random(256)), at: at)
          }
        }
        // In place: the modes stay.
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path + "/" + name))
        try handle.truncate(atOffset: 0)
        try handle.write(contentsOf: Data(bytes))
        try handle.close()
      }
      do {
        for grant in try directory.grants() { #expect(grant.key.bytes.count == 32 && !grant.name.isEmpty) }
      } catch { #expect(error is KeyError) }
      do { _ = try directory.pair("own") } catch { #expect(error is KeyError) }
      do { _ = try directory.publicKey("own") } catch { #expect(error is KeyError) }
    }
  }
}
