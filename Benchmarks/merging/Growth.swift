import Glibc

/// How the cost of merging grows with the number of mentions, and how well it merges, on synthetic news.
///
///     MergingGrowth [--shape archive|year|single] [--seed N] [MENTIONS…]
///
/// Each size runs in a process of its own, so that one does not pay for another's memory; without sizes 10 000,
/// 100 000 and 1 000 000.
@main
enum Growth {
  static func main() {
    var sizes: [Int] = [], shape = Shape.archive, seed: UInt64 = 1, isChild = false
    var arguments = CommandLine.arguments.dropFirst()
    while let argument = arguments.popFirst() {
      switch argument {
      case "--shape":
        guard let value = arguments.popFirst().flatMap(Shape.init(rawValue:)) else { fail(2, usage) }
        shape = value
      case "--seed":
        guard let value = arguments.popFirst().flatMap({ UInt64($0) }) else { fail(2, usage) }
        seed = value
      case "--one": isChild = true
      default:
        guard let size = Int(argument), size > 0 else { fail(2, usage) }
        sizes.append(size)
      }
    }
    if isChild {
      for size in sizes { print(Measurement(shape: shape, mentions: size, seed: seed).row) }
      return
    }
    print(Measurement.header)
    for size in sizes.isEmpty ? [10_000, 100_000, 1_000_000] : sizes {
      fflush(nil)
      run(["--one", "--shape", shape.rawValue, "--seed", "\(seed)", "\(size)"])
    }
  }

  private static let usage = "usage: MergingGrowth [--shape archive|year|single] [--seed N] [MENTIONS…]"

  private static func fail(_ code: Int32, _ message: String) -> Never {
    let line = Array((message + "\n").utf8)
    _ = write(2, line, line.count)
    exit(code)
  }

  /// Runs this program again with these arguments and waits; ends with its failure.
  private static func run(_ arguments: [String]) {
    let path = "/proc/self/exe"
    var argv: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for pointer in argv { free(pointer) } }
    var child = pid_t()
    guard posix_spawn(&child, path, nil, nil, &argv, environ) == 0 else {
      fail(1, "MergingGrowth: cannot start itself")
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) == -1, errno == EINTR {}
    guard status == 0 else {
      fail(1, "MergingGrowth: a measurement failed (status \(status))")
    }
  }
}
