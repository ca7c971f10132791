import ArabicScript

/// English names of months and weekdays as page furniture writes them.
enum LatinWords {
  static let table: WordTable<Lexeme> = {
    let months = [
      "jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
      "sep sept september", "oct october", "nov november", "dec december",
    ]
    let days = [
      "mon monday", "tue tuesday", "wed wednesday", "thu thursday", "fri friday", "sat saturday", "sun sunday",
    ]
    var entries: [(hash: UInt64, value: Lexeme)] = []
    func add(_ word: Substring, _ lexeme: Lexeme) { entries.append((WordHash.of(Array(word.utf8)), lexeme)) }
    for (i, names) in months.enumerated() {
      var lexeme = Lexeme(roles: [.month, .homograph])
      lexeme.month = i + 1
      for name in names.split(separator: " ") { add(name, lexeme) }
    }
    for (i, names) in days.enumerated() {
      var lexeme = Lexeme(roles: [.weekday, .homograph])
      lexeme.weekday = i
      for name in names.split(separator: " ") { add(name, lexeme) }
    }
    add("ad", Lexeme(roles: .eraGregorian))
    add("ce", Lexeme(roles: .eraGregorian))
    add("ah", Lexeme(roles: .eraLunar))
    add("ap", Lexeme(roles: .eraSolar))
    return WordTable(entries)
  }()
}
