import Calendars
import Foundation
import NewsEvents
import Testing

@testable import Exporting

@Suite struct `Every export` {
  @Test(arguments: ExportFormat.allCases) func `is the same to the byte each time`(format: ExportFormat) {
    #expect(TimelineExporter(format).string(Samples.plain) == TimelineExporter(format).string(Samples.plain))
  }

  @Test(arguments: ExportFormat.allCases) func `accepts an empty timeline and a hostile one`(format: ExportFormat) {
    #expect(
      !TimelineExporter(format).string(Timeline(events: [])).isEmpty || [.jsonl, .mentions, .plover].contains(format))
    #expect(
      TimelineExporter(format).string(Samples.attacked).contains("ASSAULT") || format == .text || format == .markdown
        || format == .timelinejs)
  }

  @Test(arguments: [ExportFormat.text, .markdown, .polecat, .ics, .csv])
  func `passes no escape sequence to a terminal`(format: ExportFormat) {
    let out = TimelineExporter(format).string(Samples.attacked)
    #expect(!out.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0 })
  }
}

@Suite struct `A shown interval` {
  @Test(arguments: [
    ("2024-01-16", "2024-01-16", CalendarSystem.gregorian, DisplayLanguage.english, "16 January 2024"),
    ("2024-01-16", "2024-01-18", .gregorian, .english, "16 – 18 January 2024"),
    ("2024-02-01", "2024-02-29", .gregorian, .arabic, "فبراير ٢٠٢٤"),
    ("2012-01-01", "2012-12-31", .gregorian, .english, "2012"),
    ("2012-01-01", "2012-12-30", .gregorian, .english, "1 January – 30 December 2012"),
    ("2023-03-21", "2024-03-19", .solarHijri, .persian, "۱۴۰۲"),
    ("2023-03-21", "2024-03-19", .solarHijri, .english, "1402 SH"),
  ])
  func `is named by the day, month or year that it is`(
    start: String, end: String, calendar: CalendarSystem, language: DisplayLanguage, expected: String
  ) {
    let interval = DateInterval(
      start: Day(iso: start), end: Day(iso: end), granularity: .day, basis: .stated, calendar: calendar)
    #expect(interval.shown(calendar, language) == expected)
  }
}

@Suite struct `Mentions of a timeline` {
  @Test func `are lines of the mention contract with the id of their event`() throws {
    let lines = TimelineExporter(.mentions).string(Samples.plain).split(separator: "\n")
    let told = Samples.plain.events.flatMap { event in event.mentions.map { (event.id, $0) } }
    #expect(lines.count == told.count && !told.isEmpty)
    for (line, (event, mention)) in zip(lines, told) {
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(object["event"] as? String == event)
      #expect(object["id"] as? String == mention.id)
      let alone = try JSONSerialization.jsonObject(with: Data(MentionWriter.line(mention).utf8)) as? [String: Any]
      #expect(Set(object.keys) == Set(alone?.keys.map(\.self) ?? []).union(["event"]))
    }
  }
}

@Suite struct `A table` {
  @Test func `is RFC 4180 with one row an event`() {
    let rows = Self.parse(TimelineExporter(.csv).string(Samples.attacked))
    #expect(rows.count == 2)
    #expect(rows[0].count == rows[1].count)
    #expect(rows[0][0] == "id" && rows[1][1] == "ASSAULT")
  }

  @Test func `defuses formulas and doubles quotes`() {
    #expect(CSVTimeline.field("=1+1") == "'=1+1")
    #expect(CSVTimeline.field("a\"b") == "\"a\"\"b\"")
    #expect(CSVTimeline.field("a,b") == "\"a,b\"")
    #expect(CSVTimeline.field("plain") == "plain")
  }

  @Test func `of POLECAT has forty columns in every row`() {
    let lines = TimelineExporter(.polecat).string(Samples.attacked).split(separator: "\n")
    #expect(lines.count == 2)
    for line in lines { #expect(line.split(separator: "\t", omittingEmptySubsequences: false).count == 40) }
  }

  /// A reader written from the RFC, apart from the writer.
  static func parse(_ text: String) -> [[String]] {
    var rows: [[String]] = [], row: [String] = [], field = "", quoted = false
    var rest = text.unicodeScalars[...]
    while let c = rest.popFirst() {
      if quoted {
        if c == "\"" {
          if rest.first == "\"" {
            field.unicodeScalars.append(c)
            rest.removeFirst()
          } else {
            quoted = false
          }
        } else {
          field.unicodeScalars.append(c)
        }
      } else if c == "\"" {
        quoted = true
      } else if c == "," {
        row.append(field)
        field = ""
      } else if c == "\r", rest.first == "\n" {
        rest.removeFirst()
        rows.append(row + [field])
        (row, field) = ([], "")
      } else {
        field.unicodeScalars.append(c)
      }
    }
    return rows
  }
}

@Suite struct `A calendar file` {
  let out = TimelineExporter(.ics).string(Samples.attacked)

  @Test func `folds at 75 octets and unfolds to the text`() {
    #expect(out.utf8.count > 300)
    for line in out.components(separatedBy: "\r\n") { #expect(line.utf8.count <= 75) }
    let unfolded = out.replacingOccurrences(of: "\r\n ", with: "")
    #expect(unfolded.components(separatedBy: "\r\n").contains { $0.hasPrefix("DESCRIPTION:") && $0.contains("جمله") })
  }

  @Test func `has the required properties and no clock`() {
    let plain = TimelineExporter(.ics).string(Samples.plain)
    #expect(plain.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"))
    #expect(plain.hasSuffix("END:VCALENDAR\r\n"))
    #expect(plain.contains("DTSTAMP:20240305T000000Z\r\nDTSTART;VALUE=DATE:20240305\r\nDTEND;VALUE=DATE:20240306\r\n"))
  }

  @Test func `escapes what ends a value`() {
    #expect(ICalendar.escaped("a,b;c\\d\ne") == "a\\,b\\;c\\\\d\\ne")
    let inside = out.components(separatedBy: "\r\n").filter { !$0.hasPrefix(" ") }
    let known = [
      "BEGIN:", "VERSION:", "PRODID:", "CALSCALE:", "UID:", "DTSTAMP:", "DTSTART;", "DTEND;", "SUMMARY;",
      "DESCRIPTION:",
      "LOCATION:", "GEO:", "CATEGORIES:", "TRANSP:", "STATUS:", "END:",
    ]
    for line in inside where !line.isEmpty { #expect(known.contains { line.hasPrefix($0) }, "\(line)") }
  }
}

@Suite struct `A map and a slide show` {
  private func object(_ format: ExportFormat, _ timeline: Timeline) throws -> [String: Any]? {
    try JSONSerialization.jsonObject(with: Data(TimelineExporter(format).string(timeline).utf8)) as? [String: Any]
  }

  @Test func `GeoJSON puts longitude first`() throws {
    let features = try #require(object(.geojson, Samples.plain)?["features"] as? [[String: Any]])
    let geometry = try #require(features.first?["geometry"] as? [String: Any])
    let coordinates = try #require(geometry["coordinates"] as? [Double])
    #expect(coordinates == [-61.400005, 26.2])
    #expect(features.first?["type"] as? String == "Feature")
  }

  @Test func `TimelineJS gets escaped texts and only the date parts that are known`() throws {
    let slides = try #require(object(.timelinejs, Samples.attacked)?["events"] as? [[String: Any]])
    let text = try #require(slides.first?["text"] as? [String: String])
    #expect(text["text"]?.contains("<script") == false && text["text"]?.contains("<img") == false)
    var month = Samples.plain.events[0]
    month.date = DateInterval(
      start: Samples.day("2024-03-01"), end: Samples.day("2024-03-31"), granularity: .month, basis: .stated)
    let slide = try #require((object(.timelinejs, Timeline(events: [month]))?["events"] as? [[String: Any]])?.first)
    #expect((slide["start_date"] as? [String: Int]) == ["year": 2024, "month": 3])
    #expect(slide["end_date"] == nil)
  }

  @Test func `PLOVER records have the required fields and the manual's numbers`() throws {
    let line = TimelineExporter(.plover).string(Samples.plain).split(separator: "\n")[0]
    let record = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect(record["date"] as? String == "2024-03-05")
    #expect(record["event"] as? [String] == ["ASSAULT"])
    #expect((record["actor"] as? [[String: Any]])?.first?["code"] as? String == "IRN")
    #expect(record["quad_code"] as? Int == 4)
    #expect(record["event_scale"] as? Double == -9.5)
    #expect((record["size"] as? [String: Int]) == ["dead": 11])
  }
}

@Suite struct `Text and Markdown` {
  @Test func `isolate right-to-left words and mark the trigger`() {
    let text = TimelineExporter(.text).string(Samples.plain)
    #expect(text.contains("\u{2067}ارتش به تپه «حمله کرد»\u{2069}"))
    #expect(text.filter { $0 == "\u{2067}" }.count == text.filter { $0 == "\u{2069}" }.count)
    #expect(text.contains("2024-03-05 (1) / 2024-03-06 (1)"))
    #expect(!text.contains("\u{1B}"))
    #expect(TimelineExporter(.text, options: ExportOptions(colors: true)).string(Samples.plain).contains("\u{1B}[31m"))
    #expect(TimelineExporter(.markdown).string(Samples.plain).contains("ارتش به تپه **حمله کرد**"))
  }

  @Test func `speak the asked language`() {
    let fa = TimelineExporter(.text, options: ExportOptions(language: "fa")).string(Samples.plain)
    #expect(fa.contains("۱۵ اسفند ۱۴۰۲") && fa.contains("حمله"))
  }

  @Test func `let no text be markup`() {
    #expect(MarkdownTimeline.escaped("a*b_[c](d)<e>") == "a\\*b\\_\\[c\\](d)\\<e\\>")
    #expect(MarkdownTimeline.escaped("1. x") == "1\\. x")
    let out = TimelineExporter(.markdown).string(Samples.attacked)
    // Outside code spans every angle bracket is escaped.
    for line in out.split(separator: "\n") {
      let outside = line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 0 }.map(\.element).joined()
      #expect(!outside.replacingOccurrences(of: "\\<", with: "").contains("<"), "\(line)")
    }
  }
}
