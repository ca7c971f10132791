import ArgumentParser
import Exporting
import Storage

struct Rejects: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List what was turned away: input that could not be read, and submitted articles that were refused.",
    discussion: """
      One JSON line for each, oldest first: file, position, code, message. The file of a submitted article is \
      “\(RejectedInput.submitted)”, its position the article's id. The latest hundred thousand are kept.
      """)

  @Option(help: ArgumentHelp("Only those with this code: empty, not-utf8, unsupported-language …", valueName: "code"))
  var code: String?
  @OptionGroup var data: DataOptions

  func run() throws {
    let ledger = try data.directoryToRead().readLedger()
    var offset = 0
    while true {
      let page = try ledger.rejects(offset: offset, limit: 1_000)
      if page.isEmpty { return }
      offset += page.count
      for reject in page where code == nil || reject.code == code {
        let members: [JSON.Member] = [
          .init("file", .string(reject.file)), .init("position", .string(reject.position)),
          .init("code", .string(reject.code)), .init("message", .string(reject.message)),
        ]
        Console.output(JSON.object(members).line + "\n")
      }
    }
  }
}
