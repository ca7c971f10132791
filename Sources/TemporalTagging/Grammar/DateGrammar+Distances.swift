import ArabicScript
import Calendars
import NewsEvents

extension DateGrammar {
  /// Counted distances: «سه روز پیش», «قبل ثلاثة أيام», «دو روز بعد», «بعدها بيومين», «۵ روز دیگر», «1 دن میں».
  func distance(_ i: Int) -> Reading? {
    switch language {
    case .arabic: arabicDistance(i)
    case .persian, .urdu: suffixedDistance(i)
    }
  }

  private func arabicDistance(_ i: Int) -> Reading? {
    // «بعدها بيومين», «قبل ذلك بأسبوع»
    if let word = lexeme(i), word.has(.that), word.has([.after, .before]) {
      guard let amount = amount(after(i), bareUnit: true),
        lexeme(after(i))?.has(.prefixed) == true || number(after(i)) != nil
      else { return nil }
      return anchored(
        amount, sign: word.has(.after) ? 1 : -1, base: context ?? (setting.isFragment ? reference : nil),
        end: amount.next)
    }
    if let word = lexeme(i), word.has([.before, .after]) {
      var j = after(i)
      if let about = take(.about, j) { j = about }
      let sign = word.has(.after) ? 1 : -1
      // «من أسبوع» is ago only where nothing else can be meant.
      let isFrom = word.has(.from) && !word.has(.at)
      guard let amount = amount(j, bareUnit: true) else { return nil }
      if isFrom, !(i == 0 && amount.next == limit) { return nil }
      var end = amount.next
      let now = take(.fromNow, end)
      if let now { end = now }
      if sign > 0, now == nil {
        // «بعد يومين من 16 يناير»
        if let of = take(.from, end), let date = pointDate(of) {
          return anchored(amount, sign: 1, base: date.start, end: date.end)
        }
        if let that = take(.from, end), let point = take(.that, that) {
          return anchored(amount, sign: 1, base: context, end: point)
        }
        // «بعد 4 سنوات من التخرج»: after an event whose day is not said.
        if take(.from, end) != nil { return anchored(amount, sign: 1, base: nil, end: end) }
        if let counted = fromSpan(amount, end: end) { return counted }
        if let context, amount.isOpen || amount.finest <= .year {
          return anchored(amount, sign: 1, base: context, end: end)
        }
        return later(amount, end: end)
      }
      // «قبل يومين من الزيارة»: before something, not before now.
      if sign < 0, now == nil, let of = take(.from, end), token(of)?.kind == .word || pointDate(of) != nil {
        if let that = take(.that, of) { return anchored(amount, sign: -1, base: context, end: that) }
        let date = pointDate(of)
        return anchored(amount, sign: -1, base: date?.start, end: date?.end ?? end)
      }
      var reading = fromReference(amount, sign: sign, end: end)
      // «1 شهر و 21 أيام من الآن» says it all without the preposition.
      if now != nil { reading.begin = j }
      return reading
    }
    if let within = take(.within, i), let amount = amount(within, bareUnit: true) {
      var reading = Reading(end: amount.next, kind: .duration)
      guard setting.isFuture || setting.isFragment, let reference, !amount.isOpen, !DateGrammar.isLength(text, i) else {
        return reading
      }
      reading.kind = .deictic
      reading.basis = .resolved
      reading.anchor = reference
      reading.set(reference...point(reference, amount, 1), .range)
      return reading
    }
    // «3 سنوات من الآن»: ahead, unless the sentence tells of the past.
    if let amount = amount(i, bareUnit: true), let now = take(.fromNow, amount.next) {
      return fromReference(
        amount, sign: amount.parts.count > 1 && !setting.isFuture && !setting.isFragment ? -1 : 1, end: now)
    }
    return nil
  }

  /// «على مدى», «طوال», «لمدة»: words of length, which say nothing of when.
  private static func isLength(_ text: AnalyzedText, _ i: Int) -> Bool {
    lengthWords.contains(text.tokens[i].hash)
  }

  private static let lengthWords = WordSet("على وعلى طوال وطوال طيلة وطيلة طول لمدة", .arabic)

  /// A year or month told before, from which years or months are counted: «در سال ۱۳۹۰ … سه سال بعد».
  private func fromSpan(_ amount: Amount, end: Int) -> Reading? {
    guard let span, !amount.isOpen, amount.parts.count == 1, let part = amount.parts.first,
      part.unit == .year || part.unit == .month && span.granularity == .month
    else { return nil }
    var reading = Reading(end: end, kind: .anchored)
    reading.isRelativeToContext = true
    reading.basis = .resolved
    reading.anchor = span.days.lowerBound
    reading.calendar = span.calendar
    let fields = span.calendar.fields(of: span.days.lowerBound)
    let months = fields.year * 12 + fields.month - 1 + part.count * (part.unit == .year ? 12 : 1)
    if span.granularity == .year {
      reading.set(span.calendar.years(months / 12, through: months / 12), .year)
    } else {
      reading.set(span.calendar.month(months % 12 + 1, of: months / 12), .month)
    }
    return reading
  }

  /// «اس سے تین روز قبل», «اس کے دو دن بعد»: counted from what was told before.
  private func urduPointed(_ i: Int) -> Reading? {
    guard language == .urdu, let that = lexeme(i), that.has(.that), let link = lexeme(after(i)),
      link.has([.dative, .from]), let amount = amount(after(after(i))), let word = lexeme(amount.next)
    else { return nil }
    let sign = word.has(.after) ? 1 : word.has([.ago, .before]) ? -1 : 0
    guard sign != 0 else { return nil }
    return anchored(amount, sign: sign, base: context, end: after(amount.next))
  }

  /// «16 جنوری 2024 کے دو روز بعد», «16 جنوری سے دو روز قبل»: a date and a distance from it.
  func shifted(from date: Reading, begin: Int) -> Reading? {
    guard language == .urdu, date.isDate, date.isSingleDay, let link = lexeme(date.end), link.has([.dative, .from]),
      let amount = amount(after(date.end)), !amount.isAdjective, let word = lexeme(amount.next)
    else { return nil }
    let sign = word.has(.after) ? 1 : word.has([.ago, .before]) ? -1 : 0
    guard sign != 0 else { return nil }
    var reading = anchored(amount, sign: sign, base: date.start, end: after(amount.next))
    reading.parts = [ReadingPart(begin..<date.end, date)]
    return reading
  }

  private func suffixedDistance(_ i: Int) -> Reading? {
    if let pointed = urduPointed(i) { return pointed }
    var j = i
    var preposed = false
    if language == .persian, let at = lexeme(j), at.has([.at, .within]) || at.has(.after) {
      j = after(j)
      preposed = true
    }
    if let nights = nightsAgo(i) { return nights }
    guard let amount = amount(j) else { return nil }
    var end = amount.next
    if preposed {
      // «در ۱۸ سالگی»
      if amount.isAdjective { return nil }
      // «در ۶ ماه نخست سال»
      if number(end)?.isOrdinal == true { return nil }
      guard setting.isFragment || setting.isFuture, lexeme(i)?.has(.at) == true, !amount.isOpen else { return nil }
      return fromReference(amount, sign: 1, end: end)
    }
    if amount.isAdjective { return nil }
    if language == .urdu, let next = token(end), next.kind == .word,
      lexeme(end) == nil || !(lexeme(end)?.has([.ago, .after, .within, .before]) ?? false)
    {
      return nil
    }
    // «یک روز پس از آن», «دو روز بعد از ۱۶ ژانویه», «ایک ہفتہ بعد»
    if let word = lexeme(end), word.has([.after, .before]) || word.has(.fromNow) || word.has(.ago) || word.has(.within)
    {
      let wordAt = end
      end = after(end)
      if language == .persian, let anchor = persianAnchor(wordAt) { return self.anchor(amount, word, anchor) }
      if word.has(.ago), !word.has(.after) || language == .persian, !word.has(.before) {
        return fromReference(amount, sign: -1, end: end)
      }
      if word.has(.before), language == .urdu || language == .persian { return nil }
      if word.has(.within), !word.has(.after) {
        guard language == .urdu, setting.isFragment || setting.isFuture else { return nil }
        return fromReference(amount, sign: 1, end: end)
      }
      if word.has(.fromNow), !word.has(.after) { return fromReference(amount, sign: 1, end: end) }
      if let counted = fromSpan(amount, end: end) { return counted }
      if let context, amount.isOpen || amount.finest <= .year {
        return anchored(amount, sign: 1, base: context, end: end)
      }
      return later(amount, end: end)
    }
    return nil
  }

  /// «دو شب پیش»: the night before last.
  private func nightsAgo(_ i: Int) -> Reading? {
    guard language == .persian, let numeral = number(i), !numeral.isOrdinal, (2...60).contains(numeral.value) else {
      return nil
    }
    let j = i + numeral.tokens
    guard token(j)?.hash == DateGrammar.persianNight else { return nil }
    var end: Int
    if let phrase = lexeme(j), phrase.has(.deicticDay), phrase.offset == -1 {
      end = after(j)
    } else if let ago = take(.ago, j + 1) {
      end = ago
    } else {
      return nil
    }
    return fromReference(Amount(parts: [(Int(numeral.value), .day)], next: end), sign: -1, end: end)
  }

  private static let persianNight = WordHash.of("شب", .persian)

  /// What follows پس از / پیش از: «آن», or a date within a few words («یک هفته پس از حمله ۱۳ دی»).
  private func persianAnchor(_ i: Int) -> (base: Day?, end: Int, found: Bool)? {
    guard let word = lexeme(i), word.has([.after, .before]) else { return nil }
    let j = after(i)
    let needsObject = text.tokens[j - 1].hash == DateGrammar.persianAz
    guard needsObject else { return nil }
    if let that = lexeme(j), that.has(.that) {
      var end = after(j)
      if let unit = lexeme(end), unit.has(.unit) || unit.has(.dateWord) { end = after(end) }
      return (context, end, context != nil)
    }
    for k in j..<min(j + 6, limit) {
      guard text.tokens[k].kind != .lineBreak, text.tokens[k].kind != .mark else { break }
      if let date = pointDate(k) { return (date.start, date.end, true) }
      if let lexeme = lexeme(k), lexeme.has([.after, .ago]) { break }
    }
    return (nil, i, false)
  }

  static let persianAz = WordHash.of("از", .persian)

  func anchor(_ amount: Amount, _ word: Lexeme, _ anchor: (base: Day?, end: Int, found: Bool)) -> Reading? {
    if !anchor.found, anchor.base == nil {
      // After an event whose day is not said.
      var reading = Reading(end: max(amount.next, anchor.end), kind: .anchored)
      reading.isRelativeToContext = true
      reading.basis = .resolved
      return reading
    }
    return anchored(amount, sign: word.has(.before) ? -1 : 1, base: anchor.base, end: anchor.end)
  }

  /// A single day written as a date.
  private func pointDate(_ i: Int) -> Reading? {
    guard let date = numericDate(i) ?? calendarDate(i), date.isSingleDay else { return nil }
    return date
  }

  func anchored(_ amount: Amount, sign: Int, base: Day?, end: Int) -> Reading {
    var reading = Reading(end: end, kind: .anchored)
    reading.isRelativeToContext = true
    apply(&reading, amount, sign, base)
    return reading
  }

  /// "Two days later" with no date before it: measured from the article only where it can mean nothing else.
  func later(_ amount: Amount, end: Int) -> Reading {
    let base = setting.isFragment || setting.isFuture ? reference : nil
    var reading = Reading(end: end, kind: base == nil ? .anchored : .deictic)
    reading.isRelativeToContext = base == nil
    apply(&reading, amount, 1, base)
    return reading
  }

  private func fromReference(_ amount: Amount, sign: Int, end: Int) -> Reading {
    var reading = Reading(end: end, kind: .deictic)
    apply(&reading, amount, sign, reference)
    return reading
  }

  private func apply(_ reading: inout Reading, _ amount: Amount, _ sign: Int, _ base: Day?) {
    reading.basis = .resolved
    reading.anchor = base
    reading.granularity = amount.isOpen ? .range : granularity(amount.finest)
    guard let base, !amount.isOpen else { return }
    let days = shift(base, amount, sign)
    reading.set(days, granularity(amount.finest))
  }
}
