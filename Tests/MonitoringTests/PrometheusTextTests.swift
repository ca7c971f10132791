import Testing

@testable import Monitoring

@Suite struct `Prometheus text` {
  /// The rules of the format, version 0.0.4, as regular expressions.
  func check(_ text: String) {
    let name = /[a-zA-Z_:][a-zA-Z0-9_:]*/
    let sample =
      /([a-zA-Z_:][a-zA-Z0-9_:]*)(\{([a-zA-Z_][a-zA-Z0-9_]*="([^"\\\n]|\\\\|\\n|\\")*"(,[a-zA-Z_][a-zA-Z0-9_]*="([^"\\\n]|\\\\|\\n|\\")*")*)?\})? (-?[0-9.]+(e[-+]?[0-9]+)?|NaN|[+-]Inf)/
    #expect(text.isEmpty || text.hasSuffix("\n"))
    var family = ""
    var seen: Set<String> = []
    var samples: Set<Substring> = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if line.hasPrefix("# HELP ") {
        let words = line.dropFirst(7).split(separator: " ", maxSplits: 1)
        family = String(words[0])
        #expect(family.wholeMatch(of: name) != nil)
        #expect(seen.insert(family).inserted, "a family appears once: \(line)")
      } else if line.hasPrefix("# TYPE ") {
        let words = line.split(separator: " ")
        #expect(words[2] == family && ["counter", "gauge", "histogram"].contains(words[3]))
      } else {
        let match = line.wholeMatch(of: sample)
        #expect(match != nil, "\(line)")
        #expect(line.hasPrefix(family), "samples stand under their family: \(line)")
        #expect(samples.insert(line[..<(line.lastIndex(of: " ") ?? line.endIndex)]).inserted, "\(line)")
      }
    }
  }

  @Test func `follows the format's rules for whatever names and values it is given`() {
    let registry = MetricsRegistry()
    let nasty = [
      "", "a", "9lives", "a.b-c d", "خبر", "a\"b\\c\nd", "__reserved", "le", "a:b", "\u{0}", "x_total", "{}",
      "e\u{301}",
    ]
    for (i, name) in nasty.enumerated() {
      for value in nasty {
        let dimensions = [(name, value), ("le", value), ("plain", "\(i)")]
        registry.counter("c" + name, dimensions).increment(by: 1)
        registry.gauge(name, dimensions).set(Double(i) / 3)
        registry.timer("t" + name, dimensions).recordNanoseconds(1000)
      }
    }
    for (i, value) in [Double.nan, .infinity, -.infinity, 1e300, -0.0, .leastNonzeroMagnitude].enumerated() {
      registry.gauge("odd", [("i", "\(i)")]).set(value)
    }
    check(registry.prometheusText())
    #expect(registry.prometheusText() == registry.prometheusText())
  }

  @Test func `escapes label values and help`() {
    #expect(PrometheusText.labels([("a", "x\"y\\z\nw")]) == #"a="x\"y\\z\nw""#)
    #expect(PrometheusText.escaped("a\"b\\\n", quotes: false) == #"a"b\\\n"#)
    #expect(PrometheusText.labels([("b", "2"), ("a", "1"), ("b", "3")]) == #"a="1",b="3""#)
  }

  @Test func `does not depend on the order of registration`() {
    let (a, b) = (MetricsRegistry(), MetricsRegistry())
    for name in ["x", "y", "z"] { a.counter(name, [("k", "v"), ("l", "w")]).increment(by: 1) }
    for name in ["z", "x", "y"] { b.counter(name, [("l", "w"), ("k", "v")]).increment(by: 1) }
    #expect(a.prometheusText() == b.prometheusText())
  }

  @Test func `writes numbers so that they read back the same`() {
    #expect(PrometheusText.number(0.1) == "0.1")
    #expect(PrometheusText.number(3) == "3")
    #expect(PrometheusText.number(1e300) == "1e+300")
    #expect(PrometheusText.number(-.infinity) == "-Inf")
  }
}
