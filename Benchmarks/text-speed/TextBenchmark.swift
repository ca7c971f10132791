import ArabicScript
import EmbeddedLexicon
import EventCoding
import Glibc
import Ingestion
import Lexicons
import NewsEvents
import TemporalTagging

/// How fast text is read, stage by stage, on one thread; and a digest of what each stage found, by which two builds are
/// shown to read alike.
///
///     swift run -c release TextBenchmark [--digest] [--seconds N] [--stage NAME] [PATH …]
///     swift run -c release TextBenchmark [--only N] --bad-input
///     swift run -c release TextBenchmark [--only N] --growth BYTES [PATH …]
///
/// PATH is anything `silsila extract` reads; `seeds` by default. Megabytes are 10^6 bytes of UTF-8, seconds are
/// processor time of the thread, and the best of all rounds counts: what else the machine does hardly shows.
@main
struct TextBenchmark {
  static func main() {
    var arguments = Array(CommandLine.arguments.dropFirst())
    var wantsDigest = false
    var longest: Int?
    var seconds = 1.0
    var stage: String?
    var only: Int?
    var paths: [String] = []
    while !arguments.isEmpty {
      let argument = arguments.removeFirst()
      switch argument {
      case "--digest": wantsDigest = true
      case "--bad-input": return BadInput.run(only: only)
      case "--growth" where !arguments.isEmpty: longest = Int(arguments.removeFirst())
      case "--seconds" where !arguments.isEmpty: seconds = Double(arguments.removeFirst()) ?? seconds
      case "--stage" where !arguments.isEmpty: stage = arguments.removeFirst()
      case "--only" where !arguments.isEmpty: only = Int(arguments.removeFirst())
      default: paths.append(argument)
      }
    }
    let loading = cpuTime()
    guard let lexicon = try? LexiconBinary.decode(embeddedLexicon) else {
      fatalError("the embedded lexicon is damaged")
    }
    let coder = EventCoder(lexicon: lexicon)
    let loaded = cpuTime() - loading

    let articles = read(paths.isEmpty ? ["seeds"] : paths)
    if let longest { return Growth(coder: coder, samples: articles, longest: longest, clock: cpuTime).run(only: only) }
    let bytes = articles.reduce(0) { $0 + $1.article.text.utf8.count }
    let stages = Stage.all(lexicon, coder).filter { stage == nil || $0.name == stage }
    if wantsDigest {
      for stage in stages { print("\(padded(stage.name)) \(digest(stage, articles))") }
      return
    }
    print("\(articles.count) articles, \(bytes) bytes; lexicon and coder ready after \(tenths(loaded * 1000)) ms")
    for stage in stages {
      // Tables that are made at first use are no part of the figures.
      for article in articles { stage.run(article) }
      let best = fastest(stage, articles, seconds)
      let perSecond = Int(Double(articles.count) / best)
      print("\(padded(stage.name)) \(tenths(Double(bytes) / best / 1e6)) MB/s, \(perSecond) articles/s")
    }
    print("peak resident memory \(peakMemory() / 1024) MB")
  }

  /// The compiled lexicon inside the executable.
  private static var embeddedLexicon: [UInt8] {
    // The C array is constant and lives as long as the program.
    Array(UnsafeBufferPointer(start: silsila_lexicon(), count: silsila_lexicon_size()))
  }

  private static func read(_ paths: [String]) -> [Sample] {
    var out: [Sample] = []
    for item in ArticleReader(
      paths: paths, options: IngestOptions(identify: { LanguageIdentifier.identify($0).language }))
    {
      switch item {
      case .article(let article, queue: let language?): out.append(Sample(article: article, language: language))
      case .article: break
      case .reject(let reject): print("left out: \(reject)")
      }
    }
    return out
  }

  /// Processor seconds of the fastest of the rounds that fit into `seconds`, at least three.
  @inline(never)
  private static func fastest(_ stage: Stage, _ articles: [Sample], _ seconds: Double) -> Double {
    var best = Double.infinity
    let start = cpuTime()
    var rounds = 0
    while rounds < 3 || cpuTime() - start < seconds {
      let begin = cpuTime()
      for article in articles { stage.run(article) }
      best = min(best, cpuTime() - begin)
      rounds += 1
    }
    return best
  }

  private static func digest(_ stage: Stage, _ articles: [Sample]) -> String {
    var all: [UInt8] = []
    for article in articles { all += ContentHash(of: stage.describe(article).utf8).bytes }
    return ContentHash(of: all).hex(32)
  }

  private static func cpuTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Kilobytes.
  private static func peakMemory() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss
  }

  private static func tenths(_ value: Double) -> String {
    let n = Int((value * 10).rounded())
    return "\(n / 10).\(n % 10)"
  }

  private static func padded(_ name: String) -> String { name + String(repeating: " ", count: max(0, 8 - name.count)) }
}
