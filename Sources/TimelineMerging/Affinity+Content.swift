import NewsEvents

extension Affinity {
  // MARK: Places and victims

  mutating func weighPlaces(_ a: Profile, _ b: Profile) -> Bool {
    let names = names
    let same = a.places.common(b.places)
    if !same.isEmpty {
      add(12, marks: 1, "same place: \(names(same))")
      return true
    }
    if a.placeCountries.isEmpty || b.placeCountries.isEmpty { return true }
    if a.placeCountries.intersects(b.placeCountries) {
      // Where two states meet is chosen; where one is attacked is its own ground.
      if a.family.isTalk, !sameArticle {
        add(8, "both in \(names(a.placeCountries.common(b.placeCountries)))")
      } else {
        points += 3
      }
    } else if a.family.isLocal {
      return veto("in \(names(a.placeCountries.items)), not in \(names(b.placeCountries.items))")
    } else {
      subtract(10, "in \(names(a.placeCountries.items)) and in \(names(b.placeCountries.items))")
    }
    return true
  }

  mutating func weighDeaths(_ a: Profile, _ b: Profile) -> Bool {
    guard let x = a.deaths, let y = b.deaths else { return true }
    if x.min == y.min, let n = x.min {
      add(n > 1 ? 15 : 5, marks: n > 1 ? 1 : 0, "same number of dead: \(n)")
    } else if (x.min ?? 0) <= (y.max ?? .max) && (y.min ?? 0) <= (x.max ?? .max) {
      points += 2
    } else {
      let tolls = "\(CountMerging.text(x)) dead, not \(CountMerging.text(y))"
      // Tolls rise from report to report of one day; without the day, quite another toll is another attack.
      let sameDay = a.dated && b.dated && max(a.width, b.width) <= 1
      guard sameDay || !timeless && !sameArticle && Self.areNear(x, y) else { return veto(tolls) }
      subtract(8, tolls)
    }
    return true
  }

  /// Whether one toll may have risen to the other within days: it has not more than doubled.
  private static func areNear(_ x: CountRange, _ y: CountRange) -> Bool {
    let low = min(x.max ?? x.min ?? 0, y.max ?? y.min ?? 0), high = max(x.min ?? 0, y.min ?? 0)
    return low > 1 && high <= 2 * low
  }

  // MARK: Kinds

  /// False when the two kinds of deed are not one.
  mutating func weighKinds(_ a: Profile, _ b: Profile, distance: Int) -> Bool {
    let names = names
    let types = a.types.intersection(b.types)
    if !types.isEmpty {
      add(15, "same type \(types.map(\.rawValue).sorted().joined(separator: "/"))")
    } else {
      guard weighKin(a, b, distance: distance) else { return false }
    }
    let modes = a.modes.common(b.modes)
    if !modes.isEmpty {
      add(8, "same mode: \(names(modes))")
    } else if !a.modes.isEmpty, !b.modes.isEmpty {
      let n = a.types == [.consult] && b.types == [.consult] ? 30 : 3
      subtract(n, "\(names(a.modes.items)), not \(names(b.modes.items))")
    }
    // Praise that nothing places in time is not the praise beside some agreement.
    if timeless, a.family.isTalk, Self.isOneWay(a.types) != Self.isOneWay(b.types) {
      return veto("praise or help, and talks, with no day to hold them together")
    }
    return true
  }

  /// Two kinds of word about one occasion: a common day says so, or in one article a common subject or, for talks and
  /// what came of them, the neighbouring sentence.
  private mutating func weighKin(_ a: Profile, _ b: Profile, distance: Int) -> Bool {
    let names = names
    let sameDay = a.dated && b.dated && max(a.width, b.width) <= 2 && !a.carriesDate && !b.carriesDate
    let kinds = "\(Self.kinds(a.types)), not \(Self.kinds(b.types))"
    guard TypeFamily.kin(a.types, b.types) else {
      subtract(10, kinds)
      return sameDay || veto("no common day")
    }
    if sameDay { return true }
    // A telephone call prepares what is agreed later; a meeting ends in it.
    if a.isByTelephone || b.isByTelephone { return veto("a telephone call, and \(kinds)") }
    if !sameArticle {
      // An easing that one article calls an agreement and another praise, when they speak of the same.
      guard (a.topics & b.topics).nonzeroBitCount >= 2, !timeless else { return veto("\(kinds), on no common day") }
      return true
    }
    if a.types.union(b.types).isSuperset(of: [.agree, .consult]), distance <= 600 {
      add(8, marks: 1, "talks and their outcome in neighbouring sentences")
      return true
    }
    if a.types.union(b.types).isSuperset(of: [.support, .consult]) {
      let people = a.parties.people.common(b.parties.people)
      guard !people.isEmpty else { return veto(kinds) }
      add(8, marks: 1, "talks, and what was said in them by or of \(names(people))")
      return true
    }
    return a.topics & b.topics != 0 || veto("\(kinds), on no common subject")
  }

  private static func kinds(_ types: Set<EventType>) -> String {
    types.map(\.rawValue).sorted().joined(separator: "/")
  }

  // MARK: Words

  /// Common subjects and common words, and for two clauses of one article their distance in scalars.
  mutating func weighWords(_ a: Profile, _ b: Profile, distance: Int) {
    let shared = a.commonTopics(with: b)
    let words = ClauseWords.shared(a.gist, b.gist)
    let enough = min(a.gist.count, b.gist.count)
    if shared != 0 {
      add(min(20, 8 * shared.nonzeroBitCount), marks: 1, "same subject: \(TopicWords.names(shared))")
    } else if a.topics != 0, b.topics != 0 {
      let dayHolds = a.dated && b.dated && !a.carriesDate && !b.carriesDate
      if a.family.isTalk {
        // One article that speaks of two subjects tells two events, unless a day or its headline holds them together.
        let carried = a.carriesDate || b.carriesDate
        let apart = sameArticle && !dayHolds && (!(a.isNews || b.isNews) || carried)
        subtract(
          apart ? (carried ? 30 : 25) : 8,
          "subjects differ: \(TopicWords.names(a.topics)); \(TopicWords.names(b.topics))")
      }
    }
    if differ(a, b) {
      subtract(35, "what is told is \(TopicWords.names(a.deed)), not \(TopicWords.names(b.deed))")
    }
    if words >= 3, words * 4 >= enough {
      // The sentences of one article share words whatever they tell.
      let points = sameArticle ? 0 : min(18, 3 * words)
      add(points, marks: words >= 6 && words * 2 >= enough ? 2 : 1, "\(words) words in common")
    } else if words >= 2, shared == 0, !sameArticle {
      add(4, "\(words) words in common")
    }
    if sameArticle {
      if distance <= 300 {
        add(distance > 0 ? 6 : 0, marks: 1, "told close together")
      } else if distance > 1500 {
        points -= 4
      }
    }
    // Words without a day recur: only much in common says that they are the same words.
    let subjects = min(a.topics.nonzeroBitCount, b.topics.nonzeroBitCount)
    let same =
      shared.nonzeroBitCount >= 2 && shared.nonzeroBitCount * 3 >= subjects || words >= 4 && words * 3 >= enough
    if timeless, a.family.isTalk, !same {
      _ = veto("nothing places them in time, and they share no two subjects")
    }
  }
  /// Whether the words of two kind deeds name different subjects: the return of ambassadors, the return of relations. In
  /// one article a deed that names none differs, too, when its clause does not speak of what the other names: praise
  /// beside a return. Talks and agreements have one subject under many words.
  private func differ(_ a: Profile, _ b: Profile) -> Bool {
    guard a.types.intersection(b.types).contains(where: { Self.isOneWay([$0]) }) else { return false }
    if a.deed != 0, b.deed != 0 { return a.deed != b.deed }
    guard sameArticle else { return false }
    return a.deed != 0 && a.deed & b.topics == 0 || b.deed != 0 && b.deed & a.topics == 0
  }
}
