import Calendars
import NewsEvents

/// One event on the page: date, title, what is known, who says it in which words, and why it is one event.
struct EventCard {
  let event: TimelineEvent

  /// Quotations shown at once; the others unfold.
  private static let shown = 3
  /// Quotations written into the page for one event; a story told ten thousand times is not ten thousand quotations.
  private static let written = 60

  var html: String {
    let countries = Markup.countries(event).joined(separator: " ")
    let languages = Set(event.mentions.map(\.language.rawValue)).sorted().joined(separator: " ")
    var out = "<article class=\"event q\(event.type.quad)\" id=\"e-\(HTML.text(event.id))\""
    out += " data-type=\"\(event.type.rawValue)\" data-country=\"\(HTML.text(countries))\""
    out += " data-language=\"\(languages)\" data-status=\"\(event.status.rawValue)\">\n"
    out += "<div class=\"when\">\(when)</div>\n<div class=\"card\">\n"
    out += "<p class=\"chips\"><span class=\"chip type\" title=\"\(event.type.rawValue)\">"
    out += Markup.labels(.type(event.type)) + "</span>"
    if event.status != .occurred {
      out += "<span class=\"chip status\">\(Markup.labels(.status(event.status)))</span>"
    }
    out += "<a class=\"self\" href=\"#e-\(HTML.text(event.id))\" aria-label=\"Link\">#</a></p>\n"
    out += "<h3>\(title)</h3>\n" + facts + conflicts + quotes + why
    return out + "</div>\n</article>\n"
  }

  private var title: String { Markup.labels(Label(event.title)) }

  /// The date in the reader's calendar, and below it in the two others.
  private var when: String {
    guard let date = event.date else {
      return "<span class=\"main\">\(Markup.labels(.undated))</span>"
    }
    var out = "<time class=\"main\" datetime=\"\(date.start?.description ?? date.end?.description ?? "")\">"
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

  private func perLanguage(_ text: (DisplayLanguage) -> String) -> String {
    Markup.labels(Label(text(.english), text(.persian), text(.arabic), text(.urdu)))
  }

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
        + "<b>\(perLanguage { localizedDigits(percent, $0) })%</b></li>")
    return "<ul class=\"facts\">\(items.joined())</ul>\n"
  }

  private var conflicts: String {
    event.conflicts.map { conflict in
      let values = conflict.values.map { value in
        let articles = Set(
          event.mentions.filter { value.mentions.contains($0.id) }.map { $0.language }
        ).sorted().map { Markup.labels(.language($0)) }.joined(separator: ", ")
        return "<li><b>\(shown(value.value, of: conflict.field))</b> <span>\(articles)</span></li>"
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
      + "<details><summary>+ \(perLanguage { localizedDigits(hidden, $0) }) \(Markup.labels(.more))</summary>"
      + rest.map(quote).joined() + "</details>\n"
  }

  private func quote(_ mention: EventMention) -> String {
    let marked = MarkedQuote(mention)
    var out = "<figure><blockquote lang=\"\(mention.language.rawValue)\" dir=\"rtl\">\(HTML.text(marked.before))"
    if !marked.trigger.isEmpty { out += "<mark>\(HTML.text(marked.trigger))</mark>" }
    out += "\(HTML.text(marked.after))</blockquote><figcaption>\(Markup.labels(.language(mention.language))) · "
    let source = event.sources.first { $0.article == mention.article || $0.copies.contains(mention.article) }
    let name = source?.source.map(HTML.text)
    if source?.article == mention.article, let link = HTML.link(source?.url) {
      out += "<a href=\"\(link)\" rel=\"noopener noreferrer\">\(name ?? HTML.text(mention.article))</a>"
    } else {
      if let name { out += "<bdi>\(name)</bdi> · " }
      out += "<bdi class=\"id\">\(HTML.text(mention.article))</bdi>"
    }
    if let said = mention.attribution { out += " · <bdi>\(HTML.text(said.source))</bdi>" }
    return out + "</figcaption></figure>\n"
  }

  private var why: String {
    guard !event.reasons.isEmpty else { return "" }
    let items = event.reasons.prefix(40).map { "<li>\(HTML.text($0))</li>" }.joined()
    return "<details class=\"why\"><summary>\(Markup.labels(.why))</summary>"
      + "<ul lang=\"en\" dir=\"ltr\">\(items)</ul></details>\n"
  }
}
