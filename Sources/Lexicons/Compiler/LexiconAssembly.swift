import ArabicScript
import NewsEvents

/// The lexicon under construction: records in, entries and phrases out.
struct LexiconAssembly {
  /// In the order in which they are compiled.
  static let kinds = [
    "frame", "lightverb", "country", "actor", "person", "office", "place", "trigger", "marker", "cue",
  ]

  var lexicon = Lexicon()
  var warnings: [LexiconWarning] = []
  var frames: [String: [String: Frame]] = [:]
  /// `language lemma` → indices of its active and passive entries.
  var lightVerbs: [String: [Int]] = [:]
  /// Whether the phrases are kept as written, for an audit.
  var keepsSources = false
  private(set) var sources: [PhraseSource] = []
  /// Everyday words (markers of class `ordinary`): compared with the names by an audit, never compiled.
  var ordinaryWords: [(word: String, language: Language)] = []
  /// Ids that records refer to, and where: checked when all records are known.
  var references: [(kind: String, id: String, record: TableRecord, field: TableRecord.Field)] = []
  private var builders: [Language: AutomatonBuilder] = Dictionary(
    uniqueKeysWithValues: Language.allCases.map { ($0, AutomatonBuilder(language: $0)) })

  static let countryCodes: Set<String> = ["IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"]

  mutating func add(_ record: TableRecord) throws(LexiconError) {
    switch record.kind {
    case "frame": try addFrame(record)
    case "lightverb": try addLightVerb(record)
    case "country": try addCountry(record)
    case "actor": try addActor(record)
    case "person": try addPerson(record)
    case "office": try addOffice(record)
    case "place": try addPlace(record)
    case "trigger": try addTrigger(record)
    case "marker": try addMarker(record)
    default: try addCue(record)
    }
  }

  func finish() -> Lexicon {
    var result = lexicon
    for (language, builder) in builders { result.automata[language] = builder.build() }
    result.fingerprint = LexiconBinary.fingerprint(ofBody: LexiconBinary.body(result))
    return result
  }

  /// Throws when a record refers to an office or a place that does not exist.
  func checkReferences() throws(LexiconError) {
    let known = ["office": Set(lexicon.offices.map(\.id)), "place": Set(lexicon.places.map(\.id))]
    for (kind, id, record, field) in references where known[kind]?.contains(id) != true {
      throw record.error(
        .unknownReference, "there is no \(kind) `\(id)`", "add it to the tables or correct the id", at: field, of: id)
    }
  }

  // MARK: Phrases

  enum Inflect {
    case none, noun, adjective
  }

  /// Adds a phrase as written in the table, with the spellings and regular inflections of its head.
  mutating func phrase(
    _ text: String, _ language: Language, _ meaning: Meaning, isName: Bool = false, isVerb: Bool = false,
    inflect: Inflect = .none,
    record: TableRecord, field: TableRecord.Field
  ) throws(LexiconError) {
    let written = text
    var text = text
    let needsContext = text.first == "?"
    if needsContext { text = String(text.dropFirst()) }
    if !isVerb {
      try checkBreadth(of: text, language, meaning, written: written, record: record, field: field)
      keep(text, language, meaning, needsContext: needsContext, written: written, record: record, field: field)
    }
    let output = PhraseAutomaton.Output(meaning: meaning, needsContext: needsContext, isName: isName)
    var any = false
    for spelling in AutomatonBuilder.spellings(of: text) {
      for form in LexiconAssembly.inflected(spelling, language, inflect) {
        let words = AutomatonBuilder.words(of: form, language: language, keepsArticle: isName || isVerb)
        guard !words.isEmpty else { continue }
        builders[language]?.add(words, output)
        any = true
      }
    }
    if !any {
      throw record.error(
        .emptyPattern, "`\(text)` has no letter to match", "write a word of the language", at: field, of: written)
    }
  }

  private mutating func keep(
    _ text: String, _ language: Language, _ meaning: Meaning, needsContext: Bool, written: String, record: TableRecord,
    field: TableRecord.Field
  ) {
    guard keepsSources else { return }
    sources.append(
      PhraseSource(
        text: text, written: written, language: language, meaning: meaning, needsContext: needsContext, record: record,
        field: field))
  }

  /// Words that stand in nearly every sentence; as a name or trigger of its own each would match everything.
  private static let commonest: [Language: Set<String>] = [
    .persian: Set(
      "و در به از که این آن را با است برای تا هم شد شده کرد کرده بود می خود یک بر او ما من هر نیز اما یا".split(
        separator: " "
      ).map(String.init)),
    .arabic: Set(
      "و في من على إلى أن عن مع هذا هذه التي الذي ما لا كان كانت قد بعد قبل بين أو ثم لم هو هي كل ذلك".split(
        separator: " "
      ).map(String.init)),
    .urdu: Set(
      "کے کی کا میں سے کو نے اور ہے ہیں پر کہ یہ اس وہ کر ہو تھا تھی تھے گیا ایک بھی نہیں اپنے ہی تو جو یا".split(
        separator: " "
      ).map(String.init)),
  ]

  /// Refuses what would match everything: a word of nearly every sentence, a single letter, a number or marks alone, or a
  /// wildcard. Markers and light verbs are made of such words and are exempt.
  private func checkBreadth(
    of text: String, _ language: Language, _ meaning: Meaning, written: String, record: TableRecord,
    field: TableRecord.Field
  ) throws(LexiconError) {
    if case .marker = meaning { return }
    if case .lightVerb = meaning { return }
    func fail(_ reason: String) -> LexiconError {
      record.error(
        .tooBroad, "`\(text)` would match nearly everything: \(reason)", "write the whole phrase, or delete it",
        at: field, of: written)
    }
    if text.contains("*") { throw fail("there are no wildcards") }
    // کرد is a Kurd too: with `?` it is matched beside a title only.
    if written.first != "?", LexiconAssembly.commonest[language]?.contains(text) == true {
      throw fail("it stands in nearly every sentence")
    }
    let tokens = AnalyzedText(text, language: language).tokens
    let words = tokens.filter { $0.kind == .word || $0.kind == .latin }
    if tokens.isEmpty { return }
    if words.isEmpty, tokens.count == 1 || tokens.allSatisfy({ $0.kind == .mark }) { throw fail("it has no word") }
    if tokens.count == 1, words[0].count == 1 { throw fail("it is a single letter") }
  }

  /// The head is the first word in Arabic and Persian, the last in Urdu; Persian endings are stripped when matching.
  static func inflected(_ text: String, _ language: Language, _ inflect: Inflect) -> [String] {
    guard inflect != .none, language != .persian else { return [text] }
    let words = text.split(separator: " ").map(String.init)
    guard let first = words.first, let last = words.last else { return [text] }
    if language == .urdu {
      let head = words.dropLast().joined(separator: " ")
      return UrduInflection.noun(last).map { head.isEmpty ? $0 : head + " " + $0 }
    }
    let tail = words.dropFirst().joined(separator: " ")
    let bare =
      AutomatonBuilder.hasArticle(first) && first.unicodeScalars.count >= 5
      ? String(String.UnicodeScalarView(first.unicodeScalars.dropFirst(2))) : first
    let forms = inflect == .adjective ? ArabicInflection.adjective(bare) : ArabicInflection.noun(bare)
    return forms.map { tail.isEmpty ? $0 : $0 + " " + tail }
  }

  mutating func verb(
    _ spec: String, _ language: Language, record: TableRecord, field: TableRecord.Field,
    meaning: (VerbFeatures) -> Meaning
  ) throws(LexiconError) {
    let head = TableParser.trimmed(spec.split(separator: "/").first ?? "")
    try checkBreadth(of: head, language, meaning([]), written: spec, record: record, field: field)
    for (text, features) in try LexiconAssembly.verbForms(spec, language, record: record, field: field) {
      try phrase(text, language, meaning(features), isVerb: true, record: record, field: field)
    }
  }

  /// The forms of a verb of one or several words; the verb itself is the first word in Arabic, else the last.
  static func verbForms(
    _ spec: String, _ language: Language, record: TableRecord, field: TableRecord.Field
  ) throws(LexiconError) -> [(String, VerbFeatures)] {
    let halves = spec.split(separator: "/").map { TableParser.trimmed($0) }
    guard let head = halves.first, halves.count <= 2 else {
      throw record.error(.badValue, "`\(spec)` is no verb", "write `past/present`", at: field, of: spec)
    }
    let second = halves.count == 2 ? halves[1] : nil
    let words = head.split(separator: " ").map(String.init)
    switch language {
    case .arabic:
      let tail = words.dropFirst().joined(separator: " ")
      let imperfect = second.map { String($0.split(separator: " ").first ?? "") }
      return ArabicInflection.verb(perfect: words[0], imperfect: imperfect)
        .map { (tail.isEmpty ? $0.text : $0.text + " " + tail, $0.features) }
    case .persian:
      let lead = words.dropLast().joined(separator: " ")
      let present = second.map { String($0.split(separator: " ").last ?? "") }
      return PersianInflection.verb(past: words[words.count - 1], present: present)
        .map { (lead.isEmpty ? $0.text : lead + " " + $0.text, $0.features) }
    case .urdu:
      let lead = words.dropLast().joined(separator: " ")
      return UrduInflection.verb(words[words.count - 1])
        .map { (lead.isEmpty ? $0.text : lead + " " + $0.text, $0.features) }
    }
  }

  // MARK: Fields

  func require(_ record: TableRecord, _ key: String) throws(LexiconError) -> TableRecord.Field {
    guard let field = record.first(key) else {
      throw record.error(.missingField, "\(record.kind) \(record.id) has no `\(key)`", "add the field")
    }
    return field
  }

  /// Splits `fa.noun` into language and the rest (`fa` alone has an empty rest); nil for a key without a language.
  static func languageKey(_ key: String) -> (Language, String)? {
    let parts = key.split(separator: ".", maxSplits: 1)
    guard let first = parts.first, let language = Language(rawValue: String(first)) else { return nil }
    return (language, parts.count > 1 ? String(parts[1]) : "")
  }

  func displayNames(_ record: TableRecord) throws(LexiconError) -> DisplayNames {
    let en = try require(record, "en").value
    func first(_ language: Language) -> String {
      guard let field = record.first(language.rawValue),
        let name = TableParser.alternatives(field.value).first
      else { return en }
      return name.first == "?" ? String(name.dropFirst()) : name
    }
    return DisplayNames(en: en, fa: first(.persian), ar: first(.arabic), ur: first(.urdu))
  }

  mutating func noteMissingLanguages(_ record: TableRecord) {
    let missing = Language.allCases.sorted().filter { language in
      !record.fields.contains { LexiconAssembly.languageKey($0.key)?.0 == language }
    }
    if !missing.isEmpty {
      let codes = missing.map(\.rawValue).joined(separator: ", ")
      warnings.append(
        record.warning(
          .missingLanguage, "\(record.kind) \(record.id) has nothing in \(codes)", "add a line for each of them"))
    }
  }

  func unknown(_ record: TableRecord, _ field: TableRecord.Field) -> LexiconError {
    record.error(
      .unknownField, "\(record.kind) has no field `\(field.key)`", "see the table of fields in docs/lexicons.md",
      at: field)
  }

  static func code(_ text: Substring) -> String? { text == "-" || text == "*" ? nil : String(text) }

  func checkCountry(_ code: String?, _ record: TableRecord, _ field: TableRecord.Field) throws(LexiconError) {
    guard let code else { return }
    let known = LexiconAssembly.countryCodes.contains(code) || lexicon.countries.contains { $0.code == code }
    if !known {
      throw record.error(
        .badValue, "`\(code)` is no country of the tables and no code of PLOVER",
        "use ISO 3166-1 alpha-3, IGO, UNO, EUR, NGO, ISM, IMG, MNC or `-`", at: field)
    }
  }

  static let sectors: Set<String> = [
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU",
    "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC",
  ]

  func checkSector(_ sector: String?, _ record: TableRecord, _ field: TableRecord.Field) throws(LexiconError) {
    if let sector, !LexiconAssembly.sectors.contains(sector) {
      throw record.error(
        .badValue, "`\(sector)` is no sector of PLOVER", "use one of its 25 sectors or `-`", at: field)
    }
  }

  static let contexts: Set<String> = [
    "military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro_democracy",
    "pro_autocracy", "economic", "legal", "reparations", "human_rights", "rights_freedoms", "repression",
    "human_security", "gender", "lgbt", "religion_ethnicity", "inequality", "diplomatic", "territory", "peacekeeping",
    "health", "asylum", "migration", "disasters", "natural_resource", "environment", "technology", "terrorism", "cbrn",
    "cyber", "misinformation", "crime", "corruption", "illegal_drugs", "trafficking",
  ]

  func contexts(_ record: TableRecord) throws(LexiconError) -> [String] {
    var out: [String] = []
    for field in record.all("context") {
      for item in field.value.split(whereSeparator: { $0 == " " || $0 == "|" || $0 == "," }) {
        guard LexiconAssembly.contexts.contains(String(item)) else {
          throw record.error(.badValue, "`\(item)` is no context of PLOVER", "use one of its 37 contexts", at: field)
        }
        out.append(String(item))
      }
    }
    return out.sorted()
  }
}
