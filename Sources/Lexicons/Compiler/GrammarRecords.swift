import ArabicScript
import NewsEvents

/// Frames, light verbs, triggers, markers and cues.
extension LexiconAssembly {
  mutating func addFrame(_ record: TableRecord) throws(LexiconError) {
    var byLanguage: [String: Frame] = [:]
    for field in record.fields { try addSlots(field, record, to: &byLanguage) }
    frames[record.id] = byLanguage
  }

  private func addSlots(
    _ field: TableRecord.Field, _ record: TableRecord, to frames: inout [String: Frame]
  ) throws(LexiconError) {
    guard let (language, part) = LexiconAssembly.languageKey(field.key), part == "agent" || part == "recipient" else {
      throw unknown(record, field)
    }
    let slots = TableParser.alternatives(field.value).map { slot(in: $0, language: language) }
    var frame = frames[language.rawValue] ?? Frame(agent: [], recipient: [])
    if part == "agent" { frame.agent = slots } else { frame.recipient = slots }
    frames[language.rawValue] = frame
  }

  private func slot(in text: String, language: Language) -> RoleSlot {
    switch text {
    case "subject": .subject
    case "object": .object
    case "ezafe", "genitive": .genitive
    case "adjective": .adjective
    default: .marker(text)
    }
  }

  mutating func addLightVerb(_ record: TableRecord) throws(LexiconError) {
    var lemma: [Language: String] = [:]
    let apart = record.first("apart")?.value == "yes"
    for field in record.fields where field.key != "apart" {
      guard let (language, part) = LexiconAssembly.languageKey(field.key), part == "active" || part == "passive" else {
        throw unknown(record, field)
      }
      let passive = part == "passive"
      for spec in TableParser.alternatives(field.value) {
        let head = String(spec.split(separator: "/").first ?? "")
        let name = lemma[language] ?? TableParser.trimmed(head[...])
        if lemma[language] == nil { lemma[language] = name }
        let index = lexicon.lightVerbs.count
        lexicon.lightVerbs.append(
          LightVerbEntry(id: record.id, language: language, lemma: name, passive: passive, apart: apart))
        lightVerbs[language.rawValue + " " + name, default: []].append(index)
        try verb(spec, language, record: record, field: field) { features in
          .lightVerb(index, passive ? features.union(.passive) : features)
        }
      }
    }
  }

  mutating func addTrigger(_ record: TableRecord) throws(LexiconError) {
    let typeField = try require(record, "type")
    guard let type = EventType(rawValue: typeField.value) else {
      throw record.error(
        .badValue, "`\(typeField.value)` is no event type of PLOVER",
        "use one of \(EventType.allCases.map(\.rawValue).joined(separator: ", "))", at: typeField)
    }
    let mode = record.first("mode")
    if let mode, !EventModes.of(type).contains(mode.value) {
      throw record.error(
        .badValue, "\(type.rawValue) has no mode `\(mode.value)`",
        EventModes.of(type).isEmpty
          ? "delete the line" : "use one of \(EventModes.of(type).joined(separator: ", "))", at: mode)
    }
    let status = record.first("status")
    if let status, EventStatus(rawValue: status.value) == nil {
      throw record.error(
        .badValue, "`\(status.value)` is no status",
        "use one of \(EventStatus.allCases.map(\.rawValue).joined(separator: ", "))", at: status)
    }
    var weight = 5
    if let field = record.first("weight") {
      guard let value = Int(field.value), (1...9).contains(value) else {
        throw record.error(.badValue, "`\(field.value)` is no weight", "write a number from 1 to 9", at: field)
      }
      weight = value
    }
    var slots: [String: Frame] = [:]
    if let field = record.first("frame") {
      guard let named = frames[field.value] else {
        throw record.error(
          .unknownReference, "there is no frame `\(field.value)`", "define it or correct the name", at: field)
      }
      slots = named
    }
    let index = lexicon.triggers.count
    noteMissingLanguages(record)
    for field in record.fields
    where !["type", "mode", "context", "status", "mutual", "weight", "frame", "en"].contains(field.key) {
      guard let (language, part) = LexiconAssembly.languageKey(field.key) else { throw unknown(record, field) }
      switch part {
      case "agent", "recipient": try addSlots(field, record, to: &slots)
      default: try addTriggerWords(part, language, index, field, record)
      }
    }
    lexicon.triggers.append(
      TriggerEntry(
        id: record.id, type: type.rawValue, mode: mode?.value, contexts: try contexts(record), status: status?.value,
        mutual: record.first("mutual")?.value == "yes", weight: weight, frames: slots))
  }

  private mutating func addTriggerWords(
    _ part: String, _ language: Language, _ index: Int, _ field: TableRecord.Field, _ record: TableRecord
  ) throws(LexiconError) {
    for entry in TableParser.alternatives(field.value) {
      switch part {
      case "noun":
        try phrase(entry, language, .triggerNoun(index), inflect: .noun, record: record, field: field)
      case "verb":
        try verb(entry, language, record: record, field: field) { .triggerVerb(index, $0) }
      case "form": try phrase(entry, language, .triggerForm(index), record: record, field: field)
      case "not": try phrase(entry, language, .notTrigger(index), inflect: .noun, record: record, field: field)
      case "light": try addLightNoun(entry, language, index, field, record)
      default: throw unknown(record, field)
      }
    }
  }

  private mutating func addLightNoun(
    _ entry: String, _ language: Language, _ trigger: Int, _ field: TableRecord.Field, _ record: TableRecord
  ) throws(LexiconError) {
    let halves = entry.split(separator: "+").map { TableParser.trimmed($0) }
    guard halves.count == 2 else {
      throw record.error(
        .badValue, "`\(entry)` is no light-verb construction",
        language == .arabic ? "write `شن + هجوم`" : "write the noun, `+`, light verbs", at: field, of: entry)
    }
    let (noun, verbs) = language == .arabic ? (halves[1], halves[0]) : (halves[0], halves[1])
    var indices: [Int] = []
    for name in verbs.split(separator: " ") {
      let lemma = name.split(separator: "_").joined(separator: " ")
      guard let known = lightVerbs[language.rawValue + " " + lemma] else {
        throw record.error(
          .unknownReference, "there is no light verb `\(lemma)` in \(language.rawValue)",
          "add it to the table of light verbs or correct it", at: field, of: entry)
      }
      indices += known
    }
    let index = lexicon.lightNouns.count
    lexicon.lightNouns.append(LightNoun(trigger: trigger, verbs: indices.sorted()))
    try phrase(noun, language, .triggerLight(index), inflect: .noun, record: record, field: field)
  }

  mutating func addMarker(_ record: TableRecord) throws(LexiconError) {
    var entry = MarkerEntry(id: record.id, class: try require(record, "class").value)
    if entry.class == "ordinary" { return try addOrdinaryWords(record) }
    if let field = record.first("mode") {
      let parts = field.value.split(separator: " ").map(String.init)
      guard parts.count == 2, let type = EventType(rawValue: parts[0]), EventModes.of(type).contains(parts[1]) else {
        throw record.error(.badValue, "`\(field.value)` is no mode", "write `mode ASSAULT drone`", at: field)
      }
      entry.modeType = parts[0]
      entry.mode = parts[1]
    }
    entry.context = try contexts(record).first
    let index = lexicon.markers.count
    lexicon.markers.append(entry)
    noteMissingLanguages(record)
    for field in record.fields where !["class", "mode", "context", "en"].contains(field.key) {
      guard let (language, part) = LexiconAssembly.languageKey(field.key), part.isEmpty else {
        throw unknown(record, field)
      }
      let inflect: Inflect = ["mode", "context", "person"].contains(entry.class) ? .noun : .none
      for word in TableParser.alternatives(field.value) {
        try phrase(word, language, .marker(index), inflect: inflect, record: record, field: field)
      }
    }
  }

  private mutating func addOrdinaryWords(_ record: TableRecord) throws(LexiconError) {
    for field in record.fields where field.key != "class" {
      guard let (language, part) = LexiconAssembly.languageKey(field.key), part.isEmpty else {
        throw unknown(record, field)
      }
      ordinaryWords += TableParser.alternatives(field.value).map { ($0, language) }
    }
  }

  mutating func addCue(_ record: TableRecord) throws(LexiconError) {
    let name = try require(record, "class").value
    for field in record.fields where field.key != "class" && field.key != "en" {
      guard let (language, part) = LexiconAssembly.languageKey(field.key), part.isEmpty else {
        throw unknown(record, field)
      }
      for word in TableParser.alternatives(field.value) {
        for spelling in AutomatonBuilder.spellings(of: word) {
          let prefix = FoldedText.key(spelling, language: language)
          if !prefix.isEmpty { lexicon.cues.append(CueEntry(class: name, language: language, prefix: prefix)) }
        }
      }
    }
  }
}
