public import Logging
public import Storage

/// A cluster on this host: coordinator, aggregator and workers as child processes over ipc, for `silsila run`.
///
/// ```swift
/// let cluster = try LocalCluster(options) { failure in client.stop() }
/// let client = try SubmitterClient(cluster.client("run", …), waitsForCompletion: true)
/// defer { cluster.stop() }
/// try client.run(next: …)
/// ```
public final class LocalCluster: Sendable {
  /// A part, as the command line has to start it.
  public enum Role: Sendable, Hashable {
    case aggregator
    case coordinator
    case worker(WorkerPlan.Worker)
  }

  public struct Options: Sendable {
    public var data: DataDirectory
    public var plan: WorkerPlan
    /// The command (path, then arguments) that starts a part with these endpoints.
    public var command: @Sendable (Role, _ coordinator: Endpoint, _ aggregator: Endpoint) -> [String]
    /// How often one part may be started again within a minute.
    public var restartsPerMinute = 5
    /// Where `XDG_RUNTIME_DIR` and `TMPDIR` are looked up.
    public var environment: [String: String]
    public var logger: Logger

    public init(
      data: DataDirectory, plan: WorkerPlan, environment: [String: String], logger: Logger,
      command: @escaping @Sendable (Role, _ coordinator: Endpoint, _ aggregator: Endpoint) -> [String]
    ) {
      self.data = data
      self.plan = plan
      self.environment = environment
      self.logger = logger
      self.command = command
    }
  }

  public let coordinator: Endpoint
  public let aggregator: Endpoint
  private let lock: DirectoryLock
  private let sockets: SocketDirectory
  private let supervisor: Supervisor

  /// Takes the data directory and starts all parts; they need not be up when this returns.
  /// - Parameter failed: called on another thread when the cluster cannot be kept up, after everything was stopped.
  /// - Throws: `StorageError` when the directory cannot be used, `ClusterError` when no part can be started.
  public init(_ options: Options, failed: @escaping @Sendable (ClusterError) -> Void) throws {
    try options.data.create()
    lock = try options.data.lock(.cluster)
    sockets = try SocketDirectory(environment: options.environment)
    coordinator = try .ipc(directory: sockets.path, name: "c")
    aggregator = try .ipc(directory: sockets.path, name: "a")
    let roles = [Role.aggregator, .coordinator] + options.plan.workers.map(Role.worker)
    var supervision = Supervisor.Options(
      parts: roles.map { [coordinator, aggregator] role in
        Supervisor.Part(
          name: role.name, command: options.command(role, coordinator, aggregator), stopRank: role.stopRank)
      }, logger: options.logger)
    supervision.restartsPerMinute = options.restartsPerMinute
    supervision.environment = [ParentWatch.directoryVariable: sockets.path]
    supervisor = try Supervisor(supervision, failed: failed)
  }

  /// For a client of this cluster.
  public func client(_ name: String, software: String, logger: Logger) -> ClientOptions {
    ClientOptions(name: name, software: software, coordinator: coordinator, logger: logger)
  }

  /// Ends workers, coordinator and aggregator in this order, each after its work is safe; waits for them.
  public func stop() {
    supervisor.stop()
    sockets.remove()
  }

  /// Ends everything at once; what was accepted is kept, and the next run goes on from there.
  public func kill() {
    supervisor.kill()
    sockets.remove()
  }

  /// The processes that run now, by part.
  public var processes: [String: Int32] { supervisor.processes }

  /// How often parts were started again so far.
  public var restarts: Int { supervisor.restarts }
}

extension LocalCluster.Role {
  /// For messages.
  public var name: String {
    switch self {
    case .aggregator: "aggregator"
    case .coordinator: "coordinator"
    case .worker(let worker): "worker \(worker.name)"
    }
  }

  var stopRank: Int {
    switch self {
    case .worker: 0
    case .coordinator: 1
    case .aggregator: 2
    }
  }
}
