internal import NewsEvents

/// The marks of the script: ، ؛ ؟ for , ; ? beside Arabic-script words, … for three dots, and in Persian ٪, dashes,
/// list marks and ؟! for piled-up marks. Marks between Latin words or within numbers stay. O(n).
enum PunctuationMarks {
  private enum Neighbour { case none, script, latin }

  static func apply(_ text: [UInt32], _ language: Language) -> [UInt32] {
    let following = nextLetters(text)
    var out: [UInt32] = []
    out.reserveCapacity(text.count)
    var previous = Neighbour.none
    var isLineStart = true
    var i = 0
    while i < text.count {
      let s = text[i]
      let next = i + 1 < text.count ? text[i + 1] : ScriptScalar.lineFeed
      let isForeign = previous == .latin && following[i] != .script || previous == .none && following[i] == .latin
      let isScript = !isForeign && (previous == .script || following[i] == .script)
      var length = 1
      switch s {
      case ScriptScalar.lineFeed:
        previous = .none
        out.append(s)
      case 0x2C:
        let isNumber = ScriptScalar.isDigit(out.last ?? 0) && ScriptScalar.isDigit(next)
        out.append(isScript && !isNumber ? 0x60C : s)
      case 0x3B: out.append(isScript ? 0x61B : s)
      case 0x21, 0x3F, 0x61F:
        length = run(text, i) { $0 == 0x21 || $0 == 0x3F || $0 == 0x61F }
        if language == .persian, !isForeign {
          length = spacedRun(text, i) { $0 == 0x21 || $0 == 0x3F || $0 == 0x61F }
        }
        let marks = text[i..<i + length]
        if language == .persian, !isForeign {
          if marks.contains(0x61F) || marks.contains(0x3F) { out.append(0x61F) }
          if marks.contains(0x21) { out.append(0x21) }
        } else {
          out.append(contentsOf: marks.map { $0 == 0x3F && isScript ? 0x61F : $0 })
        }
      case 0x2E, ScriptScalar.ellipsis:
        let dots = dots(text, i)
        if dots.isEllipsis, !isForeign, language != .urdu {
          out.append(ScriptScalar.ellipsis)
        } else {
          out.append(contentsOf: text[i..<i + dots.length])
        }
        length = dots.length
      case 0x25 where language == .persian:
        let isPercent =
          ScriptScalar.isDigit(out.last ?? 0) && !ScriptScalar.isLatin(next) && !ScriptScalar.isDigit(next)
        out.append(isPercent ? 0x66A : s)
      case 0x2D where language == .persian && next == 0x2D:
        length = run(text, i) { $0 == 0x2D }
        let after = i + length < text.count ? text[i + length] : ScriptScalar.space
        if length <= 3, !isForeign, !ScriptScalar.isLatin(after) {
          out.append(length == 2 ? 0x2013 : 0x2014)
        } else {
          out.append(contentsOf: text[i..<i + length])
        }
      case 0xB7, 0x2022, 0x25AA, 0x25CF, 0x25E6, 0x2023, 0x25FE:
        let isList = language == .persian && isLineStart
        out.append(isList && next == ScriptScalar.space ? 0x2D : s)
      default:
        if ScriptScalar.isLetter(s) {
          previous = .script
        } else if ScriptScalar.isLatin(s) {
          previous = .latin
        }
        out.append(s)
      }
      if s == ScriptScalar.lineFeed {
        isLineStart = true
      } else if s != ScriptScalar.space {
        isLineStart = false
      }
      i += length
    }
    return out
  }

  /// For each place, which script the next letter of the line has.
  private static func nextLetters(_ text: [UInt32]) -> [Neighbour] {
    var result = [Neighbour](repeating: .none, count: text.count)
    var next = Neighbour.none
    for i in text.indices.reversed() {
      result[i] = next
      let s = text[i]
      if s == ScriptScalar.lineFeed {
        next = .none
      } else if ScriptScalar.isLetter(s) {
        next = .script
      } else if ScriptScalar.isLatin(s) {
        next = .latin
      }
    }
    return result
  }

  private static func run(_ text: [UInt32], _ start: Int, _ belongs: (UInt32) -> Bool) -> Int {
    var end = start
    while end < text.count, belongs(text[end]) { end += 1 }
    return end - start
  }

  /// A run with spaces between its marks, which would be dropped later.
  private static func spacedRun(_ text: [UInt32], _ start: Int, _ belongs: (UInt32) -> Bool) -> Int {
    var end = start
    var i = start
    while i < text.count, belongs(text[i]) || text[i] == ScriptScalar.space {
      if belongs(text[i]) { end = i + 1 }
      i += 1
    }
    return end - start
  }

  /// Dots and ellipses from here, spaces between them allowed.
  private static func dots(_ text: [UInt32], _ start: Int) -> (length: Int, isEllipsis: Bool) {
    var end = start
    var count = 0
    var i = start
    while i < text.count {
      if text[i] == 0x2E || text[i] == ScriptScalar.ellipsis {
        count += text[i] == 0x2E ? 1 : 3
        end = i + 1
      } else if text[i] != ScriptScalar.space {
        break
      }
      i += 1
    }
    return (end - start, count >= 3)
  }
}
