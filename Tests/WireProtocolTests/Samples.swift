import NewsEvents
import WireProtocol

/// One message of every kind, with every field set.
enum Samples {
  static let articles = [
    Article(
      id: "000_c274dac05b89360c", language: .persian, published: Day(year: 2024, month: 1, day: 16), title: "عنوان",
      text: "عنوان\nسپاه پاسداران با پهپاد به راسک حمله کرد.", url: "https://example.org/a", source: "خبرگزاری"),
    Article(id: "plain", text: ""),
    Article(id: "اردو", language: .urdu, text: "پاکستان نے ایران پر حملہ کیا 🚀"),
  ]

  static let result = ArticleResult(
    article: "000_c274dac05b89360c", contentHash: ContentHash(of: [1, 2, 3]), language: .persian,
    published: Day(year: 2024, month: 1, day: 16), title: "عنوان", url: "https://example.org/a", source: "خبرگزاری",
    anchor: ArticleAnchor(day: Day(year: 2024, month: 1, day: 16), reason: "metadata"),
    sketch: [0, 1, .max, 77],
    mentions: [mention, minimal],
    rejects: [Reject(code: .overBudget, message: "too much")])

  static let mention = EventMention(
    id: "0123456789abcdef", article: "000_c274dac05b89360c", language: .persian, section: .lead, type: .assault,
    modes: ["aerial", "drone"], contexts: ["military"], status: .denied,
    actors: [
      Party(country: "IRN", sector: "MIL", entity: "irgc", name: "IRGC", quote: quote("سپاه", 6)),
      Party(),
    ],
    recipients: [Party(country: "PAK", name: "Pakistan")],
    date: DateInterval(
      start: Day(year: 2024, month: 1, day: 16), end: nil, granularity: .day, basis: .resolved, calendar: .solarHijri,
      quote: quote("۲۶ دی", 20), time: "14:30+03:30", anchor: Day(year: 1969, month: 12, day: 31)),
    location: Place(
      name: "Rask", country: "IRN", latitude: 26_237_000, longitude: -61_399_000, entity: "rask",
      quote: quote("راسک", 30)),
    deaths: CountRange(min: 11, max: nil), injured: CountRange(min: nil, max: 0), arrested: CountRange(min: 3, max: 3),
    attribution: Attribution(source: "ISPR", country: "PAK", quote: quote("گفت", 40)),
    trigger: quote("حمله", 35), sentence: quote("سپاه پاسداران با پهپاد به راسک حمله کرد.", 6), confidence: 930)

  static let minimal = EventMention(
    id: "fedcba9876543210", article: "000_c274dac05b89360c", language: .arabic, section: .title, type: .consult,
    trigger: quote("", 0), sentence: quote("", 0), confidence: 0)

  static func quote(_ text: String, _ start: Int) -> Quote {
    Quote(text: text, range: TextRange(start: start, end: start + text.unicodeScalars.count))
  }

  static let messages: [Wire.Message] = {
    let leases = [Wire.Lease(job: 1, attempt: 1), Wire.Lease(job: .max, attempt: .max)]
    let revisions = [Wire.ArticleRevision(article: "a", revision: 1), .init(article: "ب", revision: .max)]
    let totals = Wire.Totals(accepted: 5, committed: 3, dead: 1, rejected: 2)
    let lag = Wire.Lag(uncommitted: 1, mentions: 2, events: 3, commitMicroseconds: 4)
    return [
      .hello(
        Wire.Hello(
          role: .worker, name: "host-1", software: "silsila 0.1.0", fingerprint: "1-ab12",
          languages: [.persian, .urdu],
          capacity: Wire.Allowance(jobs: 64, bytes: 1 << 20), store: "store-1", sender: 7, resumeFrom: 9,
          grantKey: [UInt8](1...16))),
      .welcome(Wire.Welcome(leaseMilliseconds: 30_000, heartbeatMilliseconds: 1_000, store: "store-1")),
      .refused(Wire.Refusal(code: .fingerprint, message: "1-ab12 is not 1-cd34; install the same version")),
      .goodbye, .ping, .busy(Wire.Busy(sequence: 4, retryMilliseconds: 250)),
      .credit(Wire.Allowance(jobs: 128, bytes: 1 << 40)),
      .done(leases.map { Wire.DoneJob(lease: $0, receipt: .max) }), .release(leases),
      .failed(Wire.Failure(lease: leases[0], code: .memory, message: "over 512 MB")),
      .heartbeat(
        Wire.Heartbeat(
          sequence: 1, finished: 2, inFlight: 3, uncommitted: 4, bytesInFlight: 5, rateMilli: 6, lastBatch: 7)),
      .batch(
        Wire.Batch(
          number: 3, language: .persian, isSolo: true,
          jobs: articles.enumerated().map {
            Wire.Job(lease: Wire.Lease(job: UInt64($0 + 1), attempt: 2), revision: 1, article: $1, grant: 77)
          })),
      .drain,
      .results(
        Wire.Results(
          sequence: 8,
          results: [
            Wire.Result(
              key: Wire.CommitKey(article: "000_c274dac05b89360c", revision: 1, fingerprint: "1-ab12"), job: 1,
              bytes: result.wireBytes, grant: 78)
          ])),
      .committed([
        .init(sequence: 8, receipts: [1, 2]), .init(sequence: 9, receipts: []), .init(sequence: .max, receipts: [.max]),
      ]),
      .submit(Wire.Submission(sequence: 1, replaces: true, priority: -3, articles: articles)),
      .endOfInput, .statusRequest, .drainRequest,
      .deadLetterRequest(Wire.DeadLetterRequest(action: .list)),
      .deadLetterRequest(Wire.DeadLetterRequest(action: .show, selector: .articles(["a", "b"]))),
      .deadLetterRequest(Wire.DeadLetterRequest(action: .retry, selector: .code(.budget))),
      .retract(articles: ["a", "ب"]),
      .submitted(
        Wire.Submitted(
          sequence: 1,
          outcomes: [.accepted, .duplicate, .conflict, .rejected(code: "empty", message: "no text; leave it out")],
          window: Wire.Allowance(jobs: 100, bytes: 1_000))),
      .finished(totals),
      .status(
        Wire.Status(
          queues: [.init(language: "fa", waiting: 1, leased: 2, retrying: 3, done: 4, dead: 5)],
          workers: [
            .init(
              name: "host-1", languages: ["fa", "ur"], state: "active", inFlight: 1, rateMilli: 2, retries: 3,
              lastHeardMilliseconds: 4, finished: 5)
          ], totals: totals, aggregator: lag, uptimeMilliseconds: 6, isDraining: true, rateMilli: 7)),
      .status(Wire.Status()),
      .deadLetters(
        Wire.DeadLetters(
          letters: [
            .init(
              job: 1, article: "a", revision: 2, language: "fa", code: "trap", message: "signal 5",
              history: [.init(attempt: 1, worker: "host-1", code: "trap", message: "signal 5", atMilliseconds: 9)])
          ], affected: 1)),
      .retracted(revisions),
      .inventoryRequest(Wire.InventoryRequest(after: "a", limit: 1_000)), .inventoryRequest(.init(limit: 1)),
      .inventory(Wire.Inventory(after: "a", held: revisions, next: "z")), .inventory(Wire.Inventory(held: [])),
      .tombstones(revisions), .tombstonesCommitted(revisions), .lag(lag),
    ]
  }()
}

/// SplitMix64: the same garbage on every machine.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
