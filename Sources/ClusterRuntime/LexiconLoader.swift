import EmbeddedLexicon
import Foundation
public import Lexicons

/// Finds the lexicon that a program works with: the embedded one, or the embedded tables with a user's own on top.
public enum LexiconLoader {
  /// The embedded lexicon, or, with `directories`, the embedded tables overridden by the tables there, compiled.
  ///
  /// Loading the embedded lexicon takes milliseconds, compiling a second or two. Every role of a cluster must be
  /// given the same directories: the fingerprint tells.
  public static func load(directories: [String] = []) throws(LexiconError) -> Lexicon {
    guard !directories.isEmpty else { return try LexiconBinary.decode(embeddedBinary) }
    var layers = [embeddedTables]
    for directory in directories { layers.append(try tables(in: directory)) }
    return try LexiconCompiler.compile(layers).lexicon
  }

  /// The compiled lexicon inside the executable.
  public static var embeddedBinary: [UInt8] {
    // The C array is constant and lives as long as the program.
    Array(UnsafeBufferPointer(start: silsila_lexicon(), count: silsila_lexicon_size()))
  }

  /// The tables that the embedded lexicon was compiled from.
  public static var embeddedTables: [TableFile] {
    unbundle(
      String(
        decoding: UnsafeBufferPointer(start: silsila_tables(), count: silsila_tables_size()), as: UTF8.self))
  }

  /// The `.txt` tables of a directory, sorted by name.
  public static func tables(in directory: String) throws(LexiconError) -> [TableFile] {
    func fail(_ message: String, _ remedy: String) -> LexiconError {
      LexiconError(code: .badValue, file: directory, line: 0, message: message, remedy: remedy)
    }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: directory) else {
      throw fail("the lexicon directory cannot be read", "check that it exists and its permissions")
    }
    var files: [TableFile] = []
    for name in names.sorted() where name.hasSuffix(".txt") {
      guard let data = FileManager.default.contents(atPath: directory + "/" + name),
        let text = String(validating: data, as: UTF8.self)
      else { throw fail("\(name) is not readable as UTF-8 text", "save it as UTF-8") }
      files.append(TableFile(name: name, text: text))
    }
    guard !files.isEmpty else { throw fail("there is no table (`*.txt`) in it", "see docs/lexicons.md") }
    return files
  }

  /// Tables in one text, for embedding: each after a line with U+001C and its name.
  public static func bundle(_ files: [TableFile]) -> String {
    files.map { "\u{1C}\($0.name)\n\($0.text)" }.joined()
  }

  static func unbundle(_ text: String) -> [TableFile] {
    text.split(separator: "\u{1C}").map { part in
      let end = part.firstIndex(of: "\n") ?? part.endIndex
      return TableFile(name: String(part[..<end]), text: String(part[end...].dropFirst()))
    }
  }
}
