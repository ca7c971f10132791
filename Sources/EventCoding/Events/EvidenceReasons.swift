/// A set of reasons in one word.
struct EvidenceReasons: Sendable {
  private var bits: UInt64 = 0

  mutating func insert(_ reason: EvidenceReason) { bits |= 1 << reason.place }
  mutating func remove(_ reason: EvidenceReason) { bits &= ~(1 << reason.place) }
  func contains(_ reason: EvidenceReason) -> Bool { bits & 1 << reason.place != 0 }

  /// In the order of the cases.
  var inOrder: [EvidenceReason] {
    var out: [EvidenceReason] = []
    out.reserveCapacity(bits.nonzeroBitCount)
    var rest = bits
    while rest != 0 {
      out.append(EvidenceReasons.all[rest.trailingZeroBitCount])
      rest &= rest - 1
    }
    return out
  }

  private static let all = EvidenceReason.allCases
}

extension EvidenceReason {
  /// Its place among the cases. The values of a case are words, of which looking one up would cost a comparison each.
  fileprivate var place: UInt64 {
    switch self {
    case .finiteVerb: 0
    case .habitualVerb: 1
    case .phrase: 2
    case .indefiniteNoun: 3
    case .definiteNoun: 4
    case .pluralNoun: 5
    case .background: 6
    case .relativeClause: 7
    case .attackAndVictims: 8
    case .occurrence: 9
    case .enumeration: 10
    case .deaths: 11
    case .injured: 12
    case .arrested: 13
    case .largeToll: 14
    case .armedAgent: 15
    case .agent: 16
    case .inheritedAgent: 17
    case .recipient: 18
    case .namedGroup: 19
    case .twoCountries: 20
    case .nobody: 21
    case .recentDay: 22
    case .longAgo: 23
    case .place: 24
    case .means: 25
    case .officialSource: 26
    case .strongWord: 27
    case .weakWord: 28
    case .unreal: 29
    case .future: 30
    case .question: 31
    case .court: 32
    case .opinion: 33
    case .crowd: 34
    case .crowdSize: 35
    case .toldElsewhere: 36
    case .claim: 37
    }
  }
}
