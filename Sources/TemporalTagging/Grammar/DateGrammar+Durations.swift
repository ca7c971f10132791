import ArabicScript
import NewsEvents

extension DateGrammar {
  /// A length of time with nothing that makes a date of it; «هر ۵ دقیقه», «هر سال».
  func duration(_ i: Int) -> Reading? {
    if let every = take(.every, i) { return recurring(every) }
    if let steps = unitByUnit(i) { return steps }
    var j = i
    // «روزی سه ساعت», «هفته‌ای دو بار»
    if language == .persian, let unit = lexeme(j), unit.has(.unit),
      token(j).map({ DateGrammar.perWords.contains($0.hash) }) == true,
      let numeral = number(after(j)), let counted = lexeme(after(j) + numeral.tokens), counted.has([.unit, .times])
    {
      return Reading(end: after(after(j) + numeral.tokens), kind: .recurring)
    }
    if let within = lexeme(j), within.has(.within), language == .persian {
      j = after(j)
      // «طی دو روز گذشته»
      if let window = period(j) { return window }
    }
    guard let amount = amount(j), j == i || number(amount.next)?.isOrdinal != true else { return nil }
    return Reading(end: amount.next, kind: .duration)
  }

  /// «هر ۵ دقیقه», «هر ساعت یکبار», «هر روز هفته», «كل يوم جمعة», «ہر سال».
  func recurring(_ i: Int) -> Reading? {
    var j = i
    if let amount = amount(j) {
      j = amount.next
    } else if let unit = lexeme(j), unit.has([.unit, .weekday, .dayPart, .season]) {
      j = after(j)
      if language == .arabic, let weekday = lexeme(j), weekday.has(.weekday) { j = after(j) }
      // «هر روز از سال», «هر روز هفته»
      let of = language == .persian ? skip(.from, j) : j
      if language == .persian, let whole = lexeme(of), whole.has(.unit), whole.count == 1, whole.unit > unit.unit,
        relativeUnit(of) == nil, unit.has(.unit), !whole.has(.clock)
      {
        j = after(of)
      }
    } else {
      return nil
    }
    // «یکبار», «یک بار», «مرة»
    if let times = lexeme(j), times.has(.times) {
      j = after(j)
    } else if let one = number(j),
      let times = lexeme(j + one.tokens), times.has(.times)
    {
      j = after(j + one.tokens)
    }
    return Reading(end: j, kind: .recurring)
  }

  /// «روز به روز», «دقیقه به دقیقه», «يوما بعد يوم», «دن بہ دن»: a unit repeated.
  private func unitByUnit(_ i: Int) -> Reading? {
    guard let unit = lexeme(i), unit.has(.unit), unit.count == 1, !unit.has(.adjectiveUnit), let link = token(after(i)),
      DateGrammar.byWords.of(language).contains(link.hash), let again = lexeme(after(i) + 1), again.has(.unit),
      again.unit == unit.unit, again.count == 1, !again.has(.adjectiveUnit)
    else { return nil }
    return Reading(end: after(after(i) + 1), kind: .recurring)
  }

  private static let perWords = WordSet("روزی هفته‌ای ساعتی", .persian)

  private static let byWords = WordSets(persian: "به", arabic: "بعد", urdu: "بہ در")
}
