import NewsEvents

/// The title and the summary of an event, written from its coded fields alone.
struct Headline {
  let event: TimelineEvent
  let mutual: Bool
  let names: NameTable

  private static let instruments = ["heavy-weapons", "aerial", "drone", "explosives", "firearms"]

  var title: LocalizedText {
    let actors = event.actors.isEmpty ? [NounPhrase.unknown] : unique(event.actors.map { noun($0, acting: true) })
    // "India restricts India" says no more than "India imposes restrictions".
    let recipients = unique(targets.map { noun($0, acting: false) }).filter { recipient in
      !actors.contains { $0.text.en == recipient.text.en }
    }
    let set = PhraseSet.of(event.type, modes: event.modes)
    let together = recipients.isEmpty && actors.count > 1
    let phrase =
      recipients.isEmpty ? (together ? set.together ?? set.alone : set.alone) : set.to
    let many = actors.count > 1 || actors.contains(where: \.plural)
    let place = placeText(beside: targets + event.actors)
    let tools = toolText(hasPlace: place.en.contains(","))

    func fill(_ pattern: String, _ language: KeyPath<LocalizedText, String>, _ chosen: (String) -> String) -> String {
      var out = "", form = "", slot = ""
      enum Mode { case text, form, slot }
      var mode = Mode.text
      for scalar in pattern.unicodeScalars {
        switch (mode, scalar) {
        case (.text, "["): mode = .form
        case (.form, "]"):
          out += chosen(form)
          form = ""
          mode = .text
        case (.text, "{"): mode = .slot
        case (.slot, "}"):
          switch slot {
          case "A": out += list(actors, language)
          case "R": out += list(recipients.map(\.oblique), language)
          case "P": out += place[keyPath: language]
          default: out += tools[keyPath: language]
          }
          slot = ""
          mode = .text
        case (.text, _): out.unicodeScalars.append(scalar)
        case (.form, _): form.unicodeScalars.append(scalar)
        case (.slot, _): slot.unicodeScalars.append(scalar)
        }
      }
      return out
    }
    func number(_ forms: String) -> String {
      let parts = forms.split(separator: "|", omittingEmptySubsequences: false)
      return String(many ? parts.last ?? "" : parts.first ?? "")
    }
    let label = Self.label(event.status)
    let isOpen = event.status == .planned || event.status == .hypothetical
    return LocalizedText(
      en: label.en + Self.capitalized(fill(phrase.en, \.en, number), unless: !label.en.isEmpty),
      fa: label.fa + fill(isOpen ? PersianVerb.future(phrase.fa) : phrase.fa, \.fa, number),
      ar: label.ar + fill(phrase.ar, \.ar) { ArabicVerb.present($0, actors.map(\.arabic)) },
      ur: label.ur + fill(phrase.ur, \.ur, number))
  }

  var summary: LocalizedText {
    let title = self.title
    var en = [title.en], fa = [title.fa], ar = [title.ar], ur = [title.ur]
    for (count, words) in [
      (event.deaths, ("killed", "کشته", "القتلى", "ہلاک")), (event.injured, ("injured", "زخمی", "الجرحى", "زخمی")),
      (event.arrested, ("arrested", "بازداشتی", "المعتقلون", "گرفتار")),
    ] {
      guard let count else { continue }
      en.append("\(Self.capitalized(words.0)): \(Self.count(count, "at least ", "at most ", digits: 0x30))")
      fa.append("\(words.1): \(Self.count(count, "دست‌کم ", "حداکثر ", digits: 0x6F0))")
      ar.append("\(words.2): \(Self.count(count, "على الأقل ", "على الأكثر ", digits: 0x30))")
      ur.append("\(words.3): \(Self.count(count, "کم از کم ", "زیادہ سے زیادہ ", digits: 0x30))")
    }
    let n = event.sources.count
    en.append("Independent sources: \(n)")
    fa.append("منابع مستقل: \(Self.digits(n, 0x6F0))")
    ar.append("المصادر المستقلة: \(n)")
    ur.append("آزاد ذرائع: \(n)")
    if event.conflicts.contains(where: { $0.field == "date" }) {
      en.append("Sources disagree on the day")
      fa.append("منابع بر سر روز آن هم‌نظر نیستند")
      ar.append("تختلف المصادر في اليوم")
      ur.append("ذرائع دن پر متفق نہیں")
    }
    func text(_ parts: [String], stop: String) -> String { parts.map { $0 + stop }.joined(separator: " ") }
    return LocalizedText(
      en: text(en, stop: "."), fa: text(fa, stop: "."), ar: text(ar, stop: "."), ur: text(ur, stop: "۔"))
  }

  // MARK: Parties

  private func noun(_ party: Party, acting: Bool) -> NounPhrase {
    let nonState = Sectors.isNonState(party.sector)
    if nonState || party.country == nil, let named = named(party) { return named }
    if let country = party.country, let name = names.name(country) {
      if let sector = party.sector, !(acting && (sector == "COP" || sector == "MIL")),
        let phrase = NounPhrase.sector(sector, of: name)
      {
        return phrase
      }
      if nonState, let sector = party.sector, var phrase = NounPhrase.sector(sector) {
        phrase.text = LocalizedText(
          en: "\(phrase.text.en) from \(name.text.en)", fa: "\(phrase.text.fa) از \(name.text.fa)",
          ar: "\(phrase.text.ar) من \(name.text.ar)", ur: "\(name.text.ur) سے \(phrase.text.ur)")
        return phrase
      }
      return NounPhrase(name)
    }
    if let named = named(party) { return named }
    return party.sector.flatMap { NounPhrase.sector($0) } ?? .unknown
  }

  /// A party by its own name: the table's, else its English name with what each language's articles write.
  private func named(_ party: Party) -> NounPhrase? {
    if let entity = party.entity, let name = names.name(entity) {
      return NounPhrase(name)
    }
    guard let key = PartyIdentity.key(party) else { return nil }
    var written: [Language: String] = [:]
    for mention in event.mentions {
      for other in mention.actors + mention.recipients where PartyIdentity.key(other) == key {
        if let quote = other.quote, !quote.text.isEmpty {
          written[mention.language] = written[mention.language].map { min($0, quote.text) } ?? quote.text
        }
      }
    }
    guard let name = party.name ?? written[.persian] ?? written[.arabic] ?? written[.urdu] else { return nil }
    let ar = written[.arabic] ?? name
    return NounPhrase(
      name, written[.persian] ?? name, ar, written[.urdu] ?? name,
      arabic: ArabicGender.isFeminine(ar) ? .feminine : .masculine)
  }

  /// The recipients, without a country that only stands for the ground on which a named group was hit.
  private var targets: [Party] {
    let groups = event.recipients.filter { Sectors.isNonState($0.sector) || $0.country == nil }
    guard event.type == .assault, !groups.isEmpty else { return event.recipients }
    return event.recipients.filter { party in
      Sectors.isNonState(party.sector) || party.country == nil || party.sector != nil
    }
  }

  /// The place, or the country on whose ground the group was hit.
  private var ground: Place? {
    if let place = event.location { return place }
    guard targets.count < event.recipients.count,
      let country = event.recipients.first(where: { !targets.contains($0) })?.country,
      let name = names.name(country)
    else { return nil }
    return Place(name: name.text.en, country: country)
  }

  private func unique(_ nouns: [NounPhrase]) -> [NounPhrase] {
    var out: [NounPhrase] = []
    for noun in nouns where !out.contains(where: { $0.text.en == noun.text.en }) { out.append(noun) }
    return out
  }

  /// "A", "A and B", "A, B and C", "A, B and others".
  private func list(_ nouns: [NounPhrase], _ language: KeyPath<LocalizedText, String>) -> String {
    var items = nouns.map { $0.text[keyPath: language] }
    let others = LocalizedText(en: "others", fa: "دیگران", ar: "آخرون", ur: "دیگر")
    if items.count > 3 { items = items.prefix(2) + [others[keyPath: language]] }
    guard let last = items.popLast() else { return "" }
    guard !items.isEmpty else { return last }
    let comma = LocalizedText(en: ", ", fa: "، ", ar: " و", ur: "، ")
    let and = LocalizedText(en: " and ", fa: " و ", ar: " و", ur: " اور ")
    return items.joined(separator: comma[keyPath: language]) + and[keyPath: language] + last
  }

  // MARK: Place and instruments

  private func placeText(beside parties: [Party]) -> LocalizedText {
    let none = LocalizedText(en: "", fa: "", ar: "", ur: "")
    // An organisation is no place.
    guard let place = ground, place.country.map(CountryNames.isCountry) ?? true else { return none }
    let country = place.country.flatMap(names.name)
    if PlaceMerging.isCountry(place) {
      // "Iran strikes Pakistan in Pakistan" says nothing new.
      guard let country, !parties.contains(where: { $0.country == place.country && !Sectors.isNonState($0.sector) })
      else { return none }
      return Self.within(country.text)
    }
    let native = written(place)
    guard let country else {
      return Self.within(
        LocalizedText(
          en: EnglishPlace.withArticle(place.name), fa: native.fa ?? place.name, ar: native.ar ?? place.name,
          ur: native.ur ?? place.name))
    }
    let c = country.text
    // Where a language has no name for the place the country stands for it, unless the title names it already.
    let known = parties.contains { $0.country == place.country }
    return LocalizedText(
      en: place.name.contains(c.en) ? " in \(place.name)" : " in \(EnglishPlace.withArticle(place.name)), \(c.en)",
      fa: native.fa.map { known ? " در \($0)" : " در \($0) \(c.fa)" } ?? (known ? "" : " در \(c.fa)"),
      ar: native.ar.map { known ? " في \($0)" : " في \($0) (\(c.ar))" } ?? (known ? "" : " في \(c.ar)"),
      ur: native.ur.map { known ? "\($0) میں " : "\(c.ur) کے علاقے \($0) میں " } ?? (known ? "" : "\(c.ur) میں "))
  }

  private static func within(_ name: LocalizedText) -> LocalizedText {
    LocalizedText(en: " in \(name.en)", fa: " در \(name.fa)", ar: " في \(name.ar)", ur: "\(name.ur) میں ")
  }

  /// The place as the table or the articles of each language write it.
  private func written(_ place: Place) -> (fa: String?, ar: String?, ur: String?) {
    if let name = place.entity.flatMap(names.name) { return (name.text.fa, name.text.ar, name.text.ur) }
    var out: [Language: String] = [:]
    for mention in event.mentions {
      guard let other = mention.location, other.entity == place.entity, other.name == place.name,
        let quote = other.quote?.text, !quote.isEmpty
      else { continue }
      out[mention.language] = out[mention.language].map { min($0, quote) } ?? quote
    }
    return (out[.persian], out[.arabic], out[.urdu])
  }

  private func toolText(hasPlace: Bool) -> LocalizedText {
    guard event.type == .assault else { return LocalizedText(en: "", fa: "", ar: "", ur: "") }
    let missiles = event.mentions.contains { TopicWords.speaksOfMissiles($0.sentence.text) }
    let tools = Self.instruments.filter(event.modes.contains).compactMap {
      NounPhrase.instrument($0, missiles: missiles)
    }
    guard !tools.isEmpty else { return LocalizedText(en: "", fa: "", ar: "", ur: "") }
    return LocalizedText(
      en: (hasPlace ? "," : "") + " with " + list(tools, \.en), fa: " با " + list(tools, \.fa),
      ar: " ب" + list(tools, \.ar), ur: list(tools, \.ur) + " سے ")
  }

  // MARK: Words

  /// What stands before the title of an event that is no plain fact.
  private static func label(_ status: EventStatus) -> LocalizedText {
    switch status {
    case .occurred, .ongoing: LocalizedText(en: "", fa: "", ar: "", ur: "")
    case .planned: LocalizedText(en: "Planned: ", fa: "برنامه: ", ar: "مرتقب: ", ur: "متوقع: ")
    case .hypothetical: LocalizedText(en: "Possible: ", fa: "احتمال: ", ar: "احتمال: ", ur: "امکان: ")
    case .denied: LocalizedText(en: "Denied: ", fa: "تکذیب: ", ar: "نفي: ", ur: "تردید: ")
    case .historical: LocalizedText(en: "Background: ", fa: "پیشینه: ", ar: "خلفية: ", ur: "پس منظر: ")
    }
  }

  private static func capitalized(_ text: String, unless: Bool = false) -> String {
    guard let first = text.first else { return text }
    return first.uppercased() + text.dropFirst()
  }

  private static func count(_ range: CountRange, _ least: String, _ most: String, digits zero: UInt32) -> String {
    switch (range.min, range.max) {
    case (let a?, let b?): a == b ? digits(a, zero) : "\(digits(a, zero))–\(digits(b, zero))"
    case (let a?, nil): least + digits(a, zero)
    case (nil, let b?): most + digits(b, zero)
    case (nil, nil): ""
    }
  }

  private static func digits(_ n: Int, _ zero: UInt32) -> String {
    var out = ""
    for scalar in String(n).unicodeScalars {
      out.unicodeScalars.append(scalar.value >= 0x30 ? Unicode.Scalar(scalar.value - 0x30 + zero) ?? scalar : scalar)
    }
    return out
  }
}

/// The article that English gives to some places.
enum EnglishPlace {
  /// "the West Bank", "the Persian Gulf": names of banks, seas, straits, deserts and groups of islands take it.
  static func withArticle(_ name: String) -> String {
    guard !name.hasPrefix("the "), !name.hasPrefix("The "), let last = name.split(separator: " ").last else {
      return name
    }
    let takes = heads.contains(String(last)) || firsts.contains { name.hasPrefix($0) } || rivers.contains(name)
    return takes ? "the " + name : name
  }

  private static let heads: Set<String> = [
    "Bank", "Sea", "Ocean", "Gulf", "Strip", "Strait", "Canal", "River", "Desert", "Peninsula", "Islands", "Heights",
    "Mountains", "Valley", "Crossing", "Corridor", "Region", "Kingdom", "Emirates",
  ]
  private static let firsts = ["Strait of ", "Gulf of ", "Sea of ", "Bay of ", "Suez Canal", "Middle East", "Horn of "]
  private static let rivers: Set<String> = [
    "Euphrates", "Tigris", "Nile", "Litani", "Sahel", "Sahara", "Donbas", "Caucasus",
  ]
}

/// Persian verbs of titles.
enum PersianVerb {
  /// A pattern that ends in a past verb, told of the future: `[کرد|کردند]` → `[خواهد کرد|خواهند کرد]`, `رسیدند` → `خواهند رسید`.
  static func future(_ pattern: String) -> String {
    if pattern.hasSuffix("]"), let open = pattern.lastIndex(of: "[") {
      let forms = pattern[pattern.index(after: open)...].dropLast().split(separator: "|")
      guard let stem = forms.first else { return pattern }
      return pattern[..<open] + "[خواهد \(stem)|خواهند \(stem)]"
    }
    guard pattern.hasSuffix("ند"), let space = pattern.lastIndex(of: " ") else { return pattern }
    return pattern[...space] + "خواهند " + pattern[pattern.index(after: space)...].dropLast(2)
  }
}

/// Present-tense agreement of an Arabic verb that follows its subject.
enum ArabicVerb {
  /// يتفق, تتفق, يتفقان, تتفقان, يهاجمون: for these subjects. Three and more names that are not persons take the
  /// feminine singular.
  static func present(_ stem: String, _ subjects: [NounPhrase.ArabicForm]) -> String {
    if subjects.contains(.people) {
      return "ي" + (stem.hasSuffix("ي") ? String(stem.dropLast()) : stem) + "ون"
    }
    switch subjects.count {
    case 0, 1: return (subjects.first == .feminine ? "ت" : "ي") + stem
    case 2: return (subjects.allSatisfy { $0 == .feminine } ? "ت" : "ي") + stem + "ان"
    default: return "ت" + stem
    }
  }
}
