extension SimulatedCluster {
  mutating func startAggregator() {
    var configuration = AggregatorConfiguration(
      identity: identity(Self.aggregatorProcess, "aggregator"), grantKey: store.grantKey, seed: generator.next())
    configuration.highWater = Allowance(jobs: 12, bytes: 1 << 20)
    configuration.commitGroup = 4
    configuration.inventoryLimit = 7
    aggregator = AggregatorCore(configuration: configuration)
    step(aggregator: .tick)
  }

  /// What an aggregator that acknowledges too early would say of the message that it just got.
  private var receiptsOfRefused: [UInt64]? {
    lastResults.map { $0.items.map { Self.grantKey.receipt($0.key.articleID, $0.key.revision) } }
  }

  mutating func step(aggregator input: AggregatorInput) {
    if case .message(.results(let results), _) = input { lastResults = results }
    let process = Self.aggregatorProcess
    guard processes[process].isUp, aggregator != nil else { return }
    note("aggregator <- \(input)")
    cover(aggregator: input)
    let effects = aggregator!.handle(input, at: clock(process))
    let dies = diesInStep(process)
    let survivors = dies ? generator.below(effects.count + 1) : effects.count
    for effect in effects.prefix(survivors) { execute(effect) }
    if dies { return crash(process, downtime: .milliseconds(Int64(50 + generator.below(1_500)))) }
    guard processes[process].isUp, aggregator != nil else { return }
    if aggregator!.uncommitted > 12 + 64 { violate("the aggregator holds \(aggregator!.uncommitted) items") }
    plan(process, deadline: aggregator!.nextDeadline)
  }

  private mutating func execute(_ effect: AggregatorEffect) {
    let process = Self.aggregatorProcess
    guard processes[process].isUp else { return }
    note("aggregator -> \(effect)")
    switch effect {
    case .send(var message, let peer):
      if options.sabotage == .acknowledgesWhenBusy, case .busy(let sequence, _) = message {
        let receipts = receiptsOfRefused ?? []
        message = .committed(
          epoch: identity(process, "").epoch, [CommittedMessage(sequence: sequence, receipts: receipts)])
      }
      sendToClient(.fromAggregator(message), peer: peer, from: process)
    case .commit, .readInventory, .keepGrantKey: write(.store(effect), process)
    case .releasePayload(let payload): resultValues[payload] = nil
    case .drained: crash(process, downtime: .milliseconds(Int64(50 + generator.below(500))))
    }
  }

  /// Executes a store effect and returns its completion.
  mutating func apply(_ effect: AggregatorEffect) -> AggregatorInput? {
    switch effect {
    case .commit(let group, let items):
      var written = 0
      for item in items {
        var value: UInt64?
        if case .result(_, let payload, let index) = item.content {
          guard let values = resultValues[payload] else {
            violate("a result was released before it was committed")
            continue
          }
          value = values[index]
        }
        let old = store.entries[item.articleID]
        if store.commit(item.articleID, SimulatedStore.Entry(revision: item.revision, value: value)) {
          written += 1
          checkEffect(item, over: old)
        }
      }
      let report = CommitReport(
        written: written, ignored: items.count - written, duration: .milliseconds(1), mentions: 0, events: 0)
      return .committed(group, report)
    case .keepGrantKey(let key):
      store.grantKey = key
      return nil
    case .readInventory(let after, let limit, let peer):
      return .inventoryRead(store.page(after: after, limit: limit), for: peer)
    default: return nil
    }
  }
}
