import Lexicons
import NewsEvents
import Testing

func compile(_ text: String, _ layers: String...) throws -> Lexicon {
  let files = [text] + layers
  return try LexiconCompiler.compile(files.map { [TableFile(name: "table.txt", text: $0)] }).lexicon
}

@Suite struct `A table` {
  private func failure(_ text: String) -> LexiconError? {
    do throws(LexiconError) {
      _ = try LexiconCompiler.compile([[TableFile(name: "table.txt", text: text)]])
      return nil
    } catch { return error }
  }

  @Test(arguments: [
    ("  fa ایران\n", LexiconError.Code.syntax, 1),
    ("country IRN\n  en Iran\n  fa\n", .syntax, 3),
    ("country IRN\n\tfa ایران\n", .syntax, 2),
    ("country\n", .syntax, 1),
    ("planet MARS\n  en Mars\n", .unknownKind, 1),
    ("country IRN\n  en Iran\n  colour green\n", .unknownField, 3),
    ("country IRN\n  fa ایران\n", .missingField, 1),
    ("country IRN\n  en Iran\n\ncountry IRN\n  en Iran\n", .duplicate, 4),
    ("actor a\n  en A\n  code XXX MIL\n", .badValue, 3),
    ("actor a\n  en A\n  code - ARMY\n", .badValue, 3),
    ("country SOMALILAND\n  en Somaliland\n", .badValue, 1),
    ("trigger t\n  type WAR\n", .badValue, 2),
    ("trigger t\n  type AGREE\n  mode drone\n", .badValue, 3),
    ("trigger t\n  type AGREE\n  frame nowhere\n", .unknownReference, 3),
    ("trigger t\n  type ASSAULT\n  fa.light حمله + کرد\n", .unknownReference, 3),
    ("place p\n  en P\n  at 100 200\n", .badValue, 3),
    ("marker m\n  class negation\n  fa ،\n  ar ـ\n", .emptyPattern, 4),
  ])
  func `that cannot be used names the line and the fault`(text: String, code: LexiconError.Code, line: Int) throws {
    let error = try #require(failure(text))
    #expect(error.code == code)
    #expect(error.line == line)
    #expect(error.file == "table.txt")
    #expect(!error.remedy.isEmpty)
  }

  @Test func `may be overridden record by record by a later directory`() throws {
    let base = "country IRN\n  en Iran\n  fa ایران\n\ncountry IRQ\n  en Iraq\n  fa عراق\n"
    let lexicon = try compile(base, "country IRN\n  en Persia\n  fa ایران\n\ncountry IRQ\n  remove\n")
    #expect(lexicon.countries.map(\.name) == ["Persia"])
  }

  @Test func `warns of records out of order and of missing languages`() throws {
    let text = "country IRQ\n  en Iraq\n  fa عراق\n  ar العراق\n  ur عراق\n\ncountry IRN\n  en Iran\n  fa ایران\n"
    let warnings = try LexiconCompiler.compile([[TableFile(name: "t", text: text)]]).warnings
    #expect(warnings.map(\.code) == [.unsorted, .missingLanguage])
    #expect(warnings.allSatisfy { $0.line == 7 })
  }
}
