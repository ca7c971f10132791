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
    return out + joined(stem, out)
  }

  /// Letters that do not join the next one, so that writers leave out the space after them: کردیا, ہوگئے, کیاگیا.
  private static let nonJoiners: Set<Unicode.Scalar> = ["ا", "آ", "د", "ڈ", "ذ", "ر", "ڑ", "ز", "ژ", "و", "ے"]

  /// Second verbs of a compound verb and auxiliaries that are written together with the stem.
  private static let joiners: [(forms: [String], features: VerbFeatures)] = [
    (["دیا", "دی", "دیے", "دئیے", "دئے", "لیا", "لی", "لیے", "لئے", "گیا", "گئی", "گئے", "گئیں"], .past),
    (["چکا", "چکی", "چکے"], .past),
    (["دیتا", "دیتے", "دیتی", "لیتا", "لیتے", "لیتی", "جاتا", "جاتے", "جاتی"], .present),
    (["رہا", "رہی", "رہے"], .stem),
    (["دینا", "دینے", "دینی", "لینا", "لینے", "لینی"], .infinitive),
    (["دے", "دیں", "لے", "لیں", "جائے", "جائیں", "سکتا", "سکتے", "سکتی", "سکے"], .subjunctive),
  ]

  private static func joined(_ stem: String, _ forms: [InflectedForm]) -> [InflectedForm] {
    var out: [InflectedForm] = []
    func ends(_ text: String) -> Bool { text.unicodeScalars.last.map { nonJoiners.contains($0) } ?? false }
    if ends(stem) {
      for (list, features) in joiners { out += list.map { InflectedForm(stem + $0, features) } }
    }
    for form in forms where form.features == .past && ends(form.text) {
      let passive = form.text.unicodeScalars.last == "ے" ? ["گئے", "جائیں"] : ["گیا", "جائے", "جاتا", "جارہا"]
      for auxiliary in passive {
        let features: VerbFeatures =
          auxiliary == "گیا" || auxiliary == "گئے" ? [.past, .passive] : [.present, .passive]
        out.append(InflectedForm(form.text + auxiliary, features))
      }
    }
    return out.filter { new in !forms.contains { $0.text == new.text } }
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
