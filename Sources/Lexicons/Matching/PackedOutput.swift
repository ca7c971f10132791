/// The packed form of an output: kind (8 bits), flags (8), features or form (16), index (32).
extension PhraseAutomaton.Output {
  var packed: UInt64 {
    let (kind, extra, index): (UInt64, UInt64, Int) =
      switch meaning {
      case .country(let i, let form): (0, UInt64(form.rawValue), i)
      case .actor(let i): (1, 0, i)
      case .person(let i): (2, 0, i)
      case .office(let i): (3, 0, i)
      case .place(let i): (4, 0, i)
      case .triggerNoun(let i): (5, 0, i)
      case .triggerVerb(let i, let f): (6, UInt64(f.rawValue), i)
      case .triggerForm(let i): (7, 0, i)
      case .triggerLight(let i): (8, 0, i)
      case .notTrigger(let i): (9, 0, i)
      case .lightVerb(let i, let f): (10, UInt64(f.rawValue), i)
      case .marker(let i): (11, 0, i)
      }
    let flags: UInt64 = (needsContext ? 1 : 0) | (isName ? 2 : 0)
    return kind << 56 | flags << 48 | extra << 32 | UInt64(UInt32(index))
  }

  /// The output that `packed` stands for; `areValid` has been asked before.
  init(packed v: UInt64) {
    let index = Int(v & 0xFFFF_FFFF)
    let extra = UInt16(truncatingIfNeeded: v >> 32)
    let features = VerbFeatures(rawValue: extra)
    let flags = UInt8(truncatingIfNeeded: v >> 48)
    needsContext = flags & 1 != 0
    isName = flags & 2 != 0
    meaning =
      switch v >> 56 {
      case 0: .country(index, CountryForm(rawValue: UInt8(truncatingIfNeeded: extra)) ?? .name)
      case 1: .actor(index)
      case 2: .person(index)
      case 3: .office(index)
      case 4: .place(index)
      case 5: .triggerNoun(index)
      case 6: .triggerVerb(index, features)
      case 7: .triggerForm(index)
      case 8: .triggerLight(index)
      case 9: .notTrigger(index)
      case 10: .lightVerb(index, features)
      default: .marker(index)
      }
  }

  /// Whether every packed output means an entry of `lexicon`.
  static func areValid(_ outputs: [UInt64], in lexicon: Lexicon) -> Bool {
    let limits = [
      lexicon.countries.count, lexicon.actors.count, lexicon.persons.count, lexicon.offices.count,
      lexicon.places.count, lexicon.triggers.count, lexicon.triggers.count, lexicon.triggers.count,
      lexicon.lightNouns.count, lexicon.triggers.count, lexicon.lightVerbs.count, lexicon.markers.count,
    ]
    for v in outputs {
      let kind = Int(v >> 56)
      guard kind < limits.count, Int(v & 0xFFFF_FFFF) < limits[kind] else { return false }
      if kind == 0, CountryForm(rawValue: UInt8(truncatingIfNeeded: v >> 32)) == nil { return false }
    }
    return true
  }
}
