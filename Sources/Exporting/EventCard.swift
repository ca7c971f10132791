import Calendars
import NewsEvents

/// One event on the page: date, title, what is known, who says it in which words, and why it is one event.
struct EventCard {
  let event: TimelineEvent
  let facets: Facets

  /// Quotations shown at once; the others unfold.
  private static let shown = 3
  /// Quotations written into the page for one event; a story told ten thousand times is not ten thousand quotations.
  private static let written = 60

  var html: String {
    let countries = Markup.countries(event).joined(separator: " ")
    let languages = Set(event.mentions.map(\.language.rawValue)).sorted().joined(separator: " ")
    var out = "<article class=\"event q\(event.type.quad)\" id=\"e-\(HTML.text(event.id))\""
    out += " data-type=\"\(event.type.rawValue)\" data-country=\"\(HTML.text(countries))\""
    out += " data-language=\"\(languages)\" data-status=\"\(event.status.rawValue)\""
    out +=
      " data-actor=\"\(Self.list(facets.partyNumbers(event)))\" data-source=\"\(Self.list(facets.sourceNumbers(event)))\""
    if let date = event.date {
      out += " data-start=\"\(date.start?.description ?? "")\" data-end=\"\(date.end?.description ?? "")\""
    }
    out += ">\n"
    out += "<div class=\"when\">\(when)</div>\n<div class=\"card\">\n"
    out += "<p class=\"chips\"><span class=\"chip type\" title=\"\(event.type.rawValue)\">"
    out += Markup.labels(.type(event.type)) + "</span>"
    if event.status != .occurred {
      out += "<span class=\"chip status\">\(Markup.labels(.status(event.status)))</span>"
    }
    out += "<a class=\"self\" href=\"#e-\(HTML.text(event.id))\" aria-label=\"\(HTML.text(event.id))\">#</a></p>\n"
    out += "<h3>\(title)</h3>\n" + facts + conflicts + links + quotes + why + nearMisses
    return out + "</div>\n</article>\n"
  }

  private static func list(_ numbers: [Int]) -> String { numbers.map(String.init).joined(separator: " ") }

  private var title: String { Markup.labels(Label(event.title)) }

  /// Another event of the page by its title; one that the page does not have by its id.
  private func link(_ id: String) -> String {
    guard let title = facets.titles[id] else { return "<bdi class=\"id\">\(HTML.text(id))</bdi>" }
    let text = Label(title)
    let shown = text.isBlank ? HTML.text(id) : Markup.labels(text)
    return "<a href=\"#e-\(HTML.text(id))\">\(shown)</a>"
  }

  /// Plans and what came of them.
  private var links: String {
    guard !event.links.isEmpty else { return "" }
    let items = event.links.map { link in
      "<li>\(Markup.labels(.relation(link.relation))): \(self.link(link.event))</li>"
    }
    return "<ul class=\"links\">\(items.joined())</ul>\n"
  }

  /// Events that were nearly joined with this one, and what decided against it.
  private var nearMisses: String {
    guard !event.nearMisses.isEmpty else { return "" }
    let items = event.nearMisses.map { miss in
      let against = miss.against.map(HTML.text).joined(separator: "; ")
      let reasons = miss.reasons.map(HTML.text).joined(separator: "; ")
      return "<li>\(link(miss.event))<p lang=\"en\" dir=\"ltr\">"
        + [reasons.isEmpty ? "" : "+ \(reasons)", against.isEmpty ? "" : "− \(against)"].filter { !$0.isEmpty }
        .joined(separator: "<br>") + "</p></li>"
    }
    return
      "<details class=\"near\"><summary>\(Markup.labels(.nearMisses))</summary><ul>\(items.joined())</ul></details>\n"
  }

  /// The date in the reader's calendar, and below it in the two others.
  private var when: String {
    guard let date = event.date else {
      return "<span class=\"main\">\(Markup.labels(.undated))</span>"
    }
    let isWide = date.start.flatMap { a in date.end.map { $0 - a > 31 } } ?? true
    var out =
      "<time class=\"main\(isWide ? " wide" : "")\" datetime=\"\(date.start?.description ?? date.end?.description ?? "")\">"
    out += perLanguage { date.shown($0.calendar, $0) } + "</time>"
    for rank in 0..<2 {
      out += "<span class=\"other\">"
      out += perLanguage { language in
        let others = [CalendarSystem.gregorian, .solarHijri, .islamic].filter { $0 != language.calendar }
        return date.shown(others[rank], language)
      }
      out += "</span>"
    }
    if date.basis != .stated { out += "<span class=\"basis\">\(Markup.labels(.basis(date.basis)))</span>" }
    return out
  }

  private func perLanguage(_ text: (DisplayLanguage) -> String) -> String { Markup.perLanguage(text) }

  private var facts: String {
    var items: [String] = []
    func number(_ label: Label, _ range: CountRange?) {
      guard let range else { return }
      items.append("<li class=\"people\">\(Markup.labels(label)) <b>\(perLanguage { range.shown($0) })</b></li>")
    }
    number(.killed, event.deaths)
    number(.injured, event.injured)
    number(.arrested, event.arrested)
    let copies = event.sources.reduce(0) { $0 + $1.copies.count }
    var sources = "<li>\(Markup.labels(.sources)) <b>\(perLanguage { localizedDigits(event.sources.count, $0) })</b>"
    if copies > 0 { sources += " (+\(perLanguage { localizedDigits(copies, $0) }) \(Markup.labels(.copies)))" }
    items.append(sources + "</li>")
    let percent = (event.confidence + 5) / 10
    items.append(
      "<li class=\"sure\">\(Markup.labels(.confidence)) <meter min=\"0\" max=\"1000\" value=\"\(event.confidence)\" "
        + "title=\"\(Decimals.fixed(event.confidence, places: 3))\">\(percent) %</meter> "
        + "<b>\(perLanguage { Self.percent(percent, $0) })</b></li>")
    return "<ul class=\"facts\">\(items.joined())</ul>\n"
  }

  /// `95%`, `۹۵٪`.
  private static func percent(_ n: Int, _ language: DisplayLanguage) -> String {
    localizedDigits(n, language) + (language == .english ? "%" : "٪")
  }

  /// Articles named beside a value; of more the number is told.
  private static let voices = 4

  private var conflicts: String {
    guard !event.conflicts.isEmpty else { return "" }
    let mentions = Dictionary(event.mentions.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    return event.conflicts.map { conflict in
      let values = conflict.values.map { value in
        let said = value.mentions.compactMap { mentions[$0] }
        let languages = Set(said.map(\.language)).sorted().map { Markup.labels(.language($0)) }.joined(separator: ", ")
        let articles = Set(said.map(\.article)).sorted()
        var who = articles.prefix(Self.voices).map { "<bdi class=\"id\">\(HTML.text($0))</bdi>" }.joined(
          separator: ", ")
        if articles.count > Self.voices { who += " +\(Markup.number(articles.count - Self.voices))" }
        return "<li><b>\(shown(value.value, of: conflict.field))</b> <span>\(languages)\(Markup.dot)\(who)</span></li>"
      }
      return "<div class=\"conflict\"><p>\(Markup.labels(.conflict)): \(Markup.labels(.field(conflict.field)))</p>"
        + "<ul>\(values.joined())</ul></div>\n"
    }.joined()
  }

  /// A conflict's value as readers know it: a day in their calendar, everything else as it is.
  private func shown(_ value: String, of field: String) -> String {
    if field == "date", let day = Day(iso: value) { return perLanguage { day.formatted($0.calendar, in: $0) } }
    return "<bdi>\(HTML.text(value))</bdi>"
  }

  private var quotes: String {
    let ranked = QuoteOrder.ranked(event.mentions)
    let first = ranked.prefix(Self.shown).map(quote).joined()
    let rest = ranked.dropFirst(Self.shown).prefix(Self.written - Self.shown)
    guard !rest.isEmpty else { return first }
    let hidden = ranked.count - Self.shown
    return first
      + "<details class=\"more\"><summary>+ \(perLanguage { localizedDigits(hidden, $0) }) \(Markup.labels(.more))</summary>"
      + rest.map(quote).joined() + "</details>\n"
  }

  private func quote(_ mention: EventMention) -> String {
    let marked = MarkedQuote(mention)
    var out = "<figure><blockquote lang=\"\(mention.language.rawValue)\" dir=\"rtl\">\(HTML.text(marked.before))"
    if !marked.trigger.isEmpty { out += "<mark>\(HTML.text(marked.trigger))</mark>" }
    out +=
      "\(HTML.text(marked.after))</blockquote><figcaption>\(Markup.labels(.language(mention.language)))\(Markup.dot)"
    let source = event.sources.first { $0.article == mention.article || $0.copies.contains(mention.article) }
    // A copy is another outlet's: the name and the address of its original are not its own.
    let isOwn = source?.article == mention.article
    let name = isOwn ? source?.source.flatMap(PlainText.visible).map(HTML.text) : nil
    if isOwn, let link = HTML.link(source?.url) {
      out += "<a href=\"\(link)\" rel=\"noopener noreferrer\"><bdi>\(name ?? HTML.text(mention.article))</bdi></a>"
    } else {
      if let name { out += "<bdi>\(name)</bdi>\(Markup.dot)" }
      out += "<bdi class=\"id\">\(HTML.text(mention.article))</bdi>"
    }
    if let said = mention.attribution.flatMap({ PlainText.visible($0.source) }) {
      out += "\(Markup.dot)<bdi>\(HTML.text(said))</bdi>"
    }
    return out + "</figcaption></figure>\n"
  }

  private var why: String {
    guard !event.reasons.isEmpty else { return "" }
    let items = event.reasons.prefix(40).map { "<li>\(HTML.text($0))</li>" }.joined()
    return "<details class=\"why\"><summary>\(Markup.labels(.why))</summary>"
      + "<ul lang=\"en\" dir=\"ltr\">\(items)</ul></details>\n"
  }
}
