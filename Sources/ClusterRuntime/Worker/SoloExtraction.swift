internal import Glibc
internal import NewsEvents
internal import WireProtocol
internal import WorkDistribution

/// Reads one suspect article in a child process, so that a trap, a hang or a flood of memory costs only the child.
public enum SoloExtraction {
  /// The child's part, for a hidden subcommand: reads an article from standard input, writes its result to standard
  /// output, within the limits that the worker set. Returns the exit code.
  public static func serve(_ coder: Coder) -> Int32 {
    restrict(RLIMIT_CPU, secondsVariable)
    restrict(RLIMIT_AS, memoryVariable)
    guard let input = readAll(0), let frames = unframe(input), let envelope = try? Wire.decode(frames),
      case .submit(let submission) = envelope.message, let article = submission.articles.first
    else { return 64 }
    switch coder.read(article) {
    case .success(let bytes): return writeAll(1, bytes) ? 0 : 74
    case .failure(let failure): return writeAll(1, Array(failure.message.utf8)) ? overBudget : 74
    }
  }

  /// The child's exit code when the article exceeds its work budget; the message is on standard output.
  private static let overBudget: Int32 = 65

  /// The worker's part: starts the child, gives it the article and waits for the result.
  static func run(
    _ article: Article, command: [String], limits: SoloLimits
  ) -> Swift.Result<[UInt8], ExtractionFailure> {
    do throws(ChildProcess.SpawnError) {
      var input = try Pipe()
      var output = try Pipe()
      let child = try ChildProcess(
        command, descriptors: [(input.reader, 0), (output.writer, 1), (2, 2)],
        environment: [secondsVariable: "\(limits.seconds)", memoryVariable: "\(limits.memory)"], ownGroup: false)
      input.closeReader()
      output.closeWriter()
      // The child reads all before it writes, so this cannot block for ever. A child that ends early breaks the pipe:
      // its ending says more than that.
      _ = writeAll(
        input.writer, frame(Wire.encode(Wire.Envelope(.submit(.init(sequence: 1, articles: [article]))))),
        isSocket: true)
      input.closeWriter()
      let bytes = readAll(output.reader, deadline: Clocks.now + .seconds(Int64(limits.seconds) * 4))
      if bytes == nil { child.signal(SIGKILL) }
      let (ending, usage) = child.wait()
      return outcome(bytes, ending, usage, limits, article)
    } catch {
      return .failure(ExtractionFailure(code: .interrupted, message: "no child process: \(error)"))
    }
  }

  private static func outcome(
    _ bytes: [UInt8]?, _ ending: ChildProcess.Ending, _ usage: rusage, _ limits: SoloLimits, _ article: Article
  ) -> Swift.Result<[UInt8], ExtractionFailure> {
    guard let bytes else {
      return .failure(ExtractionFailure(code: .budget, message: "no result within \(limits.seconds * 4) s"))
    }
    // ru_maxrss is in kilobytes. An allocation that the limit refuses ends in a trap.
    let isNearMemoryLimit = UInt64(clamping: usage.ru_maxrss) << 10 > limits.memory / 10 * 7
    switch ending {
    case .exited(0):
      guard let result = try? ArticleResult(wire: bytes), result.article == article.id else {
        return .failure(ExtractionFailure(code: .decode, message: "the result could not be read"))
      }
      return .success(bytes)
    case .exited(overBudget):
      return .failure(ExtractionFailure(code: .budget, message: String(decoding: bytes.prefix(2_000), as: UTF8.self)))
    case .signalled(SIGXCPU):
      return .failure(ExtractionFailure(code: .budget, message: "over \(limits.seconds) s of processor time"))
    case .signalled(let signal) where [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE].contains(signal):
      return .failure(
        isNearMemoryLimit
          ? ExtractionFailure(code: .memory, message: "over \(limits.memory >> 20) MB of memory")
          : ExtractionFailure(code: .trap, message: "the extraction ended with \(ending)"))
    case .signalled:
      return .failure(ExtractionFailure(code: .interrupted, message: "the extraction was ended by \(ending)"))
    case .exited:
      return .failure(ExtractionFailure(code: .decode, message: "the extraction ended with \(ending)"))
    }
  }

  private static let secondsVariable = "SILSILA_SOLO_SECONDS"
  private static let memoryVariable = "SILSILA_SOLO_MEMORY"

  /// A soft limit only: its signal names the reason.
  private static func restrict(_ resource: __rlimit_resource, _ variable: String) {
    guard let text = getenv(variable), let value = rlim_t(String(cString: text)) else { return }
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(resource.rawValue), &limit)
    limit.rlim_cur = min(value, limit.rlim_max)
    setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
  }

  // MARK: Bytes through pipes

  /// Each frame after its length in four bytes, most significant first.
  private static func frame(_ frames: [[UInt8]]) -> [UInt8] {
    frames.flatMap { frame in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: frame.count >> $0) } + frame }
  }

  private static func unframe(_ bytes: [UInt8]) -> [[UInt8]]? {
    var frames: [[UInt8]] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      guard rest.count >= 4 else { return nil }
      let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
      rest = rest.dropFirst(4)
      guard rest.count >= length else { return nil }
      frames.append(Array(rest.prefix(length)))
      rest = rest.dropFirst(length)
    }
    return frames
  }

  /// Everything up to the end of the file; nil when the deadline passes first, or reading fails.
  private static func readAll(_ descriptor: Int32, deadline: Instant? = nil) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      if let deadline {
        var item = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        let left = Clocks.wait(until: deadline)
        guard left > 0 else { return nil }
        let ready = poll(&item, 1, Int32(clamping: left))
        if ready == 0 || ready < 0 && errno == EINTR { continue }
        if ready < 0 { return nil }
      }
      let count = read(descriptor, &buffer, buffer.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        return nil
      }
      bytes.append(contentsOf: buffer[..<count])
    }
  }

  private static func writeAll(_ descriptor: Int32, _ bytes: [UInt8], isSocket: Bool = false) -> Bool {
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes { rest in
        // A child that has ended is an error here, not a signal.
        isSocket
          ? send(descriptor, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
          : write(descriptor, rest.baseAddress, rest.count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      start += count
    }
    return true
  }
}
