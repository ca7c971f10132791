import Foundation
import Testing

@Suite struct `The timeline command` {
  private typealias Object = [String: Any]
  private static let seeds = Program.root.appendingPathComponent("seeds").path

  /// A store of the seed articles.
  private func store() async throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let output = try await Program.run(["run", Self.seeds, "--data", folder.path + "/data", "--format", "json"])
    try #require(output.code == 0, "\(output.error)")
    return folder
  }

  private func events(_ arguments: [String]) async throws -> [Object] {
    let output = try await Program.run(arguments + ["--format", "json"])
    try #require(output.code == 0, "\(output.error)")
    let object = try JSONSerialization.jsonObject(with: Data(output.out.utf8)) as? Object
    return try #require(object?["events"] as? [Object])
  }

  private func ids(_ events: [Object]) -> [String] { events.compactMap { $0["id"] as? String } }

  /// Each filter of the command line, and the same said once more over the unfiltered events.
  private static let filters: [(arguments: [String], keeps: @Sendable (Object) -> Bool)] = [
    (
      ["--from", "2024-01-17"],
      { ($0["date"] as? Object).map { ($0["end"] as? String) ?? "9999" >= "2024-01-17" } ?? false }
    ),
    (
      ["--to", "2024-01-16"],
      { ($0["date"] as? Object).map { ($0["start"] as? String) ?? "0000" <= "2024-01-16" } ?? false }
    ),
    (
      ["--country", "irn"],
      { codes($0).union([(($0["location"] as? Object)?["country"] as? String) ?? ""]).contains("IRN") }
    ),
    (
      ["--actor", "Pakistan"],
      { event in
        parties(event).contains { party in
          ["country", "name", "entity"].contains { matches(party[$0], "pakistan") }
        }
      }
    ),
    (["--type", "assault", "--type", "CONSULT"], { ["ASSAULT", "CONSULT"].contains($0["type"] as? String) }),
    (["--language", "ur"], { mentions($0).contains { $0["language"] as? String == "ur" } }),
    (["--status", "planned"], { $0["status"] as? String == "planned" }),
    (
      ["--source", "002_737A97D3FC3C0077"],
      { ($0["sources"] as? [Object] ?? []).contains { $0["article"] as? String == "002_737a97d3fc3c0077" } }
    ),
    (
      ["--type", "ASSAULT", "--language", "fa"],
      { $0["type"] as? String == "ASSAULT" && mentions($0).contains { $0["language"] as? String == "fa" } }
    ),
  ]

  private static func parties(_ event: Object) -> [Object] {
    (event["actors"] as? [Object] ?? []) + (event["recipients"] as? [Object] ?? [])
  }

  private static func codes(_ event: Object) -> Set<String> {
    Set(parties(event).compactMap { $0["country"] as? String })
  }

  private static func mentions(_ event: Object) -> [Object] { event["mentions"] as? [Object] ?? [] }

  private static func matches(_ value: Any?, _ text: String) -> Bool { (value as? String)?.lowercased() == text }

  @Test func `keeps what each filter asks for, and so does a run`() async throws {
    let folder = try await store()
    let read = ["timeline", "--data", folder.path + "/data"]
    let all = try await events(read)
    for (arguments, keeps) in Self.filters {
      let wanted = ids(all.filter(keeps))
      #expect(!wanted.isEmpty && wanted.count < all.count, "\(arguments)")
      let isSame = ids(try await events(read + arguments)) == wanted
      #expect(isSame, "\(arguments)")
    }
    let (arguments, keeps) = Self.filters[4]
    let again = try await events(["run", Self.seeds, "--data", folder.path + "/data"] + arguments)
    #expect(ids(again) == ids(all.filter(keeps)))
  }

  @Test(arguments: [
    ["--from", "16/01/2024"], ["--country", "IR"], ["--type", "WAR"], ["--status", "done"], ["--language", "de"],
    ["--from", "2024-02-01", "--to", "2024-01-01"], ["--since", "-1"], ["--format", "xml"],
  ]) func `refuses a filter that means nothing`(arguments: [String]) async throws {
    #expect(try await Program.run(["timeline"] + arguments).code == 2)
  }

  @Test func `tells what changed, so that a copy with the changes is the timeline`() async throws {
    let folder = try TemporaryFolder(), data = folder.path + "/data"
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.seeds).sorted()
    var copy: [String: Data] = [:]
    var revision = 0
    for count in [2, names.count] {
      let input = try TemporaryFolder()
      for name in names.prefix(count) {
        try FileManager.default.copyItem(atPath: Self.seeds + "/" + name, toPath: input.path + "/" + name)
      }
      let run = try await Program.run(["run", input.path, "--data", data, "--format", "json"])
      try #require(run.code == 0, "\(run.error)")
      let output = try await Program.run(["timeline", "--data", data, "--since", "\(revision)", "--format", "json"])
      try #require(output.code == 0, "\(output.error)")
      let answer = try #require(try JSONSerialization.jsonObject(with: Data(output.out.utf8)) as? Object)
      #expect(answer["schema"] as? String == "silsila.changes/1" && answer["since"] as? Int == revision)
      revision = try #require(answer["revision"] as? Int)
      for change in try #require(answer["changes"] as? [Object]) {
        let id = try #require(change["id"] as? String)
        switch change["change"] as? String {
        case "added": #expect(copy[id] == nil)
        case "changed", "withdrawn": #expect(copy[id] != nil)
        default: Issue.record("\(change)")
        }
        copy[id] = try change["event"].map { try JSONSerialization.data(withJSONObject: $0, options: .sortedKeys) }
      }
      let whole = try await events(["timeline", "--data", data])
      #expect(Set(ids(whole)) == Set(copy.keys))
      for event in whole {
        let said = try JSONSerialization.data(withJSONObject: event, options: .sortedKeys)
        let isSame = copy[try #require(event["id"] as? String)] == said
        #expect(isSame)
      }
    }
    let nothing = try await Program.run(["timeline", "--data", data, "--since", "\(revision)", "--format", "jsonl"])
    #expect(nothing.out == "{\"schema\":\"silsila.changes/1\",\"since\":\(revision),\"revision\":\(revision)}\n")
    let future = try await Program.run(["timeline", "--data", data, "--since", "\(revision + 1)"])
    #expect(future.code == 1 && future.error.contains("has never been at \(revision + 1)"))
  }

  @Test func `writes a file that appears whole, with the same bytes as standard output`() async throws {
    let folder = try await store(), data = folder.path + "/data"
    for (file, format) in [("t.html", "html"), ("t.tsv", "polecat"), ("t.ics", "ics"), ("t.csv", "csv")] {
      let target = folder.path + "/" + file
      let written = try await Program.run(["timeline", "--data", data, "--output", target])
      #expect(written.code == 0 && written.out.isEmpty)
      let printed = try await Program.run(["timeline", "--data", data, "--format", format])
      let isSame = try String(contentsOfFile: target, encoding: .utf8) == printed.out
      #expect(isSame, "\(format)")
    }
    let failed = try await Program.run(["timeline", "--data", data, "--output", folder.path + "/none/t.html"])
    #expect(failed.code == 1 && failed.error.contains("cannot be written"))
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!left.contains { $0.contains(".silsila-") })
  }

  @Test func `writes PLOVER that its own linter passes`() async throws {
    let folder = try await store()
    let plover = try await Program.run(["timeline", "--data", folder.path + "/data", "--format", "plover"])
    let lint = try await Program.run(["plover", "lint", "--quiet", "-"], input: plover.out)
    #expect(lint.code == 0 && lint.out.isEmpty, "\(lint.out)")
  }
}

@Suite struct `The PLOVER linter's command` {
  @Test func `names file, line, member, reason and remedy, and fails`() async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "bad.jsonl",
      #"{"id":"a","date":"2024-01-16","actor":[{"code":"USA"}],"event":["CONSULT"]}"# + "\n"
        + #"{"id":"b","date":"2024-01-16","actor":[{"code":"IR"}],"event":["CONSULT"]}"# + "\n")
    let file = folder.path + "/bad.jsonl"
    let output = try await Program.run(["plover", "lint", file])
    #expect(output.code == 1)
    #expect(output.out.hasPrefix("\(file):2: error: actor[0].code: \"IR\" is no country code; write "))
    #expect(output.error == "2 records, 1 errors, 0 warnings\n")
    let lines = try await Program.run(["plover", "lint", "--format", "jsonl", file])
    let finding = try JSONSerialization.jsonObject(with: Data(lines.out.utf8)) as? [String: Any]
    #expect(finding?["line"] as? Int == 2 && finding?["file"] as? String == file)
  }

  @Test func `fails on warnings only when asked, and on files that are not there`() async throws {
    let record = #"{"id":"a","date":"2024-01-16","actor":[{"code":"USA"}],"event":["AID"]}"#
    #expect(try await Program.run(["plover", "lint", "-"], input: record).code == 0)
    #expect(try await Program.run(["plover", "lint", "--strict", "-"], input: record).code == 1)
    #expect(try await Program.run(["plover", "lint", "/none.jsonl"]).code == 1)
    #expect(try await Program.run(["plover", "lint"]).code == 2)
  }
}
