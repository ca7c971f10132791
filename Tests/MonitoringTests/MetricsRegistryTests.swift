import CoreMetrics
import Testing

@testable import Monitoring

@Suite struct `The metrics registry` {
  let registry = MetricsRegistry()

  @Test func `serves swift-metrics without being bootstrapped`() {
    Counter(label: "silsila.articles.committed", dimensions: [("language", "fa")], factory: registry).increment(by: 3)
    Counter(label: "silsila.articles.committed", dimensions: [("language", "fa")], factory: registry).increment()
    Gauge(label: "silsila.lag", factory: registry).record(2.5)
    let meter = Meter(label: "silsila.in-flight", factory: registry)
    meter.set(10)
    meter.decrement(by: 3.0)
    registry.describe("silsila.lag", "Results not yet durable.")
    #expect(
      registry.prometheusText() == """
        # HELP silsila_articles_committed_total silsila.articles.committed
        # TYPE silsila_articles_committed_total counter
        silsila_articles_committed_total{language="fa"} 4
        # HELP silsila_in_flight silsila.in-flight
        # TYPE silsila_in_flight gauge
        silsila_in_flight 7
        # HELP silsila_lag Results not yet durable.
        # TYPE silsila_lag gauge
        silsila_lag 2.5

        """)
  }

  @Test func `shows a timer as a histogram of seconds with rising buckets`() throws {
    let timer = CoreMetrics.Timer(label: "silsila.commit", factory: registry)
    for microseconds in [50, 1000, 1000, 2_000_000] { timer.recordMicroseconds(microseconds) }
    timer.recordNanoseconds(-5)
    let lines = registry.prometheusText().split(separator: "\n")
    let counts = try lines.filter { $0.contains("_bucket") }.map { try #require(Int($0.split(separator: " ")[1])) }
    #expect(counts == counts.sorted())
    #expect(lines.contains("silsila_commit_seconds_bucket{le=\"0.0001\"} 2"))
    #expect(lines.contains("silsila_commit_seconds_bucket{le=\"0.001\"} 4"))
    #expect(lines.contains("silsila_commit_seconds_bucket{le=\"1\"} 4"))
    #expect(lines.contains("silsila_commit_seconds_bucket{le=\"2.5\"} 5"))
    #expect(lines.contains("silsila_commit_seconds_bucket{le=\"+Inf\"} 5"))
    #expect(lines.contains("silsila_commit_seconds_sum 2.00205"))
    #expect(lines.contains("silsila_commit_seconds_count 5"))
  }

  @Test func `tells percentiles to two digits`() {
    let timer = registry.timer("t")
    for milliseconds in 1...1000 { timer.recordNanoseconds(Int64(milliseconds) * 1_000_000) }
    for (percent, expected) in [(50.0, 0.5), (90, 0.9), (99, 0.99), (100, 1)] {
      #expect(abs(timer.percentile(percent) - expected) < expected * 0.01)
    }
    #expect(registry.timer("empty").percentile(99) == 0)
  }

  @Test func `keeps a distribution of plain values, and survives impossible ones`() {
    let sizes = registry.distribution("bytes")
    for value in [1.0, 4, 5, .infinity, -1, .nan] { sizes.record(value) }
    #expect(sizes.count == 5)
    let text = registry.prometheusText()
    #expect(text.contains("bytes_bucket{le=\"1\"} 2\n"))
    #expect(text.contains("bytes_bucket{le=\"4\"} 3\n"))
    #expect(text.contains("bytes_bucket{le=\"16\"} 4\n"))
  }

  @Test func `refuses nothing that is asked, but shows no second kind of one name and not too many series`() {
    let small = MetricsRegistry(maximumSeries: 2)
    small.gauge("x").set(Int64(1))
    small.distribution("x").record(Int64(1))
    for i in 0..<5 { small.counter("c", [("i", "\(i)")]).increment(by: 1) }
    let text = small.prometheusText()
    #expect(text.contains("silsila_metrics_refused_series_total 5\n"))
    #expect(!text.contains("x_bucket") && text.contains("c_total{i=\"0\"} 1") && !text.contains("i=\"1\""))
  }

  @Test func `forgets a destroyed series`() {
    let one = Meter(label: "worker.rate", dimensions: [("worker", "1")], factory: registry)
    let two = Meter(label: "worker.rate", dimensions: [("worker", "2")], factory: registry)
    one.set(1)
    two.set(2)
    one.destroy()
    #expect(!registry.prometheusText().contains("worker=\"1\""))
    two.destroy()
    #expect(registry.prometheusText() == "")
  }

  @Test func `loses no increment among threads`() async {
    let counter = registry.counter("n")
    let gauge = registry.gauge("g")
    let timer = registry.timer("t")
    await withTaskGroup { group in
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<5_000 {
            counter.increment(by: 1)
            gauge.increment(by: 1)
            timer.recordNanoseconds(1)
          }
        }
      }
    }
    #expect(counter.value == 40_000)
    #expect(gauge.value == 40_000)
    #expect(timer.count == 40_000)
  }

  @Test func `counts to the end of the range and not beyond`() {
    let counter = registry.counter("n")
    counter.increment(by: .max)
    counter.increment(by: 5)
    counter.increment(by: -5)
    #expect(counter.value == .max)
  }
}
