import Foundation
import NewsEvents
import Testing

@testable import Ingestion

@Suite struct `Reading JSON records` {
  let folder: Folder

  init() throws { folder = try Folder() }

  func read(_ content: String, name: String = "in.jsonl", _ options: IngestOptions = IngestOptions()) throws -> Reading
  {
    Reading([try folder.write(name, content)], options)
  }

  @Test func `takes every field`() throws {
    let reading = try read(
      #"""
      {"id":"n-1","lang":"fa-IR","published":"2024-01-16T10:00:00Z","title":"تیتر","text":"متن","url":"u","source":"s","more":{"a":[1,{"b":null}]}}
      """#)
    let day = Day(year: 2024, month: 1, day: 16)
    #expect(
      reading.articles == [
        Article(
          id: "n-1", language: .persian, published: day, title: "تیتر", text: "تیتر\nمتن", url: "u", source: "s")
      ])
    #expect(reading.queues == [.persian])
  }

  @Test func `fixes the canonical text by title and body`() throws {
    let reading = try read(
      #"""
      {"id":"1","title":"A","text":"B"}
      {"id":"2","title":"A","text":"A and B"}
      {"id":"3","text":"B"}
      {"id":"4","title":"","text":"B"}
      {"id":"5","title":null,"text":"B"}
      """#)
    #expect(reading.articles.map(\.text) == ["A\nB", "A and B", "B", "B", "B"])
    #expect(reading.articles.map(\.title) == ["A", "A", nil, nil, nil])
  }

  @Test func `derives an id from the URL, else from position and text`() throws {
    let reading = try read(
      #"""
      {"url":"https://example.org/a","text":"x"}

      {"text":"x"}
      {"text":"x"}
      {"id":7,"text":"x"}
      """#)
    #expect(reading.ids[0] == ContentHash(of: Array("https://example.org/a".utf8)).hex(32))
    #expect(reading.ids[1] == ContentHash(fields: ["in.jsonl:3", "x"]).hex(32))
    #expect(Set(reading.ids).count == 4)
    #expect(reading.ids[3] == "7")
  }

  @Test func `turns each bad line into one reject with its place, and reads on`() throws {
    let bad: [UInt8] = Array(#"{"id":"u","text":"#.utf8) + [0x22, 0xD8, 0x22, 0x7D]
    let lines: [[UInt8]] = [
      Array(#"{"id":"ok","text":"x"}"#.utf8),
      Array(#"{"id":"a","text":"x""#.utf8),
      Array("   ".utf8),
      Array(#"{"id":"b"}"#.utf8),
      Array(#"{"id":"c","text":""}"#.utf8),
      Array(#"{"id":"d","text":"x","lang":"en"}"#.utf8),
      Array(#"{"id":"e","text":"x","published":"yesterday"}"#.utf8),
      Array(#"{"id":["f"],"text":"x"}"#.utf8),
      bad,
      Array(#"[1,2]"#.utf8),
      Array(#"{"id":"g\u0000","text":"x"}"#.utf8),
      Array(#"{"id":"last","text":"y"}"#.utf8),
    ]
    let reading = Reading([try folder.write("in.jsonl", Array(lines.joined(separator: [0x0A])))])
    #expect(reading.ids == ["ok", "last"])
    #expect(
      reading.codes == [
        .malformedJSON, .badField, .empty, .unsupportedLanguage, .badField, .badField, .notUTF8, .malformedJSON,
        .badField,
      ])
    #expect(reading.rejects.map(\.line) == [2, 4, 5, 6, 7, 8, 9, 10, 11])
    #expect(reading.rejects[0].offset == 23 + 20)
    #expect(reading.rejects[6].offset == lines[..<8].map { $0.count + 1 }.reduce(0, +) + 18)
    #expect(reading.rejects[0].description.contains(": line 2, byte 43: malformed JSON"))
  }

  @Test func `refuses a comma after the last field, which no standard allows, at its place`() throws {
    let reading = try read(#"{ "text" : "متن" , "title" : "عنوان",  }"#)
    #expect(reading.codes == [.malformedJSON])
    #expect(reading.rejects[0].offset == #"{ "text" : "متن" , "title" : "عنوان",  "#.utf8.count)
  }

  @Test func `skips a record over the limit without keeping it, and reads the next`() throws {
    let options = IngestOptions(maximumSize: 1000)
    let long = String(repeating: "x", count: options.maximumRecord + 300_000)
    let reading = try read(
      "{\"id\":\"a\",\"text\":\"\(long)\"}\n{\"id\":\"b\",\"text\":\"\(long.prefix(1001))\"}\n{\"id\":\"c\",\"text\":\"ok\"}",
      options)
    #expect(reading.ids == ["c"])
    #expect(reading.codes == [.tooLarge, .tooLarge])
    #expect(reading.rejects.map(\.line) == [1, 2])
  }

  @Test(arguments: [
    "[\n{\"id\":\"1\",\"text\":\"}{\"},\n {\"id\":\"2\",\n\"text\":\"\\\"]\"}\n]\n",
    "{\"id\":\"1\",\"text\":\"}{\"}\n{\"id\":\"2\",\"text\":\"\\\"]\"}",
    "\u{FEFF}{\"id\":\"1\",\"text\":\"}{\"} {\"text\":\"\\\"]\",\"id\":\"2\"}",
  ])
  func `reads an array, or objects one after the other, in a .json file`(content: String) throws {
    let reading = try read(content, name: "in.json")
    #expect(reading.ids == ["1", "2"])
    #expect(reading.articles.map(\.text) == ["}{", "\"]"])
    #expect(reading.rejects.isEmpty)
  }

  @Test(arguments: [
    "[{\"id\":\"1\",\"text\":\"x\"},5]", "[{\"id\":\"1\",\"text\":\"x\"}", "{\"id\":\"1\",\"text\":\"x\"}{\"a\":",
  ])
  func `keeps what came before the break in a .json file`(content: String) throws {
    let reading = try read(content, name: "in.json")
    #expect(reading.ids == ["1"])
    #expect(reading.codes == [.malformedJSON])
  }

  @Test func `keeps of one id the content with the smallest hash, whatever the order`() throws {
    let variants = (0..<5).map { "{\"id\":\"same\",\"text\":\"variant \($0)\"}" }
    let others = ["{\"id\":\"other\",\"text\":\"x\"}", "{\"id\":\"other\",\"text\":\"x\"}"]
    let least = try #require(
      (0..<5).map { Article(id: "same", text: "variant \($0)") }.min { $0.contentHash < $1.contentHash })
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<10 {
      let reading = try read((variants + others).shuffled(using: &generator).joined(separator: "\n"))
      #expect(reading.articles.filter { $0.id == "same" } == [least])
      #expect(reading.ids.filter { $0 == "other" }.count == 2)
      #expect(reading.codes == Array(repeating: .conflict, count: 4))
    }
  }

  @Test func `compares ids across files of one input`() throws {
    try folder.write("a.txt", "one")
    try folder.write("b.jsonl", "{\"id\":\"a\",\"text\":\"two\"}")
    let reading = Reading([folder.path])
    #expect(reading.articles.count == 1)
    #expect(reading.codes == [.conflict])
  }

  @Test func `reads standard input as JSON lines`() throws {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data("{\"id\":\"1\",\"text\":\"x\"}\nbroken\n".utf8))
    try pipe.fileHandleForWriting.close()
    let reading = Reading(["-"], standardInput: pipe.fileHandleForReading.fileDescriptor)
    #expect(reading.ids == ["1"])
    #expect(reading.codes == [.malformedJSON])
    #expect(reading.rejects[0].file == "-")
  }
}

@Suite struct `The JSON parser` {
  @Test func `agrees with Foundation on what is JSON and what it says`() throws {
    let pieces = [
      "{", "}", "[", "]", ":", ",", "\"id\"", "\"text\"", "\"a\\u0627\\n\"", "\"\\ud83d\\ude00\"", "\"\\ud83d\"", "1",
      "-0.5e+3",
      "01", "1.", "true", "fals", "null", "\"خبر\"", "\"", "\\", "{\"text\":\"x\"}", "[]", "{}",
    ]
    var state: UInt64 = 1
    func random(_ n: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % n
    }
    var sound = 0
    for round in 0..<60_000 {
      var text = ""
      if round % 2 == 0 {
        for _ in 0...random(9) { text += pieces[random(pieces.count)] }
      } else {
        let names = ["\"id\"", "\"text\"", "\"x\""]
        text =
          "{" + (0..<random(3)).map { _ in names[random(3)] + ":" + value(3, random, pieces) }.joined(separator: ",")
          + "}"
      }
      let expected = (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: Any]
      let found = try? JSONRecord(Array(text.utf8).span)
      // Foundation lets a comma before `]` pass, which RFC 8259 does not.
      if found == nil, text.contains(/,\s*\]/) { continue }
      #expect((found != nil) == (expected != nil), "\(text)")
      #expect((try? JSONRecord(Array(text.utf8).span, isSurvey: true)) != nil || found == nil, "\(text)")
      guard let found, let expected, Set(expected.keys).count == text.components(separatedBy: "\":").count - 1 else {
        continue
      }
      sound += 1
      for case (let name, let value as String) in expected where JSONRecord.names.contains(name) {
        #expect(found.fields[name] == .text(value))
      }
    }
    #expect(sound > 1000)
  }

  func value(_ depth: Int, _ random: (Int) -> Int, _ pieces: [String]) -> String {
    switch depth == 0 ? 0 : random(4) {
    case 0, 1: pieces[8 + random(11)]
    case 2: "[" + (0..<random(3)).map { _ in value(depth - 1, random, pieces) }.joined(separator: " , ") + "]"
    default:
      "{" + (0..<random(3)).map { "\"k\($0)\" : " + value(depth - 1, random, pieces) }.joined(separator: ",") + "}"
    }
  }

  @Test func `does not recurse`() throws {
    let deep = "{\"x\":" + String(repeating: "[", count: 200_000) + String(repeating: "]", count: 200_000) + "}"
    _ = try JSONRecord(Array(deep.utf8).span)
    #expect(throws: JSONRecord.Failure.self) { try JSONRecord(Array(deep.dropLast(2).utf8).span) }
  }
}

@Suite struct `A publication date` {
  @Test(arguments: [
    "2024-01-16", "2024-01-16 23:59", "2024-01-16T23:59:59+03:30", "20240116", "2024/01/16",
    "Tue, 16 Jan 2024 23:59:00 +0330", "16 January 2024", "1705363200", "1705363200000", " 2024-01-16\n",
  ])
  func `is read in the forms that sources use`(text: String) {
    #expect(PublicationDate.day(text)?.description == "2024-01-16")
  }

  @Test(arguments: [
    "", "16", "2024-13-01", "20241301", "16/01/2024", "yesterday", "2024", "Tue, 16", "99999999999999999999",
  ])
  func `is refused when it cannot be told`(text: String) { #expect(PublicationDate.day(text) == nil) }
}

@Suite struct `A language field` {
  @Test func `may be a tag or a code`() {
    #expect(["fa", "fa-AF", "prs", "FAS"].map(LanguageTag.language) == Array(repeating: .persian, count: 4))
    #expect(["ar", "ar_EG", "ara"].map(LanguageTag.language) == Array(repeating: .arabic, count: 3))
    #expect(["ur", "urd", "en", "", "farsi"].map(LanguageTag.language) == [.urdu, .urdu, nil, nil, nil])
  }
}
