internal import WorkDistribution

/// Keeps the log readable when somebody floods a port: ten lines in ten seconds, the rest is only counted.
struct Complaints {
  private var windowStart = Clocks.now
  private var count = 0

  var mayLog: Bool {
    mutating get {
      let now = Clocks.now
      if now - windowStart >= .seconds(10) {
        windowStart = now
        count = 0
      }
      count += 1
      return count <= 10
    }
  }
}
