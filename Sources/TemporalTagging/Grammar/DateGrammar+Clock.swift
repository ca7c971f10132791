import ArabicScript
import NewsEvents

extension DateGrammar {
  /// A time of day: «ساعت ۱۲:۳۰», «ساعت پنج و نیم عصر», «یک ربع به شش», «الساعة 05:16 مساءً بتوقيت غرينتش»,
  /// «الثالثة والنصف عصرا», «شام ساڑھے پانچ بجے», «15:25».
  func clock(_ i: Int) -> ClockTime? {
    var j = i
    var zone: TimeZoneRule?
    // Urdu tells the zone first: «پاکستانی وقت کے مطابق شام 5 بجے».
    if language == .urdu, let named = urduZone(j) {
      zone = named.rule
      j = skipComma(named.next)
    }
    var said = false
    func skipClockWords() {
      let start = j
      while let lexeme = lexeme(j), lexeme.has(.clock), j < start + 3 {
        j = after(j)
        said = true
      }
    }
    skipClockWords()
    var part: Roles = []
    if let word = lexeme(j), word.has(.dayPart) {
      let next = skip(.dative, after(j))
      if isNumeral(next) || lexeme(next)?.has(.clock) == true || isUrduFraction(next) {
        part = word.roles
        j = next
        skipClockWords()
      }
    }
    guard said || !part.isEmpty || mayTellTime(j),
      var time = urduTime(j) ?? quarterTo(j, said) ?? hourAndMinute(j, said)
    else { return nil }
    time.zone = zone
    let of = skip(.of, time.end)
    if let word = lexeme(time.end) ?? nil, word.has(.dayPart) {
      time.part = word.roles
      time.end = after(time.end)
    } else if language == .arabic, of > time.end, let word = lexeme(of), word.has(.dayPart), single(after(of)) == nil {
      time.part = word.roles
      time.end = after(of)
    } else {
      time.part = part
    }
    readZone(&time)
    return time.hour24(time.part) == nil ? nil : time
  }

  /// Whether a time can begin at a token without a word for the hour before it: a number with something beside it, or a
  /// word of quarters and halves. Quick, because it is asked of every number.
  private func mayTellTime(_ i: Int) -> Bool {
    guard let token = token(i) else { return false }
    if let numeral = number(i) {
      switch token.kind {
      case .number where token.count == 4: return true
      case .number where token.count > 2: return false
      case .number: break
      default: guard numeral.value < 60 else { return ClockWords.beginnings.of(language).contains(token.hash) }
      }
      if goesOn(i + 1) || goesOn(i + numeral.tokens) { return true }
    }
    return ClockWords.beginnings.of(language).contains(token.hash)
  }

  private func goesOn(_ i: Int) -> Bool {
    guard let token = token(i) else { return false }
    return isConnected(i) || ClockWords.links.of(language).contains(token.hash)
  }

  private func isNumeral(_ i: Int) -> Bool { i < limit && isNumeralWord(i) }

  // MARK: Hours and minutes

  private func hourAndMinute(_ j: Int, _ said: Bool) -> ClockTime? {
    guard let hours = token(j) else { return nil }
    if hours.kind == .number, hours.count <= 2, (0...24).contains(hours.value),
      isMark(j + 1, ":") || isMark(j + 1, "٫")
        || said && isMark(j + 1, ".") && !text.tokens[j + 1].spaceBefore,
      let minutes = token(j + 2), minutes.kind == .number, minutes.count <= 2, (0...59).contains(minutes.value),
      !isMark(j + 1, ".") || minutes.count == 2 && !minutes.spaceBefore
    {
      var time = ClockTime(hour: Int(hours.value), minute: Int(minutes.value), end: j + 3)
      if isMark(time.end, ":"), isDigits(time.end + 1) { time.end += 2 }
      // «ساعت ۲۱:۴۵ دقیقه»
      if language == .persian, let unit = lexeme(time.end), unit.has(.unit), unit.unit == .minute {
        time.end = after(time.end)
      }
      return time
    }
    // «1500 بتوقيت جرينتش»
    if hours.kind == .number, hours.count == 4, hours.value / 100 < 24, hours.value % 100 < 60, zone(j + 1) != nil {
      return ClockTime(hour: Int(hours.value) / 100, minute: Int(hours.value) % 100, end: j + 1)
    }
    guard let hour = hourNumber(j, said) else { return nil }
    var time = ClockTime(hour: hour.value, end: hour.next)
    let fraction = minutesAfter(hour.next)
    if let fraction {
      time.minute = fraction.minutes
      time.end = fraction.next
    }
    if time.minute < 0 {
      time.minute += 60
      time.hour = time.hour == 0 ? 23 : time.hour - 1
    }
    if said || language == .urdu && fraction == nil && take(.clock, time.end) != nil {
      if !said { time.end = after(time.end) }
      return time
    }
    // Without a word for the hour a part of the day must follow: «۸ صبح», «التاسعة مساء», «۱۱ و نیم شب».
    guard language != .urdu, (1...12).contains(time.hour), let part = lexeme(time.end), part.has(.dayPart) else {
      return nil
    }
    switch language {
    case .persian:
      guard !hour.isOrdinal, token(j - 1)?.kind != .number else { return nil }
      // «سه شب» are three nights.
      guard !part.has(.night) || fraction != nil || hour.isDigits && time.hour >= 7 else { return nil }
    case .arabic:
      guard hour.isOrdinal || hour.isDigits, text.tokens[time.end].count > 1, !part.has(.definite),
        // «للمرة الثالثة مساء أمس» tells no hour.
        token(j - 1).map({ $0.kind != .word || lexeme(j - 1) != nil }) ?? true
          || ClockWords.arabicAdverbs.contains(text.tokens[time.end].hash)
      else { return nil }
    case .urdu: return nil
    }
    return time
  }

  private func hourNumber(_ i: Int, _ said: Bool) -> (value: Int, next: Int, isOrdinal: Bool, isDigits: Bool)? {
    if language == .arabic, let token = token(i), ClockWords.arabicOne.contains(token.hash) {
      return (1, i + 1, true, false)
    }
    guard let numeral = number(i), (0...24).contains(numeral.value) else { return nil }
    if language == .arabic, !numeral.isDigits, !numeral.isOrdinal, !said { return nil }
    return (Int(numeral.value), i + numeral.tokens, numeral.isOrdinal, numeral.isDigits)
  }

  /// What is added to the hour: «و نیم», «و ربع», «و ۱۵ دقیقه و ۳ ثانیه», «والنصف», «إلا ربعا», «وعشر دقائق».
  private func minutesAfter(_ i: Int) -> (minutes: Int, next: Int)? {
    guard let token = token(i) else { return nil }
    if language == .arabic {
      if let minutes = ClockWords.arabicAdded[token.hash] { return (minutes, i + 1) }
      if token.hash == ClockWords.except, let next = self.token(i + 1), let minutes = ClockWords.arabicTaken[next.hash]
      {
        return (-minutes, i + 2)
      }
    }
    var j = i
    if let and = take(.and, j) {
      j = and
    } else {
      guard language == .arabic, let numeral = number(j), numeral.isJoined else { return nil }
    }
    if language == .persian, let half = take(.halfMore, j) { return (30, half) }
    if language == .persian, self.token(j)?.hash == ClockWords.persianQuarter { return (15, j + 1) }
    guard let minutes = number(j), (0...59).contains(minutes.value), let unit = lexeme(j + minutes.tokens),
      unit.has(.unit), unit.unit == .minute
    else { return nil }
    var end = after(j + minutes.tokens)
    if let more = take(.and, end), let seconds = number(more), let unit = lexeme(more + seconds.tokens),
      unit.has(.unit), unit.unit == .second
    {
      end = after(more + seconds.tokens)
    }
    return (Int(minutes.value), end)
  }

  /// «یک ربع به شش», «ربع به هفت», «۱۵ دقیقه به ساعت ۱۶», «پنج دقیقه مانده به نه».
  private func quarterTo(_ i: Int, _ said: Bool) -> ClockTime? {
    guard language == .persian else { return nil }
    var j = i
    var minutes = 0
    var certain = said
    if let one = number(j), token(j + one.tokens)?.hash == ClockWords.persianQuarter {
      guard one.value == 1 else { return nil }
      minutes = 15
      j += one.tokens + 1
      certain = true
    } else if token(j)?.hash == ClockWords.persianQuarter {
      minutes = 15
      j += 1
      certain = true
    } else if let count = number(j), (1...59).contains(count.value), let unit = lexeme(j + count.tokens),
      unit.has(.unit), unit.unit == .minute
    {
      minutes = Int(count.value)
      j = after(j + count.tokens)
    } else {
      return nil
    }
    if token(j)?.hash == ClockWords.left {
      j += 1
      certain = true
    }
    guard token(j)?.hash == ClockWords.to else { return nil }
    j += 1
    if let word = lexeme(j), word.has(.clock) {
      j = after(j)
      certain = true
    }
    guard certain, let hour = number(j), (1...24).contains(hour.value), !hour.isOrdinal else { return nil }
    return ClockTime(hour: Int(hour.value) - 1, minute: 60 - minutes, end: j + hour.tokens)
  }

  // MARK: Urdu

  private func isUrduFraction(_ i: Int) -> Bool {
    guard language == .urdu, let token = token(i) else { return false }
    return ClockWords.urduShift[token.hash] != nil || ClockWords.urduWhole[token.hash] != nil
  }

  /// «ساڑھے پانچ بجے», «سوا پانچ بجے», «پونے چھ بجے», «ڈیڑھ بجے», «پانچ بج کر تیس منٹ», «5:30 بجے».
  private func urduTime(_ i: Int) -> ClockTime? {
    guard language == .urdu, let first = token(i) else { return nil }
    if let whole = ClockWords.urduWhole[first.hash], let end = take(.clock, i + 1) {
      return ClockTime(hour: whole / 60, minute: whole % 60, end: end)
    }
    var j = i
    var shift = 0
    if let fraction = ClockWords.urduShift[first.hash] {
      shift = fraction
      j += 1
    }
    if shift == 0, isMark(j + 1, ":") {
      guard var time = hourAndMinute(j, true) else { return nil }
      if let end = take(.clock, time.end) { time.end = end }
      return time
    }
    guard let hour = number(j), (1...24).contains(hour.value), !hour.isOrdinal else { return nil }
    j += hour.tokens
    // «بج کر 30 منٹ», «بجکر تیس منٹ»
    var after = j
    if token(j)?.hash == ClockWords.urduStruck, token(j + 1)?.hash == ClockWords.urduHaving {
      after = j + 2
    } else if token(j)?.hash == ClockWords.urduStruckHaving {
      after = j + 1
    }
    if after > j {
      guard let minutes = number(after), (1...59).contains(minutes.value), let unit = lexeme(after + minutes.tokens),
        unit.has(.unit), unit.unit == .minute
      else { return nil }
      return ClockTime(
        hour: Int(hour.value), minute: Int(minutes.value), end: self.after(after + minutes.tokens))
    }
    guard let end = take(.clock, j) else { return nil }
    let minutes = Int(hour.value) * 60 + shift
    return ClockTime(hour: minutes / 60, minute: minutes % 60, end: end)
  }

  // MARK: Zones

  /// «به وقت تهران», «بتوقيت غرينتش», «(بالتوقيت المحلي)», «پاکستانی وقت کے مطابق», «GMT», «ت.غ».
  private func zone(_ i: Int) -> (rule: TimeZoneRule, next: Int)? {
    guard let first = token(i) else { return nil }
    if first.kind == .latin { return ZoneNames.find(text, i, before: limit) }
    switch language {
    case .persian:
      guard first.hash == ClockWords.to, token(i + 1)?.hash == ClockWords.persianTime else { return nil }
      return ZoneNames.find(text, i + 2, before: limit)
    case .arabic:
      if ClockWords.arabicTime.contains(first.hash) { return ZoneNames.find(text, i + 1, before: limit) }
      // ت.غ, ت غ: توقيت غرينتش
      guard first.hash == ClockWords.arabicT else { return nil }
      let next = isMark(i + 1, ".") ? i + 2 : i + 1
      return token(next)?.hash == ClockWords.arabicGh ? (.fixed(0), next + 1) : nil
    case .urdu: return urduZone(i)
    }
  }

  private func urduZone(_ i: Int) -> (rule: TimeZoneRule, next: Int)? {
    guard language == .urdu, let found = ZoneNames.find(text, i, before: limit) else { return nil }
    if text.tokens[i].kind == .latin { return found }
    var j = found.next
    if token(j)?.hash == ClockWords.urduT { return (found.rule, j + 1) }  // جی ایم ٹی
    j = skip(.dative, j)
    if let word = token(j), ClockWords.urduStandard.contains(word.hash) { j += 1 }
    guard token(j)?.hash == ClockWords.urduTime else { return nil }
    j += 1
    if let dative = take(.dative, j), let according = take(.equals, dative) { j = according }
    return (found.rule, j)
  }

  /// The zone after a time, in brackets or not, and the same moment in another zone: «14:00 (11:00 بتوقيت غرينتش)».
  func readZone(_ time: inout ClockTime) {
    let bracket = isMark(time.end, "(")
    let j = bracket ? time.end + 1 : time.end
    if let named = zone(j), !bracket || isMark(named.next, ")") {
      time.zone = named.rule
      time.end = bracket ? named.next + 1 : named.next
    }
    guard isMark(time.end, "("), time.zone.map({ $0 == .local }) ?? true, token(time.end + 1)?.kind == .number,
      var other = hourAndMinute(time.end + 1, true), let named = zone(other.end), isMark(named.next, ")"),
      let offset = named.rule.offset(on: nil), let here = time.hour24(time.part), let there = other.hour24([])
    else { return }
    other.end = named.next + 1
    var difference = (here - there) * 60 + time.minute - other.minute + offset
    while difference > 14 * 60 { difference -= 24 * 60 }
    while difference < -12 * 60 { difference += 24 * 60 }
    time.offset = difference
    time.end = other.end
  }
}

/// The words of clock times that mean nothing else in the grammar.
private enum ClockWords {
  private static func hash(_ word: String, _ language: Language) -> UInt64 {
    WordHash.of(word, language)
  }
  private static func table(_ language: Language, _ words: [(String, Int)]) -> WordTable<Int> {
    WordTable(words.map { (hash: hash($0.0, language), value: $0.1) })
  }

  /// What can begin a time besides numbers and words for the hour.
  static let beginnings = WordSets(persian: "ربع", arabic: "الواحدة والواحدة", urdu: "ساڑھے سوا پونے ڈیڑھ ڈھائی اڑھائی")
  /// What can follow the number of an hour and is no word of dates.
  static let links = WordSets(
    persian: "ربع", arabic: "والنصف ونصف ونصفا والربع وربع وربعا والثلث وثلث وثلثا إلا", urdu: "بج بجکر")

  static let persianQuarter = hash("ربع", .persian)
  static let left = hash("مانده", .persian)
  static let to = hash("به", .persian)
  static let persianTime = hash("وقت", .persian)

  static let arabicOne = WordSet("الواحدة والواحدة", .arabic)
  static let arabicAdded = table(
    .arabic,
    [
      ("والنصف", 30), ("ونصف", 30), ("ونصفا", 30), ("والربع", 15), ("وربع", 15), ("وربعا", 15), ("والثلث", 20),
      ("وثلث", 20), ("وثلثا", 20),
    ])
  static let arabicAdverbs = WordSet("صباحا فجرا ظهرا عصرا ليلا", .arabic)
  static let except = hash("إلا", .arabic)
  static let arabicTaken = table(
    .arabic, [("ربعا", 15), ("ربع", 15), ("الربع", 15), ("ثلثا", 20), ("الثلث", 20), ("ثلث", 20)])
  static let arabicTime = WordSet("بتوقيت بالتوقيت توقيت", .arabic)
  static let arabicT = hash("ت", .arabic)
  static let arabicGh = hash("غ", .arabic)

  static let urduShift = table(.urdu, [("ساڑھے", 30), ("سوا", 15), ("پونے", -15)])
  static let urduWhole = table(.urdu, [("ڈیڑھ", 90), ("ڈھائی", 150), ("اڑھائی", 150)])
  static let urduStruck = hash("بج", .urdu)
  static let urduHaving = hash("کر", .urdu)
  static let urduStruckHaving = hash("بجکر", .urdu)
  static let urduTime = hash("وقت", .urdu)
  static let urduStandard = WordSet("معیاری مقامی", .urdu)
  static let urduT = hash("ٹی", .urdu)
}
