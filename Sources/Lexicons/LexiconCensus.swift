import ArabicScript
public import NewsEvents

/// Counts of what stands in tables, before inflection, for `silsila lexicon stats`.
public struct LexiconCensus: Sendable {
  /// One table: its records by kind and its spellings by language.
  public struct Table: Sendable, Hashable {
    public var name: String
    public var records: Int
    public var spellings: [Language: Int]
  }

  /// Dictionary forms of triggers in one language, before inflection.
  ///
  /// A lemma is a verb, a light-verb construction or a verbal noun as a dictionary would list it: حمله کرد and حمله are
  /// two, the plural حملات, the passive حمله شد and every generated form none. Fixed forms and `not` phrases are no
  /// lemmas.
  public struct Lemmas: Sendable, Hashable {
    public var language: Language
    public var verbs: Int
    public var lightVerbConstructions: Int
    public var verbalNouns: Int
    public var total: Int { verbs + lightVerbConstructions + verbalNouns }
  }

  /// Sorted by name; a record of a later layer counts in its own table only.
  public var tables: [Table] = []
  /// In the order of `Language.allCases`, sorted.
  public var lemmas: [Lemmas] = []
  /// Records that name a party: countries, actors, persons and offices.
  public var entities = 0
  /// Of them, those with a name in each of the three languages and in English.
  public var completeEntities = 0
  public var places = 0
  /// Of them, those with a position.
  public var locatedPlaces = 0

  /// Counts the records that a compilation of `layers` would use. O(size of the tables).
  public init(_ layers: [[TableFile]]) throws(LexiconError) {
    var records: [String: TableRecord] = [:]
    for layer in layers {
      for file in layer {
        for record in try TableParser.records(of: file) {
          let key = record.kind + " " + record.id
          records[key] = record.fields.contains { $0.key == "remove" } ? nil : record
        }
      }
    }
    var byTable: [String: Table] = [:]
    var collected = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, LemmaSets()) })
    for record in records.values {
      var table = byTable[record.file] ?? Table(name: record.file, records: 0, spellings: [:])
      table.records += 1
      var languages: Set<Language> = []
      for field in record.fields {
        guard let (language, part) = LexiconAssembly.languageKey(field.key), part != "agent", part != "recipient" else {
          continue
        }
        languages.insert(language)
        let alternatives = TableParser.alternatives(field.value)
        table.spellings[language, default: 0] += alternatives.count
        if record.kind == "trigger" { collected[language]?.add(alternatives, part, language) }
      }
      byTable[record.file] = table
      switch record.kind {
      case "country", "actor", "person", "office":
        entities += 1
        if languages.count == 3, record.first("en") != nil { completeEntities += 1 }
      case "place":
        places += 1
        if record.first("at") != nil { locatedPlaces += 1 }
      default: break
      }
    }
    tables = byTable.values.sorted { $0.name < $1.name }
    lemmas = Language.allCases.sorted().compactMap { language in
      collected[language].map { sets in
        Lemmas(
          language: language, verbs: sets.verbs.count, lightVerbConstructions: sets.lights.count,
          verbalNouns: sets.nouns(in: language))
      }
    }
  }
}

/// Distinct folded lemmas of one language.
private struct LemmaSets {
  var verbs: Set<[UInt8]> = []
  var lights: Set<[UInt8]> = []
  /// Each noun as folded and as written.
  var nouns: [[UInt8]: String] = [:]

  mutating func add(_ alternatives: [String], _ part: String, _ language: Language) {
    for text in alternatives {
      switch part {
      case "verb":
        verbs.insert(FoldedText.key(String(text.split(separator: "/").first ?? ""), language: language))
      case "light":
        let halves = text.split(separator: "+").map { TableParser.trimmed($0) }
        guard halves.count == 2 else { continue }
        let (noun, light) = language == .arabic ? (halves[1], halves[0]) : (halves[0], halves[1])
        for verb in light.split(separator: " ") {
          lights.insert(FoldedText.key(noun + " " + verb, language: language))
        }
      case "noun": nouns[FoldedText.key(text, language: language)] = text
      default: break
      }
    }
  }

  /// Nouns that are no regular plural or case of another one.
  func nouns(in language: Language) -> Int {
    var derived: Set<[UInt8]> = []
    for (key, text) in nouns {
      for form in LemmaSets.regularForms(of: text, language) {
        let folded = FoldedText.key(form, language: language)
        if folded != key { derived.insert(folded) }
      }
    }
    return nouns.keys.count { !derived.contains($0) }
  }

  private static func regularForms(of text: String, _ language: Language) -> [String] {
    guard language == .persian else { return LexiconAssembly.inflected(text, language, .noun) }
    let stem = text.last == "ه" ? String(text.dropLast()) : text
    return [text + "ها", text + "‌ها", text + "های", text + "‌های", stem + "ات", text + "ات"]
  }
}
