import ArabicScript
import NewsEvents

/// The zone a clock time is told in.
enum TimeZoneRule: Sendable, Hashable {
  /// Of the place of the story: its offset is not said.
  case local
  /// Minutes east of Greenwich, all year.
  case fixed(Int)
  /// An hour more from the last Sunday of March to the last Sunday of October.
  case european(Int)
  /// An hour more from the second Sunday of March to the first Sunday of November.
  case american(Int)
  /// +03:30; until 2022 an hour more from 2 Farvardin to 31 Shahrivar.
  case iranian

  /// Minutes east of Greenwich on a day; nil when that is not said or depends on a day that is not known.
  func offset(on day: Day?) -> Int? {
    switch self {
    case .local: return nil
    case .fixed(let minutes): return minutes
    case .european(let minutes):
      guard let day else { return nil }
      return minutes + (isSummer(day, (3, 31), (10, 31)) ? 60 : 0)
    case .american(let minutes):
      guard let day else { return nil }
      // The Sundays on or before 14 March and 7 November.
      return minutes + (isSummer(day, (3, 14), (11, 7)) ? 60 : 0)
    case .iranian:
      guard let day else { return 210 }
      let year = day.gregorian.year
      guard (2008...2022).contains(year), let first = Day(year: year, month: 3, day: 22),
        let last = Day(year: year, month: 9, day: 21)
      else { return 210 }
      return (first...last).contains(day) ? 270 : 210
    }
  }

  /// Whether a day lies between the Sundays on or before two dates of its year.
  private func isSummer(_ day: Day, _ from: (month: Int, day: Int), _ to: (month: Int, day: Int)) -> Bool {
    let year = day.gregorian.year
    guard let start = Day(year: year, month: from.month, day: from.day),
      let end = Day(year: year, month: to.month, day: to.day)
    else { return false }
    func sunday(_ day: Day) -> Day { day - (day.weekday + 1) % 7 }
    return day >= sunday(start) && day < sunday(end)
  }

  /// `Z`, `+03:30`; empty when the offset is not known.
  func suffix(on day: Day?) -> String {
    guard let minutes = offset(on: day) else { return "" }
    guard minutes != 0 else { return "Z" }
    let size = abs(minutes)
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return (minutes < 0 ? "-" : "+") + two(size / 60) + ":" + two(size % 60)
  }
}

/// Names of zones as news writes them after "by the time of".
///
/// Places whose clocks changed otherwise over the years than the rules above say are left out: no offset is better
/// than a wrong one.
enum ZoneNames {
  /// The rule of the name that begins at a token, and the token after it. Names have one or two words.
  static func find(_ text: AnalyzedText, _ i: Int, before limit: Int) -> (rule: TimeZoneRule, next: Int)? {
    guard i < limit else { return nil }
    let table = of(text.language)
    let first = text.tokens[i].hash
    if i + 1 < limit, let rule = table[LexemeTable.chain(first, text.tokens[i + 1].hash)] { return (rule, i + 2) }
    return table[first].map { ($0, i + 1) }
  }

  private static func of(_ language: Language) -> WordTable<TimeZoneRule> {
    switch language {
    case .persian: persian
    case .arabic: arabic
    case .urdu: urdu
    }
  }

  private static func read(_ language: Language, _ entries: [(TimeZoneRule, String)]) -> WordTable<TimeZoneRule> {
    var table: [(hash: UInt64, value: TimeZoneRule)] = []
    var seen: Set<UInt64> = []
    for (rule, names) in entries {
      for name in names.split(separator: "|") {
        let words = name.split(separator: " ").map { WordHash.of(String($0), language) }
        guard let first = words.first else { continue }
        let key = words.dropFirst().reduce(first) { LexemeTable.chain($0, $1) }
        if seen.insert(key).inserted { table.append((key, rule)) }
      }
    }
    return WordTable(table)
  }

  private static let persian = read(
    .persian,
    [
      (.local, "محلی"), (.fixed(0), "گرینویچ|گرینیچ|گرینویچ|جهانی|utc|gmt"), (.iranian, "تهران|ایران"),
      (.fixed(270), "کابل|افغانستان"), (.fixed(300), "پاکستان|اسلام آباد|اسلامآباد"), (.fixed(330), "هند|دهلی نو"),
      (
        .fixed(180),
        "مکه|مکه مکرمه|عربستان|ریاض|بغداد|عراق|کویت|قطر|دوحه|بحرین|یمن|صنعا|مسکو|روسیه|ترکیه|استانبول|آنکارا"
      ),
      (.fixed(240), "ابوظبی|دبی|امارات|عمان|مسقط|باکو|ایروان|تفلیس"), (.fixed(480), "پکن|چین"),
      (.fixed(540), "توکیو|ژاپن|سئول"), (.european(0), "لندن|انگلیس|بریتانیا"),
      (.european(60), "پاریس|فرانسه|برلین|آلمان|رم|ایتالیا|اروپای مرکزی|بروکسل|وین|ژنو"),
      (.european(120), "بیروت|لبنان|کییف|کیف"),
      (.american(-300), "واشنگتن|نیویورک|شرق آمریکا"),
    ])

  private static let arabic = read(
    .arabic,
    [
      (.local, "المحلي"), (.fixed(0), "غرينتش|جرينتش|غرينيتش|جرينيتش|العالمي|الدولي|غرنتش|جرنتش|utc|gmt"),
      (
        .fixed(180),
        "مكة|مكة المكرمة|السعودية|الرياض|بغداد|العراق|الكويت|قطر|الدوحة|البحرين|المنامة|اليمن|صنعاء|عدن|موسكو|روسيا|اسطنبول|إسطنبول|أنقرة|تركيا"
      ),
      (.fixed(240), "أبوظبي|ابو ظبي|دبي|الإمارات|مسقط|عمان السلطنة"), (.iranian, "طهران|إيران"),
      (.fixed(270), "كابول|كابل|أفغانستان"), (.fixed(300), "باكستان|إسلام اباد|إسلام آباد"),
      (.fixed(330), "نيودلهي|الهند"),
      (.fixed(60), "تونس|الجزائر"), (.fixed(480), "بكين|الصين"), (.fixed(540), "طوكيو|اليابان|سيول"),
      (.european(0), "لندن|بريطانيا"), (.european(60), "باريس|فرنسا|برلين|ألمانيا|روما|بروكسل|جنيف|وسط اوروبا"),
      (.european(120), "بيروت|لبنان|كييف"), (.american(-300), "واشنطن|نيويورك"),
    ])

  private static let urdu = read(
    .urdu,
    [
      (.local, "مقامی"), (.fixed(0), "گرینچ|گرین وچ|گرینوچ|جی ایم|gmt|utc"),
      (.fixed(300), "پاکستانی|پاکستان|اسلام آباد"),
      (.fixed(330), "بھارتی|بھارت|ہندوستانی|انڈین"), (.fixed(360), "بنگلہ دیشی"), (.fixed(270), "افغان|افغانستان|کابل"),
      (.iranian, "ایرانی|ایران|تہران"),
      (.fixed(180), "سعودی|مکہ|مکہ مکرمہ|عراقی|ترک|ترکی|روسی|ماسکو|قطری"), (.fixed(240), "اماراتی|متحدہ عرب|دبئی"),
      (.fixed(480), "چینی|بیجنگ"), (.european(0), "برطانوی|لندن"), (.american(-300), "واشنگٹن|نیویارک"),
    ])
}
