import ArgumentParser
import Logging

/// Logs go to standard error.
struct LogOptions: ParsableArguments {
  @Option(
    name: .customLong("log-level"),
    help: ArgumentHelp("trace, debug, info, notice, warning, error or critical.", valueName: "level"))
  var level: Logger.Level = .info

  func logger(_ label: String) -> Logger { LogOptions.logger(label, level) }

  static func logger(_ label: String, _ level: Logger.Level) -> Logger {
    var logger = Logger(label: label) { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = level
    return logger
  }
}
