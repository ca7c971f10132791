import Hummingbird
import HummingbirdCore
public import Logging
public import Monitoring
import NIOCore
public import ServiceLifecycle

/// The HTTP server of a coordinator or an aggregator: `/metrics`, `/healthz`, `/status.json` and a dashboard at `/`.
///
/// Bound to loopback unless told otherwise; beyond it a token is required. Runs until its task is cancelled or its
/// service group shuts down.
public struct WebConsole: Service {
  public struct Configuration: Sendable {
    public var host: String
    /// 0: any free one; see `onRunning`.
    public var port: Int
    /// What readers must send as `Authorization: Bearer TOKEN`; `/healthz` is free of it.
    public var token: String?

    public init(host: String = "127.0.0.1", port: Int, token: String? = nil) {
      self.host = host
      self.port = port
      self.token = token
    }
  }

  /// What `/healthz` says.
  public enum Health: Sendable, Hashable {
    /// 200.
    case ok
    /// 200: finishing what it has, taking nothing new.
    case draining
    /// 503, with the reason.
    case failing(String)
  }

  /// What the console shows.
  public enum Content: Sendable, Hashable {
    /// The cluster, as its coordinator knows it.
    case cluster(ClusterSnapshot)
    /// The store of an aggregator.
    case store(StoreSnapshot)
  }

  let pages: ConsolePages
  private let configuration: Configuration
  private let logger: Logger
  private let onRunning: @Sendable (Int) async -> Void

  /// Prepares a server. Throws `WebConsoleError.tokenRequired` for an address beyond loopback without a token.
  ///
  /// - Parameters:
  ///   - snapshot: What is shown now; nil while there is nothing.
  ///   - onRunning: Called with the port once connections are accepted.
  public init(
    configuration: Configuration, registry: MetricsRegistry,
    snapshot: @escaping @Sendable () async -> Content? = { nil },
    health: @escaping @Sendable () async -> Health = { .ok }, logger: Logger,
    onRunning: @escaping @Sendable (Int) async -> Void = { _ in }
  ) throws(WebConsoleError) {
    let isLocal = ConsoleAccess.isLoopback(configuration.host)
    let token = configuration.token
    guard isLocal || token != nil else { throw .tokenRequired(host: configuration.host) }
    if let token, token.utf8.count < 16 { throw .tokenTooShort }
    pages = ConsolePages(
      access: ConsoleAccess(isLocal: isLocal, token: token), metrics: { registry.prometheusText() },
      snapshot: snapshot, health: health)
    self.configuration = configuration
    self.logger = logger
    self.onRunning = onRunning
  }

  public func run() async throws {
    let (pages, onRunning) = (pages, onRunning)
    let responder = CallbackResponder<BasicRequestContext> { request, _ in
      await Self.respond(to: request, pages)
    }
    let application = Application(
      responder: responder,
      server: .http1(
        configuration: .init(
          idleTimeout: .seconds(30),
          httpDecoderConfiguration: .init(maxHeaderFieldSize: 8192, maxHeaderListSize: 16_384, maxHeaderFieldCount: 100)
        )),
      configuration: .init(
        address: .hostname(configuration.host, port: configuration.port), serverName: nil,
        availableConnectionsDelegate: MaximumAvailableConnections(64)),
      onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? 0) }, logger: logger)
    do {
      try await application.run()
    } catch let error as IOError {
      throw WebConsoleError.cannotListen(
        host: configuration.host, port: configuration.port, reason: String(describing: error))
    }
  }

  private static func respond(to request: Request, _ pages: ConsolePages) async -> Response {
    let page = await pages.respond(
      to: .init(
        method: request.method.rawValue, path: request.uri.path, host: request.head.authority,
        authorization: request.headers[.authorization]))
    var headers = HTTPFields()
    for (name, value) in Page.protections.merging(page.headers, uniquingKeysWith: { $1 }) {
      if let name = HTTPFields.Element.Name(name) { headers[name] = value }
    }
    headers[.contentType] = page.contentType
    let isHead = request.method == .head
    if isHead { headers[.contentLength] = "\(page.body.utf8.count)" }
    return Response(
      status: .init(code: page.status), headers: headers,
      body: isHead ? .init() : .init(byteBuffer: ByteBuffer(string: page.body)))
  }
}
