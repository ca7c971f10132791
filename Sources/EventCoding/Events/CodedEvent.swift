import NewsEvents

/// An event of one sentence before it becomes a mention.
struct CodedEvent: Sendable {
  var site: EventSite
  var actors: [PartyMention]
  var recipients: [PartyMention]
  var ownAgent: Bool
  var ownRecipient: Bool
  var status: EventStatus
  var modes: [String] = []
  var contexts: [String] = []
  var counts = CasualtyReader.Counts()
  var date: DateInterval?
  var place: PlaceMention?
  var attribution: Attribution?
  /// Whether it is background: a noun after "after", "because of" and the like.
  var isBackground: Bool
  /// Its parties are those of an attack told before.
  var isRecalled = false
  /// 0...9: the trigger's weight.
  var weight: Int
  /// What speaks for it, in points; see `Evidence`.
  var evidence = 0

  struct PlaceMention: Sendable, Hashable {
    /// Index into the lexicon's places; nil for a country.
    var place: Int?
    var country: PartyCode?
    var tokens: Range<Int>
  }
}
