import ArgumentParser
import Foundation
import Storage

/// `--data DIR`, everywhere alike.
struct DataOptions: ParsableArguments {
  @Option(
    name: .customLong("data"),
    help: ArgumentHelp("The data directory (SILSILA_DATA, else the XDG state directory).", valueName: "dir"))
  var path: String?

  /// The directory that the option or the environment names, else the default one.
  func directory() throws -> DataDirectory {
    try DataDirectory.resolve(option: path, environment: ProcessInfo.processInfo.environment)
  }

  /// Whether the user named a directory.
  var isExplicit: Bool { path != nil || ProcessInfo.processInfo.environment["SILSILA_DATA"]?.isEmpty == false }

  /// The directory to read: the one named; without a name the default one, or the last run's where that has none.
  func directoryToRead() throws -> DataDirectory {
    let chosen = try directory()
    guard !isExplicit, !FileManager.default.fileExists(atPath: chosen.timelinePath) else { return chosen }
    let last = RunDirectory.last(in: chosen)
    guard FileManager.default.fileExists(atPath: last.timelinePath) else {
      throw CommandFailure(
        "\(chosen.path): there is no timeline; make one with `silsila run PATH…` or name a directory with --data")
    }
    return last
  }
}

/// Where `silsila run` keeps its store when no data directory is named.
enum RunDirectory {
  /// The store of the last finished run.
  static func last(in state: DataDirectory) -> DataDirectory { DataDirectory(path: state.path + "/last-run") }

  /// A new directory for one run.
  static func fresh(in state: DataDirectory) -> DataDirectory {
    DataDirectory(path: state.path + "/runs/\(getpid())-\(UInt32.random(in: 0 ... .max))")
  }

  /// Makes the store of a finished run the last one.
  static func keep(_ run: DataDirectory, in state: DataDirectory) throws {
    let target = last(in: state).path
    let old = target + ".old-\(getpid())"
    try? FileManager.default.moveItem(atPath: target, toPath: old)
    try FileManager.default.moveItem(atPath: run.path, toPath: target)
    try? FileManager.default.removeItem(atPath: old)
  }
}
