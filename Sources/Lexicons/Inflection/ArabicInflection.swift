/// Forms of Arabic verbs and nouns.
///
/// Verbs are given by the third person singular masculine of perfect and imperfect (هاجم/يهاجم); the passive of a
/// sound verb is written alike. Nouns and adjectives get their regular feminine, dual and plural; the article and
/// clitics are stripped by the matcher.
enum ArabicInflection {
  static func verb(perfect: String, imperfect: String?) -> [InflectedForm] {
    var out: [InflectedForm] = []
    let weak = perfect.unicodeScalars.last.map { $0 == "ى" || $0 == "ا" } ?? false
    let base = weak ? String(String.UnicodeScalarView(perfect.unicodeScalars.dropLast())) : perfect
    out.append(InflectedForm(perfect, .past))
    out.append(InflectedForm(base + "ت", [.past, .feminine]))
    out.append(InflectedForm(base + "وا", [.past, .plural]))
    out.append(InflectedForm(base + "تا", [.past, .feminine, .dual]))
    if weak {
      out.append(InflectedForm(base + "يا", [.past, .dual]))
      out.append(InflectedForm(base + "ينا", [.past, .plural, .firstPerson]))
    } else {
      out.append(InflectedForm(base + "ا", [.past, .dual]))
      out.append(InflectedForm(base + "نا", [.past, .plural, .firstPerson]))
    }
    guard let imperfect, imperfect.unicodeScalars.first == "ي" else { return out }
    let stem = String(String.UnicodeScalarView(imperfect.unicodeScalars.dropFirst()))
    let weakEnd = stem.unicodeScalars.last.map { $0 == "ى" || $0 == "ي" || $0 == "و" } ?? false
    let short = weakEnd ? String(String.UnicodeScalarView(stem.unicodeScalars.dropLast())) : stem
    let dualBase = stem.unicodeScalars.last == "ى" ? short + "ي" : stem
    let endings: [(String, String, VerbFeatures)] = [
      ("ي", stem, []), ("ت", stem, .feminine), ("ن", stem, [.plural, .firstPerson]), ("أ", stem, .firstPerson),
      ("ي", short + "ون", .plural), ("ي", short + "وا", [.plural, .subjunctive]), ("ت", short + "ون", .plural),
      ("ي", dualBase + "ان", .dual), ("ت", dualBase + "ان", [.dual, .feminine]),
      ("ي", dualBase + "ا", [.dual, .subjunctive]), ("ت", dualBase + "ا", [.dual, .feminine, .subjunctive]),
    ]
    for (prefix, rest, features) in endings {
      out.append(InflectedForm(prefix + rest, features.union(.present)))
      out.append(InflectedForm("س" + prefix + rest, features.union([.present, .future])))
    }
    if weakEnd {
      // The jussive after لم drops the weak letter.
      out.append(InflectedForm("ي" + short, [.present, .subjunctive]))
      out.append(InflectedForm("ت" + short, [.present, .subjunctive, .feminine]))
    }
    return out
  }

  /// Regular feminine, dual and plural of a noun or adjective without its article.
  static func noun(_ word: String) -> [String] {
    let scalars = word.unicodeScalars
    guard let last = scalars.last, scalars.count >= 3 else { return [word] }
    let head = String(String.UnicodeScalarView(scalars.dropLast()))
    switch last {
    case "ة":
      return [word, head + "ات", head + "تان", head + "تين", head + "تا", head + "تي"]
    case "ء":
      return [word, word + "ات", head + "ءان", head + "ءين", head + "ءا", head + "ا"]
    case "ا", "ى":
      return [word]
    default:
      return [word, word + "ات", word + "ان", word + "ين", word + "ا"]
    }
  }

  /// Masculine, feminine, dual and plural of a relative adjective (إيراني).
  static func adjective(_ word: String) -> [String] {
    guard let last = word.unicodeScalars.last, last == "ي" else { return noun(word) + [word + "ة", word + "ون"] }
    return [
      word, word + "ة", word + "ين", word + "ون", word + "ان", word + "ات", word + "تين", word + "تان", word + "ا",
    ]
  }
}
