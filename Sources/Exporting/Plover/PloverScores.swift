import NewsEvents

/// PLOVER 2.0's conflict–cooperation scores, −10 … +10, in tenths (PLOVER_MANUAL.tex, 2024-02-04, by expert ranking).
///
/// Where the manual contradicts itself: ACCUSE scores −3 (printed +3), PROTEST vandalize the base score of PROTEST
/// (printed without one).
enum PloverScores {
  /// The strongest score among the modes, else the type's own.
  static func score(_ type: EventType, modes: [String]) -> Int {
    let own = modes.compactMap { byMode["\(type.rawValue) \($0)"] }
    guard let strongest = own.max(by: { abs($0) < abs($1) }) else { return base(type) }
    return strongest
  }

  private static func base(_ type: EventType) -> Int {
    switch type {
    case .agree, .consult: 25
    case .support: 50
    case .concede: 45
    case .cooperate: 95
    case .aid: 100
    case .retreat: 65
    case .request: 0
    case .accuse: -30
    case .reject: -20
    case .threaten: -35
    case .protest: -50
    case .sanction: -60
    case .mobilize: -55
    case .coerce: -70
    case .assault: -90
    }
  }

  private static let byMode: [String: Int] = [
    "CONSULT visit": 40, "CONSULT third-party": 10, "CONSULT multilateral": 40, "CONSULT phone": 15,
    "RETREAT withdraw": 80, "RETREAT release": 65, "RETREAT disarm": 100, "RETREAT ceasefire": 75,
    "RETREAT access": 65, "RETREAT resign": 45, "REQUEST assist": 5, "REQUEST change": -10, "REQUEST yield": -10,
    "REQUEST meet": 0, "ACCUSE disapprove": -20, "ACCUSE investigate": -35, "ACCUSE allege": -35,
    "REJECT assist": -15, "REJECT change": -20, "REJECT yield": -20, "REJECT meet": -20, "THREATEN restrict": -30,
    "THREATEN arrest": -35, "THREATEN relations": -35, "THREATEN expel": -35, "THREATEN territory": -40,
    "THREATEN violence": -35, "PROTEST demo": -50, "PROTEST riot": -70, "PROTEST strike": -50, "PROTEST hunger": -45,
    "PROTEST boycott": -45, "PROTEST obstruct": -45, "PROTEST vandalize": -50, "SANCTION convict": -60,
    "SANCTION expel": -55, "SANCTION withdraw": -60, "SANCTION discontinue": -60, "MOBILIZE troops": -65,
    "MOBILIZE weapons": -65, "MOBILIZE police": -55, "MOBILIZE militia": -60, "COERCE seize": -70,
    "COERCE restrict": -70, "COERCE censor": -65, "COERCE curfew": -65, "COERCE martial-law": -75,
    "COERCE arrest": -70, "COERCE deport": -70, "COERCE withhold": -70, "COERCE misinformation": -65,
    "COERCE cyber": -70, "ASSAULT abduct": -85, "ASSAULT beat": -75, "ASSAULT torture": -85, "ASSAULT sexual": -85,
    "ASSAULT targeted": -95, "ASSAULT destroy": -85, "ASSAULT primitive": -80, "ASSAULT firearms": -90,
    "ASSAULT explosives": -90, "ASSAULT suicide-attack": -95, "ASSAULT aerial": -95, "ASSAULT drone": -95,
    "ASSAULT heavy-weapons": -95, "ASSAULT crowd-control": -75, "ASSAULT unconventional": -100,
  ]
}
