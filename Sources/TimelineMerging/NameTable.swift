public import NewsEvents

/// The names of countries and entities in the interface languages, for titles and summaries.
public struct NameTable: Sendable {
  /// A name in four languages, and what grammar must know of it.
  public struct Name: Sendable, Hashable {
    public var text: LocalizedText
    /// Whether the Arabic name is feminine: its verb agrees with it.
    public var feminineInArabic: Bool
    /// Whether it names several persons or bodies (terrorists, security forces): verbs agree with it as such.
    public var isPlural: Bool

    public init(text: LocalizedText, feminineInArabic: Bool, isPlural: Bool = false) {
      self.text = text
      self.feminineInArabic = feminineInArabic
      self.isPlural = isPlural
    }
  }

  private var names: [String: Name]
  /// Finds entities whose names the coder could not read.
  package var linker = EntityLinker()

  /// A table with these names, by country code or lexicon id, beside all countries.
  public init(entities: [String: LocalizedText] = [:]) {
    names = NameTable.countries
    for (id, text) in entities {
      names[id] = Name(text: text, feminineInArabic: ArabicGender.isFeminine(text.ar))
    }
  }

  /// All countries, and PLOVER's codes for parties without one.
  public static let builtin = NameTable()

  /// The name of a country code or of a lexicon id; nil when neither knows it. O(1).
  public func name(_ id: String) -> Name? { names[id] }

  /// Makes a name agree as that of an organisation.
  mutating func markOrganisation(_ id: String) {
    guard let name = names[id], Self.countries[id] == nil else { return }
    names[id]?.feminineInArabic = ArabicGender.isFeminine(organisation: name.text.ar)
  }

  /// Makes a name agree as that of a generic party where its English form is a plural: gunmen, police, armed groups.
  mutating func markGeneric(_ id: String) {
    guard let name = names[id], Self.countries[id] == nil else { return }
    names[id]?.isPlural = EnglishNumber.isPlural(name.text.en)
  }

  private static let countries: [String: Name] = {
    var out: [String: Name] = [:]
    for line in CountryNames.table.split(separator: "\n") {
      let parts = line.split(separator: "|").map(String.init)
      guard parts.count == 5 else { continue }
      out[parts[0]] = Name(
        text: LocalizedText(en: parts[1], fa: parts[2], ar: parts[3], ur: parts[4]),
        feminineInArabic: !CountryNames.arabicMasculine.contains(parts[0]))
    }
    return out
  }()
}

/// The number of an English noun phrase, as far as its last word shows it.
enum EnglishNumber {
  private static let plurals: Set<Substring> = ["clergy", "gunmen", "people", "police", "staff"]

  static func isPlural(_ name: String) -> Bool {
    guard let last = name.split(separator: " ").last else { return false }
    return plurals.contains(last) || last.hasSuffix("s") && !last.hasSuffix("ss")
  }
}

/// The grammatical gender of an Arabic name, as far as its form shows it.
enum ArabicGender {
  /// Whether a name in the plural is one of persons (إرهابيون, جنود, أشخاص): the verb agrees with these as persons, with
  /// other plurals (قوات, جماعات) as with a feminine.
  static func isOfPersons(plural name: String) -> Bool {
    let first = name.split(separator: " ").first.map(String.init) ?? name
    return !isFeminine(name) && !first.hasSuffix("ات") && !things.contains(first)
  }

  private static let things: Set<String> = [
    "أحزاب", "الدول", "القوى", "دول", "شرطة", "عشائر", "فصائل", "قوى", "مجموعات",
  ]

  /// Feminine by the ending ة or اء of its first word (حركة, جبهة), which the verb agrees with.
  static func isFeminine(_ name: String) -> Bool {
    let first = name.split(separator: " ").first.map(String.init) ?? name
    return first.hasSuffix("ة") || first.hasSuffix("اء")
  }

  /// The gender of an organisation's name: that of its head noun (حزب, جيش, الحشد); a name without one stands for a
  /// movement, a company or an agency (حماس, طالبان, غوغل), which are feminine.
  static func isFeminine(organisation name: String) -> Bool {
    if isFeminine(name) { return true }
    let first = name.split(separator: " ").first.map(String.init) ?? name
    guard !first.hasPrefix("ال"), !masculine.contains(first) else { return false }
    // A head noun is followed by what it is of; a proper name mostly stands alone.
    return !name.contains(" ")
  }

  private static let masculine: Set<String> = [
    "حزب", "جيش", "تنظيم", "لواء", "فيلق", "مجلس", "اتحاد", "تيار", "حراس", "داعش", "جهاز", "بنك", "صندوق", "مركز",
    "مكتب",
    "حلف", "تحالف", "برلمان", "حشد", "حرس", "الناتو", "ناتو",
  ]
}
