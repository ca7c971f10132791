import Logging
import Testing
import WorkDistribution

@testable import ClusterRuntime
@testable import ZeroMQ

@Suite struct `The table of a listener's connections` {
  private let home: [UInt8] = [10, 0, 0, 1]
  private let elsewhere: [UInt8] = [10, 0, 0, 2]

  private func table(_ change: (inout ConnectionLimits) -> Void) -> ConnectionTable {
    var limits = ConnectionLimits()
    change(&limits)
    return ConnectionTable(limits)
  }

  private func at(_ milliseconds: Int64) -> Instant { .zero + .milliseconds(milliseconds) }

  @Test func `lets one network come only so fast, and the others as before`() {
    var table = table {
      $0.rate = 10
      $0.burst = 3
    }
    var cut: [Int32?] = []
    for descriptor in 0..<5 as Range<Int32> { cut.append(table.opened(descriptor, network: home, at: at(0))) }
    #expect(cut == [nil, nil, nil, 3, 4])
    let seen1 = table.opened(5, network: elsewhere, at: at(0))
    #expect(seen1 == nil)
    // A tenth of a second is one connection more.
    let seen2 = table.opened(6, network: home, at: at(100))
    #expect(seen2 == nil)
    let seen3 = table.opened(7, network: home, at: at(101))
    #expect(seen3 == 7)
    #expect(table.excess == 3)
  }

  @Test func `lets go of the oldest that said nothing, not of one that spoke, nor of the newest`() {
    var table = table { $0.silent = 2 }
    for descriptor in 1...2 as ClosedRange<Int32> { _ = table.opened(descriptor, network: home, at: at(0)) }
    let isOpen = table.spoke(1, PeerID(7))
    #expect(isOpen)
    let seen4 = table.opened(3, network: home, at: at(1))
    #expect(seen4 == nil)
    let seen5 = table.opened(4, network: elsewhere, at: at(2))
    #expect(seen5 == 2)
    // The kernel has not told of its end yet: it is not named again.
    let seen6 = table.opened(5, network: elsewhere, at: at(3))
    #expect(seen6 == 3)
    let seen7 = table.closed(1)
    #expect(seen7 == .spoke(PeerID(7)))
  }

  @Test func `takes no more than its number, whoever comes`() {
    var table = table { $0.connections = 2 }
    for descriptor in 1...2 as ClosedRange<Int32> {
      _ = table.opened(descriptor, network: home, at: at(0))
      _ = table.spoke(descriptor, PeerID(UInt64(descriptor)))
    }
    let seen8 = table.opened(3, network: home, at: at(1))
    #expect(seen8 == 3)
  }

  @Test func `names once what stays silent for too long`() {
    var table = table { $0.patience = .seconds(10) }
    _ = table.opened(1, network: home, at: at(0))
    _ = table.opened(2, network: home, at: at(0))
    _ = table.opened(3, network: home, at: at(5_000))
    _ = table.spoke(2, PeerID(1))
    let seen9 = table.overdue(at: at(9_999))
    #expect(seen9 == [])
    let seen10 = table.overdue(at: at(10_000))
    #expect(seen10 == [1])
    let seen11 = table.overdue(at: at(10_001))
    #expect(seen11 == [])
    #expect(table.mute == 1)
  }

  @Test func `does not take a descriptor that came back for the connection before`() {
    var table = table { $0.patience = .seconds(10) }
    _ = table.opened(1, network: home, at: at(0))
    table.closed(1)
    let isOpen = table.spoke(1, PeerID(1))
    #expect(!isOpen)
    _ = table.opened(1, network: home, at: at(6_000))
    let seen12 = table.overdue(at: at(11_000))
    #expect(seen12 == [])
    let seen13 = table.overdue(at: at(16_000))
    #expect(seen13 == [1])
  }

  @Test func `does not limit what is none of a network`() {
    var table = table {
      $0.burst = 1
      $0.silent = 1
    }
    for descriptor in 0..<9 as Range<Int32> {
      let cut = table.opened(descriptor, network: nil, at: at(0))
      #expect(cut == nil)
    }
  }

  @Test func `stays small under a flood from ever new networks`() {
    var table = table { $0.networks = 100 }
    for number in 0..<2_000 as Range<Int32> {
      _ = table.opened(number, network: [UInt8(number >> 8), UInt8(number & 255), 0, 0], at: at(0))
      table.closed(number)
    }
    #expect(table.count == 0)
    // Those beyond the hundred share one count of 400.
    #expect(table.excess == 1_500)
  }
}

@Suite struct `What a connection's events say of keys` {
  private func watch(_ security: PeerSecurity) throws -> HandshakeWatch {
    HandshakeWatch(
      ClientOptions(
        name: "c", software: "t", coordinator: try Endpoint("tcp://127.0.0.1:1"), security: security,
        logger: .init(label: "test")), role: "submitter")
  }

  private func event(_ kind: ConnectionEvent.Kind) -> ConnectionEvent {
    ConnectionEvent(kind: kind, value: 0, endpoint: "tcp://127.0.0.1:1")
  }

  @Test func `ends at once when the key is refused, and names it`() throws {
    let keys = try CurveKeyPair.generate()
    var watch = try watch(.curve(server: keys.publicKey, keys: keys))
    let error = #expect(throws: ClusterError.self) { try watch.note(event(.refused), at: .zero) }
    #expect(error?.description.contains(keys.publicKey.z85) == true)
    #expect(error?.description.contains("--role submitter") == true)
  }

  @Test func `ends when no handshake has succeeded for ten seconds, with the key that was expected`() throws {
    let keys = try CurveKeyPair.generate()
    var watch = try watch(.curve(server: keys.publicKey, keys: keys))
    try watch.note(event(.handshakeFailed), at: .zero)
    try watch.note(event(.handshakeFailed), at: .zero + .seconds(9))
    #expect(watch.isFailing)
    let error = #expect(throws: ClusterError.self) { try watch.note(event(.handshakeFailed), at: .zero + .seconds(10)) }
    #expect(error == .noHandshake(endpoint: "tcp://127.0.0.1:1", server: keys.publicKey.z85))
  }

  @Test func `goes on after a success: the server may be starting again`() throws {
    var watch = try watch(.plain(insecure: false))
    try watch.note(event(.handshakeFailed), at: .zero)
    try watch.note(event(.ready), at: .zero + .seconds(1))
    try watch.note(event(.handshakeFailed), at: .zero + .seconds(2))
    try watch.note(event(.handshakeFailed), at: .zero + .seconds(60))
    #expect(!watch.isFailing)
  }
}
