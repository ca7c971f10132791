import ArgumentParser
import ClusterRuntime
import Foundation
import ZeroMQ

struct Keys: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "CURVE certificates and who may connect.",
    discussion: """
      On each machine:            silsila keys new worker-1
      On the coordinator's side:  silsila keys authorize worker-1.public --role worker --name worker-1
      A running role reads the list again within a second; a revoked peer's connections are cut then.
      """,
    subcommands: [New.self, Show.self, Authorize.self, Revoke.self])

  struct Directory: ParsableArguments {
    @Option(help: ArgumentHelp("Where keys are kept (SILSILA_KEYS, else ~/.config/silsila/keys).", valueName: "dir"))
    var keys: String?

    var directory: KeyDirectory {
      KeyDirectory.resolve(option: keys, environment: ProcessInfo.processInfo.environment)
    }
  }

  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Make a pair of keys.")
    @Argument(help: "The name, as in coordinator or worker-1.") var name: String
    @OptionGroup var options: Directory

    func run() throws {
      let pair = try options.directory.create(name)
      Console.output("\(pair.publicKey.z85)\n")
      Console.note("\(options.directory.path)/\(name).secret stays here; give \(name).public to the others\n")
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List own public keys and who may connect.")
    @OptionGroup var options: Directory

    func run() throws {
      for name in options.directory.names() {
        Console.output("own \(try options.directory.pair(name).publicKey.z85) \(name)\n")
      }
      for grant in try options.directory.grants() {
        Console.output("\(grant.role.rawValue) \(grant.key.z85) \(grant.name)\n")
      }
    }
  }

  struct Authorize: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Let the owner of a public key connect here.")
    @Argument(help: "A public key, or a .public file.") var key: String
    @Option(help: "worker, submitter, observer, operator or coordinator.") var role: PeerRole
    @Option(help: "A name for logs and for revoke; the file's name by default.") var name: String?
    @OptionGroup var options: Directory

    func run() throws {
      let base = URL(fileURLWithPath: key).deletingPathExtension().lastPathComponent
      let label = name ?? (key.hasSuffix(".public") ? base : String(key.prefix(8)))
      guard !label.contains(" ") else { throw ValidationError("a name has no spaces") }
      try options.directory.authorize(try options.directory.publicKey(key), role: role, name: label)
      Console.note("\(label) may connect as \(role.rawValue)\n")
    }
  }

  struct Revoke: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Take an authorisation back.")
    @Argument(help: "The name or the public key.") var peer: String
    @OptionGroup var options: Directory

    func run() throws {
      guard try options.directory.revoke(peer) else {
        throw CommandFailure("\(peer) is not authorised here; `silsila keys show` lists who is")
      }
      Console.note("\(peer) may no longer connect\n")
    }
  }
}
