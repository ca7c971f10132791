import NewsEvents

/// How much speaks for two profiles being one event, and what; and what speaks against it.
///
/// A sum of points, each with its reason; a contradiction that no event survives (other parties, disjoint dates) is a
/// veto. The weights order the evidence: the same parties and the same day make an event, either alone does not. Points
/// of general agreement add up in any two pieces of news about one country, so that two articles need, beside the
/// points, marks: agreements that only one event is likely to show (both sides, the day, the town, the toll, the words).
struct Affinity {
  var points = 0
  /// Specific agreements, each of which few pairs of different events share.
  private(set) var marks = 0
  private(set) var reasons: [String] = []
  /// What lowers the points, and what decides.
  private(set) var doubts: [String] = []
  private(set) var isVetoed = false
  /// Neither a day nor the article's own day places one of the two in time.
  var timeless = false
  /// Both sides, or the one party that both name, agree: what makes a failure worth telling.
  var partiesAgree = false
  /// Both sides agree and one of them is a group by its name.
  var isNamedDeed = false
  /// Days between two dates that exclude each other.
  var daysApart = 0
  let sameArticle: Bool
  let names: KeyNames
  /// Whether reasons are written; a search for the best partner needs only the points.
  private let explains: Bool

  init(sameArticle: Bool, interner: Interner, explains: Bool) {
    self.sameArticle = sameArticle
    names = KeyNames(interner: interner)
    self.explains = explains
  }

  mutating func add(_ n: Int, marks: Int = 0, _ reason: @autoclosure () -> String) {
    points += n
    self.marks += marks
    if explains, n > 0 || marks > 0 { reasons.append(reason()) }
  }

  mutating func subtract(_ n: Int, _ doubt: @autoclosure () -> String) {
    points -= n
    if explains { doubts.append(doubt()) }
  }

  /// Always false, for `return veto(…)`.
  mutating func veto(_ doubt: @autoclosure () -> String) -> Bool {
    isVetoed = true
    if explains { doubts.append(doubt()) }
    return false
  }

  /// Points that join two profiles of one article.
  static let withinArticle = 45
  /// Points that join two profiles of different articles.
  static let acrossArticles = 50
  /// Marks that profiles of different articles need.
  static let marksAcross = 2

  /// Whether the two are one event.
  var joins: Bool {
    guard !isVetoed else { return false }
    return sameArticle
      ? points >= Self.withinArticle && marks > 0 : points >= Self.acrossArticles && marks >= Self.marksAcross
  }

  /// Weighs two profiles. Cost: the length of their lists.
  static func between(
    _ a: Profile, _ b: Profile, sameArticle: Bool, distance: Int = 0, interner: Interner, explains: Bool = false
  ) -> Affinity {
    var out = Affinity(sameArticle: sameArticle, interner: interner, explains: explains)
    guard a.family == b.family else {
      out.isVetoed = true
      return out
    }
    if !sameArticle, a.sharesPrinting(with: b) {
      out.partiesAgree = true
      if max(a.start, b.start) > min(a.end, b.end) {
        _ = out.veto("one text, told of \(a.days) and of \(b.days)")
      } else {
        out.add(200, marks: 3, "the same clause of one text that several outlets print")
      }
      return out
    }
    guard out.weighParties(a, b) else {
      out.isVetoed = true
      return out
    }
    guard out.weighDates(a, b), out.weighReality(a, b), out.weighPlaces(a, b), out.weighDeaths(a, b),
      out.weighKinds(a, b, distance: distance)
    else { return out }
    out.weighWords(a, b, distance: distance)
    // What is told without any day can be placed by its parties alone: a state and a group by its name do it.
    if out.timeless, out.isNamedDeed { out.add(0, marks: 1, "both sides by name, and no day told") }
    return out
  }

  // MARK: Reality

  private mutating func weighReality(_ a: Profile, _ b: Profile) -> Bool {
    if a.section == .embedded || b.section == .embedded, sameArticle, a.section != b.section {
      return veto("one stands in another article inside the page")
    }
    if sameArticle, !a.family.isTalk, a.isSeries && b.isOfOneTime || b.isSeries && a.isOfOneTime {
      return veto("one goes on, the other is of one time")
    }
    if a.reality == b.reality {
      return a.reality != .imagined || sameArticle || veto("both are only imagined")
    }
    if a.reality == .imagined || b.reality == .imagined { return veto("one is only imagined") }
    guard a.dated, b.dated, !a.types.isDisjoint(with: b.types) else {
      return veto("one is \(a.reality.word), the other \(b.reality.word)")
    }
    if a.reality == .denied || b.reality == .denied { return true }
    // A plan is fulfilled on its day, or when its term is out; what happened before is another story.
    let (plan, deed) = a.reality == .planned ? (a, b) : (b, a)
    guard plan.end != .max, deed.start != .min, abs(Int(plan.end) - Int(deed.start)) <= 1 || plan.width <= 7 else {
      return veto("one is planned for \(plan.days), the other happened \(deed.days)")
    }
    add(0, marks: 1, "planned for \(plan.days) and done then")
    return true
  }
}

/// The readable parts of interned keys.
struct KeyNames {
  let interner: Interner

  func callAsFunction(_ ids: [Int32]) -> String {
    ids.map { name(interner[$0]) }.sorted().joined(separator: ", ")
  }

  private func name(_ key: String) -> String {
    key.hasPrefix("n:") || key.hasPrefix("p:") ? String(key.dropFirst(2)) : key
  }
}
