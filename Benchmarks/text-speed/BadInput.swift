import ArabicScript
import NewsEvents
import TemporalTagging

/// Inputs that show what is not linear, in any size; the steps from text to dates and to normal text are counted on them.
enum BadInput: String, CaseIterable {
  /// Words and numbers of dates without a full stop.
  case nostop
  /// Full dates without a full stop: each could be the day of the article.
  case dated
  /// "yesterday, Sunday" without end: each is checked against the article's day.
  case yesterdays
  /// One word of dates.
  case days
  /// Number words.
  case numbers
  /// Digits and separators.
  case digits
  /// One number.
  case number
  /// Numbers with "and" between them.
  case list
  /// One letter: a single word.
  case letter
  /// A letter with combining marks.
  case marks
  /// Joiners and direction marks.
  case invisible
  /// Opening brackets and quotation marks after a year.
  case brackets
  /// Line feeds.
  case lines
  /// Full stops.
  case stops
  /// Ligatures that fold to many letters.
  case ligatures
  /// Letters of no language of ours.
  case foreign

  func text(_ bytes: Int, _ language: Language) -> String {
    let unit = unit(language)
    let opening =
      switch self {
      case .marks: "م"
      case .brackets: "2024"
      default: ""
      }
    return opening + String(repeating: unit, count: max(1, bytes / unit.utf8.count))
  }

  private func unit(_ language: Language) -> String {
    func one(_ persian: String, _ arabic: String, _ urdu: String) -> String {
      switch language {
      case .persian: persian
      case .arabic: arabic
      case .urdu: urdu
      }
    }
    return switch self {
    case .nostop:
      one(
        "از ۱۲ دی تا سه روز پیش از هفته گذشته و ساعت ۵ صبح سال ۱۴۰۲ در ماه دو سال بعد از آن ",
        "من 12 يناير الى قبل ثلاثة ايام من الاسبوع الماضي والساعة الخامسة صباح عام 2024 بعد ذلك بشهرين ",
        "16 جنوری سے گزشتہ ہفتے کے روز تین دن پہلے تک شام 5 بجے سال 2024 کے دو ماہ بعد اس سے ایک روز قبل ")
    case .dated: one("۲۶ دی ۱۴۰۲ ", "16 يناير 2024 ", "16 جنوری 2024 ")
    case .yesterdays: one("دیروز یکشنبه ", "أمس الأحد ", "گزشتہ روز اتوار ")
    case .days: one("روز ", "يوم ", "دن ")
    case .numbers: one("هزار و سیصد و هفتاد و شش ", "الف وثلاثمائة وستة وسبعون ", "ایک ہزار تین سو چھہتر ")
    case .digits: "۱۲/2024-01:30."
    case .number: "9"
    case .list: one("۱۲ و ", "12 و", "12 اور ")
    case .letter: "ا"
    case .marks: "\u{64E}\u{651}\u{670}"
    case .invisible: "\u{200C}\u{200F}\u{200E}ا"
    case .brackets: "(«[\""
    case .lines: "\n"
    case .stops: "."
    case .ligatures: "\u{FDFA}"
    case .foreign: "\u{1F300}漢"
    }
  }

  /// Everything that reads a text, once.
  @inline(never)
  static func read(_ text: String, _ language: Language) -> Int {
    let identified = LanguageIdentifier.identify(text).confidence
    let analyzed = AnalyzedText(text, language: language)
    let dates = TemporalTagger().read(analyzed, published: Day(year: 2024, month: 1, day: 29)).expressions.count
    return identified + dates + TextNormalizer.normalize(text, language: language).utf8.count
  }

  /// Reads every kind in every language in two sizes, the second four times the first, and names each on a line; `only`
  /// the case of that number, counted from 0, so that `Benchmarks/text/cost.sh` can count the instructions of each.
  static func run(only: Int?) {
    let cases = Language.allCases.sorted().flatMap { language in
      allCases.flatMap { kind in [8_000, 32_000].map { (kind, language, $0) } }
    }
    for (n, (kind, language, bytes)) in cases.enumerated() where only == nil || only == n {
      // Tables are made at first use.
      _ = read(kind.text(1000, language), language)
      let text = kind.text(bytes, language)
      churn(text, language)
      print(kind.rawValue, language.rawValue, text.utf8.count)
    }
  }

  @inline(never)
  private static func churn(_ text: String, _ language: Language) {
    // Done after the call, so that it is no jump: callgrind would miss its end.
    precondition(read(text, language) >= 0)
  }
}
