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
    discussion: """
      Works while a cluster is running. Without --data it reads the last `silsila run`.

      --since gives only the events that were added, changed or withdrawn after a revision of the store; 0 gives all. \
      With json and jsonl the answer names the revision to give next time; other formats show the events that were \
      added or changed.
      """)

  @OptionGroup var data: DataOptions
  @OptionGroup var filter: FilterOptions
  @OptionGroup var lexicon: LexiconOptions
  @OptionGroup var output: OutputOptions
  @Option(help: ArgumentHelp("Only what changed after this revision of the store.", valueName: "revision"))
  var since: UInt64?

  func run() throws {
    let store = try data.directoryToRead().readTimeline()
    let merger = TimelineMerger(names: NameTable(lexicon: try lexicon.load()))
    guard let since else {
      let (timeline, _) = try TimelineReading.timeline(of: store, merger: merger)
      return try output.write(filter.apply(to: timeline), alsoToTerminal: false)
    }
    let (before, now, revision) = try TimelineReading.timelines(of: store, since: since, merger: merger)
    // An event that the filters no longer let pass is withdrawn from what the reader has.
    let changes = TimelineChanges(from: filter.apply(to: before), to: filter.apply(to: now))
    try output.write(changes, since: since, revision: revision)
  }
}
