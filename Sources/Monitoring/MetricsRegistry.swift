public import CoreMetrics

/// A backend for swift-metrics that keeps everything in memory and shows it as Prometheus text.
///
/// ```swift
/// let registry = MetricsRegistry()
/// let committed = Counter(label: "silsila.articles.committed", dimensions: [("language", "fa")], factory: registry)
/// committed.increment()
/// print(registry.prometheusText())
/// ```
/// It may be given to `MetricsSystem.bootstrap`, but need not be. The same label and dimensions are the same
/// instrument. Counters end in `_total`, timers in `_seconds`. Safe to share.
public final class MetricsRegistry: MetricsFactory {
  /// The most series that are kept; whatever is asked for beyond works but is not shown, and is counted in
  /// `silsila_metrics_refused_series_total`.
  public let maximumSeries: Int

  let state: Locked<State>

  public init(maximumSeries: Int = 10_000) {
    self.maximumSeries = maximumSeries
    state = Locked(State())
  }

  enum Kind: String, Sendable {
    case counter, gauge, histogram
  }

  enum Instrument: Sendable {
    case counter(CounterInstrument)
    case gauge(GaugeInstrument)
    case histogram(HistogramInstrument)

    var object: AnyObject {
      switch self {
      case .counter(let counter): counter
      case .gauge(let gauge): gauge
      case .histogram(let histogram): histogram
      }
    }
  }

  struct Family: Sendable {
    var kind: Kind
    /// The label as swift-metrics gave it; the help text unless there is a better one.
    var label: String
    /// By rendered labels, without braces: `language="fa"`.
    var series: [String: Instrument] = [:]
  }

  struct State: Sendable {
    var families: [String: Family] = [:]
    var help: [String: String] = [:]
    var seriesCount = 0
    var refusedSeries: Int64 = 0
  }

  /// Gives the metric with this swift-metrics label a help text.
  public func describe(_ label: String, _ help: String) {
    state.withLock { $0.help[label] = help }
  }

  public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
    counter(label, dimensions)
  }

  public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler { gauge(label, dimensions) }

  public func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
    aggregate ? distribution(label, dimensions) : gauge(label, dimensions)
  }

  public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler { timer(label, dimensions) }

  public func destroyCounter(_ handler: any CounterHandler) { remove(handler) }
  public func destroyMeter(_ handler: any MeterHandler) { remove(handler) }
  public func destroyRecorder(_ handler: any RecorderHandler) { remove(handler) }
  public func destroyTimer(_ handler: any TimerHandler) { remove(handler) }

  /// A counter without the detour through swift-metrics.
  public func counter(_ label: String, _ dimensions: [(String, String)] = []) -> CounterInstrument {
    let name = MetricName.metric(label)
    let made = instrument(label, name.hasSuffix("_total") ? name : name + "_total", dimensions, .counter) {
      .counter(CounterInstrument())
    }
    if case .counter(let counter) = made { return counter }
    return CounterInstrument()
  }

  /// A count that is kept elsewhere and set here, fractions included: it is shown as a counter.
  public func total(_ label: String, _ dimensions: [(String, String)] = []) -> GaugeInstrument {
    let name = MetricName.metric(label)
    let made = instrument(label, name.hasSuffix("_total") ? name : name + "_total", dimensions, .counter) {
      .gauge(GaugeInstrument())
    }
    if case .gauge(let gauge) = made { return gauge }
    return GaugeInstrument()
  }

  /// A gauge without the detour through swift-metrics.
  public func gauge(_ label: String, _ dimensions: [(String, String)] = []) -> GaugeInstrument {
    let made = instrument(label, MetricName.metric(label), dimensions, .gauge) { .gauge(GaugeInstrument()) }
    if case .gauge(let gauge) = made { return gauge }
    return GaugeInstrument()
  }

  /// A distribution of times without the detour through swift-metrics.
  public func timer(_ label: String, _ dimensions: [(String, String)] = []) -> HistogramInstrument {
    let name = MetricName.metric(label)
    return histogram(label, name.hasSuffix("_seconds") ? name : name + "_seconds", dimensions, .time)
  }

  /// A distribution of values without the detour through swift-metrics.
  public func distribution(_ label: String, _ dimensions: [(String, String)] = []) -> HistogramInstrument {
    histogram(label, MetricName.metric(label), dimensions, .value)
  }

  private func histogram(
    _ label: String, _ name: String, _ dimensions: [(String, String)], _ unit: HistogramInstrument.Unit
  ) -> HistogramInstrument {
    let made = instrument(label, name, dimensions, .histogram) { .histogram(HistogramInstrument(unit)) }
    if case .histogram(let histogram) = made { return histogram }
    return HistogramInstrument(unit)
  }

  /// The instrument of this name and these labels, made when there is none; one that is not shown when the name
  /// is taken by another kind (two kinds under one name are no Prometheus text) or there are too many.
  private func instrument(
    _ label: String, _ name: String, _ dimensions: [(String, String)], _ kind: Kind, _ make: () -> Instrument
  ) -> Instrument {
    let labels = PrometheusText.labels(dimensions)
    return state.withLock { state in
      var family = state.families[name] ?? Family(kind: kind, label: label)
      if family.kind == kind, let known = family.series[labels] { return known }
      let made = make()
      guard family.kind == kind, state.seriesCount < maximumSeries else {
        state.refusedSeries += 1
        return made
      }
      family.series[labels] = made
      state.families[name] = family
      state.seriesCount += 1
      return made
    }
  }

  /// Takes a series out of the text, as for a worker that has left.
  private func remove(_ handler: AnyObject) {
    state.withLock { state in
      for (name, family) in state.families {
        guard let labels = family.series.first(where: { $0.value.object === handler })?.key else { continue }
        state.families[name]?.series[labels] = nil
        if state.families[name]?.series.isEmpty == true { state.families[name] = nil }
        state.seriesCount -= 1
        return
      }
    }
  }
}
