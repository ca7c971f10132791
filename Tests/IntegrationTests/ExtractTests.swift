import Foundation
import Testing

@Suite struct `Extraction from the command line` {
  @Test func `quotes exactly what stands at the offsets it gives`() async throws {
    let seeds = Program.root.appendingPathComponent("seeds")
    let output = try await Program.run(["extract", seeds.path])
    #expect(output.code == 0, "\(output.error)")
    let lines = output.out.split(separator: "\n")
    #expect(lines.count >= 20)
    for line in lines {
      let mention = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let article = try #require(mention["article"] as? String)
      let text = try String(contentsOf: seeds.appendingPathComponent(article + ".txt"), encoding: .utf8)
      let scalars = Array(text.unicodeScalars)
      for part in ["trigger", "sentence"] {
        let quote = try #require(mention[part] as? [String: Any])
        let start = try #require(quote["start"] as? Int), end = try #require(quote["end"] as? Int)
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[start..<end])
        #expect(quote["text"] as? String == String(view))
      }
    }
  }

  @Test func `reads JSON lines from standard input and echoes ids`() async throws {
    let line = #"{"id":"x-1","lang":"ur","text":"ایران نے پاکستان پر حملہ کیا۔","published":"2024-01-18"}"#
    let output = try await Program.run(["extract", "-"], input: line + "\n")
    #expect(output.code == 0, "\(output.error)")
    #expect(output.out.contains("\"article\":\"x-1\""))
    #expect(output.out.contains("\"type\":\"ASSAULT\""))
  }
}

@Suite struct `The program as a whole` {
  @Test func `embeds the tables that stand in the repository`() async throws {
    let folder = try TemporaryFolder()
    let tables = Program.root.appendingPathComponent("Sources/Lexicons/Tables").path
    let output = try await Program.run(["lexicon", "compile", tables, "--output", folder.path])
    #expect(output.code == 0, "\(output.error)")
    for name in ["lexicon.bin", "tables.txt"] {
      let fresh = try Data(contentsOf: folder.url.appendingPathComponent(name))
      let embedded = try Data(contentsOf: Program.root.appendingPathComponent("Sources/EmbeddedLexicon/" + name))
      // Compared outside the macro, which would work out the difference of megabytes.
      let isFresh = fresh == embedded
      #expect(isFresh, "\(name) is stale: run `make lexicons`")
    }
  }

  @Test func `lets the domain be linked without Foundation`() async throws {
    let probe = Program.products.appendingPathComponent("DomainProbe")
    let output = try await Program.run([probe.path], executable: URL(fileURLWithPath: "/usr/bin/ldd"))
    #expect(output.code == 0, "\(output.error)")
    #expect(output.out.contains("libswiftCore"))
    #expect(!output.out.contains("Foundation"), "\(output.out)")
    let run = try await Program.run([], executable: probe)
    #expect(run.code == 0)
  }

  @Test func `has a help page for every command`() async throws {
    let help = try await Program.run(["--help"])
    #expect(help.code == 0)
    for command in ["run", "extract", "timeline", "coordinator", "worker", "aggregator", "submit", "keys", "dates"] {
      #expect(help.out.contains(command))
      let page = try await Program.run([command, "--help"])
      #expect(page.code == 0 && page.out.contains("USAGE: silsila \(command)"))
    }
  }
}
