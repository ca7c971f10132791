import EmbeddedLexicon
import EventCoding
import Lexicons
import NewsEvents

/// The coder with the product's own lexicon, shared by all suites.
let coder: EventCoder = {
  let bytes = Array(UnsafeBufferPointer(start: silsila_lexicon(), count: silsila_lexicon_size()))
  do {
    return EventCoder(lexicon: try LexiconBinary.decode(bytes))
  } catch {
    fatalError("the embedded lexicon does not load: \(error); run `make lexicons`")
  }
}()

func code(_ text: String, _ language: Language, published: String? = nil) -> [EventMention] {
  coder.code(Article(id: "t", language: language, published: published.flatMap { Day(iso: $0) }, text: text)).mentions
}

/// `TYPE actors>recipients`, countries or else sectors, in order of the alphabet.
func summary(_ mention: EventMention) -> String {
  func side(_ parties: [Party]) -> String {
    parties.map { $0.country ?? $0.sector ?? "?" }.sorted().joined(separator: ",")
  }
  return "\(mention.type.rawValue) \(side(mention.actors))>\(side(mention.recipients))"
}

func summaries(_ text: String, _ language: Language) -> [String] { code(text, language).map(summary) }
