/// Forms of Persian verbs from their past and present stems (کشت/کش).
///
/// Generated: past, imperfect, present, subjunctive, participle and infinitive in all persons with their negations.
/// Compound tenses (خواهد کشت, کشته است, کشته شد) are these forms beside an auxiliary, which is a marker or a light
/// verb of its own.
enum PersianInflection {
  private static let pastEndings: [(String, VerbFeatures)] = [
    ("", []), ("م", .firstPerson), ("ی", []), ("یم", [.firstPerson, .plural]), ("ید", .plural), ("ند", .plural),
  ]
  private static let presentEndings: [(String, VerbFeatures)] = [
    ("د", []), ("م", .firstPerson), ("ی", []), ("یم", [.firstPerson, .plural]), ("ید", .plural), ("ند", .plural),
  ]

  static func verb(past: String, present: String?) -> [InflectedForm] {
    var out: [InflectedForm] = []
    for (ending, features) in pastEndings {
      out.append(InflectedForm(past + ending, features.union(.past)))
      out.append(InflectedForm(negative(past) + ending, features.union([.past, .negated])))
      out.append(InflectedForm("می‌" + past + ending, features.union(.past)))
      out.append(InflectedForm("نمی‌" + past + ending, features.union([.past, .negated])))
    }
    out.append(InflectedForm(past + "ه", .participle))
    out.append(InflectedForm(negative(past) + "ه", [.participle, .negated]))
    out.append(InflectedForm(past + "ه‌اند", [.participle, .past, .plural]))
    out.append(InflectedForm(past + "ه‌است", [.participle, .past]))
    out.append(InflectedForm(past + "ن", .infinitive))
    if let present, !present.isEmpty {
      let stem = linking(present)
      for (ending, features) in presentEndings {
        out.append(InflectedForm("می‌" + stem + ending, features.union(.present)))
        out.append(InflectedForm("نمی‌" + stem + ending, features.union([.present, .negated])))
        out.append(InflectedForm(subjunctive(present) + ending, features.union(.subjunctive)))
        out.append(InflectedForm(negative(stem) + ending, features.union([.subjunctive, .negated])))
        out.append(InflectedForm(stem + ending, features.union([.subjunctive, .present])))
      }
    }
    return out
  }

  /// A stem in a long vowel takes ی before an ending: گو → گوید, آ → آید.
  private static func linking(_ stem: String) -> String {
    guard let last = stem.unicodeScalars.last else { return stem }
    return last == "و" && stem.unicodeScalars.count <= 2 && stem != "شو" && stem != "رو" || last == "ا" || last == "آ"
      ? stem + "ی" : stem
  }

  /// ن and ب before an initial آ become نیا and بیا, before ا نی and بی.
  private static func negative(_ stem: String) -> String { prefixed("ن", stem) }
  private static func subjunctive(_ stem: String) -> String { prefixed("ب", linking(stem)) }

  private static func prefixed(_ letter: String, _ stem: String) -> String {
    guard let first = stem.unicodeScalars.first else { return letter }
    let rest = String(String.UnicodeScalarView(stem.unicodeScalars.dropFirst()))
    switch first {
    case "آ": return letter + "یا" + rest
    case "ا": return letter + "ی" + rest
    default: return letter + stem
    }
  }
}
