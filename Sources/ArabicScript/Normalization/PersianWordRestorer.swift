/// Restores the ZWNJ that a Persian word lost when a system dropped it (تروریستها, میکنیم, بینالمللی).
///
/// Every rule asks a list of words for what remains, so that میدان, تنها and بها stay. A word longer than any real
/// one is not looked at, which bounds the work per letter.
enum PersianWordRestorer {
  private typealias S = ScriptScalar

  /// The word, with ZWNJ where it was lost. Parts that still have one are restored each.
  static func restore(_ word: ArraySlice<UInt32>) -> [UInt32] {
    guard word.count <= 60 else { return Array(word) }
    var parts = word.split(separator: S.zwnj, omittingEmptySubsequences: true).map(Array.init)
    let isWhole = parts.count == 1
    for k in parts.indices {
      if k > 0, parts[k - 1].last == S.heh, parts[k] == yeh2 || parts[k] == hamzaYeh {
        parts[k] = indefinite  // خانه‌یی, خانه‌ئی: the older spellings of خانه‌ای
      } else if isWhole || parts[k].count >= 4 {
        parts[k] = restorePart(parts[k])
      }
    }
    return Array(parts.joined(separator: CollectionOfOne(S.zwnj)))
  }

  private static func restorePart(_ part: [UInt32]) -> [UInt32] {
    let part = hehHamza(part)
    guard part.count >= 4, part.count <= 32, !kept.contains(part) else { return part }
    return prefixedVerb(part) ?? compound(part) ?? participle(part) ?? plural(part) ?? adjective(part)
      ?? comparative(part) ?? divineName(part) ?? madda(part) ?? part
  }

  // MARK: Rules

  /// بهانهء and کنندة are spellings of هٔ.
  private static func hehHamza(_ part: [UInt32]) -> [UInt32] {
    guard part.count >= 3, let last = part.last else { return part }
    if last == 0x621, part[part.count - 2] == S.heh { return part.dropLast() + [S.hamzaAbove] }
    if last == 0x629, part.count >= 4, part.suffix(3).starts(with: [UInt32(0x646), 0x62F]) {
      return part.dropLast() + [S.heh, S.hamzaAbove]
    }
    return part
  }

  /// می and نمی, also after the prefixes of compound verbs: میکنیم, بازمیگردم.
  private static func prefixedVerb(_ part: [UInt32]) -> [UInt32]? {
    for preverb in preverbs where part.starts(with: preverb) {
      for prefix in [mi, nami] where part[preverb.count...].starts(with: prefix) {
        let at = preverb.count + prefix.count
        let form = part[at...]
        if PersianVerbs.finite.contains(form) { return Array(part[..<at]) + [S.zwnj] + form }
      }
    }
    return nil
  }

  /// A listed compound, alone or with an ending; ال phrases.
  private static func compound(_ part: [UInt32]) -> [UInt32]? {
    if let word = PersianCompounds.glued[ScalarWords.hash(part)] { return word }
    for ending in compoundEndings where part.count > ending.count + 3 && part.ends(with: ending) {
      guard let word = PersianCompounds.glued[ScalarWords.hash(part.dropLast(ending.count))] else { continue }
      // ها stands after ZWNJ; ی and ان belong to the word.
      return ending.first == S.heh ? attach(word, ending) : word + ending
    }
    var i = 2
    while i + 4 < part.count, i < 7 {
      if part[i] == 0x627, part[i + 1] == 0x644, S.joinsNext(part[i - 1]),
        PersianCompounds.beforeArticle.contains(part[..<i])
      {
        return Array(part[..<i]) + [S.zwnj] + part[i...]
      }
      i += 1
    }
    return nil
  }

  /// شدهاند, گفتهام: participle and copula.
  private static func participle(_ part: [UInt32]) -> [UInt32]? {
    for copula in copulas where part.count > copula.count + 2 && part.ends(with: copula) {
      let stem = part.dropLast(copula.count)
      if stem.last == S.heh,
        PersianVerbs.participles.contains(stem.first == 0x646 ? stem.dropFirst() : stem)
          || PersianVerbs.participles.contains(stem)
      {
        return Array(stem) + [S.zwnj] + copula
      }
    }
    return nil
  }

  /// تروریستها, تنشهای. A bare ها is also an Arabic pronoun (علیها), so the noun must be known; هایی, هایشان … are
  /// endings of Persian only, and ask for no more than a possible noun.
  private static func plural(_ part: [UInt32]) -> [UInt32]? {
    for ending in plurals where part.count >= ending.count + 2 && part.ends(with: ending) {
      let stem = part.dropLast(ending.count)
      guard let last = stem.last, S.joinsNext(last) else { return nil }
      if endingInHa.contains(stem) { return nil }
      let isBare = ending.count == 2
      // منطقهای is منطقه‌ای, not a plural of منطق.
      let isKnown = PersianStems.nouns.contains(stem)
      if !isKnown, PersianStems.nouns.contains(Array(stem) + [S.heh]) { return nil }
      if isKnown || hasNounEnding(stem) || !isBare && stem.count >= 3 {
        return attach(restorePart(Array(stem)), ending)
      }
      return nil
    }
    return nil
  }

  /// هستهای, منطقهای: ای after a noun in ه. After a letter that does not join it is a plural that lost nothing
  /// (سفرهای, of سفر).
  private static func adjective(_ part: [UInt32]) -> [UInt32]? {
    for ending in [indefinite, indefinite + [0x6CC]] where part.ends(with: ending) {
      let stem = part.dropLast(ending.count)
      guard stem.last == S.heh, let inner = stem.dropLast().last, S.joinsNext(inner) else { continue }
      if PersianStems.nouns.contains(stem) { return Array(stem) + [S.zwnj] + ending }
    }
    return nil
  }

  private static func comparative(_ part: [UInt32]) -> [UInt32]? {
    for ending in comparatives where part.ends(with: ending) {
      let stem = part.dropLast(ending.count)
      if PersianStems.adjectives.contains(stem) { return attach(Array(stem), ending) }
    }
    return nil
  }

  /// Names with الله: فضلالله.
  private static func divineName(_ part: [UInt32]) -> [UInt32]? {
    guard part.count > 6, part.ends(with: allah), S.joinsNext(part[part.count - 5]) else { return nil }
    return PersianCompounds.beforeArticle.contains(part.dropLast(4)) ? Array(part.dropLast(4)) + [S.zwnj] + allah : nil
  }

  /// آ begins a part of a word: after a joined letter ZWNJ is lost (اسلامآباد, خشونتآمیز). Arabic words have it inside.
  private static func madda(_ part: [UInt32]) -> [UInt32]? {
    guard let at = part.dropFirst(2).firstIndex(of: 0x622), at + 1 < part.count, S.joinsNext(part[at - 1]) else {
      return nil
    }
    if part[at - 1] == 0x644, part[at - 2] == 0x627, at <= 3 { return nil }  // الآن, والآخر
    let rest = Array(part[at...])
    // قلدرمآب: the Arabic مآب, other than آباد.
    if part[at - 1] == 0x645, rest.count > 1, rest[1] == 0x628, !rest.starts(with: settlement) { return nil }
    return Array(part[..<at]) + [S.zwnj] + (madda(rest) ?? rest)
  }

  // MARK: Parts

  /// The ending after ZWNJ, or directly when the last letter does not join or the ending is one letter.
  static func attach(_ stem: [UInt32], _ ending: [UInt32]) -> [UInt32] {
    guard ending.count > 1, let last = stem.last, S.joinsNext(last) else { return stem + ending }
    return stem + [S.zwnj] + ending
  }

  private static func hasNounEnding(_ stem: ArraySlice<UInt32>) -> Bool {
    PersianStems.nounEndings.contains { stem.count > $0.count + 1 && stem.ends(with: $0) }
  }

  private static func words(_ text: String) -> [[UInt32]] {
    text.split(separator: " ").map { $0.unicodeScalars.map(\.value) }
  }

  private static let settlement: [UInt32] = [0x622, 0x628, 0x627, 0x62F]
  /// What is left of words in ها that are no plurals: انتها, گرانبها, تنها.
  private static let endingInHa = ScalarWords("انت منت ابت اشت تن فق سف گرانب شیرب خونب کمب پرب شانگ من")
  private static let mi: [UInt32] = [0x645, 0x6CC]
  private static let nami: [UInt32] = [0x646, 0x645, 0x6CC]
  private static let indefinite: [UInt32] = [0x627, 0x6CC]
  private static let yeh2: [UInt32] = [0x6CC, 0x6CC]
  private static let hamzaYeh: [UInt32] = [0x626, 0x6CC]
  private static let allah: [UInt32] = [0x627, 0x644, 0x644, 0x647]
  private static let preverbs: [[UInt32]] = [[]] + words("باز بر در فرا فرو وا پیش پس")
  private static let copulas = words("اند ایم اید ام است")
  static let plurals = words("هایمان هایتان هایشان هاست هایی هایم هایت هایش های ها")
  static let comparatives = words("ترینها ترین‌ها ترین تری تر")
  private static let compoundEndings = words("هایمان هایتان هایشان هایی هایش های ها یی ی ان")

  /// Words that only look like one with a lost joiner.
  private static let kept = ScalarWords(
    """
    تنها تنهای تنهایی تنهایش تنهاست بهای بهایی بهایش نهایی رهایی رهایش انتها انتهای انتهایی منتها منتهای ابتهاج اشتها
    اشتهای اشتهایی گرانبها گرانبهای گرانبهایی شیربها شیربهای خونبها خونبهای اجاره‌بها کم‌بها کمبها فقها فقهای فقهایی
    سفها منها منهای آنها آنهای آنهایی اینها اینهایی همانها شانگهای شانگهایی هاوایی دهها دبیها الآن منشآت تآتر مسآله
    میدانی میرانی میزبانی میانی میدانم‌ بیشتر بیشترین بهتر بهترین کمتر کمترین مهتر دختر دفتر استر نیکوتر مشتری کفتر چتر
    لیتر کیلومتر سانتیمتر پیکتر برتر آخرتر قرآن مآخذ مآل هدایای عطایای درهای برهای
    """)
}

extension Collection<UInt32> where Self: BidirectionalCollection {
  fileprivate func ends(with tail: [UInt32]) -> Bool { count >= tail.count && suffix(tail.count).elementsEqual(tail) }
}
