import Foundation
import NewsEvents
import Testing

@testable import Ingestion

@Suite struct `Reading a folder` {
  let folder: Folder

  init() throws { folder = try Folder() }

  @Test func `takes the path without extension as id, in byte order, through all levels`() throws {
    for name in ["b.txt", "a/z.txt", "a/b.c.txt", "a-1.TXT", "ب.txt"] { try folder.write(name, "text of \(name)") }
    let reading = Reading([folder.path + "/"])
    #expect(reading.ids == ["a/b.c", "a/z", "a-1", "b", "ب"].sorted { order($0) < order($1) })
    #expect(reading.rejects.isEmpty)
  }

  /// Folders are walked where their own name stands among the names beside them.
  func order(_ id: String) -> String { id.hasPrefix("a/") ? "a\u{1}" + id : id }

  @Test func `leaves the text of a file unchanged, byte order mark and line ends included`() throws {
    let text = "\u{FEFF}تیتر\r\n\r\nمتن  \n"
    let file = try folder.write("a.txt", text)
    let reading = Reading([file])
    #expect(reading.articles == [Article(id: "a", text: text)])
    #expect(reading.articles[0].text.unicodeScalars.first == "\u{FEFF}")
  }

  @Test func `passes over hidden files and other formats, and counts the latter`() throws {
    for name in ["a.txt", ".hidden.txt", "b.pdf", "README"] { try folder.write(name, "x") }
    let reader = ArticleReader(paths: [folder.path])
    #expect(reader.expectedCount == 1)
    #expect(Array(reader).count == 1)
    #expect(reader.skippedFiles == 2)
  }

  @Test func `says so when there is nothing to read`() throws {
    try folder.write("pictures/a.jpg", "x")
    let reading = Reading([folder.path])
    #expect(reading.codes == [.noInput])
    #expect(reading.rejects[0].description.contains(folder.path))
  }

  @Test func `does not run in circles through links`() throws {
    try folder.write("a/b.txt", "x")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/a/loop", withDestinationPath: folder.path)
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/c.txt", withDestinationPath: "/nowhere")
    let reading = Reading([folder.path])
    #expect(reading.ids == ["a/b"])
    #expect(reading.codes == [.missing])
  }

  @Test func `turns each bad file into one reject and reads on`() throws {
    try folder.write("1-good.txt", "خبر")
    try folder.write("2-latin.txt", Array("خب".utf8) + [0xE9, 0x20])
    try folder.write("3-empty.txt", "")
    try folder.write("4-blank.txt", "\u{FEFF} \n\u{00A0}\t")
    try folder.write("5-utf16.txt", [0xFF, 0xFE, 0x2E, 0x06])
    try folder.write("6-big.txt", String(repeating: "x", count: 101))
    try folder.write("7-good.txt", String(repeating: "x", count: 100))
    let reading = Reading([folder.path, folder.path + "/missing"], IngestOptions(maximumSize: 100))
    #expect(reading.ids == ["1-good", "7-good"])
    #expect(reading.codes == [.notUTF8, .empty, .empty, .notUTF8, .tooLarge, .missing])
    #expect(reading.rejects[0].offset == 4)
    #expect(reading.rejects[3].message.contains("UTF-16 little endian"))
    #expect(reading.rejects.map(\.file).allSatisfy { $0.hasPrefix(folder.path) })
  }

  @Test func `rejects a file of 200 MB without reading it`() throws {
    let file = try folder.write("big.txt", "")
    let handle = try #require(FileHandle(forWritingAtPath: file))
    try handle.truncate(atOffset: 200_000_000)
    try handle.close()
    let clock = ContinuousClock()
    var reading = Reading([])
    let time = clock.measure { reading = Reading([file]) }
    #expect(reading.codes == [.tooLarge])
    #expect(time < .milliseconds(50))
  }

  @Test func `names formats and things that it does not read`() throws {
    let file = try folder.write("page.docx", "x")
    #expect(Reading([file]).codes == [.unsupportedFormat])
    #expect(Reading(["/dev/null"]).codes == [.unreadable])
    #expect(Reading(["/nowhere/at/all.txt"]).codes == [.missing])
  }

  @Test func `hands over the queue that was identified, and rejects what was not`() throws {
    try folder.write("a.txt", "فارسی")
    try folder.write("b.txt", "English")
    let identify: @Sendable (String) -> Language? = { $0.hasPrefix("ف") ? .persian : nil }
    let reading = Reading([folder.path], IngestOptions(identify: identify))
    #expect(reading.queues == [.persian])
    #expect(reading.articles[0].language == nil)
    #expect(reading.codes == [.unsupportedLanguage])
  }
}
