import ArabicScript
import NewsEvents

/// Compiles tables into a `Lexicon`.
public enum LexiconCompiler {
  /// Compiles `layers` of tables; a later layer replaces records of an earlier one by kind and id.
  ///
  /// O(size of the tables and of the generated forms). Throws at the first error: half a lexicon is none.
  public static func compile(
    _ layers: [[TableFile]]
  ) throws(LexiconError) -> (lexicon: Lexicon, warnings: [LexiconWarning]) {
    try compile(layers, audits: false)
  }

  /// Compiles `layers` and examines every phrase: repeated, shadowed and unreachable ones, and names that are found in
  /// everyday words.
  ///
  /// About twice the work of `compile(_:)`.
  public static func check(
    _ layers: [[TableFile]]
  ) throws(LexiconError) -> (lexicon: Lexicon, warnings: [LexiconWarning]) {
    try compile(layers, audits: true)
  }

  private static func compile(
    _ layers: [[TableFile]], audits: Bool
  ) throws(LexiconError) -> (lexicon: Lexicon, warnings: [LexiconWarning]) {
    var records: [String: TableRecord] = [:]
    var warnings: [LexiconWarning] = []
    for (depth, layer) in layers.enumerated() {
      var seen: [String: TableRecord] = [:]
      for file in layer.sorted(by: { $0.name < $1.name }) {
        var previous: TableRecord?
        for record in try TableParser.records(of: file) {
          let key = record.kind + " " + record.id
          if let other = seen[key] {
            throw record.error(
              .duplicate, "\(key) stands already at \(other.file):\(other.line)", "merge the two records or rename one")
          }
          seen[key] = record
          if let previous, previous.kind == record.kind, previous.id > record.id {
            warnings.append(
              record.warning(.unsorted, "\(record.id) stands after \(previous.id)", "keep records sorted by id"))
          }
          previous = record
        }
      }
      for (key, record) in seen {
        if record.fields.contains(where: { $0.key == "remove" }) {
          records[key] = nil
        } else {
          if depth > 0, let other = records[key] {
            warnings.append(
              record.warning(
                .overridden, "\(key) replaces \(other.file):\(other.line)", "rename it if both are meant"))
          }
          records[key] = record
        }
      }
    }
    var assembly = LexiconAssembly()
    assembly.keepsSources = audits
    let ordered = records.sorted { $0.key < $1.key }.map(\.value)
    // Frames and light verbs first: triggers refer to them.
    for kind in LexiconAssembly.kinds { for record in ordered where record.kind == kind { try assembly.add(record) } }
    for record in ordered where !LexiconAssembly.kinds.contains(record.kind) {
      throw record.error(
        .unknownKind, "there is no kind `\(record.kind)`",
        "use one of \(LexiconAssembly.kinds.joined(separator: ", "))")
    }
    try assembly.checkReferences()
    let lexicon = assembly.finish()
    warnings += assembly.warnings
    if audits { warnings += LexiconAudit(lexicon: lexicon, assembly: assembly).warnings() }
    warnings.sort { ($0.file, $0.line, $0.column, $0.message) < ($1.file, $1.line, $1.column, $1.message) }
    return (lexicon, warnings)
  }
}
