import NewsEvents

/// An event as it happened: what articles tell, each in its own words and with its own gaps and errors.
struct TrueEvent {
  /// The answer key: mentions with one number are one event.
  var number: UInt32
  var day: Day
  var type: EventType
  var modes: [String]
  var actors: [Party]
  var recipients: [Party]
  /// Parties on one footing: all of them are actors.
  var isMutual: Bool
  var place: Place?
  /// The final toll.
  var deaths: Int?
  /// Subjects of the words around it; indexes into `Wording.subjects`.
  var subjects: [Int]
  /// Told beforehand, and whether it then happened.
  var announced: Day?
  var isFulfilled = true
  /// How many articles tell it as their news.
  var articles: Int
}

/// Chains of events between the same parties, day after day: attack, answer, talks, a visit agreed and made.
struct History {
  private let world: World
  private let sizes = PowerLaw(1000, exponentInTenths: 21)
  private let tolls = PowerLaw(200, exponentInTenths: 15)
  private var random: Random
  private var number: UInt32 = 0
  /// The latest events of each chain, for articles that look back.
  private(set) var chains: [[TrueEvent]] = []
  private var open: [Int] = []

  init(world: World, seed: UInt64) {
    self.world = world
    random = Random(seed: seed ^ 0x6869_7374)
  }

  /// The next event of `day` and its chain. A chain ends after some days without an event.
  mutating func next(on day: Day) -> (event: TrueEvent, chain: Int) {
    open.removeAll { day - (chains[$0].last?.day ?? day) > 30 || chains[$0].count > 40 }
    if let chain = open.isEmpty || random.chance(400) ? nil : random.pick(open) {
      let event = follow(chains[chain][random.below(chains[chain].count)], on: day)
      chains[chain].append(event)
      return (event, chain)
    }
    let event = begin(on: day)
    chains.append([event])
    open.append(chains.count - 1)
    return (event, chains.count - 1)
  }

  private mutating func begin(on day: Day) -> TrueEvent {
    let a = world.country(&random)
    var b = world.country(&random)
    if b == a { b = (a + 1 + random.below(world.countries.count - 1)) % world.countries.count }
    return make(
      on: day, world.countries[a].institutions[0], world.countries[b].institutions[0], grounds: [a, b])
  }

  /// Another event between the parties of `event`, in either direction.
  private mutating func follow(_ event: TrueEvent, on day: Day) -> TrueEvent {
    let parties = event.isMutual ? event.actors : [event.actors.first, event.recipients.first].compactMap { $0 }
    let codes = parties.compactMap(\.country).compactMap { code in World.codes.firstIndex(of: code) }
    guard codes.count == 2, codes[0] != codes[1] else { return begin(on: day) }
    let turned = random.chance(500)
    let (a, b) = turned ? (codes[1], codes[0]) : (codes[0], codes[1])
    return make(
      on: day, world.countries[a].institutions[0], world.countries[b].institutions[0], grounds: [a, b])
  }

  private mutating func make(on day: Day, _ a: Party, _ b: Party, grounds: [Int]) -> TrueEvent {
    number += 1
    let type = EventKinds.pick(&random)
    var event = TrueEvent(
      number: number, day: day, type: type, modes: [], actors: [a], recipients: [b], isMutual: false, place: nil,
      deaths: nil, subjects: [], announced: nil, articles: sizes.pick(&random) + 1)
    let modes = EventModes.of(type)
    if !modes.isEmpty, random.chance(700) { event.modes = [random.pick(modes)] }
    event.subjects = (0..<(1 + random.below(2))).map { _ in random.below(Wording.subjects.count) }
    switch type {
    case .consult, .agree, .cooperate:
      event.isMutual = type != .consult || event.modes != ["visit"]
      if event.isMutual { (event.actors, event.recipients) = ([a, b], []) }
      if random.chance(500) { event.place = random.pick(world.countries[random.pick(grounds)].places) }
      if random.chance(250) {
        event.announced = day - (1 + random.below(12))
        event.isFulfilled = random.chance(750)
      }
    case .assault:
      if random.chance(400) {
        let group = world.group(&random)
        if random.chance(500) {
          event.actors = [world.groups[group].party]
          event.recipients = [world.countries[world.groups[group].home].institutions[3]]
        } else {
          event.recipients = [world.groups[group].party]
        }
        event.place = random.pick(world.countries[world.groups[group].home].places)
      } else {
        event.place = random.pick(world.countries[grounds[1]].places)
      }
      if random.chance(80) { event.actors = [] }
      if random.chance(650) { event.deaths = tolls.pick(&random) + 1 }
    case .protest, .coerce, .mobilize:
      event.place = random.pick(world.countries[grounds[0]].places)
      if type == .protest {
        event.actors = [Party(country: a.country, sector: "CVL")]
        event.recipients = random.chance(400) ? [a] : []
      }
    default: break
    }
    return event
  }
}

/// Types by how often the news has them.
enum EventKinds {
  private static let weights: [(EventType, Int)] = [
    (.assault, 22), (.consult, 18), (.accuse, 12), (.agree, 8), (.support, 7), (.request, 6), (.threaten, 5),
    (.reject, 4), (.protest, 4), (.coerce, 4), (.sanction, 3), (.mobilize, 2), (.aid, 2), (.cooperate, 1),
    (.retreat, 1), (.concede, 1),
  ]

  static func pick(_ random: inout Random) -> EventType {
    var at = random.below(100)
    for (type, weight) in weights {
      if at < weight { return type }
      at -= weight
    }
    return .assault
  }
}
