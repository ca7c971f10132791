import NewsEvents

/// A set of event types in one word.
struct EventTypeSet: Sendable, ExpressibleByArrayLiteral {
  private var bits: UInt32 = 0

  init(arrayLiteral types: EventType...) {
    for type in types { bits |= 1 << UInt32(type.place) }
  }

  func contains(_ type: EventType) -> Bool { bits & 1 << UInt32(type.place) != 0 }
}

/// One value for each event type, found without hashing the type's name.
struct ByEventType<Value: Sendable>: Sendable {
  private var values: [Value?] = []

  subscript(type: EventType) -> Value? {
    get { values.isEmpty ? nil : values[type.place] }
    set {
      if values.isEmpty { values = [Value?](repeating: nil, count: EventType.allCases.count) }
      values[type.place] = newValue
    }
  }
}

extension EventType {
  /// Its place among the sixteen.
  var place: Int {
    switch self {
    case .agree: 0
    case .consult: 1
    case .support: 2
    case .concede: 3
    case .cooperate: 4
    case .aid: 5
    case .retreat: 6
    case .request: 7
    case .accuse: 8
    case .reject: 9
    case .threaten: 10
    case .protest: 11
    case .sanction: 12
    case .mobilize: 13
    case .coerce: 14
    case .assault: 15
    }
  }
}
