import ArabicScript
package import NewsEvents

/// Finds who is meant where the coder's lexicon did not know the spelling.
///
/// Translation and agencies garble names: جايش آل أدل for جیش العدل, جلال عباس for جليل عباس. A party that is only "militants"
/// or "the foreign minister" takes the entity whose whole name, by the consonants of each word, stands beside its words,
/// when the context agrees: an armed group's name for an armed group, a person's for an office of a country that the
/// person served. One word, and so a surname alone, links nothing.
package struct EntityLinker: Sendable {
  package struct Entity: Sendable {
    package var id: String
    package var name: String
    package var countries: Set<String>
    package var isArmedGroup: Bool

    package init(id: String, name: String, countries: Set<String> = [], isArmedGroup: Bool = false) {
      self.id = id
      self.name = name
      self.countries = countries
      self.isArmedGroup = isArmedGroup
    }
  }

  /// By the consonants of the whole name; nil where two entities share them.
  private var byKey: [[UInt8]: Entity?] = [:]

  /// Words in the longest name that is looked for.
  private static let longest = 4
  /// Consonants that a name must have to be told from other words.
  private static let letters = 5
  /// Scalars before and after the party's own words in which its name stands.
  private static let before = 40
  private static let after = 70

  /// Adds an entity by one of its names. Later ones with the same consonants make the name useless.
  package mutating func add(_ entity: Entity, named name: String, language: Language) {
    let words = NameSkeleton(name, language: language).words
    guard (2...Self.longest).contains(words.count), words.reduce(0, { $0 + $1.count }) >= Self.letters else { return }
    let key = Self.key(words[...])
    if let known = byKey[key], known?.id != entity.id {
      byKey[key] = .some(nil)
    } else {
      byKey[key] = entity
    }
  }

  private static func key(_ words: ArraySlice<[UInt8]>) -> [UInt8] {
    Array(words.joined(separator: [UInt8(ascii: "-")]))
  }

  /// The mention with the parties that could be named. O(sentence) for each party that is not.
  func linked(_ mention: EventMention) -> EventMention {
    guard !byKey.isEmpty, (mention.actors + mention.recipients).contains(where: Self.isOpen) else { return mention }
    var out = mention
    for i in out.actors.indices { link(&out.actors[i], in: mention) }
    for i in out.recipients.indices { link(&out.recipients[i], in: mention) }
    return out
  }

  /// An armed group without a name, or an office of a country without a person.
  private static func isOpen(_ party: Party) -> Bool {
    party.entity == nil && party.quote != nil
      && (Sectors.isNonState(party.sector) || party.country != nil && party.sector == "GOV")
  }

  private func link(_ party: inout Party, in mention: EventMention) {
    guard Self.isOpen(party), let range = party.quote?.range else { return }
    let sentence = mention.sentence.range
    guard sentence.start <= range.start, range.end <= sentence.end else { return }
    let scalars = Array(mention.sentence.text.unicodeScalars)
    let low = max(0, Int(range.start - sentence.start) - Self.before)
    let high = min(scalars.count, Int(range.end - sentence.start) + Self.after)
    guard low < high else { return }
    let text = String(String.UnicodeScalarView(scalars[low..<high]))
    let words = NameSkeleton(text, language: mention.language).words
    for length in stride(from: min(Self.longest, words.count), through: 2, by: -1) {
      for start in 0...(words.count - length) {
        guard let found = byKey[Self.key(words[start..<(start + length)])], let entity = found,
          agrees(entity, party)
        else { continue }
        party.entity = entity.id
        party.name = entity.name
        return
      }
    }
  }

  private func agrees(_ entity: Entity, _ party: Party) -> Bool {
    if Sectors.isNonState(party.sector) { return entity.isArmedGroup }
    return !entity.isArmedGroup && party.country.map(entity.countries.contains) ?? false
  }
}

/// One key for the spellings of a person whom no lexicon knows.
///
/// The coder names such a person `name:` and the consonants of the name. Two keys are one person when `NameMatch` says so
/// and the country is the same; a key of one word stays what it is.
struct PersonKeys {
  private var canonical: [String: String] = [:]

  private struct Family: Hashable {
    var country: String
    var name: [UInt8]
  }

  static let prefix = "name:"

  /// Whether every key stands for itself.
  var isEmpty: Bool { canonical.isEmpty }

  /// O(keys), each compared with those of its country and family name.
  init(_ mentions: some Sequence<EventMention>) {
    var families: [Family: Set<String>] = [:]
    for mention in mentions {
      for party in mention.actors + mention.recipients {
        guard let entity = party.entity, entity.hasPrefix(Self.prefix), let country = party.country else { continue }
        let words = NameSkeleton(key: String(entity.dropFirst(Self.prefix.count))).words
        guard words.count >= 2, let last = words.last else { continue }
        families[Family(country: country, name: last), default: []].insert(entity)
      }
    }
    for (family, keys) in families {
      var heads: [(key: String, name: NameSkeleton)] = []
      // Fuller names first: they found a person, shorter ones join; of equals the least.
      for key in keys.sorted(by: { $0.count != $1.count ? $0.count > $1.count : $0 < $1 }) {
        let name = NameSkeleton(key: String(key.dropFirst(Self.prefix.count)))
        if let head = heads.first(where: { NameMatch.score($0.name, name) >= NameMatch.threshold }) {
          canonical[family.country + "|" + key] = head.key
        } else {
          heads.append((key, name))
        }
      }
    }
  }

  /// The party under its canonical key.
  func canonical(_ party: Party) -> Party {
    guard let entity = party.entity, let country = party.country,
      let key = canonical[country + "|" + entity]
    else { return party }
    var out = party
    out.entity = key
    return out
  }
}
