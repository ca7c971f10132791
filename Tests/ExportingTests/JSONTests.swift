import Foundation
import NewsEvents
import Testing

@testable import Exporting

@Suite struct `JSON output` {
  @Test func `prints decimals exactly`() {
    #expect(Decimals.fixed(930, places: 3) == "0.930")
    #expect(Decimals.fixed(1000, places: 3) == "1.000")
    #expect(Decimals.fixed(-5, places: 3) == "-0.005")
    #expect(Decimals.shortest(26_200_000, places: 6) == "26.2")
    #expect(Decimals.shortest(61_000_000, places: 6) == "61.0")
    #expect(Decimals.shortest(-1, places: 6) == "-0.000001")
  }

  @Test func `reads back as what was written, whatever the text`() throws {
    let value = JSON.members(
      ("k\"\\", .string(Samples.hostile)), ("n", .null), ("a", .array([.integer(-3), .bool(true)])))
    let read = try JSONSerialization.jsonObject(with: Data(value.line.utf8)) as? [String: Any]
    #expect(read?["k\"\\"] as? String == Samples.hostile)
    #expect(!value.line.contains("\n"))
  }

  @Test func `of a mention follows the output contract to the byte`() {
    let mention = Samples.mention("one", sentence: "ارتش به تپه حمله کرد", trigger: 12...19)
    #expect(
      MentionWriter.line(mention)
        == #"{"id":"\#(mention.id)","article":"one","language":"fa","section":"lead","type":"ASSAULT","#
        + #""mode":["drone"],"context":["military"],"status":"occurred","#
        + #""actors":[{"country":"IRN","sector":"MIL","entity":null,"name":null,"text":null,"start":null,"end":null}],"#
        + #""recipients":[{"country":null,"sector":"REB","entity":"group:n","name":"Northern Front","text":null,"#
        + #""start":null,"end":null}],"date":{"start":"2024-03-05","end":"2024-03-05","granularity":"day","#
        + #""basis":"stated","text":"۱۵ اسفند","calendar":"solar-hijri"},"#
        + #""location":{"name":"Hill","country":"PAK","lat":26.2,"lon":-61.400005,"text":null,"start":null,"end":null},"#
        + #""deaths":{"min":11,"max":null},"injured":null,"arrested":null,"#
        + #""attribution":{"source":"agency","country":"PAK"},"trigger":{"text":"حمله کرد","start":32,"end":40},"#
        + #""sentence":{"text":"ارتش به تپه حمله کرد","start":20,"end":40},"confidence":0.930}"#)
  }

  @Test func `of a mention without anything has nulls and empty lists`() {
    let mention = EventMention(
      id: "0", article: "a", language: .arabic, section: .body, type: .protest,
      trigger: Quote(text: "x", range: TextRange(start: 0, end: 1)),
      sentence: Quote(text: "x", range: TextRange(start: 0, end: 1)), confidence: 5)
    #expect(
      MentionWriter.line(mention)
        == #"{"id":"0","article":"a","language":"ar","section":"body","type":"PROTEST","mode":[],"context":[],"#
        + #""status":"occurred","actors":[],"recipients":[],"date":null,"location":null,"deaths":null,"injured":null,"#
        + #""arrested":null,"attribution":null,"trigger":{"text":"x","start":0,"end":1},"#
        + #""sentence":{"text":"x","start":0,"end":1},"confidence":0.005}"#)
  }

  @Test func `timeline names its schema and holds every event`() throws {
    for timeline in [Samples.plain, Samples.attacked, Timeline(events: [])] {
      let text = TimelineExporter(.json).string(timeline)
      #expect(text.hasPrefix(#"{"schema":"silsila.timeline/1","events":["#))
      let read = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
      let events = try #require(read?["events"] as? [[String: Any]])
      #expect(events.count == timeline.events.count)
      for (event, made) in zip(events, timeline.events) {
        #expect(event["id"] as? String == made.id)
        let mentions = try #require(event["mentions"] as? [[String: Any]])
        #expect(mentions.compactMap { $0["id"] as? String } == made.mentions.map(\.id))
        #expect((mentions[0]["sentence"] as? [String: Any])?["text"] as? String == made.mentions[0].sentence.text)
        #expect((event["title"] as? [String: String])?.keys.sorted() == ["ar", "en", "fa", "ur"])
      }
    }
  }
}
