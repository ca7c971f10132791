import ArgumentParser
import ClusterRuntime
import Exporting
import Foundation
import NewsEvents
import Storage
import TimelineMerging

struct TimelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline", abstract: "Print the timeline of a data directory.",
    discussion: "Works while a cluster is running. Without --data it reads the last `silsila run`.")

  @OptionGroup var data: DataOptions
  @OptionGroup var filter: FilterOptions
  @OptionGroup var lexicon: LexiconOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let store = try data.directoryToRead().readTimeline()
    let (timeline, _) = try TimelineReading.timeline(
      of: store, merger: TimelineMerger(names: NameTable(lexicon: try lexicon.load())))
    try output.write(filter.apply(to: timeline), alsoToTerminal: false)
  }
}
