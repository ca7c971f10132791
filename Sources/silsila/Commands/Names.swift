import ArabicScript
import ArgumentParser
import ClusterRuntime
import Exporting
import Foundation
import Lexicons
import NewsEvents

struct Names: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell whether two names are of one person, place or organisation.",
    discussion: """
      JSON lines in: {"a","a_lang","b","b_lang","type"}; {"same","score"} out. Names that the lexicon knows are compared \
      by entity, unknown persons by the consonants of each word of the name; places and organisations that it does not \
      know only by near equality of a long name.
      """)

  @Argument(help: "Files; standard input when none is given.") var paths: [String] = []
  @OptionGroup var lexicon: LexiconOptions

  private struct Pair: Decodable {
    var id: JSONScalar?
    var a: String
    var a_lang: String?
    var b: String
    var b_lang: String?
    var type: String?
  }

  func run() throws {
    let lexicon = try lexicon.load()
    let decoder = JSONDecoder()
    for path in paths.isEmpty ? ["-"] : paths {
      var number = 0
      for line in try LineReader(path: path) where !line.isEmpty {
        number += 1
        guard let pair = try? decoder.decode(Pair.self, from: Data(line)) else {
          Console.error("\(path):\(number): not a pair: an object with `a` and `b` is needed")
          Console.output("{\"error\":\"not a pair\",\"line\":\(number)}\n")
          continue
        }
        let score = Names.score(
          pair.a, language(pair.a_lang, pair.a), pair.b, language(pair.b_lang, pair.b), pair.type, lexicon)
        let same = score >= NameMatch.threshold
        Console.output(answerLine(pair.id, ("same", .bool(same)), ("score", thousandths(score))) + "\n")
      }
    }
  }

  private func language(_ code: String?, _ text: String) -> Language {
    code.flatMap(Language.init(rawValue:)) ?? LanguageIdentifier.identify(text).language ?? .persian
  }

  /// Thousandths; `NameMatch.threshold` and above mean one entity.
  private static func score(
    _ a: String, _ aLanguage: Language, _ b: String, _ bLanguage: Language, _ type: String?, _ lexicon: Lexicon
  ) -> Int {
    let known = lexicon.entities(named: a, language: aLanguage)
    let other = lexicon.entities(named: b, language: bLanguage)
    let x = NameSkeleton(a, language: aLanguage), y = NameSkeleton(b, language: bLanguage)
    let likeness = NameMatch.score(x, y)
    if !known.isDisjoint(with: other) { return max(950, likeness) }
    if !known.isEmpty, !other.isEmpty { return min(likeness, 400) }
    if type == "person" { return likeness }
    // Short names of places collide (عراق, اراک); a long one that differs in a letter is a variant.
    let length = min(x.key.count, y.key.count)
    return length >= 5 ? NameMatch.ratio(x.key, y.key) : min(likeness, 700)
  }
}
