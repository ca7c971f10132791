import NewsEvents

/// A name or noun phrase in the four languages, with the number and gender its verb agrees with.
struct NounPhrase: Sendable, Hashable {
  enum ArabicForm: Sendable, Hashable {
    case masculine, feminine
    /// Several persons: مسلحون.
    case people
  }

  var text: LocalizedText
  var plural: Bool
  var arabic: ArabicForm

  init(_ en: String, _ fa: String, _ ar: String, _ ur: String, plural: Bool = false, arabic: ArabicForm = .masculine) {
    text = LocalizedText(en: en, fa: fa, ar: ar, ur: ur)
    self.plural = plural
    self.arabic = arabic
  }

  /// A name of the table, with its number and gender.
  init(_ name: NameTable.Name) {
    text = name.text
    plural = name.isPlural
    arabic =
      if name.isPlural { ArabicGender.isOfPersons(plural: name.text.ar) ? .people : .feminine } else {
        name.feminineInArabic ? .feminine : .masculine
      }
  }

  /// Who acts where no text says it.
  static let unknown = NounPhrase(
    "unidentified people", "افراد ناشناس", "مجهولون", "نامعلوم افراد", plural: true, arabic: .people)

  /// The Arabic form as object or after a preposition: مسلحون → مسلحين, and before the owner's name مدنيو → مدنيي. Urdu
  /// texts stand in the oblique case throughout, as every noun of a title is followed by a postposition.
  var oblique: NounPhrase {
    guard arabic == .people else { return self }
    var out = self
    var words = text.ar.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard let first = words.first else { return self }
    if first.hasSuffix("ون") {
      // Adjectives agree: مسؤولون سابقون.
      for i in words.indices where words[i].hasSuffix("ون") { words[i] = words[i].dropLast(2) + "ين" }
    } else if first.hasSuffix("و") {
      words[0] = first.dropLast() + "ي"
    }
    out.text.ar = words.joined(separator: " ")
    return out
  }

  /// People of a sector without a country or a name; nil where the sector alone names nobody.
  static func sector(_ sector: String) -> NounPhrase? {
    switch sector {
    case "REB": NounPhrase("an armed group", "یک گروه مسلح", "جماعة مسلحة", "ایک مسلح گروہ", arabic: .feminine)
    case "UAF": NounPhrase("gunmen", "افراد مسلح", "مسلحون", "مسلح افراد", plural: true, arabic: .people)
    case "PRM": NounPhrase("a militia", "یک گروه شبه‌نظامی", "ميليشيا", "ایک ملیشیا", arabic: .feminine)
    case "CRM": NounPhrase("criminals", "مجرمان", "مجرمون", "مجرموں", plural: true, arabic: .people)
    case "COP": NounPhrase("police", "پلیس", "الشرطة", "پولیس", plural: true, arabic: .feminine)
    case "MIL": NounPhrase("an army", "ارتش", "الجيش", "فوج")
    case "CVL": NounPhrase("civilians", "غیرنظامیان", "مدنيون", "شہریوں", plural: true, arabic: .people)
    case "JRN": NounPhrase("journalists", "روزنامه‌نگاران", "صحفيون", "صحافیوں", plural: true, arabic: .people)
    case "REF": NounPhrase("refugees", "پناهندگان", "لاجئون", "پناہ گزینوں", plural: true, arabic: .people)
    case "LAB": NounPhrase("workers", "کارگران", "عمال", "مزدوروں", plural: true, arabic: .people)
    case "EDU": NounPhrase("students", "دانشجویان", "طلاب", "طلبہ", plural: true, arabic: .people)
    case "GOV": NounPhrase("a government", "یک دولت", "حكومة", "ایک حکومت", arabic: .feminine)
    default: nil
    }
  }

  /// People or a force of a country: "Iran's police", پلیس ایران, شرطة إيران, ایران کی پولیس.
  static func sector(_ sector: String, of country: NameTable.Name) -> NounPhrase? {
    func made(
      _ en: String, _ fa: String, _ ar: String, _ ur: String, plural: Bool = true, arabic: ArabicForm = .people
    ) -> NounPhrase {
      let n = country.text
      return NounPhrase(
        n.en + (n.en.hasSuffix("s") ? "' " : "'s ") + en, fa + " " + n.fa, ar + " " + n.ar, n.ur + " " + ur,
        plural: plural, arabic: arabic)
    }
    switch sector {
    case "COP": return made("police", "پلیس", "شرطة", "کی پولیس", arabic: .feminine)
    case "MIL": return made("army", "ارتش", "جيش", "کی فوج", plural: false, arabic: .masculine)
    case "CVL": return made("civilians", "غیرنظامیان", "مدنيو", "کے شہریوں")
    case "JRN": return made("journalists", "روزنامه‌نگاران", "صحفيو", "کے صحافیوں")
    case "LAB": return made("workers", "کارگران", "عمال", "کے مزدوروں")
    case "EDU": return made("students", "دانشجویان", "طلاب", "کے طلبہ")
    case "OPP": return made("opposition", "اپوزیسیون", "معارضة", "کی اپوزیشن", plural: false, arabic: .feminine)
    default: return nil
    }
  }

  /// What an attack is made with, in the order titles print it. Arabic and Urdu in the case their preposition asks for.
  static func instrument(_ mode: String, missiles: Bool) -> NounPhrase? {
    switch mode {
    case "heavy-weapons":
      missiles
        ? NounPhrase("missiles", "موشک", "الصواريخ", "میزائلوں")
        : NounPhrase("heavy weapons", "سلاح سنگین", "الأسلحة الثقيلة", "بھاری ہتھیاروں")
    case "aerial": NounPhrase("aircraft", "هواپیما", "الطائرات", "طیاروں")
    case "drone": NounPhrase("drones", "پهپاد", "المسيّرات", "ڈرونز")
    case "explosives": NounPhrase("explosives", "مواد منفجره", "المتفجرات", "بارودی مواد")
    case "firearms": NounPhrase("firearms", "سلاح گرم", "الأسلحة النارية", "آتشیں ہتھیاروں")
    default: nil
    }
  }
}
