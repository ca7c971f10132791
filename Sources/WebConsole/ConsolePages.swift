import Monitoring

/// Which page answers which request. Pure: what it needs of the outside comes as functions.
struct ConsolePages: Sendable {
  struct Request: Sendable {
    var method: String
    /// Without query.
    var path: String
    /// The `Host` of the request.
    var host: String?
    var authorization: String?
  }

  let access: ConsoleAccess
  let metrics: @Sendable () -> String
  let snapshot: @Sendable () async -> WebConsole.Content?
  let health: @Sendable () async -> WebConsole.Health

  func respond(to request: Request) async -> Page {
    guard request.method == "GET" || request.method == "HEAD" else {
      return .text(405, "only GET and HEAD are understood\n", headers: ["Allow": "GET, HEAD"])
    }
    guard access.acceptsHost(request.host) else {
      return .text(421, "this server is only known by its loopback address\n")
    }
    // Probes carry no token, and learn nothing but this word.
    if request.path == "/healthz" { return await healthPage() }
    guard access.acceptsToken(request.authorization) else {
      return .text(
        401, "a token is needed: Authorization: Bearer TOKEN\n",
        headers: ["WWW-Authenticate": "Bearer realm=\"silsila\""])
    }
    switch request.path {
    case "/":
      return Page(status: 200, contentType: "text/html; charset=utf-8", body: DashboardPage.html(await snapshot()))
    case "/style.css": return Page(status: 200, contentType: "text/css; charset=utf-8", body: DashboardPage.style)
    case "/metrics": return Page(status: 200, contentType: PrometheusText.contentType, body: metrics())
    case "/status.json": return await statusPage()
    default: return .text(404, "no such page; there are /, /metrics, /status.json and /healthz\n")
    }
  }

  private func healthPage() async -> Page {
    switch await health() {
    case .ok: .text(200, "ok\n")
    case .draining: .text(200, "draining\n")
    case .failing(let reason): .text(503, reason + "\n")
    }
  }

  private func statusPage() async -> Page {
    guard let snapshot = await snapshot() else { return .text(503, "there is no status yet\n") }
    let text: String? =
      switch snapshot {
      case .cluster(let cluster): try? ClusterReport.json(cluster)
      case .store(let store): try? ClusterReport.json(store)
      }
    guard let json = text else { return .text(500, "the status cannot be shown\n") }
    return Page(status: 200, contentType: "application/json", body: json)
  }
}
