import ArabicScript
public import NewsEvents

extension Lexicon {
  /// The entities whose name is all of `name`: `country:IRN`, `actor:taliban`, `person:…`, `office:…`, `place:rask`.
  ///
  /// Adjectives do not count; a capital counts as the place, not as the state it stands for.
  public func entities(named name: String, language: Language) -> Set<String> {
    let text = AnalyzedText(name, language: language)
    let all = 0..<text.tokens.count
    var out: Set<String> = []
    for match in matches(in: text, tokens: all) where match.tokens == all {
      if let id = entityID(match.meaning) { out.insert(id) }
    }
    return out
  }

  private func entityID(_ meaning: Meaning) -> String? {
    switch meaning {
    case .country(let i, .name): "country:" + countries[i].code
    case .actor(let i): "actor:" + actors[i].id
    case .person(let i): "person:" + persons[i].id
    case .office(let i): "office:" + offices[i].id
    case .place(let i): "place:" + places[i].id
    default: nil
    }
  }
}
