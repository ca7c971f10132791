internal import NewsEvents

/// The letters, marks and invisible characters of one language. One pass, O(n).
///
/// Only variants of encoding are replaced (ي for ی, presentation forms, Urdu ہ in Persian); a letter that another
/// alphabet really has (گ in Arabic, ٹ in Persian) is part of a name and stays.
struct CharacterNormalization {
  private let language: Language
  private let letters: [UInt32: UInt32]
  private var out: [UInt32] = []
  /// Start of the current word in `out`, when one is open.
  private var wordStart: Int?
  private var pendingJoiner = false
  /// The letter whose expressive repetition is being dropped.
  private var repeated: UInt32 = 0
  /// Whether the current Arabic word ends with a Persian ی, which may stand for ي or ى.
  private var endsInFarsiYeh = false

  static func apply(_ text: [UInt32], _ language: Language) -> [UInt32] {
    var pass = CharacterNormalization(language)
    pass.out.reserveCapacity(text.count)
    pass.run(text)
    return pass.out
  }

  private init(_ language: Language) {
    self.language = language
    letters = LanguageLetters.replacements(language)
  }

  private mutating func run(_ text: [UInt32]) {
    let dashes = TatweelDashes(text, language)
    var i = 0
    while i < text.count {
      let s = text[i]
      if s == ScriptScalar.tatweel {
        var end = i
        while end < text.count, text[end] == ScriptScalar.tatweel { end += 1 }
        tatweel(dashes.contains(i), next: end < text.count ? text[end] : ScriptScalar.space)
        i = end
      } else if s == 0x200D {
        // ZWJ shapes ه‍ of the Hijri years and joins emoji; between letters it does nothing.
        let next = i + 1 < text.count ? text[i + 1] : 0
        let last = out.last ?? 0
        let shapes = ScriptScalar.isWordPart(last) ? ScriptScalar.joinsNext(last) && endsWord(next) : last != s
        if shapes { emitOther(s) }
        i += 1
      } else {
        take(s)
        i += 1
      }
    }
    endWord()
  }

  private mutating func take(_ s: UInt32) {
    switch s {
    case 0x20...0x7E: emitOther(s)
    case 0x0A, 0x0B, 0x0C, 0x85, 0x2028, 0x2029: emitOther(ScriptScalar.lineFeed)
    case 0x0D: emitOther(s)
    case 0x09, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: emitOther(ScriptScalar.space)
    case ScriptScalar.zwnj: pendingJoiner = true
    case 0xAD, 0xAC:
      // Old Persian pages write the soft hyphen or ¬ for ZWNJ.
      if language == .persian, let last = out.last, ScriptScalar.isLetter(last) {
        pendingJoiner = true
      } else if s == 0xAC {
        emitOther(s)
      }
    case 0x653, 0x654, 0x655: compose(s)
    case 0x610...0x61A, 0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E8, 0x6EA...0x6ED, 0x8D3...0x8FF: mark(s)
    case 0x300...0x36F:
      if let last = out.last, !ScriptScalar.isWordPart(last) { emitOther(s) }
    case 0xFB50...0xFDFF, 0xFE70...0xFEFE: presentation(s)
    default:
      if ScriptScalar.isLetter(s) { letter(s) } else { emitOther(s) }
    }
  }

  /// Whether a word cannot go on with this scalar.
  private func endsWord(_ s: UInt32) -> Bool {
    !ScriptScalar.isWordPart(s) && !isMark(s) && s != ScriptScalar.tatweel && s != 0x200D && s != 0xAD
      && !(s >= 0xFB50 && s < 0xFEFF)
  }

  // MARK: Letters

  private mutating func letter(_ s: UInt32) {
    switch (s, language) {
    case (0x6C0, .persian), (0x6C2, .persian):
      emitLetter(ScriptScalar.heh)
      compose(ScriptScalar.hamzaAbove)
    default:
      emitLetter(letters[s] ?? s)
      endsInFarsiYeh = s == 0x6CC
    }
  }

  private mutating func emitLetter(_ s: UInt32) {
    if wordStart == nil { wordStart = out.count }
    if language == .persian {
      // سلامممم: a letter three times or more is expression, not spelling.
      if repeated == s { return }
      repeated = 0
      let n = out.count
      if !pendingJoiner, n >= 2, out[n - 1] == s, out[n - 2] == s {
        out.removeLast()
        repeated = s
        return
      }
    }
    if pendingJoiner, let last = out.last, ScriptScalar.joinsNext(last) { out.append(ScriptScalar.zwnj) }
    pendingJoiner = false
    out.append(s)
  }

  private mutating func emitOther(_ s: UInt32) {
    endWord()
    pendingJoiner = false
    repeated = 0
    if s == 0x0D {
      out.append(ScriptScalar.lineFeed)
    } else {
      out.append(s)
    }
  }

  /// An Arabic word typed with ی: at its end the letter is ى in the words that have it, ي elsewhere.
  private mutating func endWord() {
    defer {
      wordStart = nil
      endsInFarsiYeh = false
    }
    guard language == .arabic, endsInFarsiYeh, let start = wordStart, out.count - start <= 12 else { return }
    var word = out[start...]
    while word.count > 3, word.first == 0x648 || word.first == 0x641 { word = word.dropFirst() }
    if LanguageLetters.maksuraWords.contains(ScalarWords.hash(word)) { out[out.count - 1] = 0x649 }
  }

  // MARK: Marks

  /// Combining madda and hamza make one letter with the one before.
  private mutating func compose(_ s: UInt32) {
    guard let last = out.last else { return }
    let composed: UInt32?
    switch (s, last) {
    case (0x653, 0x627): composed = 0x622
    case (0x654, 0x627): composed = 0x623
    case (0x655, 0x627): composed = 0x625
    case (0x654, 0x648): composed = 0x624
    case (0x654, 0x64A), (0x654, 0x6CC), (0x654, 0x649): composed = 0x626
    case (0x654, 0x6C1): composed = 0x6C2
    case (0x654, 0x6D2): composed = 0x6D3
    default: composed = nil
    }
    if let composed {
      out[out.count - 1] = composed
      endsInFarsiYeh = false
      pendingJoiner = false
    } else if s == ScriptScalar.hamzaAbove, last == ScriptScalar.heh, language == .persian {
      out.append(s)
      pendingJoiner = false
    }
  }

  private mutating func mark(_ s: UInt32) {
    guard let last = out.last else { return }
    let isSpelling =
      switch language {
      case .persian: s == ScriptScalar.fathatan
      case .urdu: s == ScriptScalar.fathatan || s == ScriptScalar.shadda || s == ScriptScalar.daggerAlef
      case .arabic: false
      }
    let follows = ScriptScalar.isLetter(last) || last == ScriptScalar.shadda && s == ScriptScalar.daggerAlef
    if isSpelling, follows, !pendingJoiner { out.append(s) }
  }

  private mutating func tatweel(_ isDash: Bool, next: UInt32) {
    if isDash {
      emitOther(0x2013)
      return
    }
    // الـ«…», بـ20 and the هـ of Hijri years end with a tatweel by convention.
    guard let start = wordStart, endsWord(next) else { return }
    let length = out.count - start
    let isHijri = length == 1 && out[start] == ScriptScalar.heh
    let isClitic = language == .arabic && length <= 4 && !ScriptScalar.isBlank(next)
    if isHijri || isClitic, ScriptScalar.isLetter(out[out.count - 1]) { emitOther(ScriptScalar.tatweel) }
  }

  private func isMark(_ s: UInt32) -> Bool { s >= 0x64B && s <= 0x65F || s == ScriptScalar.daggerAlef }

  // MARK: Presentation forms

  private mutating func presentation(_ s: UInt32) {
    switch s {
    case 0xFDFD:
      for part in LanguageLetters.basmala { ScriptScalar.isLetter(part) ? letter(part) : emitOther(part) }
    case 0xFEE9...0xFEEC where language == .urdu:
      // In Urdu fonts the initial and medial Arabic forms are the two-eyed ھ.
      letter(s <= 0xFEEA ? 0x6C1 : 0x6BE)
    default:
      let packed =
        s >= 0xFE70 ? UniversalCodes.presentationB[Int(s - 0xFE70)] : UniversalCodes.presentationA[Int(s - 0xFB50)]
      let parts = LanguageLetters.scalars(packed)
      if parts.isEmpty {
        // Signs such as ﷺ and letters without a base in the tables stay; lone vowel signs go.
        let isLoneMark = s >= 0xFE70 && s <= 0xFE7F || s >= 0xFC5E && s <= 0xFC63
        if !isLoneMark { emitOther(s) }
      } else {
        for part in parts { letter(part) }
      }
    }
  }
}
