import ArabicScript
import NewsEvents

/// The compiled form of a lexicon: a versioned binary that loads in milliseconds.
public enum LexiconBinary {
  static let magic: UInt32 = 0x5844_4C53  // "SLDX"
  static let version: UInt32 = 3

  /// The bytes of `lexicon`; equal lexicons give equal bytes. The fingerprint in the header is the hash of the rest.
  public static func encode(_ lexicon: Lexicon) -> [UInt8] {
    let body = self.body(lexicon)
    var w = ByteWriter()
    w.u32(magic)
    w.u32(version)
    w.string(fingerprint(ofBody: body))
    return w.bytes + body
  }

  /// The first 16 hexadecimal digits of the body's SHA-256.
  static func fingerprint(ofBody body: [UInt8]) -> String { ContentHash(of: body).hex(16) }

  static func body(_ lexicon: Lexicon) -> [UInt8] {
    var w = ByteWriter()
    w.int(lexicon.countries.count)
    for e in lexicon.countries {
      w.string(e.code)
      w.string(e.name)
      write(e.display, &w)
    }
    w.int(lexicon.actors.count)
    for e in lexicon.actors {
      w.string(e.id)
      w.byte(e.kind.rawValue)
      w.optional(e.country)
      w.optional(e.sector)
      w.byte(e.takesCountry ? 1 : 0)
      w.strings(e.contexts)
      write(e.display, &w)
    }
    w.int(lexicon.persons.count)
    for e in lexicon.persons {
      w.string(e.id)
      w.int(e.roles.count)
      for r in e.roles {
        w.optional(r.country)
        w.optional(r.sector)
        w.optional(r.office)
        w.optional(r.from)
        w.optional(r.until)
      }
      write(e.display, &w)
    }
    w.int(lexicon.offices.count)
    for e in lexicon.offices {
      w.string(e.id)
      w.optional(e.sector)
      write(e.display, &w)
    }
    w.int(lexicon.places.count)
    for e in lexicon.places {
      w.string(e.id)
      w.optional(e.country)
      w.optional(e.parent)
      w.optional(e.latitude)
      w.optional(e.longitude)
      w.byte(e.feature.rawValue)
      write(e.display, &w)
    }
    w.int(lexicon.triggers.count)
    for e in lexicon.triggers {
      w.string(e.id)
      w.string(e.type)
      w.optional(e.mode)
      w.strings(e.contexts)
      w.optional(e.status)
      w.byte(e.mutual ? 1 : 0)
      w.int(e.weight)
      w.int(e.frames.count)
      for (language, frame) in e.frames.sorted(by: { $0.key < $1.key }) {
        w.string(language)
        write(frame.agent, &w)
        write(frame.recipient, &w)
      }
    }
    w.int(lexicon.lightNouns.count)
    for e in lexicon.lightNouns {
      w.int(e.trigger)
      w.u32s(e.verbs.map { UInt32($0) })
    }
    w.int(lexicon.lightVerbs.count)
    for e in lexicon.lightVerbs {
      w.string(e.id)
      w.string(e.language.rawValue)
      w.string(e.lemma)
      w.byte((e.passive ? 1 : 0) + (e.apart ? 2 : 0))
    }
    w.int(lexicon.markers.count)
    for e in lexicon.markers {
      w.string(e.id)
      w.string(e.class)
      w.optional(e.modeType)
      w.optional(e.mode)
      w.optional(e.context)
    }
    w.int(lexicon.cues.count)
    for e in lexicon.cues {
      w.string(e.class)
      w.string(e.language.rawValue)
      w.string(String(decoding: e.prefix.flatMap { [0x61 + ($0 >> 4), 0x61 + ($0 & 15)] }, as: UTF8.self))
    }
    for language in Language.allCases.sorted() {
      guard let automaton = lexicon.automata[language] else { continue }
      w.string(language.rawValue)
      w.u64s(automaton.words.keys)
      w.u32s(automaton.words.values)
      w.u64s(automaton.edges.keys)
      w.u32s(automaton.edges.values)
      w.u32s(automaton.starts)
      w.u64s(automaton.outputs)
    }
    return w.bytes
  }

  /// The lexicon in `bytes`. Throws when they are no compiled lexicon, or one of another version.
  public static func decode(_ bytes: [UInt8]) throws(LexiconError) -> Lexicon {
    var r = ByteReader(bytes)
    guard try r.u32() == magic else { throw ByteReader.corrupt("it does not begin like a compiled lexicon") }
    let found = try r.u32()
    guard found == version else {
      throw LexiconError(
        code: .unsupportedBinary, file: "compiled lexicon", line: 0,
        message: "it has format \(found), this program reads \(version)",
        remedy: "compile the tables with this program: `silsila lexicon compile`")
    }
    var lexicon = Lexicon()
    lexicon.fingerprint = try r.string()
    lexicon.countries = try r.list(20) { r throws(LexiconError) in
      CountryEntry(code: try code(&r), name: try r.string(), display: try names(&r))
    }
    lexicon.actors = try r.list(20) { r throws(LexiconError) in try actor(&r) }
    lexicon.persons = try r.list(20) { r throws(LexiconError) in try person(&r) }
    lexicon.offices = try r.list(20) { r throws(LexiconError) in
      OfficeEntry(id: try r.string(), sector: try optionalCode(&r), display: try names(&r))
    }
    lexicon.places = try r.list(20) { r throws(LexiconError) in try place(&r) }
    lexicon.triggers = try r.list(20) { r throws(LexiconError) in try trigger(&r) }
    lexicon.lightNouns = try r.list(8) { r throws(LexiconError) in
      LightNoun(trigger: try r.int(), verbs: try r.u32s().map { Int($0) })
    }
    lexicon.lightVerbs = try r.list(10) { r throws(LexiconError) in
      let (id, key, lemma, flags) = (try r.string(), try language(&r), try r.string(), try r.byte())
      return LightVerbEntry(id: id, language: key, lemma: lemma, passive: flags & 1 != 0, apart: flags & 2 != 0)
    }
    lexicon.markers = try r.list(10) { r throws(LexiconError) in
      MarkerEntry(
        id: try r.string(), class: try r.string(), modeType: try r.optionalString(), mode: try r.optionalString(),
        context: try r.optionalString())
    }
    lexicon.cues = try r.list(10) { r throws(LexiconError) in try cue(&r) }
    while !r.isAtEnd {
      let key = try language(&r)
      lexicon.automata[key] = try automaton(&r, key, lexicon)
    }
    guard lexicon.automata.count == Language.allCases.count else {
      throw ByteReader.corrupt("it lacks the phrases of a language")
    }
    return lexicon
  }

  // MARK: Parts

  private static func write(_ d: DisplayNames, _ w: inout ByteWriter) {
    for name in [d.en, d.fa, d.ar, d.ur] { w.string(name) }
  }

  private static func names(_ r: inout ByteReader) throws(LexiconError) -> DisplayNames {
    DisplayNames(en: try r.string(), fa: try r.string(), ar: try r.string(), ur: try r.string())
  }

  private static func write(_ slots: [RoleSlot], _ w: inout ByteWriter) {
    w.int(slots.count)
    for slot in slots {
      switch slot {
      case .subject: w.byte(0)
      case .object: w.byte(1)
      case .genitive: w.byte(2)
      case .adjective: w.byte(3)
      case .marker(let text):
        w.byte(4)
        w.string(text)
      }
    }
  }

  private static func slots(_ r: inout ByteReader) throws(LexiconError) -> [RoleSlot] {
    try r.list(1) { r throws(LexiconError) in
      switch try r.byte() {
      case 0: .subject
      case 1: .object
      case 2: .genitive
      case 3: .adjective
      case 4: .marker(try r.string())
      default: throw ByteReader.corrupt("an unknown role slot")
      }
    }
  }

  private static func optionalCode(_ r: inout ByteReader) throws(LexiconError) -> String? {
    guard let code = try r.optionalString() else { return nil }
    return try checked(code)
  }

  private static func code(_ r: inout ByteReader) throws(LexiconError) -> String { try checked(try r.string()) }

  private static func checked(_ code: String) throws(LexiconError) -> String {
    guard code.utf8.count <= CountryEntry.longestCode else { throw ByteReader.corrupt("a code of many letters") }
    return code
  }

  private static func language(_ r: inout ByteReader) throws(LexiconError) -> Language {
    let code = try r.string()
    guard let language = Language(rawValue: code) else { throw ByteReader.corrupt("an unknown language `\(code)`") }
    return language
  }

  private static func actor(_ r: inout ByteReader) throws(LexiconError) -> ActorEntry {
    let id = try r.string()
    guard let kind = ActorEntry.Kind(rawValue: try r.byte()) else { throw ByteReader.corrupt("an unknown kind") }
    return ActorEntry(
      id: id, kind: kind, country: try optionalCode(&r), sector: try optionalCode(&r),
      takesCountry: try r.byte() == 1, contexts: try r.strings(), display: try names(&r))
  }

  private static func person(_ r: inout ByteReader) throws(LexiconError) -> PersonEntry {
    let id = try r.string()
    let roles = try r.list(5) { r throws(LexiconError) in
      Role(
        country: try optionalCode(&r), sector: try optionalCode(&r), office: try r.optionalString(),
        from: try r.optionalInt32(), until: try r.optionalInt32())
    }
    return PersonEntry(id: id, roles: roles, display: try names(&r))
  }

  private static func place(_ r: inout ByteReader) throws(LexiconError) -> PlaceEntry {
    let id = try r.string()
    let country = try optionalCode(&r), parent = try r.optionalString()
    let latitude = try r.optionalInt32(), longitude = try r.optionalInt32()
    guard let feature = PlaceEntry.Feature(rawValue: try r.byte()) else {
      throw ByteReader.corrupt("an unknown feature")
    }
    return PlaceEntry(
      id: id, country: country, parent: parent, latitude: latitude, longitude: longitude, feature: feature,
      display: try names(&r))
  }

  private static func trigger(_ r: inout ByteReader) throws(LexiconError) -> TriggerEntry {
    let id = try r.string(), type = try r.string()
    guard EventType(rawValue: type) != nil else { throw ByteReader.corrupt("an unknown event type `\(type)`") }
    let mode = try r.optionalString()
    let contexts = try r.strings()
    let status = try r.optionalString()
    let mutual = try r.byte() == 1
    let weight = try r.int()
    var frames: [String: Frame] = [:]
    for _ in 0..<(try r.count(9)) {
      let language = try r.string()
      frames[language] = Frame(agent: try slots(&r), recipient: try slots(&r))
    }
    return TriggerEntry(
      id: id, type: type, mode: mode, contexts: contexts, status: status, mutual: mutual, weight: weight,
      frames: frames)
  }

  private static func cue(_ r: inout ByteReader) throws(LexiconError) -> CueEntry {
    let name = try r.string()
    let key = try language(&r)
    let letters = Array(try r.string().utf8)
    guard letters.count % 2 == 0, letters.allSatisfy({ $0 >= 0x61 && $0 <= 0x70 }) else {
      throw ByteReader.corrupt("a malformed cue")
    }
    let prefix = stride(from: 0, to: letters.count, by: 2).map { (letters[$0] - 0x61) << 4 | (letters[$0 + 1] - 0x61) }
    return CueEntry(class: name, language: key, prefix: prefix)
  }

  private static func automaton(
    _ r: inout ByteReader, _ language: Language, _ lexicon: Lexicon
  ) throws(LexiconError) -> PhraseAutomaton {
    guard let words = WordTable(keys: try r.u64s(), values: try r.u32s()),
      let edges = WordTable(keys: try r.u64s(), values: try r.u32s())
    else { throw ByteReader.corrupt("a malformed word table") }
    let starts = try r.u32s()
    let outputs = try r.u64s()
    let nodes = starts.count - 1
    guard nodes >= 1, starts.last == UInt32(outputs.count), zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }),
      edges.values.allSatisfy({ Int($0) < nodes }), PhraseAutomaton.Output.areValid(outputs, in: lexicon)
    else { throw ByteReader.corrupt("a malformed automaton") }
    return PhraseAutomaton(language: language, words: words, edges: edges, starts: starts, outputs: outputs)
  }
}
