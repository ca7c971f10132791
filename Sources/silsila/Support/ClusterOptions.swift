import ArgumentParser
import ClusterRuntime
import Foundation
import ZeroMQ

/// Keys and `--insecure`, alike in every role.
struct SecurityOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Where keys are kept (SILSILA_KEYS, else ~/.config/silsila/keys).", valueName: "dir"))
  var keys: String?
  @Option(help: ArgumentHelp("The name of this side's own key.", valueName: "name")) var key: String?
  @Flag(help: "Allow plain TCP beyond this host: no encryption, no authentication.") var insecure = false

  var directory: KeyDirectory {
    KeyDirectory.resolve(option: keys, environment: ProcessInfo.processInfo.environment)
  }

  /// CURVE for TCP as soon as a key is named; plain otherwise.
  func listener(_ endpoint: Endpoint, role: String) throws -> ListenerSecurity {
    if insecure, !endpoint.isLocal {
      Console.error("warning: \(endpoint) is open to everybody who can reach it: no encryption, no authentication")
      return .plain(insecure: true)
    }
    guard let name = keyName(for: endpoint, role: role) else { return .plain(insecure: insecure) }
    let directory = directory
    return .curve(keys: try directory.pair(name), users: { try directory.users() })
  }

  func peer(_ endpoint: Endpoint, server: String?, role: String) throws -> PeerSecurity {
    if insecure {
      guard server == nil else {
        throw ValidationError("\(endpoint): --insecure and a server key contradict each other; give one of them")
      }
      return .plain(insecure: true)
    }
    guard let server else {
      if keyName(for: endpoint, role: role) != nil, !endpoint.isLocal {
        throw ValidationError(
          "\(endpoint): whose public key does that side have? Give --coordinator-key / --aggregator-key")
      }
      return .plain(insecure: false)
    }
    guard let name = keyName(for: endpoint, role: role, always: true) else { return .plain(insecure: false) }
    return .curve(server: try directory.publicKey(server), keys: try directory.pair(name))
  }

  /// The key to use: the one named; else, beyond this host, one with the role's name, or the only one there is.
  private func keyName(for endpoint: Endpoint, role: String, always: Bool = false) -> String? {
    if let key { return key }
    guard always || !endpoint.isLocal else { return nil }
    let names = directory.names()
    if names.contains(role) { return role }
    return names.count == 1 ? names[0] : nil
  }
}

/// Which coordinator a client talks to.
struct CoordinatorAddress: ParsableArguments {
  @Option(
    help: ArgumentHelp("The coordinator's endpoint; tcp://127.0.0.1:7420 if not given.", valueName: "endpoint"),
    transform: Endpoint.argument)
  var coordinator: Endpoint = Defaults.coordinator
  @Option(help: ArgumentHelp("The coordinator's public key, or a .public file.", valueName: "key"))
  var coordinatorKey: String?
}

/// Which aggregator a role talks to.
struct AggregatorAddress: ParsableArguments {
  @Option(
    help: ArgumentHelp("The aggregator's endpoint; tcp://127.0.0.1:7421 if not given.", valueName: "endpoint"),
    transform: Endpoint.argument)
  var aggregator: Endpoint = Defaults.aggregator
  @Option(help: ArgumentHelp("The aggregator's public key, or a .public file.", valueName: "key"))
  var aggregatorKey: String?
}

enum Defaults {
  static let coordinator = endpoint("tcp://127.0.0.1:7420")
  static let aggregator = endpoint("tcp://127.0.0.1:7421")

  private static func endpoint(_ text: String) -> Endpoint {
    do { return try Endpoint(text) } catch { preconditionFailure("\(error)") }
  }
}
