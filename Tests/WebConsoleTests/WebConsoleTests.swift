import Foundation
import Logging
import Monitoring
import ServiceLifecycle
import Testing

@testable import WebConsole

@Suite(.timeLimit(.minutes(1))) struct `The console's server` {
  /// What the server sends until it closes the connection. Blocks, on a thread of its own.
  static func exchange(_ port: Int, _ request: String) async -> String {
    await withCheckedContinuation { done in
      Thread.detachNewThread { done.resume(returning: blockingExchange(port, request)) }
    }
  }

  private static func blockingExchange(_ port: Int, _ request: String) -> String {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    let connected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { return "no connection: \(errno)" }
    _ = request.withCString { write(descriptor, $0, strlen($0)) }
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let n = read(descriptor, &buffer, buffer.count)
      if n <= 0 { break }
      answer += buffer[0..<n]
    }
    return String(decoding: answer, as: UTF8.self)
  }

  @Test func `answers over a socket with its protections, and ends when its task is cancelled`() async throws {
    let registry = MetricsRegistry()
    registry.counter("hits").increment(by: 1)
    let (ports, announce) = AsyncStream<Int>.makeStream()
    let console = try WebConsole(
      configuration: .init(port: 0), registry: registry, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    ) { announce.yield($0) }
    let server = Task { try? await console.run() }
    var iterator = ports.makeAsyncIterator()
    let port = try #require(await iterator.next())
    #expect(port > 0)

    let get = "HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
    let answer = await Self.exchange(port, "GET /metrics?x=1 \(get)")
    #expect(answer.hasPrefix("HTTP/1.1 200"))
    #expect(answer.hasSuffix("\r\n\r\n# HELP hits_total hits\n# TYPE hits_total counter\nhits_total 1\n"))
    let headers = answer.lowercased()
    for line in [
      "content-security-policy: default-src 'none'", "x-content-type-options: nosniff",
      "content-type: text/plain; version=0.0.4; charset=utf-8",
    ] {
      #expect(headers.contains(line), "\(line)")
    }
    let head = await Self.exchange(port, "HEAD / \(get)")
    #expect(head.hasPrefix("HTTP/1.1 200") && head.hasSuffix("\r\n\r\n"))
    #expect(
      await Self.exchange(port, "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n").hasPrefix(
        "HTTP/1.1 421"))
    #expect(
      await Self.exchange(
        port, "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc"
      ).hasPrefix("HTTP/1.1 405"))

    server.cancel()
    _ = await server.value
    #expect(await Self.exchange(port, "GET / \(get)").hasPrefix("no connection"))
  }

  @Test func `ends with its service group`() async throws {
    let (ports, announce) = AsyncStream<Int>.makeStream()
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let console = try WebConsole(configuration: .init(port: 0), registry: MetricsRegistry(), logger: logger) {
      announce.yield($0)
    }
    let group = ServiceGroup(services: [console], logger: logger)
    let running = Task { try await group.run() }
    var iterator = ports.makeAsyncIterator()
    _ = try #require(await iterator.next())
    await group.triggerGracefulShutdown()
    try await running.value
  }

  @Test func `refuses to stand open beyond loopback`() throws {
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    func make(_ host: String, _ token: String?) throws -> WebConsole {
      try WebConsole(
        configuration: .init(host: host, port: 0, token: token), registry: MetricsRegistry(), logger: logger)
    }
    for host in ["0.0.0.0", "::", "10.0.0.1", "example.org", "127.0.0.1.example.org", ""] {
      #expect(throws: WebConsoleError.tokenRequired(host: host)) { try make(host, nil) }
    }
    #expect(throws: WebConsoleError.tokenTooShort) { try make("0.0.0.0", "short") }
    _ = try make("0.0.0.0", "0123456789abcdef")
    _ = try make("::1", nil)
  }

  @Test func `names an address that is taken`() async throws {
    let (ports, announce) = AsyncStream<Int>.makeStream()
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let first = try WebConsole(configuration: .init(port: 0), registry: MetricsRegistry(), logger: logger) {
      announce.yield($0)
    }
    let server = Task { try? await first.run() }
    var iterator = ports.makeAsyncIterator()
    let port = try #require(await iterator.next())
    let second = try WebConsole(configuration: .init(port: port), registry: MetricsRegistry(), logger: logger)
    let error = await #expect(throws: WebConsoleError.self) { try await second.run() }
    #expect(error?.description.contains("127.0.0.1:\(port)") == true)
    server.cancel()
    _ = await server.value
  }
}
