/// An actor or a recipient of an event.
public struct Party: Sendable, Hashable {
  /// ISO 3166-1 alpha-3, or PLOVER's IGO, UNO, EUR, NGO, ISM, IMG, MNC; nil when unknown.
  public var country: String?
  /// PLOVER's primary sector: GOV, MIL, COP, REB, UAF …; nil when unknown.
  public var sector: String?
  /// The lexicon's id of the entity; for a person that no lexicon knows, `name:` and the transliteration key.
  public var entity: String?
  /// The canonical English name, where the lexicon has one.
  public var name: String?
  /// The words of the article; nil for a party that the clause leaves unsaid (resolved from elsewhere, or UAF/UNK).
  public var quote: Quote?

  public init(
    country: String? = nil, sector: String? = nil, entity: String? = nil, name: String? = nil, quote: Quote? = nil
  ) {
    self.country = country
    self.sector = sector
    self.entity = entity
    self.name = name
    self.quote = quote
  }
}

/// Where an event took place.
public struct Place: Sendable, Hashable {
  /// The canonical English name.
  public var name: String
  public var country: String?
  /// Degrees north and east in millionths, so that equality and output are exact.
  public var latitude: Int32?
  public var longitude: Int32?
  /// The lexicon's id.
  public var entity: String?
  public var quote: Quote?

  public init(
    name: String, country: String? = nil, latitude: Int32? = nil, longitude: Int32? = nil, entity: String? = nil,
    quote: Quote? = nil
  ) {
    self.name = name
    self.country = country
    self.latitude = latitude
    self.longitude = longitude
    self.entity = entity
    self.quote = quote
  }
}

/// A number of people, as a range: "at least 11" is 11...nil, "11" is 11...11.
public struct CountRange: Sendable, Hashable {
  public var min: Int?
  public var max: Int?

  public init(min: Int?, max: Int?) {
    self.min = min
    self.max = max
  }
}

/// Who says that an event happened, when the text names somebody.
public struct Attribution: Sendable, Hashable {
  public var source: String
  public var country: String?
  public var quote: Quote?

  public init(source: String, country: String? = nil, quote: Quote? = nil) {
    self.source = source
    self.country = country
    self.quote = quote
  }
}
