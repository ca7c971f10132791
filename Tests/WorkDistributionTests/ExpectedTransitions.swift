/// What a campaign of a thousand schedules reaches: each was met at least fifteen times in every thousand of twenty.
let usualTransitions = transitions(
  """
  aggregator
    commit failed × committing
    committed × committing | committing, draining
    drain × gathering | idle
    goodbye × idle
    hello × committing | gathering | idle | waiting to commit again
    inventory read × committing | gathering | idle | waiting to commit again
    inventory request × gathering | idle | waiting to commit again
    results × committing | gathering | idle | waiting to commit again | waiting to commit again, draining
    tick × committing | gathering | idle | waiting to commit again | waiting to commit again, draining
    tombstones × gathering | idle | waiting to commit again
    unreachable × committing | gathering | idle
  coordinator
    credit × departed | observer | operator | submitter | unknown | worker | worker, draining
    dead letters × observer | operator | submitter | unknown | worker
    done × departed | observer | operator | submitter | unknown | worker | worker, draining
    drain request × observer | operator | submitter | unknown | worker
    end of input × observer | operator | submitter | submitter, draining | unknown | worker
    failed × observer | operator | submitter | unknown | worker
    goodbye × departed | observer | operator | submitter | unknown | worker | worker, draining
    heartbeat × departed | observer | operator | submitter | unknown | worker | worker, draining
    hello × observer | operator | submitter | unknown | unknown, draining | worker
    release × observer | operator | submitter | unknown | worker | worker, draining
    retract × observer | operator | operator, draining | submitter | unknown | worker
    status request × observer | operator | submitter | unknown | worker
    submit × observer | operator | submitter | submitter, draining | unknown | worker
  coordinatorInside
    admissions persisted × greeting | open | resting
    aggregator's refusal × open
    aggregator's welcome × greeting | greeting, draining | open
    connection lost × greeting | open | open, draining
    dead letter persisted × greeting | open
    dead letters discarded × open
    dead letters requeued × open
    done persisted × greeting | open | open, draining | resting
    drain × greeting | open
    inventory × open | open, draining
    lag × greeting | open | open, draining | resting
    persistence failed × greeting | open | open, draining
    reconciled × open | open, draining
    retractions persisted × greeting | open
    tick × greeting | greeting, draining | open | open, draining | resting | resting, draining
    tombstones committed × open
    tombstones confirmed × open
    unreachable × greeting | open | open, draining | resting
    waiting loaded × greeting | open | resting
  job
    done × finishing | leased to another | leased to the sender | ready | unknown
    failed × delayed | leased to another | leased to the sender | ready | unknown
    release × leased to another | leased to the sender | ready | unknown
  submitter
    busy × open
    disconnected × closed | greeting | open
    end of input × greeting | open
    finished × closed | open
    offer × greeting | open
    other × open
    refusal × closed | greeting | open | resting
    submitted × closed | open
    tick × closed | greeting | open | resting
    welcome × greeting | open
  worker
    aggregator disconnected × coordinator greeting, aggregator open | coordinator open, aggregator open
    aggregator disconnected × coordinator resting, aggregator greeting
    aggregator's refusal × coordinator open, aggregator open | coordinator open, aggregator resting
    aggregator's welcome × coordinator greeting, aggregator greeting | coordinator greeting, aggregator open
    aggregator's welcome × coordinator open, aggregator greeting | coordinator open, aggregator greeting, draining
    aggregator's welcome × coordinator open, aggregator open | coordinator resting, aggregator greeting
    batch × coordinator open, aggregator greeting | coordinator open, aggregator open
    batch × coordinator open, aggregator resting
    busy × coordinator greeting, aggregator open | coordinator greeting, aggregator open, draining
    busy × coordinator open, aggregator open | coordinator open, aggregator open, draining
    busy × coordinator resting, aggregator open
    committed × coordinator greeting, aggregator open | coordinator open, aggregator open
    committed × coordinator open, aggregator open, draining | coordinator resting, aggregator open
    coordinator disconnected × coordinator greeting, aggregator open | coordinator open, aggregator greeting
    coordinator disconnected × coordinator open, aggregator open | coordinator resting, aggregator open
    coordinator's refusal × coordinator greeting, aggregator open | coordinator open, aggregator greeting
    coordinator's refusal × coordinator open, aggregator open | coordinator resting, aggregator greeting
    coordinator's refusal × coordinator resting, aggregator open
    coordinator's welcome × coordinator greeting, aggregator greeting | coordinator greeting, aggregator open
    coordinator's welcome × coordinator open, aggregator open
    drain order × coordinator open, aggregator greeting | coordinator open, aggregator open
    drain × coordinator greeting, aggregator open | coordinator open, aggregator open
    drain × coordinator resting, aggregator greeting
    extracted × coordinator greeting, aggregator open | coordinator open, aggregator greeting
    extracted × coordinator open, aggregator open | coordinator open, aggregator open, draining
    extracted × coordinator open, aggregator resting | coordinator resting, aggregator open
    ping × coordinator greeting, aggregator open | coordinator open, aggregator greeting
    ping × coordinator open, aggregator greeting, draining | coordinator open, aggregator open
    ping × coordinator open, aggregator open, draining | coordinator open, aggregator resting
    ping × coordinator resting, aggregator open
    tick × coordinator greeting, aggregator greeting | coordinator greeting, aggregator open
    tick × coordinator greeting, aggregator open, draining | coordinator greeting, aggregator resting
    tick × coordinator open, aggregator greeting | coordinator open, aggregator greeting, draining
    tick × coordinator open, aggregator open | coordinator open, aggregator open, draining
    tick × coordinator open, aggregator resting | coordinator open, aggregator resting, draining
    tick × coordinator resting, aggregator greeting | coordinator resting, aggregator open
    tick × coordinator resting, aggregator open, draining | coordinator resting, aggregator resting
  """)

/// What a long campaign reaches as well.
let rareTransitions = transitions(
  """
  aggregator
    commit failed × committing, draining
    drain × committing | waiting to commit again
    goodbye × committing | gathering | waiting to commit again
    hello × waiting to commit again, draining
    inventory read × waiting to commit again, draining
    inventory request × committing | waiting to commit again, draining
    results × committing, draining
    tick × committing, draining
    tombstones × committing | waiting to commit again, draining
    unreachable × committing, draining | waiting to commit again | waiting to commit again, draining
  coordinator
    credit × departed, draining | observer, draining | operator, draining | unknown, draining
    dead letters × departed | observer, draining | operator, draining | unknown, draining
    done × departed, draining | observer, draining | operator, draining | unknown, draining
    drain request × departed | observer, draining | operator, draining | unknown, draining
    end of input × departed | observer, draining | operator, draining | unknown, draining
    failed × departed | departed, draining | observer, draining | operator, draining | unknown, draining
    failed × worker, draining
    goodbye × departed, draining | observer, draining | operator, draining | submitter, draining | unknown, draining
    heartbeat × departed, draining | observer, draining | operator, draining | unknown, draining
    hello × departed | observer, draining | operator, draining
    release × departed | departed, draining | observer, draining | operator, draining | unknown, draining
    retract × departed | observer, draining | unknown, draining
    status request × departed | observer, draining | operator, draining | unknown, draining
    submit × departed | observer, draining | operator, draining | unknown, draining
  coordinatorInside
    admissions persisted × greeting, draining | open, draining
    aggregator's refusal × open, draining | resting | resting, draining
    aggregator's welcome × open, draining | resting
    connection lost × greeting, draining | resting | resting, draining
    dead letter persisted × open, draining | resting
    dead letters discarded × greeting | greeting, draining | open, draining | resting
    dead letters requeued × greeting | greeting, draining | open, draining | resting
    done persisted × greeting, draining | resting, draining
    drain × greeting, draining | open, draining | resting
    lag × greeting, draining | resting, draining
    persistence failed × greeting, draining | resting
    reconciled × greeting
    retractions persisted × greeting, draining | open, draining | resting | resting, draining
    tombstones committed × open, draining
    tombstones confirmed × open, draining
    unreachable × greeting, draining | resting, draining
  job
    done × delayed
    failed × burying | finishing
    release × delayed | finishing
  submitter
    busy × resting
    disconnected × resting
    other × closed
    submitted × resting
    welcome × closed | resting
  worker
    aggregator disconnected × coordinator greeting, aggregator greeting
    aggregator disconnected × coordinator greeting, aggregator open, draining
    aggregator disconnected × coordinator open, aggregator greeting
    aggregator disconnected × coordinator open, aggregator greeting, draining
    aggregator disconnected × coordinator open, aggregator open, draining | coordinator open, aggregator resting
    aggregator disconnected × coordinator open, aggregator resting, draining | coordinator resting, aggregator open
    aggregator disconnected × coordinator resting, aggregator resting
    aggregator's refusal × coordinator greeting, aggregator open | coordinator greeting, aggregator open, draining
    aggregator's refusal × coordinator greeting, aggregator resting
    aggregator's refusal × coordinator greeting, aggregator resting, draining
    aggregator's refusal × coordinator open, aggregator open, draining
    aggregator's refusal × coordinator open, aggregator resting, draining | coordinator resting, aggregator open
    aggregator's welcome × coordinator greeting, aggregator greeting, draining
    aggregator's welcome × coordinator greeting, aggregator open, draining
    aggregator's welcome × coordinator open, aggregator open, draining | coordinator open, aggregator resting
    aggregator's welcome × coordinator resting, aggregator greeting, draining | coordinator resting, aggregator open
    aggregator's welcome × coordinator resting, aggregator resting
    batch × coordinator open, aggregator greeting, draining | coordinator open, aggregator open, draining
    batch × coordinator resting, aggregator open
    busy × coordinator open, aggregator resting | coordinator open, aggregator resting, draining
    busy × coordinator resting, aggregator open, draining
    committed × coordinator greeting, aggregator open, draining | coordinator greeting, aggregator resting
    committed × coordinator open, aggregator resting | coordinator resting, aggregator open, draining
    committed × coordinator resting, aggregator resting
    coordinator disconnected × coordinator greeting, aggregator greeting
    coordinator disconnected × coordinator greeting, aggregator greeting, draining
    coordinator disconnected × coordinator greeting, aggregator open, draining
    coordinator disconnected × coordinator greeting, aggregator resting
    coordinator disconnected × coordinator open, aggregator greeting, draining
    coordinator disconnected × coordinator open, aggregator open, draining | coordinator open, aggregator resting
    coordinator disconnected × coordinator open, aggregator resting, draining
    coordinator disconnected × coordinator resting, aggregator greeting
    coordinator disconnected × coordinator resting, aggregator greeting, draining
    coordinator disconnected × coordinator resting, aggregator open, draining
    coordinator's refusal × coordinator greeting, aggregator greeting
    coordinator's refusal × coordinator greeting, aggregator greeting, draining
    coordinator's refusal × coordinator greeting, aggregator open, draining
    coordinator's refusal × coordinator greeting, aggregator resting
    coordinator's refusal × coordinator open, aggregator greeting, draining
    coordinator's refusal × coordinator open, aggregator open, draining | coordinator open, aggregator resting
    coordinator's refusal × coordinator open, aggregator resting, draining
    coordinator's refusal × coordinator resting, aggregator greeting, draining
    coordinator's refusal × coordinator resting, aggregator open, draining | coordinator resting, aggregator resting
    coordinator's refusal × coordinator resting, aggregator resting, draining
    coordinator's welcome × coordinator greeting, aggregator greeting, draining
    coordinator's welcome × coordinator greeting, aggregator open, draining
    coordinator's welcome × coordinator greeting, aggregator resting
    coordinator's welcome × coordinator greeting, aggregator resting, draining
    coordinator's welcome × coordinator open, aggregator greeting | coordinator open, aggregator resting
    coordinator's welcome × coordinator resting, aggregator open
    drain order × coordinator greeting, aggregator greeting | coordinator greeting, aggregator open
    drain order × coordinator open, aggregator greeting, draining | coordinator open, aggregator open, draining
    drain order × coordinator open, aggregator resting | coordinator resting, aggregator open
    drain × coordinator greeting, aggregator greeting | coordinator greeting, aggregator greeting, draining
    drain × coordinator greeting, aggregator open, draining | coordinator greeting, aggregator resting
    drain × coordinator open, aggregator greeting | coordinator open, aggregator greeting, draining
    drain × coordinator open, aggregator open, draining | coordinator open, aggregator resting
    drain × coordinator resting, aggregator open | coordinator resting, aggregator resting
    extracted × coordinator greeting, aggregator greeting | coordinator greeting, aggregator greeting, draining
    extracted × coordinator greeting, aggregator open, draining | coordinator greeting, aggregator resting
    extracted × coordinator open, aggregator greeting, draining | coordinator open, aggregator resting, draining
    extracted × coordinator resting, aggregator greeting | coordinator resting, aggregator open, draining
    extracted × coordinator resting, aggregator resting
    ping × coordinator greeting, aggregator greeting | coordinator greeting, aggregator greeting, draining
    ping × coordinator greeting, aggregator open, draining | coordinator greeting, aggregator resting
    ping × coordinator open, aggregator resting, draining | coordinator resting, aggregator greeting
    ping × coordinator resting, aggregator resting
    tick × coordinator greeting, aggregator greeting, draining | coordinator greeting, aggregator resting, draining
    tick × coordinator resting, aggregator greeting, draining | coordinator resting, aggregator resting, draining
  """)

/// By party; `INPUT × STATE | STATE …` in each line.
private func transitions(_ text: String) -> Set<String> {
  var found: Set<String> = []
  var party = ""
  for line in text.split(separator: "\n") {
    guard line.hasPrefix("  ") else {
      party = String(line)
      continue
    }
    let parts = line.split(separator: "×", maxSplits: 1).map { $0.trimmed }
    for state in parts[1].split(separator: "|") { found.insert("\(party): \(parts[0]) × \(state.trimmed)") }
  }
  return found
}

extension Substring {
  fileprivate var trimmed: String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
