import NewsEvents

extension Explanation {
  /// The steps as indented lines for a reader at a terminal; ends with a newline.
  public var text: String {
    var out = "Language: \(language?.rawValue ?? "unknown")\n"
    out += "Day: \(anchor.day?.description ?? "unknown") (\(anchor.reason))\n"
    for reject in rejects { out += "Not read: \(reject.message)\n" }
    for (n, sentence) in sentences.enumerated() {
      out += "\nSentence \(n + 1), \(sentence.section.rawValue): \(sentence.text)\n"
      out += "  Tokens: \(sentence.tokens.joined(separator: " · "))\n"
      out += list("Known words", sentence.matches.map { "\($0.text): \($0.meanings.joined(separator: "; "))" })
      out += list(
        "Clauses",
        sentence.clauses.enumerated().map { i, clause in
          "\(i + 1) \(clause.kind)\(clause.parent.map { " of \($0)" } ?? ""): \(clause.text)"
        })
      out += list("Parties", sentence.parties.map { Explanation.line($0) })
      out += list("Dates", sentence.dates)
      out += list(
        "Decisions", sentence.decisions.map { Explanation.line($0) }, otherwise: "no word that may report an event")
    }
    return out
  }

  private func list(_ title: String, _ lines: [String], otherwise: String? = nil) -> String {
    guard !lines.isEmpty else { return otherwise.map { "  \(title): \($0)\n" } ?? "" }
    return "  \(title):\n" + lines.map { "    \($0)\n" }.joined()
  }

  private static func line(_ party: PartyStep) -> String {
    let code = [party.country, party.sector].compactMap { $0 }.joined(separator: " ")
    let named = party.name.map { ", \($0)" } ?? ""
    let notes = party.notes.isEmpty ? "" : " (\(party.notes.joined(separator: "; ")))"
    return "\(party.text) = \(code.isEmpty ? "unknown" : code)\(named)\(notes)"
  }

  private static func line(_ decision: Decision) -> String {
    var out = "\(decision.text): \(decision.trigger), \(decision.type.rawValue)"
    if let rejection = decision.rejection {
      out += "\n      rejected: \(rejection.rawValue)"
    } else if let mention = decision.mention {
      out += "\n      coded: \(summary(mention))"
    } else {
      out += "\n      coded"
    }
    if !decision.agentSlots.isEmpty || !decision.recipientSlots.isEmpty {
      out += "\n      agent from: \(decision.agentSlots.joined(separator: ", "))"
      out += "\n      recipient from: \(decision.recipientSlots.joined(separator: ", "))"
    }
    for reason in decision.reasons {
      let sign = reason.points > 0 ? "+\(reason.points)" : "\(reason.points)"
      out += "\n      \(sign) \(reason.words)"
    }
    if !decision.reasons.isEmpty { out += "\n      = \(decision.reasons.reduce(0) { $0 + $1.points }) points" }
    return out
  }

  private static func summary(_ mention: EventMention) -> String {
    func side(_ parties: [Party]) -> String {
      let codes = parties.map { [$0.country, $0.sector].compactMap { $0 }.joined(separator: " ") }
      return codes.isEmpty ? "nobody" : codes.joined(separator: " and ")
    }
    var out = "\(mention.type.rawValue) \(mention.modes.joined(separator: ", "))".trimmingEnd
    out += ", \(mention.status.rawValue), \(side(mention.actors)) → \(side(mention.recipients))"
    if let date = mention.date {
      out += ", \(date.start?.description ?? "")…\(date.end?.description ?? "") (\(date.basis.rawValue))"
    }
    if let place = mention.location { out += ", in \(place.name)" }
    if let deaths = mention.deaths {
      out += ", dead \(deaths.min.map(String.init) ?? "")–\(deaths.max.map(String.init) ?? "")"
    }
    if let said = mention.attribution { out += ", says \(said.source)" }
    return out
  }
}

extension String {
  fileprivate var trimmingEnd: String {
    var copy = self
    while copy.last == " " { copy.removeLast() }
    return copy
  }
}
