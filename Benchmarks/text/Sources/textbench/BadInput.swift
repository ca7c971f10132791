import NewsEvents

/// Inputs that catch what is not linear, in any size.
enum BadInput: String, CaseIterable {
  /// Words and numbers of dates without a full stop.
  case nostop
  /// A letter with combining marks.
  case marks
  /// Opening brackets and quotation marks.
  case brackets
  /// Digits and separators.
  case digits
  /// Number words.
  case numbers
  /// Joiners and direction marks.
  case invisible

  func text(_ bytes: Int, _ language: Language) -> String {
    let unit =
      switch self {
      case .nostop:
        switch language {
        case .persian: "از ۱۲ دی تا سه روز پیش از هفته گذشته و ساعت ۵ صبح سال ۱۴۰۲ در ماه دو سال بعد از آن "
        case .arabic: "من 12 يناير الى قبل ثلاثة ايام من الاسبوع الماضي والساعة الخامسة صباح عام 2024 بعد ذلك بشهرين "
        case .urdu: "16 جنوری سے گزشتہ ہفتے کے روز تین دن پہلے تک شام 5 بجے سال 2024 کے دو ماہ بعد اس سے ایک روز قبل "
        }
      case .marks: "\u{64E}\u{651}\u{670}"
      case .brackets: "(«[\""
      case .digits: "۱۲/2024-01:30."
      case .numbers:
        switch language {
        case .persian: "هزار و سیصد و هفتاد و شش "
        case .arabic: "الف وثلاثمائة وستة وسبعون "
        case .urdu: "ایک ہزار تین سو چھہتر "
        }
      case .invisible: "\u{200C}\u{200F}\u{200E}ا"
      }
    let count = max(1, bytes / unit.utf8.count)
    return (self == .marks ? "م" : "") + String(repeating: unit, count: count)
  }
}
