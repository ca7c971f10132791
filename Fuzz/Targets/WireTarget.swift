import NewsEvents
import WireProtocol

extension FuzzTarget {
  /// Messages of the protocol: any frames are a message or a typed error, nothing is kept beyond the limits, and what
  /// was read is written and read back alike.
  package static let wire = FuzzTarget("wire", seeds: WireInput.messages) { bytes in
    let frames = WireInput.frames(bytes)
    if let first = frames.first {
      _ = Wire.carriesArticles(header: first)
      _ = Wire.carriesResults(header: first)
    }
    guard let envelope = try? Wire.decode(frames) else { return nil }
    let again = Wire.encode(envelope)
    guard let second = try? Wire.decode(again) else { return "what was written cannot be read" }
    // The second writing says whether anything was lost: unknown fields go with the first.
    return Wire.encode(second) == again ? nil : "what was read differs from what was written"
  }

  /// Results as workers send them, and as the store keeps them.
  package static let result = FuzzTarget("result", seeds: WireInput.results) { bytes in
    guard let result = try? ArticleResult(wire: bytes) else { return nil }
    guard let again = try? ArticleResult(wire: result.wireBytes) else { return "what was written cannot be read" }
    return again == result ? nil : "what was read differs from what was written"
  }
}

/// Frames in one string of bytes: each after its length in two bytes, most significant first.
enum WireInput {
  static func frames(_ bytes: [UInt8]) -> [[UInt8]] {
    var frames: [[UInt8]] = []
    var at = 0
    while at + 2 <= bytes.count, frames.count < 5 {
      let length = Int(bytes[at]) << 8 | Int(bytes[at + 1])
      let end = min(bytes.count, at + 2 + length)
      frames.append(Array(bytes[(at + 2)..<end]))
      at = end
    }
    return frames
  }

  private static func bytes(_ message: Wire.Message) -> [UInt8] {
    Wire.encode(Wire.Envelope(message, epoch: 7)).flatMap { [UInt8($0.count >> 8 & 255), UInt8($0.count & 255)] + $0 }
  }

  static let messages: [[UInt8]] = {
    let article = Article(
      id: "a1", language: .persian, published: Day(year: 2024, month: 1, day: 16), title: "عنوان",
      text: "عنوان\nسپاه حمله کرد.", url: "https://example.org/a", source: "خبرگزاری")
    let lease = Wire.Lease(job: 1, attempt: 2)
    let revision = Wire.ArticleRevision(article: "a1", revision: 1)
    let messages: [Wire.Message] = [
      .hello(
        Wire.Hello(
          role: .worker, name: "w", software: "s", fingerprint: "f", languages: [.persian, .urdu],
          capacity: Wire.Allowance(jobs: 64, bytes: 1 << 20), store: "s1", sender: 7, resumeFrom: 9)),
      .welcome(Wire.Welcome(leaseMilliseconds: 30_000, heartbeatMilliseconds: 1_000, store: "s1")),
      .refused(Wire.Refusal(code: .fingerprint, message: "another lexicon")),
      .batch(
        Wire.Batch(
          number: 1, language: .persian, isSolo: false,
          jobs: [Wire.Job(lease: lease, revision: 1, article: article, grant: 3)])),
      .submit(Wire.Submission(sequence: 1, replaces: true, articles: [article, article])),
      .credit(Wire.Allowance(jobs: 1, bytes: 2)),
      .done([Wire.DoneJob(lease: lease, receipt: 4), Wire.DoneJob(lease: lease, receipt: 5)]), .release([lease]),
      .goodbye, .ping,
      .failed(Wire.Failure(lease: lease, code: .trap, message: "m")),
      .heartbeat(
        Wire.Heartbeat(
          sequence: 1, finished: 2, inFlight: 3, uncommitted: 4, bytesInFlight: 5, rateMilli: 6, lastBatch: 7)),
      .results(
        Wire.Results(
          sequence: 1,
          results: [
            Wire.Result(
              key: Wire.CommitKey(article: "a1", revision: 1, fingerprint: "f"), job: 1, bytes: results[0], grant: 3)
          ])),
      .committed([.init(sequence: 1, receipts: [6]), .init(sequence: 2, receipts: [])]),
      .busy(Wire.Busy(sequence: 1, retryMilliseconds: 50)),
      .inventory(Wire.Inventory(after: nil, held: [revision], next: "a2")), .tombstones([revision]),
      .retract(articles: ["a1"]), .retracted([revision]), .statusRequest, .drainRequest, .endOfInput,
    ]
    return messages.map(bytes)
  }()

  static let results: [[UInt8]] = {
    let quote = Quote(text: "حمله", range: TextRange(start: 3, end: 7))
    let mention = EventMention(
      id: "0123456789abcdef", article: "a1", language: .persian, section: .lead, type: .assault, modes: ["drone"],
      contexts: ["military"], status: .denied,
      actors: [Party(country: "IRN", sector: "MIL", entity: "irgc", name: "IRGC", quote: quote)],
      date: DateInterval(
        start: Day(year: 2024, month: 1, day: 16), end: nil, granularity: .day, basis: .resolved,
        calendar: .solarHijri, quote: quote, time: "14:30"),
      location: Place(name: "Rask", country: "IRN", latitude: 26_237_000, longitude: -61_399_000, quote: quote),
      deaths: CountRange(min: 11, max: nil), trigger: quote, sentence: quote, confidence: 930)
    let result = ArticleResult(
      article: "a1", contentHash: ContentHash(of: [1, 2, 3]), language: .persian,
      published: Day(year: 2024, month: 1, day: 16), title: "عنوان",
      anchor: ArticleAnchor(day: Day(year: 2024, month: 1, day: 16), reason: "metadata"), sketch: [0, 1, .max],
      mentions: [mention], rejects: [Reject(code: .overBudget, message: "m")])
    return [result.wireBytes]
  }()
}
