/// Forms of Urdu verbs and nouns.
enum UrduInflection {
  /// Verbs whose past is not regular.
  private static let irregularPast: [String: [String]] = [
    "کر": ["کیا", "کی", "کیے", "کئے", "کیں"],
    "دے": ["دیا", "دی", "دیے", "دئے", "دیں"],
    "لے": ["لیا", "لی", "لیے", "لئے", "لیں"],
    "جا": ["گیا", "گئی", "گئے", "گئیں"],
    "ہو": ["ہوا", "ہوئی", "ہوئے", "ہوئیں"],
    "پی": ["پیا", "پی", "پیے"],
    "سی": ["سیا"],
  ]

  /// All forms of the verb with this bare stem (مار): past, habitual, infinitive, subjunctive, the bare stem.
  static func verb(_ stem: String) -> [InflectedForm] {
    var out: [InflectedForm] = [InflectedForm(stem, .stem)]
    let vowel = stem.unicodeScalars.last.map { "اوآ".unicodeScalars.contains($0) } ?? false
    if let past = irregularPast[stem] {
      for form in past { out.append(InflectedForm(form, .past)) }
    } else {
      let endings = vowel ? ["یا", "ئے", "ئی", "ئیں"] : ["ا", "ے", "ی", "یں"]
      for ending in endings { out.append(InflectedForm(stem + ending, .past)) }
    }
    for ending in ["تا", "تے", "تی", "تیں"] { out.append(InflectedForm(stem + ending, .present)) }
    for ending in ["نا", "نے", "نی"] { out.append(InflectedForm(stem + ending, .infinitive)) }
    let short = stem == "دے" ? "د" : stem == "لے" ? "ل" : stem
    let subjunctive =
      short != stem ? ["وں", "ے", "یں", "و"] : vowel ? ["ؤں", "ئے", "ئیں", "ؤ"] : ["وں", "ے", "یں", "و"]
    for ending in subjunctive {
      let form = short + ending
      if !out.contains(where: { $0.text == form }) { out.append(InflectedForm(form, .subjunctive)) }
    }
    return out
  }

  /// Direct and oblique, singular and plural of a noun or adjective.
  static func noun(_ word: String) -> [String] {
    let scalars = word.unicodeScalars
    guard let last = scalars.last, scalars.count >= 2 else { return [word] }
    let head = String(String.UnicodeScalarView(scalars.dropLast()))
    switch last {
    case "ہ", "ا": return [word, head + "ے", head + "وں"] + (last == "ا" ? [word + "ؤں", word + "ئیں"] : [])
    case "ی": return [word, head + "یاں", head + "یوں", head + "یوں"]
    case "ے", "ں": return [word]
    case "و": return [word, word + "ؤں"]
    default: return [word, word + "وں", word + "یں"]
    }
  }
}
