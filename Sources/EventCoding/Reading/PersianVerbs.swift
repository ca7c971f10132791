import ArabicScript
import NewsEvents

/// What tells a finite Persian verb by its form.
enum PersianVerbs {
  /// The first letters of the present and imperfect, and of their negation.
  private static let prefixes = ["می", "نمی"].map { Array(FoldedText.key($0, language: .persian)) }
  /// Third person singular and plural, first person plural.
  private static let endings = ["د", "یم"].map { Array(FoldedText.key($0, language: .persian)) }

  /// می and نمی written apart.
  static let imperfect = WordSet("می نمی", .persian)

  /// می‌گذرد: a prefix, a stem of two letters at least and an ending. O(1).
  static func isImperfect(_ codes: ArraySlice<UInt8>) -> Bool {
    prefixes.contains { codes.starts(with: $0) && codes.count >= $0.count + 3 } && hasEnding(codes)
  }

  static func hasEnding(_ codes: ArraySlice<UInt8>) -> Bool {
    endings.contains { codes.count > $0.count && codes.suffix($0.count).elementsEqual($0) }
  }

  /// Nouns and names that look like such a verb.
  static let nouns = WordSet("میلاد میعاد میلگرد میرداماد میهمانند میرزاد میدانند", .persian)

  /// Subjunctives without ب, as compound verbs have them.
  static let subjunctives = WordSet("بازگردد بازگردند بازگردیم برگردد برگردند بگیرد بگیرند", .persian)

  /// Pasts of everyday verbs that report no event; those that are also nouns (نشست, ساخت) in the plural alone.
  static let pasts: WordSet = {
    let plain = "رسید آمد ماند یافت پیوست افتاد انجامید گریخت ورزید کوشید درآمد برآمد گردید"
    let plural = """
      رسیدند آمدند رفتند ماندند یافتند پیوستند افتادند نشستند ساختند پرداختند شناختند گذاشتند گذشتند بازگشتند \
      برگشتند برخاستند شتافتند گریختند کوشیدند درآمدند برآمدند گرفتند خوردند بردند آوردند پذیرفتند دانستند توانستند
      """
    return WordSet(plain + " " + plural, .persian)
  }()
}
