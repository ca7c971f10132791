import Lexicons

extension FuzzTarget {
  /// Tables of a user's own: a lexicon or an error with its place, and what was compiled is read back alike.
  package static let tables = FuzzTarget("tables", seeds: [LexiconInput.table], words: LexiconInput.words) { bytes in
    // Tables that are not UTF-8 are refused by the loader.
    guard let text = String(validating: bytes, as: UTF8.self),
      let lexicon = try? LexiconCompiler.compile([[TableFile(name: "t.txt", text: text)]]).lexicon
    else { return nil }
    let binary = LexiconBinary.encode(lexicon)
    guard let again = try? LexiconBinary.decode(binary) else { return "what was compiled cannot be read" }
    return LexiconBinary.encode(again) == binary ? nil : "what was read differs from what was compiled"
  }

  /// Compiled lexicons: any bytes are a lexicon or an error.
  package static let lexicon = FuzzTarget("lexicon", seeds: [LexiconInput.binary]) { bytes in
    _ = try? LexiconBinary.decode(bytes)
    return nil
  }
}

enum LexiconInput {
  static let table = Array(
    """
    # a few records of several kinds
    country IRN
      en Iran
      fa ایران
      ar إيران
      ur ایران

    country PAK
      en Pakistan
      fa پاکستان
      ar باكستان
      ur پاکستان

    """.utf8)

  static let binary: [UInt8] = {
    let files = [TableFile(name: "t.txt", text: String(decoding: table, as: UTF8.self))]
    guard let lexicon = try? LexiconCompiler.compile([files]).lexicon else { return [] }
    return LexiconBinary.encode(lexicon)
  }()

  static let words: [[UInt8]] = [
    "\n\n", "\n  ", "country ", "actor ", "person ", "place ", "trigger ", "office ", "en ", "fa ", "ar ", "ur ",
    "remove", "#", "  sector ", "  country ", "  lat 26.2", "|", ",", "+", "\t",
  ].map { Array($0.utf8) }
}
