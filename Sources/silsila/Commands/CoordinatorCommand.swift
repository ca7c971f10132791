import ArgumentParser
import ClusterRuntime
import EventCoding
import Foundation
import Logging
import Monitoring
import WebConsole
import WireProtocol

struct CoordinatorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coordinator", abstract: "Hand articles to workers, from a durable ledger.",
    discussion: "SIGTERM drains: nothing new is admitted, work in hand is finished or handed back.")

  @Option(
    help: ArgumentHelp("Where workers and clients connect; tcp://127.0.0.1:7420 if not given.", valueName: "endpoint"),
    transform: Endpoint.argument)
  var listen: Endpoint = Defaults.coordinator
  @OptionGroup var aggregator: AggregatorAddress
  @OptionGroup var data: DataOptions
  @OptionGroup var lexicon: LexiconOptions
  @OptionGroup var security: SecurityOptions
  @OptionGroup var metrics: MetricsOptions
  @OptionGroup var log: LogOptions
  @Option(help: ArgumentHelp("The largest text that is admitted, in bytes.", valueName: "bytes"))
  var maxArticleSize = 5_000_000

  func run() async throws {
    let logger = log.logger("coordinator")
    var options = CoordinatorOptions(
      software: "silsila " + SoftwareVersion.current, listen: listen,
      security: try security.listener(listen, role: "coordinator"), aggregator: aggregator.aggregator,
      aggregatorSecurity: try security.peer(
        aggregator.aggregator, server: aggregator.aggregatorKey, role: "coordinator"),
      data: try data.directory(), fingerprint: EventCoder(lexicon: try lexicon.load()).fingerprint, logger: logger)
    options.maximumArticleSize = maxArticleSize
    let service = try CoordinatorService(options)
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
        registry: registry, content: { .cluster(ClusterSnapshot(service.snapshot.status)) },
        condition: { service.condition }, logger: logger),
      logger: logger, drain: { service.drain() }
    ) {
      try service.run { logger.notice("listening", metadata: ["endpoint": "\($0)"]) }
    }
  }
}
