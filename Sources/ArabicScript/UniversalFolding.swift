/// The first pass: UTF-8 to letter codes, with a map back to byte offsets.
///
/// Nothing is rewritten: what is dropped (diacritics, tatweel, ZWNJ, bidirectional marks) has no code, what is
/// composed of several letters (presentation forms) has several codes with one offset. O(n).
///
/// ASCII and the block U+0600 … U+06FF, almost all of a text, take one table look-up and no branch that depends on the
/// letter: a branch mispredicted at every end of a word would cost more than the rest of the loop.
struct UniversalFolding {
  private(set) var codes: [UInt8]
  /// For each code the offset of its first byte; one more at the end, the number of bytes.
  private(set) var bytes: [UInt32]
  /// The offset of the Unicode scalar of every sixteenth code; the others are counted from there when asked for.
  private(set) var marks: [UInt32]

  private let table: FoldingTable
  /// Codes written so far; beyond it the arrays hold zeros.
  private var count = 0
  /// Scalars read so far.
  private var scalars: UInt32 = 0
  /// The universal code of the last letter, for the marks that change it: an index into the table, or its size and the
  /// code itself.
  private var last = 0

  init(_ text: Span<UInt8>, table: FoldingTable = .universal) {
    self.table = table
    // Room for one code a byte from here to the text's end is kept at any time; only presentation forms need more.
    codes = [UInt8](repeating: 0, count: text.count + UniversalFolding.slack)
    bytes = [UInt32](repeating: 0, count: text.count + UniversalFolding.slack)
    marks = [UInt32](repeating: 0, count: UniversalFolding.mark(text.count + UniversalFolding.slack) + 1)
    var i = 0
    while i < text.count {
      i = UniversalFolding.common(
        text, from: i, table, codes: &codes, bytes: &bytes, marks: &marks, count: &count, scalars: &scalars,
        last: &last)
      if i < text.count { i = rare(text, at: i) }
    }
    bytes[count] = UInt32(truncatingIfNeeded: text.count)
    marks[UniversalFolding.mark(count)] = scalars
    codes.removeLast(codes.count - count)
    bytes.removeLast(bytes.count - count - 1)
    marks.removeLast(marks.count - UniversalFolding.mark(count) - 1)
  }

  /// The mark that code `k` may have to set: the last code to write mark n is code 16 n.
  @inline(__always)
  private static func mark(_ k: Int) -> Int { (k + 15) >> 4 }

  /// The most codes of one scalar, and one more offset at the end.
  private static let slack = 16

  /// Folds from byte `start` until something uncommon comes; returns where.
  private static func common(
    _ text: Span<UInt8>, from start: Int, _ table: FoldingTable, codes: inout [UInt8], bytes: inout [UInt32],
    marks: inout [UInt32], count: inout Int, scalars: inout UInt32, last: inout Int
  ) -> Int {
    let entries = table.entries.span
    var codes = codes.mutableSpan
    var bytes = bytes.mutableSpan
    var marks = marks.mutableSpan
    var scalar = scalars
    var k = count
    var letter = last
    var i = start
    let end = text.count - 1
    while i < end {
      let b = Int(text[i])
      let next = Int(text[i + 1] & 0x3F)
      // All ones for two bytes, no bit for ASCII.
      let wide = -(b >> 7)
      // 0xD8 … 0xDB lead the block: other bytes from 0x80 on lead elsewhere.
      if (b & 0xFC ^ 0xD8) & wide != 0 { break }
      let index = b & ~wide | (128 + (b & 3) << 6 + next) & wide
      let code = entries[index]
      if code == 0, FoldingTable.isCombining(index) { break }
      codes[k] = code
      bytes[k] = UInt32(truncatingIfNeeded: i)
      marks[mark(k)] = scalar
      letter = code == 0 ? letter : index
      k += code == 0 ? 0 : 1
      i += 1 - wide
      scalar &+= 1
    }
    count = k
    scalars = scalar
    last = letter
    return i
  }

  /// Folds the scalar at byte `i`, whatever it is; returns where the next begins.
  private mutating func rare(_ text: Span<UInt8>, at i: Int) -> Int {
    let b = text[i]
    if b < 0x80 {
      let index = Int(b)
      emit(table.entries[index], i)
      last = index
      scalars &+= 1
      return i + 1
    }
    let (value, length) = UniversalFolding.decode(text, i)
    if value >= 0x600, value <= 0x6FF {
      let index = 128 + Int(value - 0x600)
      let code = table.entries[index]
      if code != 0 {
        emit(code, i)
        last = index
      } else if FoldingTable.isCombining(index) {
        compose(index)
      }
    } else {
      let packed = UniversalFolding.fold(value)
      var rest = packed
      while rest != 0 {
        let code = UInt8(truncatingIfNeeded: rest)
        emit(table.map[Int(code)], i)
        last = FoldingTable.size + Int(code)
        rest >>= 8
      }
    }
    let needed = count + (text.count - i) + UniversalFolding.slack
    if codes.count < needed {
      let more = needed - codes.count + codes.count / 2
      codes.append(contentsOf: repeatElement(0, count: more))
      bytes.append(contentsOf: repeatElement(0, count: more))
      marks.append(contentsOf: repeatElement(0, count: more / 16 + 1))
    }
    scalars &+= 1
    return i + length
  }

  private mutating func emit(_ code: UInt8, _ byte: Int) {
    codes[count] = code
    bytes[count] = UInt32(truncatingIfNeeded: byte)
    marks[UniversalFolding.mark(count)] = scalars
    count += 1
  }

  /// Combining madda and hamza change the letter before them (canonical composition).
  private mutating func compose(_ index: Int) {
    guard count > 0 else { return }
    let letter = last < FoldingTable.size ? FoldingTable.universal.entries[last] : UInt8(last - FoldingTable.size)
    let composed: UInt8
    switch (index - 128, letter) {
    case (0x53, LetterCode.alef): composed = LetterCode.alefMadda
    case (0x54, LetterCode.alef): composed = LetterCode.alefHamzaAbove
    case (0x55, LetterCode.alef): composed = LetterCode.alefHamzaBelow
    case (0x54, LetterCode.waw): composed = LetterCode.wawHamza
    case (0x54, LetterCode.yeh), (0x54, LetterCode.farsiYeh): composed = LetterCode.yehHamza
    case (0x54, LetterCode.heh), (0x54, LetterCode.hehGoal): composed = LetterCode.hehYeh
    default: return
    }
    codes[count - 1] = table.map[Int(composed)]
    last = FoldingTable.size + Int(composed)
  }

  private static func decode(_ text: Span<UInt8>, _ i: Int) -> (value: UInt32, length: Int) {
    let b = UInt32(text[i])
    func tail(_ k: Int) -> UInt32? {
      guard i + k < text.count, text[i + k] & 0xC0 == 0x80 else { return nil }
      return UInt32(text[i + k] & 0x3F)
    }
    if b >= 0xC2, b < 0xE0, let t = tail(1) { return ((b & 0x1F) << 6 | t, 2) }
    if b >= 0xE0, b < 0xF0, let t = tail(1), let u = tail(2) { return ((b & 0x0F) << 12 | t << 6 | u, 3) }
    if b >= 0xF0, b < 0xF5, let t = tail(1), let u = tail(2), let v = tail(3) {
      return ((b & 0x07) << 18 | t << 12 | u << 6 | v, 4)
    }
    return (0xFFFD, 1)
  }

  /// The universal codes of a scalar outside ASCII and the Arabic block, first in the lowest byte; 0 for none.
  private static func fold(_ value: UInt32) -> UInt64 {
    switch value {
    case 0xFB50...0xFDFF: UniversalCodes.presentationA[Int(value - 0xFB50)]
    case 0xFE70...0xFEFE: UniversalCodes.presentationB[Int(value - 0xFE70)]
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0xAD, 0x300...0x36F, 0x8D3...0x8FF,
      0xFE00...0xFE0F:
      0
    case 0x85, 0x2028, 0x2029: UInt64(LetterCode.lineFeed)
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: UInt64(LetterCode.space)
    case 0xAB, 0xBB, 0x201C...0x201F, 0x2039, 0x203A, 0x300C...0x300F: UInt64(UInt8(ascii: "\""))
    case 0x2018...0x201B, 0x60, 0xB4: UInt64(UInt8(ascii: "'"))
    case 0x2010...0x2015, 0x2212: UInt64(UInt8(ascii: "-"))
    case 0x2025, 0x2026: UInt64(LetterCode.ellipsis)
    case 0x2022, 0x25CF, 0x25AA, 0x25A0, 0x25C6, 0x25FE, 0xB7: UInt64(LetterCode.bullet)
    case 0xFF10...0xFF19: UInt64(value - 0xFF10 + 48)
    default: UInt64(latin(value))
    }
  }

  /// Latin letters with a diacritic count as the bare letter, so that Erdoğan is erdogan.
  private static func latin(_ value: UInt32) -> UInt8 {
    guard let scalar = Unicode.Scalar(value), value < 0x250 else { return LetterCode.other }
    switch scalar {
    case "à"..."å", "À"..."Å", "ā", "ă", "ą", "Ā", "Ă", "Ą": return UInt8(ascii: "a")
    case "ç", "Ç", "ć", "č", "Ć", "Č": return UInt8(ascii: "c")
    case "è"..."ë", "È"..."Ë", "ē", "ę", "ě": return UInt8(ascii: "e")
    case "ğ", "Ğ": return UInt8(ascii: "g")
    case "ì"..."ï", "Ì"..."Ï", "ī", "ı", "İ": return UInt8(ascii: "i")
    case "ñ", "Ñ", "ń": return UInt8(ascii: "n")
    case "ò"..."ö", "Ò"..."Ö", "ō", "ø", "Ø": return UInt8(ascii: "o")
    case "ş", "Ş", "š", "Š", "ś": return UInt8(ascii: "s")
    case "ù"..."ü", "Ù"..."Ü", "ū": return UInt8(ascii: "u")
    case "ý", "ÿ": return UInt8(ascii: "y")
    case "ž", "Ž", "ż", "ź": return UInt8(ascii: "z")
    default: return LetterCode.other
    }
  }
}
