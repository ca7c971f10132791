import EventCoding
import Exporting
import NewsEvents

/// An explanation as one JSON object; the mention of a coded event is in the output contract.
enum ExplainJSON {
  static func object(_ explanation: Explanation) -> JSON {
    .members(
      ("language", string(explanation.language?.rawValue)),
      ("day", string(explanation.anchor.day?.description)),
      ("day_reason", .string(explanation.anchor.reason)),
      ("rejects", strings(explanation.rejects.map(\.message))),
      ("sentences", .array(explanation.sentences.map { sentence($0) })))
  }

  private static func sentence(_ sentence: Explanation.Sentence) -> JSON {
    .members(
      ("text", .string(sentence.text)), ("section", .string(sentence.section.rawValue)),
      ("tokens", strings(sentence.tokens)),
      (
        "matches",
        .array(sentence.matches.map { .members(("text", .string($0.text)), ("meanings", strings($0.meanings))) })
      ),
      (
        "clauses",
        .array(
          sentence.clauses.map {
            .members(
              ("text", .string($0.text)), ("kind", .string($0.kind)),
              ("parent", $0.parent.map { .integer($0) } ?? .null))
          })
      ),
      (
        "parties",
        .array(
          sentence.parties.map {
            .members(
              ("text", .string($0.text)), ("country", string($0.country)), ("sector", string($0.sector)),
              ("name", string($0.name)), ("notes", strings($0.notes)))
          })
      ),
      ("dates", strings(sentence.dates)),
      ("decisions", .array(sentence.decisions.map { decision($0) })))
  }

  private static func decision(_ decision: Explanation.Decision) -> JSON {
    .members(
      ("text", .string(decision.text)), ("trigger", .string(decision.trigger)),
      ("type", .string(decision.type.rawValue)), ("agent_slots", strings(decision.agentSlots)),
      ("recipient_slots", strings(decision.recipientSlots)), ("coded", .bool(decision.rejection == nil)),
      ("rejection", string(decision.rejection?.rawValue)),
      (
        "reasons",
        .array(decision.reasons.map { .members(("words", .string($0.words)), ("points", .integer($0.points))) })
      ),
      ("mention", decision.mention.map { MentionWriter.json($0) } ?? .null))
  }

  private static func string(_ value: String?) -> JSON { value.map { .string($0) } ?? .null }
  private static func strings(_ values: [String]) -> JSON { .array(values.map { .string($0) }) }
}
