public import NewsEvents

/// The languages in which a timeline is shown.
public enum DisplayLanguage: String, Sendable, Hashable, CaseIterable {
  case english = "en"
  case persian = "fa"
  case arabic = "ar"
  case urdu = "ur"

  public init(_ language: Language) {
    switch language {
    case .persian: self = .persian
    case .arabic: self = .arabic
    case .urdu: self = .urdu
    }
  }

  /// The calendar that readers of the language expect first.
  public var calendar: CalendarSystem { self == .persian ? .solarHijri : .gregorian }
}

extension Day {
  /// The day as people write it: `16 January 2024`, `۲۶ دی ۱۴۰۲`, `٤ رجب ١٤٤٥ هـ`.
  ///
  /// - Parameter weekday: whether the weekday's name goes before it.
  public func formatted(_ calendar: CalendarSystem, in language: DisplayLanguage, weekday: Bool = false) -> String {
    let (year, month, day) = calendar.fields(of: self)
    let name = MonthNames.display(month, calendar, language)
    var text = "\(localizedDigits(day, language)) \(name) \(localizedDigits(year, language))"
    text += Day.eraMark(calendar, language)
    if weekday {
      let comma = language == .english ? ", " : language == .persian ? " " : "، "
      text = WeekdayNames.display(self.weekday, language) + comma + text
    }
    return text
  }

  /// The month in which the day lies: `January 2024`, `دی ۱۴۰۲`.
  public func formattedMonth(_ calendar: CalendarSystem, in language: DisplayLanguage) -> String {
    let (year, month, _) = calendar.fields(of: self)
    return MonthNames.display(month, calendar, language) + " " + localizedDigits(year, language)
      + Day.eraMark(calendar, language)
  }

  /// The year in which the day lies: `2012`, `۱۳۹۰`.
  public func formattedYear(_ calendar: CalendarSystem, in language: DisplayLanguage) -> String {
    localizedDigits(calendar.fields(of: self).year, language) + Day.eraMark(calendar, language)
  }

  /// The calendar that a reader of `language` takes for granted has no mark.
  private static func eraMark(_ calendar: CalendarSystem, _ language: DisplayLanguage) -> String {
    switch (calendar, language) {
    case (.gregorian, .english), (.gregorian, .persian), (.gregorian, .arabic), (.solarHijri, .persian): ""
    case (.gregorian, .urdu): "ء"
    case (.solarHijri, .english): " SH"
    case (.solarHijri, .arabic): " هـ ش"
    case (.solarHijri, .urdu): " ہجری شمسی"
    case (.islamic, .english): " AH"
    case (.islamic, .persian): " ه‍.ق"
    case (.islamic, .arabic): " هـ"
    case (.islamic, .urdu): "ھ"
    }
  }
}

/// A number in the digits of the language: ۱۴۰۲ in Persian and Urdu, ١٤٠٢ in Arabic, 1402 in English.
public func localizedDigits(_ number: Int, _ language: DisplayLanguage) -> String {
  let zero: UInt32 =
    switch language {
    case .english: 0x30
    case .arabic: 0x660
    case .persian, .urdu: 0x6F0
    }
  var scalars = String.UnicodeScalarView()
  for byte in String(number).utf8 {
    let value = byte >= 48 && byte <= 57 ? zero + UInt32(byte) - 48 : UInt32(byte)
    if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
  }
  return String(scalars)
}
