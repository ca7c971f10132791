import ArabicScript
import NewsEvents

/// A phrase as it stands in a table.
struct PhraseSource: Sendable {
  /// Without a leading `?`.
  var text: String
  /// The alternative of the field, for its column.
  var written: String
  var language: Language
  var meaning: Meaning
  var needsContext: Bool
  var record: TableRecord
  var field: TableRecord.Field
}

/// Examines every phrase of a compiled lexicon for what its author cannot have meant.
struct LexiconAudit {
  let lexicon: Lexicon
  let assembly: LexiconAssembly

  /// O(phrases + everyday words).
  func warnings() -> [LexiconWarning] { repetitions() + unreachable() + ordinary() }

  // MARK: The same phrase twice

  private struct Key: Hashable {
    var language: Language
    /// Phrases of different groups do not hide each other: a capital is a place and stands for its state.
    var group: String
    var words: [[UInt8]]
  }

  private func repetitions() -> [LexiconWarning] {
    var out: [LexiconWarning] = []
    var first: [Key: PhraseSource] = [:]
    var silenced: Set<Key> = []
    for source in assembly.sources {
      if case .notTrigger = source.meaning { silenced.insert(key(of: source, group: "trigger")) }
    }
    for source in assembly.sources {
      let group = LexiconAudit.group(of: source.meaning)
      // A function word may be of several classes, a noun may take other light verbs elsewhere, and a phrase without
      // event silences whatever it contains.
      let mayBeShared = group == "marker" || group == "not" || group == "light"
      let key = key(of: source, group: mayBeShared ? group + source.record.id : group)
      if group == "trigger", silenced.contains(key) {
        out.append(
          source.warning(
            .shadowed, "`\(source.text)` is silenced by the same phrase in a `not`", "delete one of the two"))
      }
      guard let other = first[key] else {
        first[key] = source
        continue
      }
      if other.record.kind == source.record.kind, other.record.id == source.record.id {
        if other.meaning == source.meaning {
          let same = other.text == source.text ? "" : ", as `\(other.text)`"
          out.append(
            source.warning(
              .repeated, "`\(source.text)` stands twice in \(source.record.id)\(same)",
              "delete one: letters are folded and a ZWNJ matches joined and spaced"))
        }
      } else if !source.needsContext, !other.needsContext {
        out.append(
          source.warning(
            .shadowed,
            "`\(source.text)` belongs to \(other.record.id) at \(other.record.file):\(other.field.line) already",
            "delete one, or tell them apart with another word"))
      }
    }
    return out
  }

  private func key(of source: PhraseSource, group: String) -> Key {
    let keepsArticle =
      switch source.meaning {
      case .country(_, .name), .country(_, .metonym), .country(_, .government), .person, .place: true
      case .actor(let index): lexicon.actors[index].kind != .generic && lexicon.actors[index].kind != .alias
      default: false
      }
    return Key(
      language: source.language, group: group,
      words: AutomatonBuilder.words(of: source.text, language: source.language, keepsArticle: keepsArticle))
  }

  private static func group(of meaning: Meaning) -> String {
    switch meaning {
    case .country(_, .adjective): "adjective"
    case .country: "country"
    case .actor: "actor"
    case .person: "person"
    case .office: "office"
    case .place: "place"
    case .triggerNoun, .triggerForm: "trigger"
    case .triggerLight: "light"
    case .notTrigger: "not"
    case .triggerVerb, .lightVerb: "verb"
    case .marker: "marker"
    }
  }

  // MARK: Phrases that are never found

  /// A phrase that is not found in itself is found nowhere.
  private func unreachable() -> [LexiconWarning] {
    assembly.sources.compactMap { source in
      let spellings = AutomatonBuilder.spellings(of: source.text)
      let isFound = spellings.contains { spelling in
        let text = AnalyzedText(spelling, language: source.language)
        return lexicon.matches(in: text, tokens: 0..<text.tokens.count).contains {
          $0.meaning == source.meaning && $0.tokens == 0..<text.tokens.count
        }
      }
      if isFound { return nil }
      return source.warning(
        .unreachable, "`\(source.text)` is found in no text", "write it in at most twelve words and on one line")
    }
  }

  // MARK: Names in everyday words

  private func ordinary() -> [LexiconWarning] {
    var words: [Meaning: [(source: PhraseSource, key: Key)]] = [:]
    for source in assembly.sources where !source.needsContext && isName(source.meaning) {
      words[source.meaning, default: []].append((source, key(of: source, group: "")))
    }
    var out: [LexiconWarning] = []
    for (word, language) in assembly.ordinaryWords {
      let text = AnalyzedText(word, language: language)
      for match in lexicon.matches(in: text, tokens: 0..<text.tokens.count)
      where !match.needsContext && isName(match.meaning) {
        let quote = text.text(match.tokens)
        guard let source = culprit(among: words[match.meaning] ?? [], matching: text, match.tokens) else { continue }
        out.append(
          source.warning(
            .ordinaryWord, "`\(source.text)` is found in the everyday word `\(quote)`",
            "write it with a leading `?`, or with a word that tells it apart"))
      }
    }
    return out
  }

  /// The spelling of an entry that was found in `tokens`: the one with the longest common letters.
  private func culprit(
    among sources: [(source: PhraseSource, key: Key)], matching text: AnalyzedText, _ tokens: Range<Int>
  ) -> PhraseSource? {
    let letters = tokens.flatMap { text.codes(text.tokens[$0]) }
    return sources.filter { $0.source.language == text.language }
      .max { LexiconAudit.overlap($0.key.words, letters) < LexiconAudit.overlap($1.key.words, letters) }?.source
  }

  /// How well the letters of a phrase fit into a word: its length when they stand in it, minus infinity otherwise.
  private static func overlap(_ words: [[UInt8]], _ letters: [UInt8]) -> Int {
    let phrase = words.flatMap { $0 }
    guard phrase.count <= letters.count else { return -phrase.count }
    for start in 0...(letters.count - phrase.count)
    where letters[start..<start + phrase.count].elementsEqual(phrase) { return phrase.count }
    return -phrase.count
  }

  private func isName(_ meaning: Meaning) -> Bool {
    switch meaning {
    case .country, .person, .place: true
    // People, women and workers are everyday words by their nature.
    case .actor(let index): ![.generic, .alias].contains(lexicon.actors[index].kind)
    default: false
    }
  }
}

extension PhraseSource {
  func warning(_ code: LexiconWarning.Code, _ message: String, _ remedy: String) -> LexiconWarning {
    record.warning(code, message, remedy, at: field, of: written)
  }
}
