public import NewsEvents

/// The names of weekdays, in reading order Monday … Sunday (0 … 6).
public enum WeekdayNames {
  /// Every spelling that `language` uses.
  public static func all(_ language: Language) -> [(weekday: Int, name: String)] {
    let table =
      switch language {
      case .persian:
        """
        دوشنبه,دو شنبه|سه شنبه,سه‌شنبه,سشنبه,سه سنبه|چهارشنبه,چهار شنبه,چارشنبه|پنجشنبه,پنج شنبه,پنشنبه|جمعه,آدینه|شنبه|یکشنبه,یک شنبه
        """
      case .arabic: "الاثنين,الإثنين|الثلاثاء,الثلاثا|الأربعاء,الاربعا|الخميس|الجمعة|السبت|الأحد"
      case .urdu: "پیر,سوموار,دوشنبہ|منگل|بدھ|جمعرات|جمعہ,جمعے,جمعۃ المبارک|ہفتہ,سنیچر,ہفتے|اتوار"
      }
    var names: [(weekday: Int, name: String)] = []
    for (index, day) in table.split(separator: "|").enumerated() {
      for name in day.split(separator: ",") { names.append((index, String(name))) }
    }
    return names
  }

  /// The name for display.
  static func display(_ weekday: Int, _ language: DisplayLanguage) -> String {
    let table: [String] =
      switch language {
      case .english: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
      case .persian: ["دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه"]
      case .arabic: ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]
      case .urdu: ["پیر", "منگل", "بدھ", "جمعرات", "جمعہ", "ہفتہ", "اتوار"]
      }
    return table[weekday]
  }
}
