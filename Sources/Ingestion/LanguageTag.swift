import NewsEvents

/// Reads what sources write in a language field: BCP 47 tags (`fa-IR`), ISO 639-2 and 639-3 codes.
enum LanguageTag {
  /// nil when the language is none that is supported. Persian includes Dari and Iranian Persian, Arabic its standard form.
  static func language(_ tag: String) -> Language? {
    let primary = tag.lowercased().prefix { $0 != "-" && $0 != "_" }
    return switch primary {
    case "fa", "fas", "per", "pes", "prs": .persian
    case "ar", "ara", "arb": .arabic
    case "ur", "urd": .urdu
    default: nil
    }
  }
}
