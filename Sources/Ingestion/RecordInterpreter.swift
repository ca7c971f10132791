import NewsEvents

/// Turns the fields of a record into an article.
struct RecordInterpreter {
  let options: IngestOptions

  struct Failure: Error {
    var code: IngestReject.Code
    var message: String
  }

  /// What a survey needs: the id, when it can be told without the text.
  func id(of record: JSONRecord) throws(Failure) -> String? {
    if let id = try text("id", record, allowsNumber: true) {
      // SQLite and every export carry ids as text; control characters would only hide differences.
      guard id.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else {
        throw Failure(code: .badField, message: "`id` has control characters; remove them")
      }
      guard id.utf8.count <= 1024 else {
        throw Failure(code: .badField, message: "`id` is longer than 1,024 bytes; shorten it, or leave it out")
      }
      return id
    }
    if let url = try text("url", record) { return ContentHash(of: url.utf8).hex(32) }
    return nil
  }

  /// The article; `position` tells records without id and URL apart.
  func article(_ record: JSONRecord, position: String) throws(Failure) -> Article {
    let title = try text("title", record)
    guard let body = try text("text", record, isEmptyKept: true) else {
      throw Failure(code: .badField, message: "`text` is missing; every record needs the article's text")
    }
    guard !Self.isBlank(body) else {
      throw Failure(code: .empty, message: "`text` is empty; leave the record out, or give it a text")
    }
    let canonical = Self.canonicalText(title: title, body: body)
    guard canonical.utf8.count <= options.maximumSize else {
      throw Failure(code: .tooLarge, message: Self.tooLarge(canonical.utf8.count, options))
    }
    let given = try id(of: record)
    return Article(
      id: given ?? Self.derivedID(position: position, text: body), language: try language(record),
      published: try published(record), title: title, text: canonical, url: try text("url", record),
      source: try text("source", record))
  }

  /// The title, a line feed and the body; the body alone when there is no title or it already starts with it.
  static func canonicalText(title: String?, body: String) -> String {
    guard let title, !body.utf8.starts(with: title.utf8) else { return body }
    return title + "\n" + body
  }

  /// The first 32 hexadecimal digits of SHA-256 over position and text.
  static func derivedID(position: String, text: String) -> String {
    ContentHash(fields: [position, text]).hex(32)
  }

  static func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0.value == 0xFEFF || $0.value == 0x200B }
  }

  static func tooLarge(_ size: Int, _ options: IngestOptions) -> String {
    "\(size) bytes are more than the limit of \(options.maximumSize); split it, or raise --max-article-size"
  }

  private func language(_ record: JSONRecord) throws(Failure) -> Language? {
    var stated = try text("language", record)
    if stated == nil { stated = try text("lang", record) }
    guard let stated else { return nil }
    guard let language = LanguageTag.language(stated) else {
      throw Failure(
        code: .unsupportedLanguage,
        message: "language \"\(stated)\" is not one of ar, fa, ur; leave the article out, or correct the field")
    }
    return language
  }

  private func published(_ record: JSONRecord) throws(Failure) -> Day? {
    guard let stated = try text("published", record, allowsNumber: true) else { return nil }
    guard let day = PublicationDate.day(stated) else {
      throw Failure(
        code: .badField,
        message: "`published` is \"\(stated)\", not a date such as 2024-01-16; write it so, or leave the field out")
    }
    return day
  }

  /// A field's text; nil when it is missing, null or empty.
  private func text(
    _ name: String, _ record: JSONRecord, allowsNumber: Bool = false, isEmptyKept: Bool = false
  ) throws(Failure) -> String? {
    switch record.fields[name] {
    case nil, .null: return nil
    case .text(let text): return text.isEmpty && !isEmptyKept ? nil : text
    case .number(let number) where allowsNumber: return number
    case .number: throw Failure(code: .badField, message: "`\(name)` is a number, not a text; put it in quotes")
    case .other(let kind): throw Failure(code: .badField, message: "`\(name)` is \(kind), not a text; correct it")
    }
  }
}
