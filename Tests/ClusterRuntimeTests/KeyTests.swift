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
}
