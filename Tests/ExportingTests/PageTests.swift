import Foundation
import NewsEvents
import Testing

@testable import Exporting

@Suite struct `The page` {
  private func page(_ timeline: Timeline, _ language: String = "en") -> String {
    TimelineExporter(.html, options: ExportOptions(language: language)).string(timeline)
  }

  @Test func `marks the trigger inside the original sentence`() {
    let html = page(Samples.plain)
    #expect(html.contains(#"<blockquote lang="fa" dir="rtl">ارتش به تپه <mark>حمله کرد</mark></blockquote>"#))
    #expect(html.contains(#"<blockquote lang="ur" dir="rtl">"#))
  }

  @Test func `shows three calendars, the conflict and the sources`() {
    let html = page(Samples.plain)
    for text in ["5 March 2024", "15 Esfand 1402", "1445", "Sources disagree", "6 March 2024", "۱۵ اسفند ۱۴۰۲"] {
      #expect(html.contains(text), "\(text)")
    }
    #expect(
      html.contains(#"<a href="https://example.org/1?a=1&amp;b=2" rel="noopener noreferrer"><bdi>Daily</bdi></a>"#))
  }

  @Test func `loads nothing from outside`() {
    let html = page(Samples.plain)
    for text in ["<link", "src=", "@import", "url(", "http-equiv=\"refresh\""] {
      #expect(!html.contains(text), "\(text)")
    }
    #expect(html.contains("default-src 'none'"))
  }

  @Test func `admits no script and no style but its own`() throws {
    let html = page(Samples.attacked)
    func between(_ start: String, _ end: String) throws -> String {
      let from = try #require(html.range(of: start)), to = try #require(html[from.upperBound...].range(of: end))
      return String(html[from.upperBound..<to.lowerBound])
    }
    let policy = try between("Content-Security-Policy\" content=\"", "\"")
    #expect(policy.contains("script-src '\(Digest.source(try between("<script>", "</script>")))'"))
    #expect(policy.contains("style-src '\(Digest.source(try between("<style>", "</style>")))'"))
    #expect(!policy.contains("unsafe"))
    #expect(!html.contains(" style="))
    // RFC 4648 §10.
    for (text, encoded) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
      #expect(Digest.base64(Array(text.utf8)) == encoded)
    }
  }

  @Test(arguments: [
    ("en", ["5 March 2024", "15 Esfand 1402", "24 Shaban 1445"]),
    ("fa", ["۱۵ اسفند ۱۴۰۲", "۵ مارس ۲۰۲۴", "۲۴ شعبان ۱۴۴۵"]),
    ("ar", ["٥ مارس ٢٠٢٤", "١٥ إسفند ١٤٠٢", "٢٤ شعبان ١٤٤٥"]),
    ("ur", ["۵ مارچ ۲۰۲۴", "۱۵ اسفند ۱۴۰۲", "۲۴ شعبان ۱۴۴۵"]),
  ]) func `dates an event in three calendars in every language`(language: String, days: [String]) throws {
    let html = page(Samples.plain)
    let from = try #require(html.range(of: "<div class=\"when\">")), rest = html[from.upperBound...]
    let when = rest[..<(try #require(rest.range(of: "</div>"))).lowerBound]
    let own = when.components(separatedBy: "<span class=\"l\" lang=\"\(language)\">").dropFirst()
      .compactMap { $0.components(separatedBy: "</span>").first }
    for (day, text) in zip(days, own) { #expect(text.hasPrefix(day), "\(text)") }
    #expect(own.count >= 3)
  }

  @Test func `has all filters of the command line`() {
    var two = Timeline(events: Samples.plain.events + Samples.attacked.events)
    two.events[1].recipients = [Party(sector: "REB", entity: "group:other", name: "Southern Front")]
    let html = page(two)
    for key in ["actor", "source", "from", "to", "text", "language"] {
      #expect(html.contains("data-filter=\"\(key)\""), "\(key)")
    }
    // A party is a number, so that no name can end the attribute.
    #expect(html.contains(#"data-actor="0" data-source="0 1" data-start="2024-03-05""#))
  }

  @Test func `names what an event fulfils and what it was nearly taken for`() {
    var timeline = Timeline(events: Samples.plain.events + Samples.attacked.events)
    let other = timeline.events[1].id
    timeline.events[0].links = [EventLink(relation: .fulfils, event: "gone", because: "told so")]
    timeline.events[0].nearMisses = [NearMiss(event: other, reasons: ["same place"], against: ["other <day>"])]
    let html = page(timeline)
    #expect(html.contains("Announced before") && html.contains("<bdi class=\"id\">gone</bdi>"))
    #expect(html.contains("<a href=\"#e-\(other)\">"))
    #expect(html.contains("+ same place<br>− other &lt;day&gt;"))
  }

  @Test func `obeys no text of an article`() {
    let html = page(Samples.attacked)
    #expect(html.components(separatedBy: "<script").count == 2, "only the page's own script")
    #expect(!html.contains("<img") && !html.contains("onerror=alert(2)>") && !html.contains("javascript:"))
    #expect(!html.unicodeScalars.contains { $0.value == 0x202E || $0.value == 0x1B || $0.value == 0 })
    // No attribute is broken out of: every quotation mark of the article is an entity.
    #expect(html.contains("&quot;&#39;&gt;&lt;script&gt;"))
  }

  @Test func `links only to web addresses`() {
    #expect(HTML.link("https://a.example/x\"y") == "https://a.example/x&quot;y")
    #expect(HTML.link("HTTP://a.example") != nil)
    for url in ["javascript:alert(1)", " https://a", "data:text/html,x", "//a.example", "file:///x", ""] {
      #expect(HTML.link(url) == nil, "\(url)")
    }
  }

  @Test func `begins in the asked language and direction`() {
    #expect(page(Samples.plain).contains(#"<html lang="en" dir="ltr" data-ui="en">"#))
    #expect(page(Samples.plain, "ur").contains(#"<html lang="ur" dir="rtl" data-ui="ur">"#))
    #expect(page(Samples.plain, "xx").contains(#"<html lang="en""#))
  }

  @Test func `balances its elements`() {
    for timeline in [Samples.plain, Samples.attacked, Timeline(events: [])] {
      let html = page(timeline)
      for tag in [
        "section", "article", "div", "figure", "blockquote", "details", "ul", "li", "span", "p", "main", "bdi",
      ] {
        let opened = html.components(separatedBy: "<\(tag)>").count + html.components(separatedBy: "<\(tag) ").count - 2
        #expect(opened == html.components(separatedBy: "</\(tag)>").count - 1, "\(tag)")
      }
    }
  }

  @Test func `says so when there is nothing`() {
    #expect(page(Timeline(events: [])).contains("The timeline is empty."))
  }
}
