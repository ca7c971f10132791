import ArgumentParser
import ClusterRuntime
import EventCoding
import Storage

struct Recode: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Have all articles of a data directory coded again, with another lexicon or version.",
    discussion: "The cluster must be stopped. The next start of its coordinator codes what this command queues.")

  @OptionGroup var data: DataOptions
  @OptionGroup var lexicon: LexiconOptions

  func run() throws {
    let directory = try data.directory()
    let coder = EventCoder(lexicon: try lexicon.load())
    // Held until the end of the command: nothing may be at work meanwhile.
    let locks = [try directory.lock(.coordinator), try directory.lock(.aggregator)]
    defer { withExtendedLifetime(locks) {} }
    let ledger = try directory.openLedger()
    let (waiting, kept) = try ledger.recode(fingerprint: coder.fingerprint)
    try ledger.close()
    let timeline = try directory.openTimeline()
    try timeline.repin(fingerprint: coder.fingerprint)
    try timeline.close()
    Console.note(
      "\(waiting) articles wait to be coded by \(coder.fingerprint); \(kept) whose text is gone stay as they are\n")
  }
}
