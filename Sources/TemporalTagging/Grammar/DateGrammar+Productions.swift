import ArabicScript
import NewsEvents

extension DateGrammar {
  /// The longest production that begins at token `i`; the first of equals.
  ///
  /// A production is tried only when the token can begin it: most words and numbers begin none. The tests say what the
  /// productions themselves would find out with their first steps.
  func single(_ i: Int) -> Reading? {
    guard let token = token(i) else { return nil }
    switch token.kind {
    case .number: return fromDigits(i, token)
    case .word, .latin: return fromWord(i)
    case .mark, .lineBreak: return nil
    }
  }

  /// Keeps the longer reading.
  private func consider(_ reading: Reading?, at i: Int, _ best: inout Reading?) {
    guard let reading, reading.end > i else { return }
    if best.map({ reading.end > $0.end }) ?? true { best = reading }
  }

  private func fromDigits(_ i: Int, _ token: Token) -> Reading? {
    let isYear = token.count == 4
    if isYear, let years = yearRange(i) { return years }
    if self.token(i + 1)?.kind == .mark, let numeric = numericDate(i) { return numeric }
    // Without a word of dates, a number or a mark behind it nothing is counted and no month follows.
    let isFollowed = isConnected(i + 1) || isConnected(i + (number(i)?.tokens ?? 1))
    var best: Reading?
    if isYear || isFollowed && token.count <= 2 { consider(calendarDate(i), at: i, &best) }
    if isFollowed {
      consider(distance(i), at: i, &best)
      consider(period(i), at: i, &best)
    }
    if isYear || isFollowed || token.count == 2 { consider(yearAlone(i), at: i, &best) }
    if isFollowed {
      consider(namedPeriod(i), at: i, &best)
      consider(ordinalUnit(i), at: i, &best)
      consider(firstMonths(i), at: i, &best)
      consider(countedList(i), at: i, &best)
      consider(duration(i), at: i, &best)
    }
    return best
  }

  private func fromWord(_ i: Int) -> Reading? {
    let roles = lexeme(i)?.roles ?? []
    let isNumeral = number(i) != nil
    func may(_ beginning: Roles) -> Bool { !roles.isDisjoint(with: beginning) }
    var best: Reading?
    if may(.beginsWeekday) { consider(weekdayExpression(i), at: i, &best) }
    if may(.beginsDeictic) { consider(deicticDay(i), at: i, &best) }
    if isNumeral || may(.beginsMonth) { consider(calendarDate(i), at: i, &best) }
    if isNumeral || may(.beginsOrdinal), let ordinal = ordinalOfMonth(i) {
      // «الثلاثاء الثالث من أيلول» is a third Tuesday when the third is none.
      if best?.contradiction != nil { best = nil }
      consider(ordinal, at: i, &best)
    }
    if language == .urdu, may(.beginsMonth) { consider(urduNthOfMonth(i), at: i, &best) }
    if isNumeral || may(.beginsDistance) { consider(distance(i), at: i, &best) }
    if isNumeral || may(.beginsPeriod) { consider(period(i), at: i, &best) }
    if may(.holiday) { consider(holiday(i), at: i, &best) }
    if isNumeral || may(.beginsNamedPeriod) { consider(namedPeriod(i), at: i, &best) }
    if isNumeral || may([.unit, .of]) { consider(yearAlone(i), at: i, &best) }
    if may(.unit) { consider(yearRange(i), at: i, &best) }
    if isNumeral || may(.unit) {
      consider(ordinalUnit(i), at: i, &best)
      consider(firstMonths(i), at: i, &best)
    }
    if may(.unit) { consider(nthDayOfYear(i), at: i, &best) }
    if language == .arabic || may([.unit, .month]) { consider(tenDays(i), at: i, &best) }
    if may([.this, .that]) { consider(nowadays(i), at: i, &best) }
    if isNumeral || may(.beginsDuration) { consider(duration(i), at: i, &best) }
    return best
  }

  /// Whether a word of dates, a number or a mark stands at a token.
  func isConnected(_ i: Int) -> Bool {
    guard let token = token(i) else { return false }
    return token.kind == .mark || hasLexeme(i) || isNumeralWord(i)
  }
}

/// The roles of words that can begin a production; numbers beside.
extension Roles {
  fileprivate static let beginsWeekday: Roles = [.weekday, .unit, .at, .last, .next, .this]
  fileprivate static let beginsDeictic: Roles = [.deicticDay, .eitherDay, .contextDay, .unit]
  fileprivate static let beginsMonth: Roles = [
    .month, .unit, .of, .this, .last, .next, .early, .middle, .late, .beginning, .ending,
  ]
  fileprivate static let beginsOrdinal: Roles = [.final, .ending, .weekday, .unit]
  fileprivate static let beginsDistance: Roles = [
    .counted, .unit, .several, .that, .before, .after, .within, .at,
  ]
  fileprivate static let beginsPeriod: Roles = [.deicticYear, .unit, .this, .last, .next, .several, .counted]
  fileprivate static let beginsNamedPeriod: Roles = [
    .season, .seasonWord, .quarter, .half, .decade, .unit, .this, .last, .next,
  ]
  fileprivate static let beginsDuration: Roles = [.every, .within, .counted, .unit, .several]
}
