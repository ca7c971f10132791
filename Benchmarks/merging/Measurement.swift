import Glibc
import NewsEvents
import TimelineMerging

/// One run of the merger on one corpus, in this process.
struct Measurement {
  var mentions: Int
  var articles: Int
  var trueEvents: Int
  var foundEvents: Int
  /// Wall clock and processor seconds of the merge alone.
  var seconds: Double
  var processor: Double
  /// Resident bytes before the merge (the input), and the most while merging.
  var inputBytes: Int
  var peakBytes: Int
  var scores: ClusterScores
  /// FNV-1a over the ids, dates and members of all events: equal for equal timelines.
  var digest: UInt64

  init(shape: Shape, mentions: Int, seed: UInt64) {
    let corpus = Corpus(shape: shape, mentions: mentions, seed: seed)
    inputBytes = Measurement.status("VmRSS:")
    let wall = ContinuousClock.now, cpu = Measurement.processorSeconds()
    let timeline = TimelineMerger().merge(corpus.results)
    processor = Measurement.processorSeconds() - cpu
    let elapsed = (ContinuousClock.now - wall).components
    seconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18
    peakBytes = Measurement.status("VmHWM:")
    var pairs: [(response: UInt32, key: UInt32)] = []
    pairs.reserveCapacity(mentions)
    digest = 0xcbf2_9ce4_8422_2325
    for (number, event) in timeline.events.enumerated() {
      for byte in "\(event.id) \(event.date?.start?.description ?? "") \(event.title.en)".utf8 {
        digest = (digest ^ UInt64(byte)) &* 0x100_0000_01b3
      }
      for mention in event.mentions {
        guard let key = UInt64(mention.id, radix: 16), let truth = corpus.truth[key] else {
          preconditionFailure("a mention that nobody wrote: \(mention.id)")
        }
        digest = (digest ^ key) &* 0x100_0000_01b3
        pairs.append((UInt32(number), truth))
      }
    }
    precondition(pairs.count == corpus.truth.count, "\(corpus.truth.count - pairs.count) mentions were lost")
    self.mentions = pairs.count
    articles = corpus.results.count
    trueEvents = corpus.events
    foundEvents = timeline.events.count
    scores = ClusterScores(pairs)
  }

  /// One row of the table that `Growth` prints.
  var row: String {
    func fixed(_ x: Double, _ places: Int) -> String {
      var scale = 1.0
      for _ in 0..<places { scale *= 10 }
      let n = Int((x * scale).rounded())
      let digits = String(n), padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
      return places == 0 ? digits : padded.dropLast(places) + "." + padded.suffix(places)
    }
    let cells = [
      "\(mentions)", "\(articles)", "\(trueEvents)", "\(foundEvents)", fixed(seconds, 2), fixed(processor, 2),
      fixed(processor / Double(mentions) * 1e6, 1), "\(inputBytes >> 20)", "\(peakBytes >> 20)",
      fixed(scores.b3.precision, 3), fixed(scores.b3.recall, 3), fixed(scores.b3.f1, 3),
      fixed(scores.lea.precision, 3), fixed(scores.lea.recall, 3), fixed(scores.lea.f1, 3),
      String(digest, radix: 16),
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }

  static let header = """
    | mentions | articles | true events | found | s | processor s | µs/mention | input MiB | peak MiB | B³ P | B³ R | B³ F1 | LEA P | LEA R | LEA F1 | digest |
    |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
    """

  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// A value of `/proc/self/status` in bytes; 0 where there is none.
  private static func status(_ key: String) -> Int {
    guard let file = fopen("/proc/self/status", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      guard text.hasPrefix(key) else { continue }
      return text.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }.first.map { $0 << 10 } ?? 0
    }
    return 0
  }
}
