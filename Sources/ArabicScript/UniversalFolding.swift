/// The first pass: UTF-8 to universal letter codes, with a map back to scalar and byte offsets.
///
/// Nothing is rewritten: what is dropped (diacritics, tatweel, ZWNJ, bidirectional marks) has no code, what is
/// composed of several letters (presentation forms) has several codes with one offset. O(n).
struct UniversalFolding {
  private(set) var codes: [UInt8] = []
  private(set) var scalars: [UInt32] = []
  private(set) var bytes: [UInt32] = []

  init(_ utf8: [UInt8]) {
    let capacity = utf8.count + utf8.count / 3 + 8
    codes.reserveCapacity(capacity)
    scalars.reserveCapacity(capacity)
    bytes.reserveCapacity(capacity)
    let block = UniversalCodes.arabicBlock
    let text = utf8.span
    let count = text.count
    var i = 0
    var scalar: UInt32 = 0
    while i < count {
      let b = text[i]
      if b < 0x80 {
        emit(UniversalFolding.ascii(b), scalar, i)
        i += 1
      } else if b >= 0xD8, b <= 0xDB, i + 1 < count {
        // U+0600 … U+06FF: almost all of the text.
        let index = Int(b - 0xD8) << 6 | Int(text[i + 1] & 0x3F)
        let code = block[index]
        if code != 0 { emit(code, scalar, i) } else { compose(index) }
        i += 2
      } else {
        let (value, length) = UniversalFolding.decode(text, i)
        fold(value, scalar, i)
        i += length
      }
      scalar += 1
    }
    scalars.append(scalar)
    bytes.append(UInt32(count))
  }

  @inline(__always)
  private mutating func emit(_ code: UInt8, _ scalar: UInt32, _ byte: Int) {
    codes.append(code)
    scalars.append(scalar)
    bytes.append(UInt32(truncatingIfNeeded: byte))
  }

  /// Combining madda and hamza change the letter before them (canonical composition).
  @inline(__always)
  private mutating func compose(_ index: Int) {
    guard index == 0x53 || index == 0x54 || index == 0x55, let last = codes.last else { return }
    switch (index, last) {
    case (0x53, LetterCode.alef): codes[codes.count - 1] = LetterCode.alefMadda
    case (0x54, LetterCode.alef): codes[codes.count - 1] = LetterCode.alefHamzaAbove
    case (0x55, LetterCode.alef): codes[codes.count - 1] = LetterCode.alefHamzaBelow
    case (0x54, LetterCode.waw): codes[codes.count - 1] = LetterCode.wawHamza
    case (0x54, LetterCode.yeh), (0x54, LetterCode.farsiYeh): codes[codes.count - 1] = LetterCode.yehHamza
    case (0x54, LetterCode.heh), (0x54, LetterCode.hehGoal): codes[codes.count - 1] = LetterCode.hehYeh
    default: break
    }
  }

  private static func ascii(_ b: UInt8) -> UInt8 {
    if b >= 65, b <= 90 { return b + 32 }
    if b >= 32, b < 127 { return b }
    switch b {
    case 10, 11, 12, 13: return LetterCode.lineFeed
    case 9: return LetterCode.space
    default: return LetterCode.invalid
    }
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

  private mutating func fold(_ value: UInt32, _ scalar: UInt32, _ byte: Int) {
    switch value {
    case 0xFB50...0xFDFF: unpack(UniversalCodes.presentationA[Int(value - 0xFB50)], scalar, byte)
    case 0xFE70...0xFEFE: unpack(UniversalCodes.presentationB[Int(value - 0xFE70)], scalar, byte)
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0xAD, 0x300...0x36F, 0x8D3...0x8FF,
      0xFE00...0xFE0F:
      return
    case 0x85, 0x2028, 0x2029: emit(LetterCode.lineFeed, scalar, byte)
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: emit(LetterCode.space, scalar, byte)
    case 0xAB, 0xBB, 0x201C...0x201F, 0x2039, 0x203A, 0x300C...0x300F: emit(UInt8(ascii: "\""), scalar, byte)
    case 0x2018...0x201B, 0x60, 0xB4: emit(UInt8(ascii: "'"), scalar, byte)
    case 0x2010...0x2015, 0x2212: emit(UInt8(ascii: "-"), scalar, byte)
    case 0x2025, 0x2026: emit(LetterCode.ellipsis, scalar, byte)
    case 0x2022, 0x25CF, 0x25AA, 0x25A0, 0x25C6, 0x25FE, 0xB7: emit(LetterCode.bullet, scalar, byte)
    case 0xFF10...0xFF19: emit(UInt8(value - 0xFF10 + 48), scalar, byte)
    default: emit(UniversalFolding.latin(value), scalar, byte)
    }
  }

  @inline(__always)
  private mutating func unpack(_ packed: UInt64, _ scalar: UInt32, _ byte: Int) {
    var rest = packed
    while rest != 0 {
      emit(UInt8(truncatingIfNeeded: rest), scalar, byte)
      rest >>= 8
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
