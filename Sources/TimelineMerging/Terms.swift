import ArabicScript
import Calendars
import NewsEvents
import TemporalTagging

/// Days that a sentence names beside the day of its event: until when something is to be done, and on which weekday
/// something was.
enum Terms {
  /// The last day of a term ("تا ۲۶ ژانویه", "بحلول 26 يناير", "26 جنوری تک"), where the sentence writes it in full. O(sentence).
  static func deadline(_ mention: EventMention) -> Day? {
    let expressions = TemporalTagger().dates(in: mention.sentence.text, language: mention.language, reference: nil)
    let words = Words(mention)
    for expression in expressions where expression.kind == .absolute {
      guard let day = expression.interval.end, expression.interval.granularity == .day,
        let range = expression.interval.quote?.range
      else { continue }
      let until =
        switch mention.language {
        case .persian: words.before(range).last.map(persian.contains) ?? false
        case .arabic: words.before(range).suffix(3).contains(where: arabic.contains)
        case .urdu: words.after(range).first.map(urdu.contains) ?? false
        }
      if until { return day }
    }
    return nil
  }

  /// The one weekday that the sentence names, 0 = Monday; nil for none, for two, and beside a full date. O(sentence).
  static func weekday(_ mention: EventMention) -> Int? {
    let expressions = TemporalTagger().dates(in: mention.sentence.text, language: mention.language, reference: nil)
    guard !expressions.contains(where: { $0.kind == .absolute }) else { return nil }
    let named = Set(expressions.filter { $0.kind == .weekday }.compactMap(\.weekday))
    return named.count == 1 ? named.first : nil
  }

  private static let persian: Set<String> = ["تا", "حداکثر"]
  private static let arabic: Set<String> = ["حتى", "بحلول", "قبل", "أقصاه", "غاية", "لغاية"]
  private static let urdu: Set<String> = ["تک"]

  /// The words of a sentence around a range of it.
  private struct Words {
    let scalars: [Unicode.Scalar]

    init(_ mention: EventMention) { scalars = Array(mention.sentence.text.unicodeScalars) }

    func before(_ range: TextRange) -> [String] { split(scalars[..<min(scalars.count, max(0, Int(range.start)))]) }
    func after(_ range: TextRange) -> [String] { split(scalars[min(scalars.count, max(0, Int(range.end)))...]) }

    private func split(_ scalars: ArraySlice<Unicode.Scalar>) -> [String] {
      String(String.UnicodeScalarView(scalars)).split(whereSeparator: \.isWhitespace).map(String.init)
    }
  }
}
