public import NewsEvents

/// The names of countries and entities in the interface languages, for titles and summaries.
public struct NameTable: Sendable {
  /// A name in four languages, and what grammar must know of it.
  public struct Name: Sendable, Hashable {
    public var text: LocalizedText
    /// Whether the Arabic name is feminine: its verb agrees with it.
    public var feminineInArabic: Bool

    public init(text: LocalizedText, feminineInArabic: Bool) {
      self.text = text
      self.feminineInArabic = feminineInArabic
    }
  }

  private var names: [String: Name]

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

/// The grammatical gender of an Arabic name, as far as its form shows it.
enum ArabicGender {
  /// Feminine by the ending ة or اء of its first word (حركة, جبهة), which the verb agrees with.
  static func isFeminine(_ name: String) -> Bool {
    let first = name.split(separator: " ").first.map(String.init) ?? name
    return first.hasSuffix("ة") || first.hasSuffix("اء")
  }
}
