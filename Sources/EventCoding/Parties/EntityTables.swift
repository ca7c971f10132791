import Lexicons
import NewsEvents

/// What the coder derives from a lexicon's countries, actors, persons, offices and places once: parties that only lack
/// their words, with numbers for what is text in the lexicon.
struct EntityTables: Sendable {
  /// Ids and English names by number; equal ids have one number.
  private var ids: [String] = []
  private var names: [String?] = []
  /// By index of the lexicon.
  private(set) var countries: [PartyMention] = []
  private(set) var actors: [PartyMention] = []
  private(set) var persons: [EntityNumber] = []
  private(set) var officeSectors: [PartyCode?] = []
  private(set) var placeCountries: [PartyCode?] = []
  private var terms: [[Term]] = []
  private(set) var countryNames: [PartyCode: String] = [:]

  /// A term of office, in days since 1970-01-01.
  struct Term: Sendable, Hashable {
    var country: PartyCode?
    var sector: PartyCode?
    var from: Int32
    var until: Int32
  }

  init(_ lexicon: Lexicon) {
    var numbers: [String: EntityNumber] = [:]
    func number(_ id: String, _ name: String?, country: PartyCode? = nil) -> EntityNumber {
      if let known = numbers[id] { return known }
      let new = EntityNumber(rawValue: Int32(ids.count), country: country)
      numbers[id] = new
      ids.append(id)
      names.append(name)
      return new
    }
    let nowhere = 0..<0
    for entry in lexicon.countries {
      let code = PartyCode(entry.code)
      if countryNames[code] == nil { countryNames[code] = entry.name }
      var party = PartyMention(tokens: nowhere, country: code)
      party.entity = number(entry.code, entry.name, country: code)
      countries.append(party)
    }
    for (n, entry) in lexicon.actors.enumerated() {
      var party = PartyMention(
        tokens: nowhere, country: entry.country.map { PartyCode($0) }, sector: entry.sector.map { PartyCode($0) })
      if !entry.contexts.isEmpty { party.contextsOf = n }
      party.isMedia = entry.kind == .media
      party.needsCountry = entry.takesCountry
      if entry.kind != .generic { party.entity = number(entry.id, entry.display.en) }
      actors.append(party)
    }
    for entry in lexicon.persons {
      persons.append(number(entry.id, entry.display.en))
      terms.append(
        entry.roles.map { role in
          Term(
            country: role.country.map { PartyCode($0) }, sector: role.sector.map { PartyCode($0) },
            from: role.from ?? .min, until: role.until ?? .max)
        })
    }
    officeSectors = lexicon.offices.map { $0.sector.map { PartyCode($0) } }
    placeCountries = lexicon.places.map { $0.country.map { PartyCode($0) } }
  }

  func id(_ entity: EntityNumber?) -> String? { entity.map { ids[Int($0.rawValue)] } }

  func name(_ entity: EntityNumber?) -> String? { entity.flatMap { names[Int($0.rawValue)] } }

  /// The office that a person of the lexicon held on `day`; else the last one begun before it; else the first.
  func role(of person: Int, on day: Day?) -> Term? {
    let terms = terms[person]
    guard let day else { return terms.max { $0.from < $1.from } }
    let n = day.number
    if let held = terms.first(where: { $0.from <= n && n <= $0.until }) { return held }
    return terms.filter { $0.from <= n }.max { $0.from < $1.from } ?? terms.first
  }
}
