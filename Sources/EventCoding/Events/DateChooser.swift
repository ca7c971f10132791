import ArabicScript
import NewsEvents
import TemporalTagging

/// Which date expression of a sentence belongs to an event.
struct DateChooser {
  let text: AnalyzedText
  let reading: SentenceReading
  let clauses: [Clause]
  let dates: [TemporalExpression]

  /// The nearest date of the event's own clause; for a noun in the background only one beside it; else the date of the
  /// clause above. A deadline is not when something happens.
  func date(_ site: EventSite, range: Range<Int>, isBackground: Bool) -> DateInterval? {
    let usable = dates.filter { $0.isDate && ($0.interval.start != nil || $0.interval.end != nil) && !isDeadline($0) }
    guard !usable.isEmpty else { return nil }
    func distance(_ d: TemporalExpression) -> Int {
      d.tokens.lowerBound >= site.tokens.upperBound
        ? d.tokens.lowerBound - site.tokens.upperBound : max(0, site.tokens.lowerBound - d.tokens.upperBound)
    }
    let clause = clauses[site.clause]
    let own = usable.filter { clause.contains($0.tokens.lowerBound) && (!isBackground || distance($0) <= 6) }
    if let best = own.min(by: { distance($0) < distance($1) }) { return best.interval }
    // A meeting that is held next week: the date stands in the relative clause.
    if site.kind == .noun,
      let relative = clauses.first(where: {
        $0.kind == .relative && $0.parent == site.clause && $0.start >= site.tokens.upperBound
          && $0.start - site.tokens.upperBound <= 6
      }), let best = usable.first(where: { relative.contains($0.tokens.lowerBound) })
    {
      return best.interval
    }
    guard !isBackground else { return nil }
    // حالیہ برسوں میں, في السنوات الأخيرة: the clause has its own time, if no day of it is known.
    if dates.contains(where: {
      $0.isDate && $0.interval.start == nil && $0.interval.end == nil && clause.contains($0.tokens.lowerBound)
    }) {
      return nil
    }
    var at = clause.parent
    var steps = 0
    while let c = at, steps < 4 {
      let above = usable.filter { clauses[c].contains($0.tokens.lowerBound) }
      if clause.kind == .complement || clause.kind == .participle || clause.kind == .relative || clause.kind == .main,
        let best = above.min(by: { distance($0) < distance($1) })
      {
        return best.interval
      }
      // What goes on after a relative clause tells of its noun, not of the main clause's day.
      if clause.kind == .main, clauses[c].kind == .relative { return nil }
      at = clauses[c].parent
      steps += 1
    }
    return nil
  }

  /// The deadline in the clause of what is planned: it will have happened by then.
  func deadline(_ site: EventSite) -> DateInterval? {
    guard
      let date = dates.first(where: {
        $0.isDate && isDeadline($0) && clauses[site.clause].contains($0.tokens.lowerBound)
      }), let end = date.interval.end
    else { return nil }
    return DateInterval(
      start: nil, end: end, granularity: .range, basis: date.interval.basis, anchor: date.interval.anchor)
  }

  /// تا ۲۶ ژانویه, حتى الجمعة, جمعے تک.
  private func isDeadline(_ date: TemporalExpression) -> Bool {
    if text.language == .urdu {
      let after = date.tokens.upperBound
      return reading.classes(at: after).has(.deadline) && !reading.classes(at: after).meets(MarkerSet(.after))
    }
    let before = date.tokens.lowerBound - 1
    return reading.classes(at: before).has(.deadline)
  }
}
