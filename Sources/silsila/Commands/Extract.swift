import ArabicScript
import ArgumentParser
import EventCoding
import Exporting
import Foundation
import Ingestion
import NewsEvents

struct Extract: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the event mentions of articles as JSON lines, without a cluster.",
    discussion: """
      PATH is a text file, a JSON-lines file, a folder of both, or - for JSON lines on standard input. The mentions of \
      an article stand in the order of the text, articles in the order of the input. What cannot be read is named on \
      standard error and left out.
      """)

  @Argument(help: ArgumentHelp("Files and folders; standard input when none is given.", valueName: "path"))
  var paths: [String] = ["-"]
  @OptionGroup var lexicon: LexiconOptions
  @OptionGroup var budget: BudgetOptions
  @OptionGroup var input: InputOptions
  @Option(help: ArgumentHelp("Articles read at a time.", valueName: "n")) var jobs: Int =
    ProcessInfo.processInfo.activeProcessorCount

  func run() async throws {
    let coder = EventCoder(lexicon: try lexicon.load(), budget: budget.steps)
    var rejected = 0
    // A block of articles at a time: in parallel, printed in order.
    var block: [Article] = []
    let size = max(1, jobs) * 32
    func flush() async {
      let articles = block
      block.removeAll(keepingCapacity: true)
      let share = (articles.count + max(1, jobs) - 1) / max(1, jobs)
      guard share > 0 else { return }
      let parts = await withTaskGroup(of: (Int, String, [String]).self) { group in
        for start in stride(from: 0, to: articles.count, by: share) {
          group.addTask {
            var lines = ""
            var problems: [String] = []
            for article in articles[start..<min(start + share, articles.count)] {
              let result = coder.code(article)
              for mention in result.mentions { lines += MentionWriter.line(mention) + "\n" }
              for reject in result.rejects { problems.append("\(article.id): \(reject.message)") }
            }
            return (start, lines, problems)
          }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      for (_, lines, problems) in parts.sorted(by: { $0.0 < $1.0 }) {
        Console.output(lines)
        rejected += problems.count
        for problem in problems { Console.error(problem) }
      }
    }
    for item in ArticleReader(paths: paths, options: input.options) {
      switch item {
      case .article(let article, queue: _):
        block.append(article)
        if block.count >= size { await flush() }
      case .reject(let reject):
        rejected += 1
        Console.error("\(reject)")
      }
    }
    await flush()
    if rejected > 0, input.strict { throw ExitCode(3) }
  }
}
