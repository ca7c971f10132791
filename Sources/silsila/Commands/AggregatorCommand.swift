import ArgumentParser
import ClusterRuntime
import EventCoding
import Foundation
import Logging
import Monitoring
import WebConsole

struct AggregatorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "aggregator", abstract: "Keep the results of workers, from which the timeline is merged.",
    discussion: "It shares its data directory, or the identity in it, with one coordinator.")

  @Option(
    help: ArgumentHelp(
      "Where workers and the coordinator connect; tcp://127.0.0.1:7421 if not given.", valueName: "endpoint"),
    transform: Endpoint.argument)
  var listen: Endpoint = Defaults.aggregator
  @OptionGroup var data: DataOptions
  @OptionGroup var lexicon: LexiconOptions
  @OptionGroup var security: SecurityOptions
  @OptionGroup var metrics: MetricsOptions
  @OptionGroup var log: LogOptions

  func run() async throws {
    let logger = log.logger("aggregator")
    let service = try AggregatorService(
      AggregatorOptions(
        software: "silsila " + SoftwareVersion.current, listen: listen,
        security: try security.listener(listen, role: "aggregator"), data: try data.directory(),
        fingerprint: EventCoder(lexicon: try lexicon.load()).fingerprint, logger: logger))
    let registry = MetricsRegistry()
    let observation = Task {
      let feed = MetricsFeed(registry)
      while !Task.isCancelled {
        feed.update(service.snapshot)
        try? await Task.sleep(for: .milliseconds(500))
      }
    }
    defer { observation.cancel() }
    try await RoleHost.run(
      console: try metrics.console(
        registry: registry, content: { .store(StoreSnapshot(service.snapshot)) }, condition: { service.condition },
        logger: logger), logger: logger, drain: { service.drain() }
    ) {
      try service.run { logger.notice("listening", metadata: ["endpoint": "\($0)"]) }
    }
  }
}
