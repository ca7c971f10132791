import ArabicScript
import Lexicons
import NewsEvents

/// What the coder derives from a lexicon once: classes of markers, frames as word hashes, closed word classes.
final class CoderTables: Sendable {
  /// Where a party stands, with literal markers as their words' hashes.
  enum Slot: Sendable, Hashable {
    case subject, object, genitive, adjective
    case marker(WordPhrase)
    /// An Arabic one-letter preposition, written on the noun.
    case clitic(Affixes)
  }

  struct Frame: Sendable, Hashable {
    var agent: [Slot] = []
    var recipient: [Slot] = []
  }

  struct Trigger: Sendable {
    var type: EventType
    var mode: String?
    var contexts: [String]
    var status: EventStatus?
    var mutual: Bool
    var weight: Int
    /// By language: ar, fa, ur.
    var frames: [Frame]
    /// The event is somebody's death.
    var isKilling: Bool
    /// Calling home one's ambassador, or calling in another's.
    var isRecall: Bool
    /// A warning, which threatens only when somebody is warned.
    var isWarning: Bool
    /// Thanks, praise, congratulation or condolence: politics only between countries.
    var isCourtesy: Bool
    /// Taking somebody's post away, or putting somebody out.
    var isDismissal: Bool
    /// Its unvowelled Arabic verb is as often a passive: قتل.
    var mayBePassive: Bool
  }

  let lexicon: Lexicon
  let markerClass: [MarkerClass?]
  /// Page cues by language and first letter.
  let cues: [[UInt8: [CueEntry]]]
  let triggers: [Trigger]
  /// First word → phrases that govern a noun phrase in some frame, longest first; by language.
  let governors: [WordTable<[Governor]>]
  let words: [ClosedWords]
  let entities: EntityTables

  /// A phrase that governs a noun phrase in some frame.
  struct Governor: Sendable {
    var words: [UInt64]
    var phrase: WordPhrase
  }

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    cues = CoderTables.languages.map { language in
      Dictionary(grouping: lexicon.cues.filter { $0.language == language && !$0.prefix.isEmpty }) { $0.prefix[0] }
    }
    markerClass = lexicon.markers.map { MarkerClass.byName[$0.class] }
    var governing = [Set<[UInt64]>](repeating: [], count: 3)
    triggers = lexicon.triggers.map { entry in
      var frames: [Frame] = []
      for (n, language) in CoderTables.languages.enumerated() {
        let frame = entry.frames[language.rawValue]
        let agent = (frame?.agent ?? []).map { CoderTables.slot($0, language) }
        let recipient = (frame?.recipient ?? []).map { CoderTables.slot($0, language) }
        for slot in (frame?.agent ?? []) + (frame?.recipient ?? []) {
          if let words = CoderTables.governor(slot, language) { governing[n].insert(words) }
        }
        frames.append(Frame(agent: agent, recipient: recipient))
      }
      return Trigger(
        type: EventType(rawValue: entry.type) ?? .consult, mode: entry.mode, contexts: entry.contexts,
        status: entry.status.flatMap { EventStatus(rawValue: $0) }, mutual: entry.mutual, weight: entry.weight,
        frames: frames, isKilling: CoderTables.contains(entry.id, "kill"), isRecall: entry.id.hasSuffix("recall"),
        isWarning: entry.id.hasSuffix("warn"),
        isCourtesy: ["support-praise", "support-congratulate"].contains { $0.utf8.elementsEqual(entry.id.utf8) },
        isDismissal: entry.id.utf8.elementsEqual("sanction-expel".utf8),
        mayBePassive: CoderTables.violence.contains { CoderTables.contains(entry.id, $0) })
    }
    entities = EntityTables(lexicon)
    governors = governing.map { set in
      WordTable(
        Dictionary(grouping: set.filter { !$0.isEmpty }) { $0[0] }.map { first, phrases in
          let order = phrases.sorted { a, b in
            a.count != b.count ? a.count > b.count : a.lexicographicallyPrecedes(b)
          }
          return (hash: first, value: order.map { Governor(words: $0, phrase: WordPhrase($0)) })
        })
    }
    words = CoderTables.languages.map { ClosedWords($0) }
  }

  private static let violence = [
    "kill", "abduct", "shoot", "injur", "arrest", "detain", "behead", "assassin", "execute",
  ]

  private static func contains(_ id: String, _ part: String) -> Bool {
    let id = Array(id.utf8), part = Array(part.utf8)
    return id.indices.contains { id[$0...].starts(with: part) }
  }

  static let languages: [Language] = [.arabic, .persian, .urdu]

  static func index(_ language: Language) -> Int {
    switch language {
    case .arabic: 0
    case .persian: 1
    case .urdu: 2
    }
  }

  static func hashes(_ phrase: String, _ language: Language) -> [UInt64] {
    let text = AnalyzedText(phrase, language: language)
    return text.tokens.filter { $0.kind != .lineBreak }.map(\.hash)
  }

  private static let genitives = ["کا", "کے", "کی"]

  private static func slot(_ slot: RoleSlot, _ language: Language) -> Slot {
    switch slot {
    case .subject: return .subject
    case .object: return .object
    case .genitive: return .genitive
    case .adjective: return .adjective
    case .marker(let text):
      if language == .urdu, genitives.contains(where: { $0.utf8.elementsEqual(text.utf8) }) { return .genitive }
      if language == .arabic, text.unicodeScalars.count == 1 {
        return .clitic(text == "ب" ? .bi : text == "ل" ? .li : .ka)
      }
      return .marker(WordPhrase(hashes(text, language)))
    }
  }

  /// The words of a slot that a phrase of its own marks.
  private static func governor(_ slot: RoleSlot, _ language: Language) -> [UInt64]? {
    guard case .marker(let text) = slot, case .marker = self.slot(slot, language) else { return nil }
    return hashes(text, language)
  }
}
