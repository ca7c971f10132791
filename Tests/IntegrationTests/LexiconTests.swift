import Foundation
import Testing

@Suite struct `A directory of one's own tables` {
  private let folder: TemporaryFolder
  private let sentence =
    #"{"id":"x","lang":"fa","text":"جبهه زرافه دیروز به پاکستان حمله کرد.","published":"2024-01-18"}"# + "\n"

  init() throws { folder = try TemporaryFolder() }

  private func write(_ text: String) throws {
    try Data(text.utf8).write(to: folder.url.appendingPathComponent("own.txt"))
  }

  @Test func `extends and overrides the embedded ones without a rebuild`() async throws {
    try write(
      """
      actor giraffe-front
        en Giraffe Front
        code IRN REB
        fa جبهه زرافه
        ar جبهة الزرافة
        ur جبہہ زرافہ

      country PAK
        en Pakland
        fa پاکستان
        ar باكستان
        ur پاکستان

      """)
    let without = try await Program.run(["extract", "-"], input: sentence)
    #expect(without.out.contains("\"Pakistan\"") && !without.out.contains("Giraffe"))
    let with = try await Program.run(["extract", "-", "--lexicon", folder.path], input: sentence)
    #expect(with.code == 0, "\(with.error)")
    #expect(with.out.contains("\"Giraffe Front\"") && with.out.contains("\"Pakland\""))
    let check = try await Program.run(["lexicon", "check", "--lexicon", folder.path])
    #expect(check.code == 0)
    #expect(check.out.contains("own.txt:8:1: country PAK replaces countries.txt:"), "\(check.out)")
  }

  @Test func `stops the start when a line of it cannot be used, and names it`() async throws {
    try write("actor giraffe-front\n  en Giraffe Front\n  code IRN HERD\n  fa جبهه زرافه\n")
    for command in [["extract", "-"], ["lexicon", "check"], ["lexicon", "stats"]] {
      let output = try await Program.run(command + ["--lexicon", folder.path], input: sentence)
      #expect(output.code == 1)
      #expect(output.out.isEmpty)
      #expect(output.error.contains("own.txt:3:8: `HERD` is no sector of PLOVER; use one of"), "\(output.error)")
    }
  }

  @Test func `is counted`() async throws {
    try write("actor giraffe-front\n  en Giraffe Front\n  code IRN REB\n  fa جبهه زرافه\n")
    let output = try await Program.run(["lexicon", "stats", "--lexicon", folder.path])
    #expect(output.code == 0, "\(output.error)")
    #expect(output.out.split(separator: "\n").contains { $0.hasPrefix("own.txt") && $0.contains("fa 1") })
    #expect(output.out.contains("fa trigger lemmas"))
  }
}

@Suite struct `The tables of the project` {
  @Test func `pass their own check, and are the ones in the program`() async throws {
    let tables = Program.root.appendingPathComponent("Sources/Lexicons/Tables").path
    let written = try await Program.run(["lexicon", "check", tables, "--strict"])
    #expect(written.code == 0, "\(written.out)")
    let embedded = try await Program.run(["lexicon", "check"])
    #expect(embedded.out == written.out, "run make lexicons: \(embedded.out)")
  }
}
