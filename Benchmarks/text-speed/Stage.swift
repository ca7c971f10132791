import ArabicScript
import EventCoding
import Lexicons
import NewsEvents
import TemporalTagging

/// An article and the language it is read in.
struct Sample {
  var article: Article
  var language: Language
}

/// A part of the way from text to mentions, always from the text on.
struct Stage {
  var name: String
  /// Does the work and lets nothing of it be left out by the optimiser.
  var run: (Sample) -> Void
  /// Everything the stage found, as text.
  var describe: (Sample) -> String

  static func all(_ lexicon: Lexicon, _ coder: EventCoder) -> [Stage] {
    let tagger = TemporalTagger()
    return [
      Stage(
        name: "fold", run: { keep(FoldedText($0.article.text, language: $0.language).codes.count) },
        describe: {
          let text = FoldedText($0.article.text, language: $0.language)
          let scalars = (0...text.codes.count).map { text.scalarOffset($0) }
          return "\(text.codes) \(scalars) \(text.byteOffsets)"
        }),
      Stage(
        name: "tokens", run: { keep(AnalyzedText($0.article.text, language: $0.language).tokens.count) },
        describe: {
          let text = AnalyzedText($0.article.text, language: $0.language)
          let tokens = text.tokens.map { "\($0.start) \($0.end) \($0.kind) \($0.spaceBefore) \($0.value) \($0.hash)" }
          return "\(tokens) \(text.sentences)"
        }),
      Stage(
        name: "matches",
        run: {
          let text = AnalyzedText($0.article.text, language: $0.language)
          for sentence in text.sentences { keep(lexicon.matches(in: text, tokens: sentence.tokens).count) }
        },
        describe: {
          let text = AnalyzedText($0.article.text, language: $0.language)
          return text.sentences.map { "\(lexicon.matches(in: text, tokens: $0.tokens))" }.joined(separator: "\n")
        }),
      Stage(
        name: "dates",
        run: {
          let text = AnalyzedText($0.article.text, language: $0.language)
          keep(tagger.tag(text, reference: $0.article.published).count)
        },
        describe: {
          let text = AnalyzedText($0.article.text, language: $0.language)
          let anchor = tagger.anchor(of: text, published: $0.article.published)
          return "\(anchor) \(tagger.tag(text, reference: anchor.day)) \(tagger.tag(text, reference: nil))"
        }),
      Stage(
        name: "coding", run: { keep(coder.code($0.article).mentions.count) },
        describe: {
          // What was found and every step to it in words: not how the coder keeps it.
          let analysis = coder.analyze($0.article)
          return "\(analysis.result) \(analysis.lines) \(coder.explain($0.article))"
        }),
    ]
  }

  @inline(never)
  private static func keep(_ count: Int) { precondition(count >= 0) }
}
