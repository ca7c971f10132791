import ArabicScript
import Calendars
import NewsEvents

/// What a word can be in a date expression. A word may have several roles; the grammar picks by what stands beside it.
struct Roles: OptionSet, Sendable {
  let rawValue: UInt64

  static let month = Roles(rawValue: 1 << 0)
  static let weekday = Roles(rawValue: 1 << 1)
  static let unit = Roles(rawValue: 1 << 2)
  /// today, yesterday; `offset` days.
  static let deicticDay = Roles(rawValue: 1 << 3)
  /// کل, پرسوں: the tense tells the direction.
  static let eitherDay = Roles(rawValue: 1 << 4)
  /// this year, last year; `offset` years.
  static let deicticYear = Roles(rawValue: 1 << 5)
  /// last, past
  static let last = Roles(rawValue: 1 << 6)
  static let next = Roles(rawValue: 1 << 7)
  static let this = Roles(rawValue: 1 << 8)
  /// after a count: ago
  static let ago = Roles(rawValue: 1 << 9)
  /// after a count: later; or before it (Arabic)
  static let after = Roles(rawValue: 1 << 10)
  /// before a count (Arabic): ago; before an event
  static let before = Roles(rawValue: 1 << 11)
  /// after a count: from now
  static let fromNow = Roles(rawValue: 1 << 12)
  static let within = Roles(rawValue: 1 << 13)
  static let and = Roles(rawValue: 1 << 14)
  /// to, until
  static let to = Roles(rawValue: 1 << 15)
  /// from
  static let from = Roles(rawValue: 1 << 16)
  static let between = Roles(rawValue: 1 << 17)
  /// of, in: may stand between the parts of a date
  static let of = Roles(rawValue: 1 << 18)
  static let dayPart = Roles(rawValue: 1 << 19)
  /// hour, o'clock, "at"
  static let clock = Roles(rawValue: 1 << 20)
  static let eraGregorian = Roles(rawValue: 1 << 21)
  static let eraSolar = Roles(rawValue: 1 << 22)
  static let eraLunar = Roles(rawValue: 1 << 23)
  /// Hijri without saying which
  static let eraHijri = Roles(rawValue: 1 << 24)
  /// corresponding to
  static let equals = Roles(rawValue: 1 << 25)
  static let early = Roles(rawValue: 1 << 26)
  static let middle = Roles(rawValue: 1 << 27)
  static let late = Roles(rawValue: 1 << 28)
  static let beginning = Roles(rawValue: 1 << 29)
  static let ending = Roles(rawValue: 1 << 30)
  static let quarter = Roles(rawValue: 1 << 31)
  static let half = Roles(rawValue: 1 << 32)
  static let season = Roles(rawValue: 1 << 33)
  static let seasonWord = Roles(rawValue: 1 << 34)
  /// seventies; `offset` is 70
  static let decade = Roles(rawValue: 1 << 35)
  static let holiday = Roles(rawValue: 1 << 36)
  /// "the date" before or after a number (مورخ, تاریخ)
  static let dateWord = Roles(rawValue: 1 << 37)
  /// that, it: points back
  static let that = Roles(rawValue: 1 << 38)
  static let several = Roles(rawValue: 1 << 39)
  static let every = Roles(rawValue: 1 << 40)
  static let now = Roles(rawValue: 1 << 41)
  /// the last of (آخر, اخر): before a weekday, week or day
  static let final = Roles(rawValue: 1 << 42)
  /// the day after that: `offset` days from the date before (فردای, بعدها)
  static let contextDay = Roles(rawValue: 1 << 43)
  /// verbs of the future
  static let future = Roles(rawValue: 1 << 44)
  /// a preposition that can introduce a bare year or date (در, في, کو)
  static let at = Roles(rawValue: 1 << 45)
  /// recent
  static let recent = Roles(rawValue: 1 << 46)
  /// a month's name that needs the word for month or a number beside it
  static let homograph = Roles(rawValue: 1 << 47)
  /// a month's name with the word for month in it (دی‌ماه)
  static let monthSaid = Roles(rawValue: 1 << 48)
  /// a name that needs a year
  static let needsYear = Roles(rawValue: 1 << 49)
  /// a noun for a length of time made from a count (سه‌روزه, ۲۴ ساعته)
  static let adjectiveUnit = Roles(rawValue: 1 << 50)
  /// with the Arabic article
  static let definite = Roles(rawValue: 1 << 51)
  /// with a prefixed Arabic conjunction
  static let joined = Roles(rawValue: 1 << 52)
  /// with a prefixed Arabic preposition
  static let prefixed = Roles(rawValue: 1 << 53)
  /// afternoon and evening: twelve hours are added to a clock time
  static let evening = Roles(rawValue: 1 << 54)
  /// exactly, about: may stand before a date
  static let about = Roles(rawValue: 1 << 55)
  /// a word of possession between the parts of an Urdu date (کا, کی, کے)
  static let dative = Roles(rawValue: 1 << 56)
  /// a noun whose name may be a date (street, square, cinema): میدان ۷ تیر
  static let named = Roles(rawValue: 1 << 57)
  /// a count and its unit written together (یکسال, صدروز)
  static let counted = Roles(rawValue: 1 << 58)
  /// "and a half" after a count
  static let halfMore = Roles(rawValue: 1 << 59)
  /// "times", after a count: how often
  static let times = Roles(rawValue: 1 << 60)
  /// a part of the day after sunset: one to four o'clock are after midnight
  static let night = Roles(rawValue: 1 << 61)
  /// a part of the day around noon
  static let noon = Roles(rawValue: 1 << 62)
  /// up to now: ends a range that has begun
  static let untilNow = Roles(rawValue: 1 << 63)
}

extension Roles {
  /// Words that can carry an expression.
  static let content: Roles = [
    .month, .weekday, .unit, .deicticDay, .eitherDay, .deicticYear, .contextDay, .dayPart, .early, .middle, .late,
    .beginning, .ending, .quarter, .half, .season, .seasonWord, .decade, .holiday, .several,
    .counted,
  ]
  /// Words that can open one when such a word or a number follows.
  static let leading: Roles = [
    .last, .next, .this, .before, .after, .within, .clock, .from, .between, .every, .final, .at, .of, .that,
  ]
}

enum Unit: UInt8, Sendable, Comparable {
  case second, minute, hour, day, week, month, season, year, decade, century

  static func < (a: Unit, b: Unit) -> Bool { a.rawValue < b.rawValue }
}

/// A word or phrase of date expressions. Two machine words, because the grammar looks at so many.
struct Lexeme: Sendable {
  var roles: Roles
  var calendar: CalendarSystem = .gregorian
  var unit: Unit = .day
  private var packedOffset: Int8 = 0
  private var packedMonth: Int8 = 0
  private var packedWeekday: Int8 = 0
  private var packedCount: Int8 = 1
  private var packedPrefixLength: Int8 = 0

  init(roles: Roles) { self.roles = roles }

  /// Days of a deictic word, weekday, season, tens of a decade, holiday number: by role.
  var offset: Int {
    get { Int(packedOffset) }
    set { packedOffset = Int8(newValue) }
  }
  var month: Int {
    get { Int(packedMonth) }
    set { packedMonth = Int8(newValue) }
  }
  var weekday: Int {
    get { Int(packedWeekday) }
    set { packedWeekday = Int8(newValue) }
  }
  /// 1, 2 for the Arabic dual, 0 for a plural.
  var count: Int {
    get { Int(packedCount) }
    set { packedCount = Int8(newValue) }
  }
  /// Letters of Arabic conjunctions and prepositions before it; they are no part of the expression.
  var prefixLength: Int {
    get { Int(packedPrefixLength) }
    set { packedPrefixLength = Int8(newValue) }
  }

  func has(_ role: Roles) -> Bool { !roles.isDisjoint(with: role) }
}
