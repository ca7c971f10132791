import Dispatch
import Foundation
import Logging
import Monitoring
import ServiceLifecycle
import WebConsole

/// Runs one role in this process: its thread, its HTTP page, its signals.
enum RoleHost {
  /// Runs `body` (which blocks) on a thread of its own until it returns.
  ///
  /// The first SIGTERM or SIGINT drains, a second one ends the process at once with 130. The HTTP service, when there
  /// is one, lives as long as the role.
  static func run(
    console: WebConsole?, logger: Logger, drain: @escaping @Sendable () -> Void,
    body: @escaping @Sendable () throws -> Void
  ) async throws {
    let signals = SignalWatch { count in
      if count > 1 { _exit(130) }
      drain()
    }
    defer { signals.cancel() }
    guard let console else { return try await Blocking.run(body) }
    let group = ServiceGroup(
      configuration: .init(
        services: [
          .init(
            service: console, successTerminationBehavior: .ignore, failureTerminationBehavior: .gracefullyShutdownGroup)
        ],
        gracefulShutdownSignals: [], logger: logger))
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      tasks.addTask {
        defer { Task { await group.triggerGracefulShutdown() } }
        try await Blocking.run(body)
      }
      do {
        while try await tasks.next() != nil {}
      } catch {
        drain()
        throw error
      }
    }
  }
}

/// Work that blocks, on a thread of its own, so that it keeps no thread of the pool.
enum Blocking {
  static func run<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<T, any Error>) in
      let thread = Thread { continuation.resume(with: Result { try body() }) }
      thread.stackSize = 8 << 20
      thread.start()
    }
  }
}

/// SIGTERM and SIGINT as calls, counted.
final class SignalWatch {
  private let sources: [any DispatchSourceSignal]

  init(_ handle: @escaping @Sendable (Int) -> Void) {
    let queue = DispatchQueue(label: "silsila.signals")
    let counter = SignalCounter()
    sources = [SIGTERM, SIGINT].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { handle(counter.next()) }
      source.resume()
      return source
    }
  }

  func cancel() {
    for source in sources { source.cancel() }
  }
}

/// Counts on the one queue of `SignalWatch`.
private final class SignalCounter: @unchecked Sendable {
  // Only the serial queue of `SignalWatch` touches it.
  private var count = 0

  func next() -> Int {
    count += 1
    return count
  }
}
