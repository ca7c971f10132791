import NewsEvents

/// How sure an event is, in thousandths.
///
/// For violence and protest it is the share of human judges who accept an event told with so many points of evidence:
/// measured in bins on sentences judged by three to six people each, smoothed to rise with the points. For the other
/// types, for which no judged sentences exist, it is a plain sum of what speaks for them.
enum Confidence {
  static func thousandths(_ event: CodedEvent) -> Int {
    switch event.site.type {
    case .assault: max(assault(event.evidence), isBetweenCountries(event) ? 500 : 0)
    case .protest: protest(event.evidence)
    default: max(50, min(980, 300 + 60 * event.evidence + 20 * event.weight))
    }
  }

  private static func assault(_ points: Int) -> Int {
    switch points {
    case ...2: 100
    case 3...4: 150
    case 5: 360
    case 6: 500
    case 7: 550
    case 8...9: 780
    case 10...11: 820
    default: 900
    }
  }

  private static func protest(_ points: Int) -> Int {
    switch points {
    case ...0: 250
    case 1: 330
    case 2: 370
    case 3: 460
    case 4: 670
    default: 850
    }
  }

  /// What is told of two named countries is accepted at fewer points and is right more often than they say.
  private static func isBetweenCountries(_ event: CodedEvent) -> Bool {
    event.actors.distinctCountries(with: event.recipients) >= 2 && event.status != .hypothetical
  }
}
