import Lexicons
import NewsEvents
import Testing

/// Frames, light verbs and other words that the tables below refer to.
private let base = """
  country IRN
    en Iran
    fa ایران
    ar إيران
    ur ایران

  lightverb fa-do
    fa.active کرد/کن

  office president
    en president
    sector GOV
    fa رئیس‌جمهور
    ar رئيس
    ur صدر


  """

@Suite struct `A check of tables` {
  private func failure(_ text: String) -> LexiconError? {
    do throws(LexiconError) {
      _ = try LexiconCompiler.check([[TableFile(name: "base.txt", text: base), TableFile(name: "t.txt", text: text)]])
      return nil
    } catch { return error }
  }

  /// The warnings of one code.
  private func warnings(_ text: String, _ code: LexiconWarning.Code) throws -> [LexiconWarning] {
    let files = [TableFile(name: "base.txt", text: base), TableFile(name: "t.txt", text: text)]
    let found = try LexiconCompiler.check([files]).warnings.filter { $0.code == code }
    #expect(found.allSatisfy { $0.line > 0 && $0.column > 0 && !$0.remedy.isEmpty })
    return found
  }

  @Test(arguments: [
    ("actor a\n  en A\n  code XXX MIL\n", 3, 8), ("person p\n  en P\n  role IRN ARMY -\n", 3, 8),
    ("person p\n  en P\n  role IRN GOV emperor\n", 3, 8), ("place p\n  en P\n  country XXX\n", 3, 11),
    ("place p\n  en P\n  country IRN\n  parent atlantis\n", 4, 10),
    ("trigger t\n  type AGREE\n  mode drone\n", 3, 8),
    ("trigger t\n  type ASSAULT\n  context weather\n", 3, 11),
    ("trigger t\n  type ASSAULT\n  fa.light حمله + کرد | یورش + برد\n", 3, 25),
  ])
  func `names the place of an unknown code or reference`(text: String, line: Int, column: Int) throws {
    let error = try #require(failure(text))
    #expect([.badValue, .unknownReference].contains(error.code))
    #expect((error.line, error.column) == (line, column))
    #expect(error.description.hasPrefix("t.txt:\(line):\(column): "))
    #expect(!error.remedy.isEmpty)
  }

  @Test(arguments: [
    "place p\n  en P\n  country IRN\n  fa در\n", "actor a\n  en A\n  code IRN -\n  ar من\n",
    "trigger t\n  type ASSAULT\n  ur.noun حملہ | کے\n", "trigger t\n  type ASSAULT\n  fa.form *\n",
    "trigger t\n  type ASSAULT\n  fa.noun حمله*\n", "actor a\n  en A\n  code IRN -\n  fa و\n",
    "actor a\n  en A\n  code IRN -\n  ur 444\n", "trigger t\n  type ASSAULT\n  ar.form ، ؟\n",
    "trigger t\n  type ASSAULT\n  ur.verb کر\n",
  ])
  func `refuses a pattern that would match nearly everything`(text: String) throws {
    let error = try #require(failure(text))
    #expect(error.code == .tooBroad)
    #expect(error.file == "t.txt" && error.line > 1 && error.column > 1)
  }

  @Test func `tells of a spelling that letter folding makes superfluous`() throws {
    let text = "actor a\n  en A\n  code IRN -\n  ar أمانة العاصمة | امانة العاصمة\n  fa الف‌با\n  ur الف\n"
    let found = try warnings(text, .repeated)
    #expect(found.map(\.line) == [4])
    #expect(found.map(\.column) == [22])
  }

  @Test func `tells of a name that another entry of its kind has, and where`() throws {
    let text = "person a\n  en A\n  fa علی رضایی\n\nperson b\n  en B\n  fa علي رضایی | ?علی رضایی\n"
    let found = try warnings(text, .shadowed)
    #expect(found.map(\.line) == [7])
    #expect(found.first?.message.contains("t.txt:3") == true)
  }

  @Test func `tells of a trigger that a phrase without event silences`() throws {
    let text = "trigger t\n  type ASSAULT\n  fa.noun حمله | حمله قلبی\n  fa.not حمله قلبی\n"
    let found = try warnings(text, .shadowed)
    #expect(found.map(\.column) == [18])
  }

  @Test func `tells of a phrase that is found nowhere`() throws {
    let long = Array(repeating: "بزرگ", count: 14).joined(separator: " ")
    let text = "actor a\n  en A\n  code IRN -\n  fa گروه \(long) | گروه الف\n"
    #expect(try warnings(text, .unreachable).map(\.column) == [6])
  }

  @Test func `tells of a name in an everyday word, also below clitics, unless it is marked`() throws {
    let words = "\nmarker w\n  class ordinary\n  ar فاطمة | مشهد\n"
    let bare = "place p\n  en P\n  country IRN\n  ar أطمة | مشهد المدينة\n"
    let found = try warnings(bare + words, .ordinaryWord)
    #expect(found.map(\.line) == [4])
    #expect(found.map(\.column) == [6])
    #expect(found.first?.message.contains("فاطمة") == true)
    let marked = "place p\n  en P\n  country IRN\n  ar ?أطمة | مشهد المدينة\n"
    #expect(try warnings(marked + words, .ordinaryWord).isEmpty)
  }

  @Test func `tells of missing languages and of the order of records`() throws {
    let text = "place q\n  en Q\n  fa قاین\n\nplace p\n  en P\n  fa پاوه\n  ar باوه\n  ur پاوہ\n"
    #expect(try warnings(text, .missingLanguage).map(\.message) == ["place q has nothing in ar, ur"])
    #expect(try warnings(text, .unsorted).map(\.line) == [5])
  }

  @Test func `lets function words share classes, and phrases without event share words`() throws {
    let text = """
      marker a
        class negation
        fa نه

      marker b
        class denied
        fa نه

      trigger t
        type ASSAULT
        fa.not حمله قلبی

      trigger u
        type ACCUSE
        fa.not حمله قلبی

      """
    #expect(try warnings(text, .shadowed).isEmpty)
  }

  @Test func `finds nothing in sound tables`() throws {
    let text = "person p\n  en P\n  role IRN GOV president 2001..2005\n  fa حسن یک\n  ar حسن واحد\n  ur حسن ایک\n"
    let files = [TableFile(name: "t.txt", text: text + "\n" + base)]
    #expect(try LexiconCompiler.check([files]).warnings.filter { $0.code != .missingLanguage }.isEmpty)
  }
}

@Suite struct `A census of tables` {
  @Test func `counts dictionary forms, not inflected ones`() throws {
    let text = """
      trigger t
        type ASSAULT
        fa.noun حمله | حملات | حمله‌ها | ضربه
        fa.light حمله + کرد برد
        fa.not حمله قلبی
        ar.noun هجوم | هجومات | ضربة | ضربات
        ar.verb هاجم/يهاجم | هاجم/يهاجم
        ar.form شن هجوما على
        ur.noun حملہ | حملے | حملوں

      """
    let census = try LexiconCensus([[TableFile(name: "t.txt", text: text)]])
    func lemmas(_ code: String) throws -> LexiconCensus.Lemmas {
      try #require(census.lemmas.first { $0.language.rawValue == code })
    }
    #expect(try lemmas("fa").verbalNouns == 2)
    #expect(try lemmas("fa").lightVerbConstructions == 2)
    #expect(try lemmas("ar").verbalNouns == 2)
    #expect(try lemmas("ar").verbs == 1)
    #expect(try lemmas("ur").total == 1)
  }

  @Test func `counts records and spellings of each table, and the entities that all languages name`() throws {
    let text = "person p\n  en P\n  fa حسن یک | حسن دو\n  ar حسن\n  ur حسن\n\nplace q\n  en Q\n  at 1 2\n  fa قاین\n"
    let census = try LexiconCensus([
      [TableFile(name: "b.txt", text: base)], [TableFile(name: "t.txt", text: text + "\noffice president\n  remove\n")],
    ])
    #expect(census.tables.map(\.name) == ["b.txt", "t.txt"])
    #expect(census.tables.last?.spellings[.persian] == 3)
    #expect(census.entities == 2)
    #expect(census.completeEntities == 2)
    #expect((census.places, census.locatedPlaces) == (1, 1))
  }
}
