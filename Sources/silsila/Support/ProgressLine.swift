import Foundation

/// One line of progress on a terminal; silent elsewhere.
struct ProgressLine {
  private let started = ContinuousClock.now
  private let isShown = Console.errorIsTerminal
  private var width = 0

  /// Shows `done` of `total` articles with the rate and the time left.
  mutating func show(_ done: Int, of total: Int, note: String = "") {
    guard isShown else { return }
    let elapsed = started.duration(to: .now)
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    let rate = seconds > 0 ? Double(done) / seconds : 0
    var line = "\(done) of \(total) articles"
    if rate >= 1 { line += ", \(Int(rate))/s" }
    if rate > 0, total > done { line += ", \(ProgressLine.duration(Double(total - done) / rate)) left" }
    if !note.isEmpty { line += ", " + note }
    replace(line)
  }

  mutating func clear() {
    guard isShown, width > 0 else { return }
    replace("")
    Console.note("\r")
  }

  private mutating func replace(_ line: String) {
    let text = String(line.prefix(max(10, Console.size(2).columns - 1)))
    Console.note("\r" + text + String(repeating: " ", count: max(0, width - text.count)))
    width = text.count
  }

  /// 75 seconds as 1:15.
  static func duration(_ seconds: Double) -> String {
    let s = Int(seconds.rounded())
    let rest = s % 60 < 10 ? "0\(s % 60)" : "\(s % 60)"
    return s >= 3600 ? "\(s / 3600):\(s / 60 % 60 < 10 ? "0" : "")\(s / 60 % 60):\(rest)" : "\(s / 60):\(rest)"
  }
}
