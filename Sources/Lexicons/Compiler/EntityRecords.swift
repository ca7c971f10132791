import NewsEvents

/// Countries, actors, persons, offices and places.
extension LexiconAssembly {
  mutating func addCountry(_ record: TableRecord) throws(LexiconError) {
    guard record.id.utf8.count <= CountryEntry.longestCode else {
      throw record.error(
        .badValue, "`\(record.id)` is longer than \(CountryEntry.longestCode) letters",
        "name a country by its ISO 3166-1 alpha-3 code")
    }
    let index = lexicon.countries.count
    lexicon.countries.append(
      CountryEntry(code: record.id, name: try require(record, "en").value, display: try displayNames(record)))
    noteMissingLanguages(record)
    for field in record.fields where field.key != "en" {
      guard let (language, part) = LexiconAssembly.languageKey(field.key) else { throw unknown(record, field) }
      for name in TableParser.alternatives(field.value) {
        switch part {
        case "":
          try phrase(name, language, .country(index, .name), isName: true, record: record, field: field)
        case "adj":
          try phrase(
            name, language, .country(index, .adjective), inflect: .adjective, record: record, field: field)
        case "metonym":
          let government = name.hasSuffix("/GOV")
          try phrase(
            government ? String(name.dropLast(4)) : name, language,
            .country(index, government ? .government : .metonym), isName: true, record: record, field: field)
        default: throw unknown(record, field)
        }
      }
    }
  }

  mutating func addActor(_ record: TableRecord) throws(LexiconError) {
    let kindField = record.first("kind")
    guard let kind = actorKind(kindField?.value ?? "group") else {
      throw record.error(
        .badValue, "`\(kindField?.value ?? "")` is no kind of actor",
        "use group, organisation, company, media, generic or alias", at: kindField)
    }
    var country: String?
    var sector: String?
    var takesCountry = false
    if let field = record.first("code") {
      let parts = field.value.split(separator: " ")
      guard parts.count == 2 else {
        throw record.error(.badValue, "`\(field.value)` is no code", "write `code COUNTRY SECTOR`", at: field)
      }
      takesCountry = parts[0] == "*"
      country = LexiconAssembly.code(parts[0])
      sector = LexiconAssembly.code(parts[1])
      try checkCountry(country, record, field)
      try checkSector(sector, record, field)
    } else if kind != .alias, kind != .media {
      throw record.error(.missingField, "actor \(record.id) has no `code`", "write `code COUNTRY SECTOR`")
    }
    let index = lexicon.actors.count
    lexicon.actors.append(
      ActorEntry(
        id: record.id, kind: kind, country: country, sector: sector, takesCountry: takesCountry,
        contexts: try contexts(record), display: try displayNames(record)))
    noteMissingLanguages(record)
    let isName = kind != .generic && kind != .alias
    for field in record.fields where !["en", "code", "kind", "context", "from", "until"].contains(field.key) {
      guard let (language, part) = LexiconAssembly.languageKey(field.key), part.isEmpty else {
        throw unknown(record, field)
      }
      for name in TableParser.alternatives(field.value) {
        try phrase(
          name, language, .actor(index), isName: isName, inflect: kind == .generic ? .noun : .none, record: record,
          field: field)
      }
    }
  }

  private func actorKind(_ name: String) -> ActorEntry.Kind? {
    switch name {
    case "group": .group
    case "organisation": .organisation
    case "company": .company
    case "media": .media
    case "generic": .generic
    case "alias": .alias
    default: nil
    }
  }

  mutating func addPerson(_ record: TableRecord) throws(LexiconError) {
    var roles: [Role] = []
    for field in record.all("role") {
      let role = try role(field, record)
      if let office = role.office { references.append(("office", office, record, field)) }
      roles.append(role)
    }
    let index = lexicon.persons.count
    lexicon.persons.append(PersonEntry(id: record.id, roles: roles, display: try displayNames(record)))
    noteMissingLanguages(record)
    try names(record, besides: ["en", "role"]) { _ in .person(index) }
  }

  private func role(_ field: TableRecord.Field, _ record: TableRecord) throws(LexiconError) -> Role {
    let parts = field.value.split(separator: " ")
    func fail() -> LexiconError {
      record.error(
        .badValue, "`\(field.value)` is no role", "write `role IRN GOV foreign-minister 2021-08-25..2024-05-19`",
        at: field)
    }
    guard parts.count == 3 || parts.count == 4 else { throw fail() }
    let country = LexiconAssembly.code(parts[0]), sector = LexiconAssembly.code(parts[1])
    try checkCountry(country, record, field)
    try checkSector(sector, record, field)
    var from: Int32?
    var until: Int32?
    if parts.count == 4 {
      let range = parts[3]
      guard let dots = range.firstRange(of: "..") else { throw fail() }
      let a = range[..<dots.lowerBound], b = range[dots.upperBound...]
      if !a.isEmpty {
        guard let day = LexiconAssembly.bound(a, last: false) else { throw fail() }
        from = day.number
      }
      if !b.isEmpty {
        guard let day = LexiconAssembly.bound(b, last: true) else { throw fail() }
        until = day.number
      }
    }
    return Role(
      country: country, sector: sector, office: LexiconAssembly.code(parts[2]), from: from, until: until)
  }

  /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD` as its first or last day.
  static func bound(_ text: Substring, last: Bool) -> Day? {
    let parts = text.split(separator: "-").map { Int($0) ?? 0 }
    switch parts.count {
    case 1: return Day(year: parts[0], month: last ? 12 : 1, day: last ? 31 : 1)
    case 2: return Day(year: parts[0], month: parts[1], day: last ? Day.length(ofMonth: parts[1], year: parts[0]) : 1)
    default: return Day(iso: text)
    }
  }

  mutating func addOffice(_ record: TableRecord) throws(LexiconError) {
    let field = record.first("sector")
    let sector = field.flatMap { LexiconAssembly.code($0.value[...]) }
    if let field { try checkSector(sector, record, field) }
    let index = lexicon.offices.count
    lexicon.offices.append(OfficeEntry(id: record.id, sector: sector, display: try displayNames(record)))
    noteMissingLanguages(record)
    for field in record.fields where !["en", "sector"].contains(field.key) {
      guard let (language, part) = LexiconAssembly.languageKey(field.key), part.isEmpty else {
        throw unknown(record, field)
      }
      for name in TableParser.alternatives(field.value) {
        try phrase(name, language, .office(index), inflect: .noun, record: record, field: field)
      }
    }
  }

  mutating func addPlace(_ record: TableRecord) throws(LexiconError) {
    var latitude: Int32?
    var longitude: Int32?
    if let field = record.first("at") {
      let parts = field.value.split(separator: " ").map { LexiconAssembly.millionths($0) }
      guard parts.count == 2, let lat = parts[0], let lon = parts[1], abs(lat) <= 90_000_000, abs(lon) <= 180_000_000
      else {
        throw record.error(
          .badValue, "`\(field.value)` is no position", "write `at 26.2367 61.3992`: degrees north and east", at: field)
      }
      latitude = lat
      longitude = lon
    }
    let countryField = record.first("country")
    let country = countryField.flatMap { LexiconAssembly.code($0.value[...]) }
    if let countryField { try checkCountry(country, record, countryField) }
    let featureField = record.first("feature")
    guard let feature = placeFeature(featureField?.value ?? "city") else {
      throw record.error(
        .badValue, "`\(featureField?.value ?? "")` is no feature",
        "use city, region, country, sea, strait, border or site", at: featureField)
    }
    if let parent = record.first("parent") { references.append(("place", parent.value, record, parent)) }
    let index = lexicon.places.count
    lexicon.places.append(
      PlaceEntry(
        id: record.id, country: country, parent: record.first("parent")?.value, latitude: latitude,
        longitude: longitude, feature: feature, display: try displayNames(record)))
    noteMissingLanguages(record)
    try names(record, besides: ["en", "country", "parent", "at", "feature"]) { _ in .place(index) }
  }

  private func placeFeature(_ name: String) -> PlaceEntry.Feature? {
    switch name {
    case "city": .city
    case "region": .region
    case "country": .country
    case "sea": .sea
    case "strait": .strait
    case "border": .border
    case "site": .site
    default: nil
    }
  }

  private mutating func names(
    _ record: TableRecord, besides: Set<String>, meaning: (Language) -> Meaning
  ) throws(LexiconError) {
    for field in record.fields where !besides.contains(field.key) {
      guard let (language, part) = LexiconAssembly.languageKey(field.key), part.isEmpty else {
        throw unknown(record, field)
      }
      for name in TableParser.alternatives(field.value) {
        try phrase(name, language, meaning(language), isName: true, record: record, field: field)
      }
    }
  }

  /// A decimal number of degrees in millionths, exactly; nil when it is none.
  static func millionths(_ text: Substring) -> Int32? {
    var body = text
    let negative = body.first == "-"
    if negative { body = body.dropFirst() }
    let parts = body.split(separator: ".", omittingEmptySubsequences: false)
    guard let first = parts.first, let whole = Int32(first), whole <= 180, parts.count <= 2 else { return nil }
    var fraction: Int32 = 0
    if parts.count == 2 {
      guard parts[1].count <= 6, let digits = Int32(parts[1]) else { return nil }
      fraction = digits
      for _ in 0..<(6 - parts[1].count) { fraction *= 10 }
    }
    let value = whole * 1_000_000 + fraction
    return negative ? -value : value
  }
}
