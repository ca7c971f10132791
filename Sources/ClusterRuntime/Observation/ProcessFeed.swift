import Foundation
import Monitoring

/// This process in the metrics, under the names and in the units that Prometheus' own clients use.
enum ProcessFeed {
  static func update(_ registry: MetricsRegistry) {
    var usage = rusage()
    getrusage(usageOfThisProcess, &usage)
    let seconds =
      Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
      + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
    registry.describe("process.cpu_seconds", "Processor time of this process, user and system")
    registry.total("process.cpu_seconds").set(seconds)
    set(registry, "process.resident_memory_max_bytes", Double(usage.ru_maxrss) * 1024, "Most memory held so far")
    set(registry, "process.start_time_seconds", started, "When this process started, since 1970")

    // Pages: all, then those in memory.
    let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ") ?? []
    if pages.count > 1, let all = Double(pages[0]), let resident = Double(pages[1]) {
      let size = Double(sysconf(Int32(_SC_PAGESIZE)))
      set(registry, "process.virtual_memory_bytes", all * size, "Address space")
      set(registry, "process.resident_memory_bytes", resident * size, "Memory held")
    }
    if let open = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count {
      set(registry, "process.open_fds", Double(open), "Open file descriptors")
    }
    var limit = rlimit()
    if getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 {
      set(registry, "process.max_fds", Double(limit.rlim_cur), "The most file descriptors that may be open")
    }
  }

  private static func set(_ registry: MetricsRegistry, _ label: String, _ value: Double, _ help: String) {
    registry.describe(label, help)
    registry.gauge(label).set(value)
  }

  private static let started = Date().timeIntervalSince1970 - ProcessInfo.processInfo.systemUptime + bootOffset

  /// When this process began, in seconds since the machine started; field 22 of its `stat`, in clock ticks.
  private static var bootOffset: Double {
    guard let stat = try? String(contentsOfFile: "/proc/self/stat", encoding: .utf8),
      let close = stat.lastIndex(of: ")")
    else { return ProcessInfo.processInfo.systemUptime }
    let fields = stat[stat.index(close, offsetBy: 2)...].split(separator: " ")
    guard fields.count > 19, let ticks = Double(fields[19]) else { return ProcessInfo.processInfo.systemUptime }
    return ticks / Double(sysconf(Int32(_SC_CLK_TCK)))
  }
}

/// `RUSAGE_SELF`, which Glibc's module gives a type that `getrusage` does not take.
private let usageOfThisProcess: Int32 = 0
