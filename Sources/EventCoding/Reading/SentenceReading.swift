import NewsEvents

/// The resolved lexicon matches of one sentence: names do not overlap, triggers inside names are gone, phrases that
/// only look like events have silenced the triggers in them.
///
/// A class, so that every step of the coder holds one reference to it.
final class SentenceReading: Sendable {
  private let draft: Draft

  init(_ draft: Draft) { self.draft = draft }

  var tokens: Range<Int> { draft.tokens }
  var entities: [EntityMatch] { draft.entities }
  var triggers: [TriggerMatch] { draft.triggers }
  var verbs: [VerbMatch] { draft.verbs }
  var markers: [MarkerMatch] { draft.markers }
  var silenced: [Range<Int>] { draft.silenced }

  /// The classes of all its markers: what is not among them need not be looked for.
  var allClasses: MarkerSet { draft.allClasses }

  func classes(at token: Int) -> MarkerSet {
    tokens.contains(token) ? draft.words[token - tokens.lowerBound].classes : []
  }
  func entity(at token: Int) -> Int? { draft.entity(at: token) }
  func verb(at token: Int) -> Int? { draft.verb(at: token) }
  func trigger(at token: Int) -> Int? { draft.trigger(at: token) }

  /// A reading in the making.
  struct Draft: Sendable {
    let tokens: Range<Int>
    var entities: [EntityMatch] = []
    var triggers: [TriggerMatch] = []
    var verbs: [VerbMatch] = []
    var markers: [MarkerMatch] = []
    /// Spans of phrases that contain a trigger word but report no event.
    var silenced: [Range<Int>] = []
    /// The records whose phrases they are.
    var silencers: [Int] = []
    var allClasses: MarkerSet = []
    /// Per token, from `tokens.lowerBound`.
    var words: [Word]

    /// What covers a token.
    struct Word: Sendable {
      /// The classes of its markers.
      var classes: MarkerSet = []
      /// Indices of the entity, verb and trigger, or -1.
      var entity: Int32 = -1
      var verb: Int32 = -1
      var trigger: Int32 = -1
      var isDate = false
      /// Where the silenced spans end that begin here or before, from the sentence's first token; 0 for none.
      var silenceEnd = 0
    }

    init(_ tokens: Range<Int>) {
      self.tokens = tokens
      words = [Word](repeating: Word(), count: tokens.count)
    }

    func entity(at token: Int) -> Int? { word(token).flatMap { $0.entity < 0 ? nil : Int($0.entity) } }
    func verb(at token: Int) -> Int? { word(token).flatMap { $0.verb < 0 ? nil : Int($0.verb) } }
    func trigger(at token: Int) -> Int? { word(token).flatMap { $0.trigger < 0 ? nil : Int($0.trigger) } }

    private func word(_ token: Int) -> Word? {
      tokens.contains(token) ? words[token - tokens.lowerBound] : nil
    }

    mutating func silence(_ span: Range<Int>, by trigger: Int) {
      silenced.append(span)
      silencers.append(trigger)
      let n = span.lowerBound - tokens.lowerBound
      words[n].silenceEnd = max(words[n].silenceEnd, span.upperBound - tokens.lowerBound)
    }

    /// Every token learns how far silence reaches that begins before it.
    mutating func extendSilence() {
      guard !silenced.isEmpty else { return }
      for n in words.indices.dropFirst() { words[n].silenceEnd = max(words[n].silenceEnd, words[n - 1].silenceEnd) }
    }

    /// The end of the silenced spans that begin at the token or before it.
    func silenceEnd(at token: Int) -> Int { words[token - tokens.lowerBound].silenceEnd + tokens.lowerBound }

    func isDate(_ token: Int) -> Bool { words[token - tokens.lowerBound].isDate }
  }
}
