/// Whether two names are one person's.
public enum NameMatch {
  /// Thousandths, 0...1000; at least `threshold` means one person.
  ///
  /// Structure decides before similarity: the family names (last words) must agree, and every word of the shorter
  /// name must find its own word in the longer one, so that a shared family name never joins two people.
  public static func score(_ a: NameSkeleton, _ b: NameSkeleton) -> Int {
    let (short, long) = a.words.count <= b.words.count ? (a, b) : (b, a)
    guard let shortLast = short.words.last, let longLast = long.words.last else { return 0 }
    let whole = ratio(a.key, b.key)
    // Written together in one language and apart in the other: محمدجواد, محمد جواد.
    if a.key == b.key { return 1000 }
    guard short.words.count >= 2 else { return short.words.count == long.words.count ? whole : min(whole, 600) }
    var family = ratio(shortLast, longLast)
    var given = Array(long.words.dropLast())
    // A family name of two words written as one: امیرعبداللهیان, أمير عبد اللهيان.
    if family < threshold, long.words.count > short.words.count, let middle = given.last,
      ratio(shortLast, middle + longLast) >= threshold
    {
      family = ratio(shortLast, middle + longLast)
      given.removeLast()
    }
    guard family >= threshold else { return min(whole, family, 700) }
    var used = Set<Int>()
    var sum = 0
    for word in short.words.dropLast() {
      var best = 0
      var at = -1
      for (i, candidate) in given.enumerated() where !used.contains(i) {
        let r = ratio(word, candidate)
        if r > best { (best, at) = (r, i) }
      }
      // A given name written together with the one after it.
      if best < threshold {
        let r = ratio(word, Array(given.joined()))
        if r > best { (best, at) = (r, -1) }
      }
      guard best >= threshold else { return min(whole, 700) }
      if at >= 0 { used.insert(at) }
      sum += best
    }
    return (sum + family) / short.words.count
  }

  /// At least this score is one person.
  public static let threshold = 750

  /// Likeness of two skeletons: 1000 less the share of letters that differ (Levenshtein over the longer length).
  public static func ratio(_ a: [UInt8], _ b: [UInt8]) -> Int {
    let longest = max(a.count, b.count)
    guard longest > 0 else { return 0 }
    return 1000 - 1000 * distance(a, b) / longest
  }

  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    if a == b { return 0 }
    var row = Array(0...b.count)
    for i in 0..<a.count {
      var diagonal = row[0]
      row[0] = i + 1
      for j in 0..<b.count {
        let cost = a[i] == b[j] ? 0 : 1
        let next = min(row[j + 1] + 1, row[j] + 1, diagonal + cost)
        diagonal = row[j + 1]
        row[j + 1] = next
      }
    }
    return row[b.count]
  }
}
