import ArabicScript
import Calendars
import NewsEvents

/// What the grammar found at a token, before it becomes a `TemporalExpression`.
///
/// Most productions find nothing, and what they find is handed through several of them: so that this costs little,
/// small fields are packed and rare ones stand outside, in `Details`.
struct Reading {
  /// The token after it.
  var end: Int
  var kind: TemporalExpression.Kind
  var granularity: Granularity = .day
  var calendar: CalendarSystem?
  var basis: DateBasis = .stated
  var isRelativeToContext = false
  private var packedMonth: Int8 = -1
  private var packedDay: Int16 = -1
  private var packedWeekday: Int8 = -1
  private var packedDaysFromArticle: Int8 = .min
  private var packedYear: Int32 = .min
  private var packedBegin: Int32 = -1
  private var startNumber: Int32 = .min
  private var finishNumber: Int32 = .min
  private var anchorNumber: Int32 = .min
  private var details: Details?

  /// What few readings have; never changed, only replaced.
  private final class Details {
    let time: String?
    let parts: [ReadingPart]
    let contradiction: String?

    init(time: String?, parts: [ReadingPart], contradiction: String?) {
      self.time = time
      self.parts = parts
      self.contradiction = contradiction
    }
  }

  init(end: Int, kind: TemporalExpression.Kind) {
    self.end = end
    self.kind = kind
  }

  var start: Day? {
    get { startNumber == .min ? nil : Day(number: startNumber) }
    set { startNumber = newValue?.number ?? .min }
  }
  var finish: Day? {
    get { finishNumber == .min ? nil : Day(number: finishNumber) }
    set { finishNumber = newValue?.number ?? .min }
  }
  var anchor: Day? {
    get { anchorNumber == .min ? nil : Day(number: anchorNumber) }
    set { anchorNumber = newValue?.number ?? .min }
  }
  var year: Int? {
    get { packedYear == .min ? nil : Int(packedYear) }
    set { packedYear = newValue.map { Int32(clamping: $0) } ?? .min }
  }
  var month: Int? {
    get { packedMonth < 0 ? nil : Int(packedMonth) }
    set { packedMonth = newValue.map { Int8(clamping: $0) } ?? -1 }
  }
  var day: Int? {
    get { packedDay < 0 ? nil : Int(packedDay) }
    set { packedDay = newValue.map { Int16(clamping: $0) } ?? -1 }
  }
  var weekday: Int? {
    get { packedWeekday < 0 ? nil : Int(packedWeekday) }
    set { packedWeekday = newValue.map { Int8(clamping: $0) } ?? -1 }
  }
  /// Days from the article's day, when a word such as "today" stands before the date.
  var daysFromArticle: Int? {
    get { packedDaysFromArticle == .min ? nil : Int(packedDaysFromArticle) }
    set { packedDaysFromArticle = newValue.map { Int8(clamping: $0) } ?? .min }
  }
  /// The expression begins here when that is before the token it was found at.
  var begin: Int? {
    get { packedBegin < 0 ? nil : Int(packedBegin) }
    set { packedBegin = newValue.map { Int32(clamping: $0) } ?? -1 }
  }
  var time: String? {
    get { details?.time }
    set { set(time: newValue, parts: parts, contradiction: contradiction) }
  }
  var parts: [ReadingPart] {
    get { details?.parts ?? [] }
    set { set(time: time, parts: newValue, contradiction: contradiction) }
  }
  var contradiction: String? {
    get { details?.contradiction }
    set { set(time: time, parts: parts, contradiction: newValue) }
  }

  private mutating func set(time: String?, parts: [ReadingPart], contradiction: String?) {
    guard details != nil || time != nil || !parts.isEmpty || contradiction != nil else { return }
    details = Details(time: time, parts: parts, contradiction: contradiction)
  }

  var isResolved: Bool { start != nil && finish != nil }
  /// Whether it says when, not how long or how often.
  var isDate: Bool { kind != .duration && kind != .time && kind != .recurring }
  var isSingleDay: Bool { start != nil && start == finish }

  mutating func set(_ days: ClosedRange<Day>?, _ granularity: Granularity) {
    start = days?.lowerBound
    finish = days?.upperBound
    self.granularity = granularity
  }

  mutating func set(_ day: Day?) {
    start = day
    finish = day
    granularity = .day
  }
}

/// A date inside a range, or one of the dates of a double one.
struct ReadingPart {
  var tokens: Range<Int>
  var reading: Reading

  init(_ tokens: Range<Int>, _ reading: Reading) {
    self.tokens = tokens
    self.reading = reading
  }
}
