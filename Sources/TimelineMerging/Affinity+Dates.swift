import NewsEvents

extension Affinity {
  /// False when the days exclude each other.
  mutating func weighDates(_ a: Profile, _ b: Profile) -> Bool {
    switch (a.dated, b.dated) {
    case (true, true): return weighDays(a, b)
    case (false, false): return weighAnchors(a, b)
    case (true, false): return weighAgainstAnchor(dated: a, undated: b)
    case (false, true): return weighAgainstAnchor(dated: b, undated: a)
    }
  }

  private mutating func weighDays(_ a: Profile, _ b: Profile) -> Bool {
    let low = max(a.start, b.start), high = min(a.end, b.end)
    let carried = a.carriesDate || b.carriesDate
    guard low <= high else {
      // A day taken over from another sentence of the article yields to one that stands beside the deed.
      guard carried, !sameArticle, Int(low) - Int(high) <= 7 else {
        daysApart = Int(low) - Int(high)
        return veto("\(a.days) is not \(b.days)")
      }
      subtract(5, "\(a.days) and \(b.days), one of them carried over from another sentence")
      return true
    }
    if carried {
      add(sameArticle ? 16 : 30, marks: sameArticle ? 0 : 1, "\(Day(number: low)), carried over from another sentence")
      return true
    }
    switch max(a.width, b.width) {
    case 0: add(40, marks: 1, "same day \(Day(number: low))")
    case 1...2: add(35, marks: 1, "same days \(Day(number: low)) … \(Day(number: high))")
    case 3...7: add(22, "dates meet around \(Day(number: low))")
    case 8...31: add(14, "dates meet in \(Day(number: low)) … \(Day(number: high))")
    default: add(5, "dates do not contradict")
    }
    return true
  }

  private mutating func weighAnchors(_ a: Profile, _ b: Profile) -> Bool {
    if sameArticle {
      add(10, "same article")
      return true
    }
    guard a.hasAnchor, b.hasAnchor else {
      timeless = true
      return true
    }
    let gap = max(0, max(Int(a.anchorStart) - Int(b.anchorEnd), Int(b.anchorStart) - Int(a.anchorEnd)))
    guard gap <= (a.family.isTalk ? 7 : 30) else {
      daysApart = gap
      return veto("told in articles \(gap) days apart, without a day")
    }
    if gap <= 3 {
      add(12, marks: gap <= 1 && a.isNews && b.isNews ? 1 : 0, "articles of the same days")
    }
    return true
  }

  private mutating func weighAgainstAnchor(dated: Profile, undated: Profile) -> Bool {
    if sameArticle {
      add(10, "same article, dated \(Day(number: dated.start == .min ? dated.end : dated.start)) elsewhere in it")
      return true
    }
    guard undated.hasAnchor else {
      timeless = true
      return true
    }
    let low = dated.start == .min ? dated.end : dated.start
    let high = dated.end == .max ? dated.start : dated.end
    if undated.reality == .real, Int(low) > Int(undated.anchorEnd) + 1 {
      daysApart = Int(low) - Int(undated.anchorEnd)
      return veto("told on \(Day(number: undated.anchorEnd)), before \(dated.days)")
    }
    let age = max(0, Int(undated.anchorStart) - Int(high))
    if undated.isNews && undated.family.isTalk, age > 10 {
      daysApart = age
      return veto("news of \(Day(number: undated.anchorStart)), not of \(dated.days)")
    }
    // A month or a year is no day that news could be fresh of.
    guard dated.width <= 10 else {
      if dated.width <= 31, age <= 31 { add(5, "told after \(dated.days)") }
      return true
    }
    switch age {
    case 0...3:
      add(
        undated.isNews ? 22 : 14, marks: undated.isNews && dated.width <= 2 ? 1 : 0,
        "told within three days of \(Day(number: high))")
    case 4...10: add(10, "told in the days after \(Day(number: high))")
    case 11...60:
      if undated.family.isTalk { subtract(5, "told \(age) days after \(Day(number: high))") } else { points += 5 }
    case 61...400: subtract(10, "told \(age) days after \(Day(number: high))")
    default: subtract(25, "told \(age) days after \(Day(number: high))")
    }
    return true
  }
}
