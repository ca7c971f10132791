/// The sixteen event types of PLOVER 2.0 (PLOVER_MANUAL.tex, draft of 2024-02-04).
public enum EventType: String, Sendable, Hashable, CaseIterable, Comparable {
  case agree = "AGREE", consult = "CONSULT", support = "SUPPORT", concede = "CONCEDE"
  case cooperate = "COOPERATE", aid = "AID", retreat = "RETREAT"
  case request = "REQUEST", accuse = "ACCUSE", reject = "REJECT", threaten = "THREATEN"
  case protest = "PROTEST", sanction = "SANCTION", mobilize = "MOBILIZE", coerce = "COERCE", assault = "ASSAULT"

  public static func < (a: EventType, b: EventType) -> Bool { a.rawValue < b.rawValue }

  /// 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
  /// The manual prints SANCTION both as 3 and as 4; 4 is used (its section and summary grouping).
  public var quad: Int {
    switch self {
    case .agree, .consult, .support, .concede: 1
    case .cooperate, .aid, .retreat: 2
    case .request, .accuse, .reject, .threaten: 3
    case .protest, .sanction, .mobilize, .coerce, .assault: 4
    }
  }
}

/// The modes of each type (PLOVER 2.0); AGREE, SUPPORT, CONCEDE, COOPERATE and AID have none.
public enum EventModes {
  public static func of(_ type: EventType) -> [String] {
    switch type {
    case .agree, .support, .concede, .cooperate, .aid: []
    case .consult: ["visit", "third-party", "multilateral", "phone"]
    case .retreat: ["withdraw", "release", "disarm", "ceasefire", "access", "resign"]
    case .request: ["assist", "change", "yield", "meet"]
    case .accuse: ["disapprove", "investigate", "allege"]
    case .reject: ["assist", "change", "yield", "meet"]
    case .threaten: ["restrict", "arrest", "relations", "expel", "territory", "violence"]
    case .protest: ["demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"]
    case .sanction: ["convict", "expel", "withdraw", "discontinue"]
    case .mobilize: ["troops", "weapons", "police", "militia"]
    case .coerce:
      [
        "seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation",
        "cyber",
      ]
    case .assault:
      [
        "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
        "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
      ]
    }
  }
}

/// Whether an event happened. PLOVER's auxiliary modes (historical, future, hypothetical, negation) and `ongoing`.
public enum EventStatus: String, Sendable, Hashable, CaseIterable, Comparable {
  case occurred, ongoing, planned, hypothetical, denied, historical

  public static func < (a: EventStatus, b: EventStatus) -> Bool { a.rawValue < b.rawValue }
}

/// The part of a page a mention stands in.
public enum Section: String, Sendable, Hashable, CaseIterable {
  case title, lead, body, related, embedded, caption
}
