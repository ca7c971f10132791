internal import Glibc
public import Logging
internal import WorkDistribution
internal import ZeroMQ

/// Keeps the parts of a local cluster running as child processes.
///
/// A part that ends before it is told to is started again, with growing pauses, at most `restartsPerMinute` times; then
/// everything is stopped and `failure` says which part and why. The parts end by themselves when this process is gone,
/// whatever ended it: they hold the other end of a pipe (see `ParentWatch`).
public final class Supervisor: Sendable {
  /// One part: a name for people, and the command that runs it (path, then arguments).
  public struct Part: Sendable, Hashable {
    public var name: String
    public var command: [String]
    /// Parts of a lower rank are stopped first: workers 0, coordinator 1, aggregator 2.
    public var stopRank: Int

    public init(name: String, command: [String], stopRank: Int) {
      self.name = name
      self.command = command
      self.stopRank = stopRank
    }
  }

  public struct Options: Sendable {
    public var parts: [Part]
    /// How often one part may be started again within a minute.
    public var restartsPerMinute = 5
    /// How long a part may take to end after SIGTERM before it is killed, in milliseconds.
    public var patience: Int64 = 10_000
    /// Where the parts' sockets are, so that the parts remove it when this process can no longer do so.
    public var sockets: SocketDirectory?
    public var logger: Logger

    public init(parts: [Part], logger: Logger) {
      self.parts = parts
      self.logger = logger
    }
  }

  private let inbox: Inbox<SupervisorEvent>
  private let thread: DedicatedThread
  private let state: Locked<SupervisorState>

  /// Starts all parts.
  /// - Parameter failed: called on another thread, once, when the cluster cannot be kept up; everything has been
  ///   stopped by then.
  /// - Throws: `ClusterError.cannotStart`.
  public init(_ options: Options, failed: @escaping @Sendable (ClusterError) -> Void) throws {
    let inbox = try Inbox<SupervisorEvent>()
    let state = Locked(SupervisorState())
    let loop = try SupervisorLoop(options, inbox, state, failed)
    self.inbox = inbox
    self.state = state
    thread = DedicatedThread(name: "supervisor") { loop.run() }
  }

  /// Ends the parts in order, waits for them, and kills what does not end.
  public func stop() {
    inbox.post(.stop)
    thread.join()
  }

  /// Kills all parts at once.
  public func kill() {
    inbox.post(.kill)
    thread.join()
  }

  /// The processes that run now, by name.
  public var processes: [String: Int32] { state.withLock { $0.processes } }

  /// How often parts were started again so far.
  public var restarts: Int { state.withLock { $0.restarts } }

  deinit { kill() }
}

struct SupervisorState: Sendable {
  var processes: [String: Int32] = [:]
  var restarts = 0
}

enum SupervisorEvent: Sendable {
  case ended(part: Int, pid: Int32, ChildProcess.Ending)
  case stop
  case kill
}

private final class SupervisorLoop {
  private let options: Supervisor.Options
  private let inbox: Inbox<SupervisorEvent>
  private let state: Locked<SupervisorState>
  private let failed: @Sendable (ClusterError) -> Void
  /// Held open for the children's sake; its end of file is our death.
  private let lifeline: Lifeline

  private var children: [Int: ChildProcess] = [:]
  private var policies: [RestartPolicy]
  private var due: [Int: Instant] = [:]
  private var stopping: (rank: Int, killAt: Instant)?
  private var failure: ClusterError?

  private final class Lifeline {
    var pipe: Pipe
    init() throws(ChildProcess.SpawnError) { pipe = try Pipe() }
  }

  init(
    _ options: Supervisor.Options, _ inbox: Inbox<SupervisorEvent>, _ state: Locked<SupervisorState>,
    _ failed: @escaping @Sendable (ClusterError) -> Void
  ) throws {
    self.options = options
    self.inbox = inbox
    self.state = state
    self.failed = failed
    lifeline = try Lifeline()
    policies = options.parts.map { _ in RestartPolicy(limit: options.restartsPerMinute) }
    for part in options.parts.indices {
      do throws(ChildProcess.SpawnError) { try start(part) } catch {
        for child in children.values { child.signal(SIGKILL) }
        throw ClusterError.cannotStart(child: options.parts[part].name, reason: "\(error)")
      }
    }
  }

  private func start(_ part: Int) throws(ChildProcess.SpawnError) {
    let name = options.parts[part].name
    var environment = [ParentWatch.variable: "3"]
    if let sockets = options.sockets { environment[ParentWatch.directoryVariable] = sockets.path }
    // Descriptor 3 of the child is the end of the pipe that it watches. Its own group: a Ctrl-C at the terminal is for
    // this process, which then ends the parts in order.
    let child = try ChildProcess(
      options.parts[part].command, descriptors: [(lifeline.pipe.reader, 3)],
      environment: environment, ownGroup: true)
    children[part] = child
    state.withLock { $0.processes[name] = child.pid }
    let inbox = inbox
    _ = DedicatedThread(name: "wait", stackSize: 128 << 10) {
      inbox.post(.ended(part: part, pid: child.pid, child.wait().ending))
    }
  }

  func run() {
    var poller = Poller()
    _ = poller.add(inbox.wakeup)
    while true {
      if stopping != nil, children.isEmpty { break }
      let deadlines = due.values.map(\.self) + (stopping.map { [$0.killAt] } ?? [])
      // Only the end of a context makes this throw, and there is none.
      _ = try? poller.wait(deadlines.min().map { Clocks.wait(until: $0) })
      for event in inbox.takeAll() { handle(event) }
      let now = Clocks.now
      for (part, at) in due where now >= at && stopping == nil {
        due[part] = nil
        restart(part)
      }
      if let stopping, now >= stopping.killAt {
        for (part, child) in children where options.parts[part].stopRank <= stopping.rank { child.signal(SIGKILL) }
        self.stopping?.killAt = now + .seconds(1)
      }
    }
    if let failure { failed(failure) }
  }

  private func handle(_ event: SupervisorEvent) {
    switch event {
    case .ended(let part, let pid, let ending):
      guard children[part]?.pid == pid else { return }
      children[part] = nil
      let name = options.parts[part].name
      state.withLock { $0.processes[name] = nil }
      if stopping != nil { return stopNextRank() }
      ended(part, ending)
    case .stop: beginStop()
    case .kill:
      beginStop()
      for child in children.values { child.signal(SIGKILL) }
    }
  }

  private func ended(_ part: Int, _ ending: ChildProcess.Ending) {
    let name = options.parts[part].name
    // What it was asked to do cannot be done; its own lines say why, and trying again would not help.
    guard ending != .exited(ChildExit.cannotServe), let pause = policies[part].pause(after: Clocks.now) else {
      failure = .tooManyRestarts(child: name, reason: "\(ending)", times: policies[part].recent + 1)
      return beginStop()
    }
    options.logger.warning("\(name) ended with \(ending); it is started again")
    due[part] = Clocks.now + pause
  }

  private func restart(_ part: Int) {
    do throws(ChildProcess.SpawnError) {
      try start(part)
      state.withLock { $0.restarts += 1 }
    } catch {
      failure = .cannotStart(child: options.parts[part].name, reason: "\(error)")
      beginStop()
    }
  }

  private func beginStop() {
    guard stopping == nil else { return }
    due.removeAll()
    stopping = (Int.min, Clocks.now + .milliseconds(options.patience))
    stopNextRank()
  }

  /// Ends the parts of the lowest rank that still runs, once those before them are gone.
  private func stopNextRank() {
    guard let rank = children.keys.map({ options.parts[$0].stopRank }).min(), let current = stopping,
      rank > current.rank
    else { return }
    stopping = (rank, Clocks.now + .milliseconds(options.patience))
    for (part, child) in children where options.parts[part].stopRank == rank { child.signal(SIGTERM) }
  }
}

/// Exit codes that mean something to the supervisor.
public enum ChildExit {
  /// The part cannot do its work, and starting it again would not help: a data directory in use, another lexicon.
  public static let cannotServe: Int32 = 78
}
