public import CoreMetrics
import Histogram
import Synchronization

/// A count that only rises.
public final class CounterInstrument: CounterHandler {
  private let count = Atomic<Int64>(0)

  public var value: Int64 { count.load(ordering: .relaxed) }

  /// Adds `amount`; a negative one is ignored, and the highest value stays.
  public func increment(by amount: Int64) {
    guard amount > 0 else { return }
    var old = count.load(ordering: .relaxed)
    while true {
      let (sum, overflow) = old.addingReportingOverflow(amount)
      let (done, seen) = count.compareExchange(
        expected: old, desired: overflow ? .max : sum, ordering: .relaxed)
      if done { return }
      old = seen
    }
  }

  public func reset() { count.store(0, ordering: .relaxed) }
}

/// A value that rises and falls.
public final class GaugeInstrument: MeterHandler, RecorderHandler {
  private let bits = Atomic<UInt64>(0)

  public var value: Double { Double(bitPattern: bits.load(ordering: .relaxed)) }

  public func set(_ value: Int64) { set(Double(value)) }
  public func set(_ value: Double) { bits.store(value.bitPattern, ordering: .relaxed) }
  public func record(_ value: Int64) { set(value) }
  public func record(_ value: Double) { set(value) }
  public func decrement(by amount: Double) { increment(by: -amount) }

  public func increment(by amount: Double) {
    var old = bits.load(ordering: .relaxed)
    while true {
      let (done, seen) = bits.compareExchange(
        expected: old, desired: (Double(bitPattern: old) + amount).bitPattern, ordering: .relaxed)
      if done { return }
      old = seen
    }
  }
}

/// A distribution of values: an HDR histogram of two significant digits, and the exact sum and count.
public final class HistogramInstrument: TimerHandler, RecorderHandler {
  /// What is stored, and how it is shown.
  enum Unit: Sendable {
    /// Nanoseconds, shown as seconds; from 1 µs to an hour.
    case time
    /// Plain values in thousandths, up to 10¹².
    case value

    var scale: Double {
      switch self {
      case .time: 1e9
      case .value: 1e3
      }
    }

    var highest: UInt64 {
      switch self {
      case .time: 3_600_000_000_000
      case .value: 1_000_000_000_000_000
      }
    }

    var lowest: UInt64 {
      switch self {
      case .time: 1000
      case .value: 1
      }
    }

    /// Upper bounds of the exposed buckets, as shown.
    var bounds: [Double] {
      switch self {
      case .time:
        [
          0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300,
        ]
      case .value: (0...12).map { Double(1 << (2 * $0)) }
      }
    }
  }

  private struct State: Sendable {
    var histogram: Histogram<UInt64>
    var sum = 0.0
  }

  let unit: Unit
  private let state: Locked<State>

  init(_ unit: Unit) {
    self.unit = unit
    state = Locked(
      State(
        histogram: Histogram(
          lowestDiscernibleValue: unit.lowest, highestTrackableValue: unit.highest, numberOfSignificantValueDigits: .two
        )))
  }

  public func recordNanoseconds(_ duration: Int64) { record(raw: Double(duration)) }
  public func record(_ value: Int64) { record(raw: Double(value) * unit.scale) }
  public func record(_ value: Double) { record(raw: value * unit.scale) }

  /// Values below 0 count as 0, those above the range as its end; what is not a number is ignored.
  private func record(raw: Double) {
    guard !raw.isNaN else { return }
    let clamped = min(max(raw, 0), Double(unit.highest))
    state.withLock { state in
      _ = state.histogram.record(UInt64(clamped))
      state.sum += clamped / unit.scale
    }
  }

  public func reset() {
    state.withLock { state in
      state.histogram.reset()
      state.sum = 0
    }
  }

  public var count: UInt64 { state.withLock { $0.histogram.totalCount } }

  /// The value (seconds for a timer) that `percent` of the recorded ones do not exceed; 0 when there are none.
  public func percentile(_ percent: Double) -> Double {
    state.withLock { state in
      state.histogram.totalCount == 0 ? 0 : Double(state.histogram.valueAtPercentile(percent)) / unit.scale
    }
  }

  /// Cumulative counts per bound, and the totals, all of one moment.
  var exposition: (buckets: [(bound: Double, count: UInt64)], sum: Double, count: UInt64) {
    state.withLock { state in
      let bounds = unit.bounds
      var counts = Array(repeating: UInt64(0), count: bounds.count)
      for step in state.histogram.recordedValues() {
        // The lowest value it may stand for: one that equals a bound belongs below it.
        let value = Double(state.histogram.lowestEquivalentForValue(step.value)) / unit.scale
        if let i = bounds.firstIndex(where: { value <= $0 }) { counts[i] += step.countAddedInThisIterationStep }
      }
      var total: UInt64 = 0
      let buckets = zip(bounds, counts).map { bound, count in
        total += count
        return (bound, total)
      }
      return (buckets, state.sum, state.histogram.totalCount)
    }
  }
}
