import NewsEvents
import Testing

@testable import Exporting

@Suite struct `The PLOVER linter` {
  /// The manual's own minimal record.
  static let minimal =
    #"{"id":"PHOXv1-20160724-0042","date":"2016-07-24","actor":[{"code":"USA"}],"recipient":[{"code":"CAN"}],"event":["CONSULT"]}"#

  static let full = """
    {"id":"a","has_event":true,"date":"2024-01-16","time":"14:30:00.5+03:30","enddate":"2024-01-17","endtime":"09:00Z",\
    "actor":[{"code":"IRN","sector":"MIL","entity_text":"سپاه","identifier_id":"Q1","identifier_text":"IRGC"}],\
    "recipient":[{"code":"IMG","sector":"REB"}],"event":["ASSAULT"],"event_loc":{"resolved_place":"Rask","lat":26.2,\
    "lon":61.4,"country_code":"IRN","resolution":4},"event_text":["…"],"quad_code":4,"event_scale":-9.5,\
    "mode":["drone"],"context":["military","historical"],"size":{"dead":11},"text_info":{"start":3,"end":9},\
    "cite_info":{"url":"https://example.org/1","language":"fa","codebook":"plover-base-2.0"},"coder":"x",\
    "coded_date":"2024-02-01","coded_time":"10:00","link":"b","comment":"","own_field":1}
    """

  func lint(_ lines: String...) -> [PloverFinding] {
    var lint = PloverLint()
    lint.beginFile()
    return lines.flatMap { lint.check(line: Array($0.utf8)) }
  }

  /// The record with one member replaced; nil takes the member away.
  func changed(_ key: String, _ value: String?) throws -> [PloverFinding] {
    guard case .object(var members) = try JSON(parsing: Array(Self.minimal.utf8)) else { return [] }
    members.removeAll { $0.key == key }
    if let value { members.append(.init(key, try JSON(parsing: Array(value.utf8)))) }
    return lint(JSON.object(members).line)
  }

  @Test func `passes the manual's minimal record and a full one`() {
    #expect(lint(Self.minimal).isEmpty)
    #expect(lint(Self.full).isEmpty)
  }

  @Test func `passes what this program writes, but for the agentless extension`() {
    for timeline in [Samples.plain, Samples.attacked] {
      var lint = PloverLint()
      for line in TimelineExporter(.plover).string(timeline).split(separator: "\n") {
        #expect(lint.check(line: Array(line.utf8)).filter { $0.severity == .error } == [])
      }
      #expect(lint.records == timeline.events.count)
    }
    var agentless = Samples.plain.events[0]
    agentless.actors = []
    let findings = lint(TimelineExporter(.plover).string(Timeline(events: [agentless])).trimmingNewline)
    #expect(findings.map(\.severity) == [.warning])
    #expect(findings.first?.field == "actor[0]")
  }

  @Test func `writes no record for an event without a date`() {
    var undated = Samples.plain.events[0]
    undated.date = nil
    #expect(TimelineExporter(.plover).string(Timeline(events: [undated])).isEmpty)
  }

  @Test(arguments: ["id", "date", "actor", "event"]) func `misses each required member`(key: String) throws {
    let findings = try changed(key, nil)
    #expect(findings.map(\.field) == [key])
    #expect(findings.first?.severity == .error)
    #expect(findings.first?.reason == "is missing")
  }

  @Test(arguments: [
    ("date", "\"2024-02-30\"", "date"), ("date", "\"16/01/2024\"", "date"), ("date", "20240116", "date"),
    ("date", "null", "date"), ("enddate", "\"2016-07-23\"", "enddate"), ("time", "\"25:00\"", "time"),
    ("time", "\"14.30\"", "time"), ("coded_date", "\"yesterday\"", "coded_date"),
    ("id", "\"\"", "id"), ("id", "[1]", "id"), ("has_event", "\"yes\"", "has_event"),
    ("event", "\"CONSULT\"", "event"), ("event", "[]", "event"), ("event", "[\"CONSULTATION\"]", "event[0]"),
    ("event", "[\"consult\"]", "event[0]"), ("event", "[\"DEMAND\"]", "event[0]"), ("event", "[\"FIGHT\"]", "event[0]"),
    ("mode", "[\"drone\"]", "mode[0]"), ("mode", "\"visit\"", "mode"), ("mode", "[\"future\"]", "mode[0]"),
    ("mode", "[\"assassinate\"]", "mode[0]"), ("context", "[\"Military\"]", "context[0]"),
    ("context", "[\"humanitarian\"]", "context[0]"), ("context", "[\"weather\"]", "context[0]"),
    ("actor", "[]", "actor"), ("actor", "{\"code\":\"USA\"}", "actor"), ("actor", "[\"USA\"]", "actor[0]"),
    ("actor", "[{}]", "actor[0]"), ("actor", "[{\"code\":\"US\"}]", "actor[0].code"),
    ("actor", "[{\"code\":\"usa\"}]", "actor[0].code"), ("actor", "[{\"code\":\"USAGOV\"}]", "actor[0].code"),
    ("actor", "[{\"code\":\"XKX\"}]", "actor[0].code"),
    ("actor", "[{\"code\":\"USA\",\"sector\":\"GVT\"}]", "actor[0].sector"),
    ("recipient", "[{\"code\":\"CAN\",\"sector\":7}]", "recipient[0].sector"),
    ("quad_code", "4", "quad_code"), ("quad_code", "\"1\"", "quad_code"), ("event_scale", "11", "event_scale"),
    ("event_loc", "\"Rask\"", "event_loc"), ("event_loc", "{\"lat\":95,\"lon\":1}", "event_loc.lat"),
    ("event_loc", "{\"lat\":9}", "event_loc"), ("event_loc", "{\"country_code\":\"IR\"}", "event_loc.country_code"),
    ("event_loc", "{\"country_code\":\"IGO\"}", "event_loc.country_code"),
    ("event_loc", "{\"resolution\":9}", "event_loc.resolution"), ("size", "{\"dead\":-1}", "size.dead"),
    ("text_info", "{\"start\":9,\"end\":3}", "text_info.end"),
    ("cite_info", "{\"language\":\"Persian\"}", "cite_info.language"), ("eventLoc", "{}", "eventLoc"),
    ("Date", "\"2016-07-24\"", "Date"), ("source", "[]", "source"), ("event_text", "\"a\"", "event_text"),
  ])
  func `finds an error and says where and what to write`(key: String, value: String, field: String) throws {
    let findings = try changed(key, value).filter { $0.severity == .error }
    #expect(findings.map(\.field) == [field], "\(findings)")
    #expect(findings.allSatisfy { !$0.reason.isEmpty && !$0.remedy.isEmpty })
  }

  @Test func `names today's word for an older one`() throws {
    #expect(try changed("event", "[\"DISAPPROVE\"]").first?.remedy == "write ACCUSE with mode disapprove")
    #expect(try changed("context", "[\"democracy\"]").first?.remedy == "write pro_democracy")
    #expect(try changed("actor", "[{\"code\":\"IRNMIL\"}]").first?.remedy == "write code IRN and sector MIL")
  }

  @Test func `only warns where the manual contradicts itself or leaves the choice`() throws {
    func warnings(_ record: String) -> [String] {
      let findings = lint(record)
      #expect(findings.allSatisfy { $0.severity == .warning })
      return findings.map(\.field)
    }
    let base = #""id":"a","date":"2024-01-16","actor":[{"code":"USA"}],"recipient":[{"code":"CAN"}]"#
    #expect(warnings("{\(base),\"event\":[\"SANCTION\"],\"quad_code\":3}") == ["quad_code"])
    #expect(warnings("{\(base),\"event\":[\"SANCTION\"],\"quad_code\":4}") == [])
    #expect(warnings("{\(base),\"event\":[\"ACCUSE\"],\"event_scale\":3}") == ["event_scale"])
    #expect(warnings("{\(base),\"event\":[\"ACCUSE\"],\"event_scale\":-3}") == [])
    #expect(warnings(#"{"id":"a","date":"2024-01-16","actor":[{"code":"USA"}],"event":["AID"]}"#) == ["recipient"])
    #expect(warnings(#"{"id":"a","date":"2024-01-16","actor":[{"code":"USA"}],"event":["PROTEST"]}"#) == [])
    #expect(warnings(#"{"id":7,"date":"2024-01-16","actor":[{"code":"USA"}],"event":["PROTEST"]}"#) == ["id"])
  }

  @Test func `finds an id that stands twice in a file, not in two files`() {
    var lint = PloverLint()
    lint.beginFile()
    #expect(lint.check(line: Array(Self.minimal.utf8)).isEmpty)
    #expect(
      lint.check(line: Array(Self.minimal.utf8)).map(\.reason) == ["\"PHOXv1-20160724-0042\" stands in line 1 already"])
    lint.beginFile()
    #expect(lint.check(line: Array(Self.minimal.utf8)).isEmpty)
    #expect(lint.records == 3 && lint.errors == 1 && lint.warnings == 0)
  }

  @Test func `reads no JSON that is none, and goes on after it`() {
    let findings = lint("{\"id\":", "[]", "", "{\"id\":\"x\",\"id\":\"y\"}", "\u{FEFF}{}", Self.minimal)
    #expect(findings.map(\.line) == [1, 2, 3, 4, 5])
    #expect(findings.map(\.severity) == [.error, .error, .warning, .error, .error])
    #expect(findings[3].reason.contains("\"id\" stands twice"))
  }

  @Test func `prints a finding on one line, without what a terminal obeys`() throws {
    let findings = try changed("actor", #"[{"code":"\u001b[31m\u202eX"}]"#)
    let text = findings.first?.text(file: "a.jsonl") ?? ""
    #expect(text.hasPrefix("a.jsonl:1: error: actor[0].code: "))
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
    #expect(findings.first?.json(file: "a.jsonl")["field"]?.text == "actor[0].code")
  }

  /// The manual's lists, as the manual counts them.
  @Test func `knows all types, modes, contexts and sectors of the manual`() {
    #expect(EventType.allCases.count == 16)
    #expect(EventType.allCases.map { EventModes.of($0).count }.reduce(0, +) == 67)
    #expect(PloverCodebook.contexts.count == 37)
    #expect(PloverCodebook.sectors.count == 25)
  }
}

@Suite struct `The JSON reader` {
  @Test(arguments: [
    "null", "true", "[]", "{}", "0", "-12", "1.5e3", "\"a\\n\\u0041\\ud83d\\ude00\"", "[1,[2,{\"a\":null}]]",
    " [ 1 , 2 ] ",
  ])
  func `reads what JSON is, and what it writes`(text: String) throws {
    let value = try JSON(parsing: Array(text.utf8))
    #expect(try JSON(parsing: Array(value.line.utf8)) == value)
  }

  @Test(arguments: [
    "", "nul", "[1,]", "{\"a\"}", "{a:1}", "01", "1.", "\"\\x\"", "\"\\ud800\"", "\"a", "[1] 2", "\"\u{1}\"",
    "{\"a\":1,\"a\":2}",
    "-", "+1", "NaN",
  ])
  func `refuses what it is not`(text: String) {
    #expect(throws: JSON.Failure.self) { try JSON(parsing: Array(text.utf8)) }
  }

  @Test func `ends at a depth that no stack minds, and at bytes that are no text`() {
    let deep = Array(repeating: UInt8(ascii: "["), count: 100_000)
    #expect(throws: JSON.Failure.self) { try JSON(parsing: deep) }
    #expect(throws: JSON.Failure.self) { try JSON(parsing: [0x22, 0xFF, 0x22]) }
  }
}

extension String {
  fileprivate var trimmingNewline: String { hasSuffix("\n") ? String(dropLast()) : self }
}
