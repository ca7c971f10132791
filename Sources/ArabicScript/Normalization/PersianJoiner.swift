/// Persian affixes that stand apart: joined to their word with ZWNJ, or directly after a letter that does not join
/// (کتاب ها, می شود, زیبا تر, پذیرفته ام); ه ی and ه ء as هٔ. Words that lost their ZWNJ get it back. O(n).
struct PersianJoiner {
  private typealias S = ScriptScalar

  private let text: [UInt32]
  private var out: [UInt32] = []
  /// Starts in `out` of the last words that are divided from the next by one space only, oldest first.
  private var chain: [Int] = []

  static func apply(_ text: [UInt32]) -> [UInt32] {
    var pass = PersianJoiner(text: text)
    pass.run()
    return pass.out
  }

  private init(text: [UInt32]) { self.text = text }

  private mutating func run() {
    out.reserveCapacity(text.count + text.count / 16)
    var i = 0
    while i < text.count {
      guard S.isLetter(text[i]) || text[i] == 0x621 else {
        gap(i)
        i += 1
        continue
      }
      var end = i
      while end < text.count, S.isWordPart(text[end]) { end += 1 }
      word(i..<end)
      i = end
    }
  }

  private mutating func gap(_ i: Int) {
    let isSpace = text[i] == S.space
    // A bar without spaces divides the tokens of one-line token lists.
    let isBar = text[i] == 0x7C && i > 0 && i + 1 < text.count && S.isLetter(text[i - 1]) && S.isLetter(text[i + 1])
    let followsWord = out.last.map(S.isWordPart) ?? false
    if !(isSpace || isBar) || !followsWord { chain.removeAll(keepingCapacity: true) }
    out.append(text[i])
  }

  private mutating func word(_ range: Range<Int>) {
    let followsDigit = out.count >= 2 && S.isDigit(out[out.count - 2])
    let restored = PersianWordRestorer.restore(text[range])
    if let start = chain.last, out.count - start <= 60 {
      let previous = out[start..<out.count - 1]
      if joinsPair(restored) { return }
      if let tail = affix(previous, restored, next: nextWord(range.upperBound)) {
        out.removeLast()
        if tail.needsJoiner, let last = out.last, S.joinsNext(last) { out.append(S.zwnj) }
        out.append(contentsOf: tail.letters)
        return
      }
    }
    // می after a number is the month of May.
    if followsDigit { chain.removeAll(keepingCapacity: true) }
    chain.append(out.count)
    if chain.count > 3 { chain.removeFirst() }
    out.append(contentsOf: restored)
    if followsDigit, restored == PersianJoiner.mi { chain.removeAll(keepingCapacity: true) }
  }

  /// گفت و گو → گفت‌وگو.
  private mutating func joinsPair(_ word: [UInt32]) -> Bool {
    guard chain.count >= 2, out[chain[chain.count - 1]..<out.count - 1].elementsEqual([0x648]) else { return false }
    let stem = [[], [0x6CC], [0x6CC, 0x6CC]].first { ending in
      word.count > ending.count && word.suffix(ending.count).elementsEqual(ending)
        && PersianCompounds.pairs.contains(
          Array(out[chain[chain.count - 2]..<chain[chain.count - 1] - 1]) + [S.space] + word.dropLast(ending.count))
    }
    guard stem != nil else { return false }
    chain.removeLast()
    out.removeLast(3)
    out.append(contentsOf: [S.zwnj, 0x648] + word)
    return true
  }

  private struct Tail {
    var letters: [UInt32]
    var needsJoiner = true
  }

  /// How a word attaches to the one before it, nil when it does not.
  private func affix(_ previous: ArraySlice<UInt32>, _ word: [UInt32], next: ArraySlice<UInt32>) -> Tail? {
    let hash = ScalarWords.hash(word)
    // Verbs.
    if previous.elementsEqual(PersianJoiner.mi) || previous.elementsEqual(PersianJoiner.nami) {
      let isMonth = previous.count == 2 && (isMonthBefore() || next.elementsEqual(PersianJoiner.year))
      guard !isMonth else { return nil }
      let isVerb = PersianVerbs.finite.contains(hash) || PersianVerbs.finiteAfterSpace.contains(hash)
      return isVerb ? Tail(letters: word) : nil
    }
    guard previous.count >= 2, !PersianJoiner.functionWords.contains(previous) else {
      // این ها, آن های: pronouns take the plural.
      let isPronoun = PersianJoiner.pronouns.contains(previous) && PersianJoiner.plurals.contains(hash)
      return isPronoun ? Tail(letters: word) : nil
    }
    if PersianJoiner.plurals.contains(hash) { return Tail(letters: word) }
    if PersianJoiner.comparatives.contains(hash) {
      let isWet = word.count == 2 && PersianJoiner.beforeWet.contains(previous)
      return isWet ? nil : Tail(letters: word)
    }
    let endsInHeh = previous.last == S.heh && previous.count >= 3
    if endsInHeh, word.count == 1 {
      // خانه ی, بهانه ء.
      if word[0] == 0x6CC || word[0] == 0x621, !PersianJoiner.soundedHeh.contains(previous) {
        return Tail(letters: [S.hamzaAbove], needsJoiner: false)
      }
      return nil
    }
    if endsInHeh, PersianJoiner.copulas.contains(hash) {
      let stem = previous.first == 0x646 ? previous.dropFirst() : previous
      if PersianVerbs.participles.contains(previous) || PersianVerbs.participles.contains(stem) {
        return Tail(letters: word)
      }
      // شبکه ام بی سی: letters of a Latin name.
      let isName = PersianJoiner.latinLetterNames.contains(next)
      return isName || word == PersianJoiner.am || PersianJoiner.soundedHeh.contains(previous)
        ? nil : Tail(letters: word)
    }
    if PersianJoiner.possessives.contains(hash), previous.count >= 4, let last = previous.last,
      last == 0x6CC || last == 0x627 || last == S.heh
    {
      return Tail(letters: word)
    }
    if PersianJoiner.makerEndings.contains(hash), PersianCompounds.makers.contains(previous) {
      return Tail(letters: word)
    }
    if PersianCompounds.spaced.contains(previous + [S.space] + word) { return Tail(letters: word) }
    return nil
  }

  /// ماه می, دهم می: the month of May.
  private func isMonthBefore() -> Bool {
    guard chain.count >= 2 else { return false }
    let before = out[chain[chain.count - 2]..<chain[chain.count - 1] - 1]
    return PersianJoiner.beforeMonth.contains(before)
  }

  private func nextWord(_ i: Int) -> ArraySlice<UInt32> {
    guard i < text.count, text[i] == S.space || text[i] == 0x7C else { return [] }
    var end = i + 1
    while end < text.count, end < i + 20, S.isWordPart(text[end]) { end += 1 }
    return text[i + 1..<end]
  }

  private static func scalars(_ word: String) -> [UInt32] { word.unicodeScalars.map(\.value) }

  private static let mi = scalars("می")
  private static let nami = scalars("نمی")
  private static let am = scalars("ام")
  private static let year = scalars("سال")
  private static let plurals = ScalarWords("ها های هایی هایم هایت هایش هایمان هایتان هایشان هاست هایند هایی‌ست")
  private static let comparatives = ScalarWords("تر تری ترین ترینها ترین‌ها ترینی")
  private static let copulas = ScalarWords("ام ای ایم اید اند")
  private static let possessives = ScalarWords("مان تان شان")
  private static let makerEndings = ScalarWords("گر گری گران گرانه")
  private static let pronouns = ScalarWords("این آن همین همان")
  private static let functionWords = ScalarWords(
    "از به با در بر که چه نه را تا هم یا اما ولی این آن همین همان هر چون اگر است بود شد شده‌است نیز و می نمی")
  private static let beforeWet = ScalarWords("چشم چشمان چشمانی میوه هیزم خشک")
  private static let soundedHeh = ScalarWords(
    "راه ماه گاه شاه کوه گروه چاه دانشگاه فرودگاه پایگاه دستگاه نیروگاه پالایشگاه جایگاه دادگاه باشگاه فروشگاه نگاه سپاه گناه پناه کوتاه آگاه سیاه اندوه شکوه انبوه متوجه فقه وجه توجه ده به نه سه"
  )
  private static let latinLetterNames = ScalarWords("بی سی دی ای اف جی اچ آی کی ال ام ان او پی کیو آر اس تی یو وی")
  private static let beforeMonth = ScalarWords(
    "ماه اول دوم سوم چهارم پنجم ششم هفتم هشتم نهم دهم یازدهم دوازدهم سیزدهم چهاردهم پانزدهم شانزدهم هفدهم هجدهم نوزدهم بیستم یکم سی‌ام"
  )
}
