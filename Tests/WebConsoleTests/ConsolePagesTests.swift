import Monitoring
import Testing

@testable import WebConsole

@Suite struct `The console's pages` {
  static let snapshot = ClusterSnapshot(
    queues: [.init(language: "fa", waiting: 1, leased: 2, retrying: 3, done: 4, dead: 5)],
    workers: [
      .init(
        name: "<script>alert('x')</script>", languages: ["fa\"><b>"], state: .active, articlesPerSecond: 12.345,
        inFlight: 6, retries: 7, lastHeardMilliseconds: 800)
    ], aggregator: nil, totals: .init(accepted: 9, committed: 8, dead: 5, rejected: 0), uptimeSeconds: 1)

  func pages(
    isLocal: Bool = true, token: String? = nil, snapshot: ClusterSnapshot? = snapshot,
    health: WebConsole.Health = .ok
  ) -> ConsolePages {
    ConsolePages(
      access: ConsoleAccess(isLocal: isLocal, token: token), metrics: { "x 1\n" },
      snapshot: { snapshot.map { .cluster($0) } },
      health: { health })
  }

  func get(
    _ path: String, _ pages: ConsolePages, host: String? = "localhost:8080", authorization: String? = nil,
    method: String = "GET"
  ) async -> Page {
    await pages.respond(to: .init(method: method, path: path, host: host, authorization: authorization))
  }

  @Test func `are metrics, status, health and a dashboard`() async {
    let metrics = await get("/metrics", pages())
    #expect(metrics.status == 200 && metrics.body == "x 1\n")
    #expect(metrics.contentType == "text/plain; version=0.0.4; charset=utf-8")
    let status = await get("/status.json", pages())
    #expect(status.contentType == "application/json" && status.body.hasPrefix("{\"isDraining\":false"))
    let dashboard = await get("/", pages())
    #expect(dashboard.body.contains("<td class=\"n\">12.3</td>"))
    #expect(await get("/style.css", pages()).contentType.hasPrefix("text/css"))
    #expect(await get("/etc/passwd", pages()).status == 404)
  }

  @Test func `escape everything that comes from outside`() async {
    let page = await get("/", pages())
    #expect(!page.body.contains("<script") && !page.body.contains("<b>"))
    #expect(page.body.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"))
  }

  @Test func `say how it is`() async {
    #expect(await get("/healthz", pages()).status == 200)
    #expect(await get("/healthz", pages(health: .draining)).body == "draining\n")
    let failing = await get("/healthz", pages(health: .failing("disk full")))
    #expect(failing.status == 503 && failing.body == "disk full\n")
    #expect(await get("/status.json", pages(snapshot: nil)).status == 503)
    #expect(await get("/", pages(snapshot: nil)).status == 200)
  }

  @Test func `of an aggregator show its store`() async {
    let store = StoreSnapshot(
      results: 12, mentions: 34, events: 0, uncommitted: 5, commitMicroseconds: 1_500, commitFailures: 1,
      isDraining: true)
    let pages = ConsolePages(
      access: ConsoleAccess(isLocal: true, token: nil), metrics: { "" }, snapshot: { .store(store) }, health: { .ok })
    let status = await get("/status.json", pages)
    #expect(status.status == 200 && status.body.contains("\"results\":12"))
    let page = await get("/", pages)
    #expect(page.body.contains("<dd>34</dd>") && page.body.contains("draining"))
  }

  @Test func `are for readers only`() async {
    for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
      let page = await get("/", pages(), method: method)
      #expect(page.status == 405 && page.headers["Allow"] == "GET, HEAD")
    }
  }

  @Test func `need the token where there is one, but for the health`() async {
    let token = "0123456789abcdef"
    let pages = pages(isLocal: false, token: token)
    for wrong in [nil, "", "Bearer", "Bearer ", "Bearer 0123456789abcdeF", "Basic \(token)", "Bearer \(token) ", token]
    {
      let page = await get("/metrics", pages, host: "example.org", authorization: wrong)
      #expect(page.status == 401 && page.headers["WWW-Authenticate"] != nil, "\(wrong ?? "none")")
    }
    #expect(await get("/metrics", pages, host: "example.org", authorization: "Bearer \(token)").status == 200)
    #expect(await get("/metrics", pages, host: "example.org", authorization: "bearer \(token)").status == 200)
    #expect(await get("/healthz", pages, host: "example.org").status == 200)
  }

  @Test func `are not shown on loopback under another site's name`() async {
    for host in ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "", nil] {
      #expect(await get("/metrics", pages(), host: host).status == 421, "\(host ?? "none")")
    }
    for host in ["localhost", "LOCALHOST:1", "127.0.0.1:8080", "127.1.2.3", "[::1]:80", "[::1]"] {
      #expect(await get("/metrics", pages(), host: host).status == 200, "\(host)")
    }
  }
}
