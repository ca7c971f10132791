public import Lexicons
import NewsEvents

extension NameTable {
  /// All that a lexicon names: countries as it writes them, groups, organisations, persons and places, by their ids.
  /// O(entries).
  public init(lexicon: Lexicon) {
    var entities: [String: LocalizedText] = [:]
    // Where two kinds share an id the more frequent kind of party keeps it.
    for place in lexicon.places { entities[place.id] = Self.text(place.display) }
    for person in lexicon.persons { entities[person.id] = Self.text(person.display) }
    for actor in lexicon.actors { entities[actor.id] = Self.text(actor.display) }
    self.init(entities: entities.compactMapValues { $0 })
    for actor in lexicon.actors where entities[actor.id] ?? nil != nil {
      if actor.kind == .generic { markGeneric(actor.id) } else { markOrganisation(actor.id) }
    }
    for actor in lexicon.actors where Sectors.isNonState(actor.sector) {
      add(
        EntityLinker.Entity(id: actor.id, name: actor.display.en, isArmedGroup: true), actor.display)
    }
    for person in lexicon.persons {
      let countries = Set(person.roles.compactMap(\.country))
      add(
        EntityLinker.Entity(id: person.id, name: person.display.en, countries: countries),
        person.display)
    }
  }

  private mutating func add(_ entity: EntityLinker.Entity, _ names: DisplayNames) {
    for (text, language) in [(names.fa, Language.persian), (names.ar, .arabic), (names.ur, .urdu)] where !text.isEmpty {
      linker.add(entity, named: text, language: language)
    }
  }

  /// The names with the English one where a language has none; nil without an English name.
  private static func text(_ names: DisplayNames) -> LocalizedText? {
    guard !names.en.isEmpty else { return nil }
    func own(_ text: String) -> String { text.isEmpty ? names.en : text }
    return LocalizedText(en: names.en, fa: own(names.fa), ar: own(names.ar), ur: own(names.ur))
  }
}
