/// Prometheus' text format, version 0.0.4.
public enum PrometheusText {
  /// The `Content-Type` of a page of metrics.
  public static let contentType = "text/plain; version=0.0.4; charset=utf-8"

  /// `a="x",b="y"`, by name, values escaped; of a repeated name the last value counts.
  static func labels(_ dimensions: [(String, String)]) -> String {
    var labels: [String: String] = [:]
    for (name, value) in dimensions { labels[MetricName.label(name)] = value }
    return labels.sorted { $0.key < $1.key }.map { "\($0.key)=\"\(escaped($0.value, quotes: true))\"" }
      .joined(separator: ",")
  }

  /// Backslashes and line feeds, and quotation marks in label values, are escaped.
  static func escaped(_ text: String, quotes: Bool) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": out.append(contentsOf: "\\\\".unicodeScalars)
      case "\n": out.append(contentsOf: "\\n".unicodeScalars)
      case "\"" where quotes: out.append(contentsOf: "\\\"".unicodeScalars)
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  static func number(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value > 0 ? "+Inf" : "-Inf" }
    if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
    return "\(value)"
  }
}

extension MetricsRegistry {
  /// Every series, by name and labels, so that two pages of the same values are the same text.
  public func prometheusText() -> String {
    let (families, help, refused) = state.withLock { ($0.families, $0.help, $0.refusedSeries) }
    var text = ""
    for (name, family) in families.sorted(by: { $0.key < $1.key }) {
      header(name, help[family.label] ?? family.label, family.kind, &text)
      for (labels, instrument) in family.series.sorted(by: { $0.key < $1.key }) {
        write(name, labels, instrument, &text)
      }
    }
    if refused > 0 {
      let name = "silsila_metrics_refused_series_total"
      header(name, "Series that are not shown: too many, or one name for two kinds.", .counter, &text)
      text += "\(name) \(refused)\n"
    }
    return text
  }

  private func header(_ name: String, _ help: String, _ kind: Kind, _ text: inout String) {
    text += "# HELP \(name) \(PrometheusText.escaped(help, quotes: false))\n# TYPE \(name) \(kind.rawValue)\n"
  }

  private func write(_ name: String, _ labels: String, _ instrument: Instrument, _ text: inout String) {
    let braced = labels.isEmpty ? "" : "{\(labels)}"
    switch instrument {
    case .counter(let counter): text += "\(name)\(braced) \(counter.value)\n"
    case .gauge(let gauge): text += "\(name)\(braced) \(PrometheusText.number(gauge.value))\n"
    case .histogram(let histogram):
      let (buckets, sum, count) = histogram.exposition
      let prefix = labels.isEmpty ? "" : labels + ","
      for (bound, count) in buckets {
        text += "\(name)_bucket{\(prefix)le=\"\(PrometheusText.number(bound))\"} \(count)\n"
      }
      text += "\(name)_bucket{\(prefix)le=\"+Inf\"} \(count)\n"
      text += "\(name)_sum\(braced) \(PrometheusText.number(sum))\n\(name)_count\(braced) \(count)\n"
    }
  }
}
