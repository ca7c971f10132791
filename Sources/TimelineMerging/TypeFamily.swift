import NewsEvents

/// Types that reporters use for one and the same event: a meeting that ends in an agreement and in praise, an
/// ambassador recalled and another refused.
enum TypeFamily: UInt8, Sendable, Hashable {
  case cooperation, refusal, blame, demand, threat, protest, deployment, coercion, assault

  init(_ type: EventType) {
    switch type {
    case .agree, .consult, .support, .concede, .cooperate, .aid, .retreat: self = .cooperation
    case .sanction, .reject: self = .refusal
    case .accuse: self = .blame
    case .request: self = .demand
    case .threaten: self = .threat
    case .protest: self = .protest
    case .mobilize: self = .deployment
    case .coerce: self = .coercion
    case .assault: self = .assault
    }
  }

  /// Whether who is actor and who recipient is a matter of the reporter's view.
  var ignoresRoles: Bool { self == .cooperation }

  /// Words, which the same party may say again tomorrow; not deeds.
  var isTalk: Bool {
    switch self {
    case .cooperation, .refusal, .blame, .demand, .threat: true
    case .protest, .deployment, .coercion, .assault: false
    }
  }

  /// Whether it happens at one place that a reporter can name.
  var isLocal: Bool { self == .assault || self == .protest || self == .coercion || self == .deployment }

  /// Whether two types name one occasion as a matter of course: talks and the agreement they end in, an easing and the
  /// praise for it.
  static func kin(_ a: Set<EventType>, _ b: Set<EventType>) -> Bool {
    a.contains { x in b.contains { y in pairs.contains([x, y]) } }
  }

  private static let pairs: Set<Set<EventType>> = [
    [.agree, .consult], [.consult, .support], [.agree, .support], [.agree, .concede], [.agree, .cooperate],
    [.support, .concede],
    [.aid, .cooperate], [.retreat, .concede], [.retreat, .support], [.sanction, .reject],
  ]
}
