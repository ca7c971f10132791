internal import NewsEvents

/// Reads articles from files, directories and standard input, one at a time.
///
/// ```swift
/// for item in ArticleReader(paths: ["articles/", "more.jsonl"]) {
///   switch item {
///   case .article(let article, let queue): …
///   case .reject(let reject): print(reject)
///   }
/// }
/// ```
/// Bad input never stops it: each piece becomes one `IngestReject`. Memory is bounded by one record, plus 8 bytes
/// for each id. The input is read twice, since of several articles with one id but other content only the one with
/// the smallest content hash is handed over, wherever it stands; equal ones are all handed over. Standard input is
/// therefore kept in an unnamed temporary file. The order is that of the paths, directories by byte order of names.
///
/// Not for use by several threads at once.
public final class ArticleReader: Sequence, IteratorProtocol {
  private let paths: [String]
  private let options: IngestOptions
  private let interpreter: RecordInterpreter
  private let source: Int32
  private let spool = StandardInputSpool()
  private var survey = DuplicateSurvey()
  private var stream: RecordStream?
  private var isSurveyed = false

  /// `-` among the paths is standard input, as JSON lines; `standardInput` is its file descriptor.
  public init(paths: [String], options: IngestOptions = IngestOptions(), standardInput: Int32 = 0) {
    self.paths = paths
    self.options = options
    interpreter = RecordInterpreter(options: options)
    source = standardInput
  }

  /// How many records and text files there are, good and bad. Reads the input on first use.
  public var expectedCount: Int {
    surveyOnce()
    return survey.count
  }

  /// Files of other formats that were passed over in directories so far.
  public var skippedFiles: Int { stream?.skipped ?? 0 }

  /// The next article or reject; nil at the end.
  public func next() -> IngestItem? {
    surveyOnce()
    guard let element = stream?.next() else { return nil }
    do throws(IngestReject) {
      let article = try read(element)
      guard !survey.isDisplaced(article) else { throw displaced(article, element) }
      return .article(article, queue: try queue(article, element))
    } catch {
      return .reject(error)
    }
  }

  private func makeStream() -> RecordStream {
    let (spool, source) = (spool, source)
    return RecordStream(paths, options) { () throws(IngestReject) in try spool.open(source: source) }
  }

  private func surveyOnce() {
    guard !isSurveyed else { return }
    isSurveyed = true
    var counting = makeStream()
    while let element = counting.next() { survey.note(id: surveyedID(element)) }
    survey.finishCounting()
    if survey.hasRepeated {
      var comparing = makeStream()
      while let element = comparing.next() {
        guard let id = surveyedID(element), survey.isRepeated(id: id), let article = try? read(element) else {
          continue
        }
        survey.note(article)
      }
    }
    stream = makeStream()
  }

  /// The id without reading the text; nil when it depends on the text, or the record is bad.
  private func surveyedID(_ element: RecordStream.Element) -> String? {
    switch element {
    case .text(let file): return InputTree.id(file.name)
    case .json(let bytes, _, _, _):
      guard UTF8Text.firstInvalid(bytes.span) == nil else { return nil }
      guard let record = try? JSONRecord(bytes.span, isSurvey: true) else { return nil }
      return (try? interpreter.id(of: record)) ?? nil
    case .reject: return nil
    }
  }

  private func read(_ element: RecordStream.Element) throws(IngestReject) -> Article {
    switch element {
    case .text(let file): return try readText(file)
    case .json(let bytes, let file, let line, let offset):
      return try readRecord(bytes, file: file, line: line, offset: offset)
    case .reject(let reject): throw reject
    }
  }

  private func readText(_ file: InputTree.File) throws(IngestReject) -> Article {
    let (bytes, size) = try FileBytes.open(file.path)
    func tooLarge(_ size: Int) -> IngestReject {
      IngestReject(code: .tooLarge, file: file.path, message: RecordInterpreter.tooLarge(size, options))
    }
    guard size <= options.maximumSize else { throw tooLarge(size) }
    var content: [UInt8] = []
    content.reserveCapacity(size)
    do {
      while try bytes.peek() != nil {
        try bytes.consume { span in
          span.withUnsafeBufferPointer { content.append(contentsOf: $0) }
          return ((), span.count)
        }
        // It may grow while it is read.
        guard content.count <= options.maximumSize else { throw tooLarge(content.count) }
      }
    } catch let error as IngestReject {
      throw error
    } catch {
      throw FileBytes.failure(file.path, (error as? FileBytes.ReadFailure)?.reason ?? 5)
    }
    switch UTF8Text.decode(content.span) {
    case .failure(let invalid):
      throw IngestReject(
        code: .notUTF8, file: file.path, offset: invalid.offset,
        message: "not UTF-8\(UTF8Text.hint(content.span)); convert it, for example with `iconv -t UTF-8`")
    case .success(let text):
      guard !RecordInterpreter.isBlank(text) else {
        throw IngestReject(code: .empty, file: file.path, message: "the file is empty; remove it, or give it a text")
      }
      return Article(id: InputTree.id(file.name), text: text)
    }
  }

  private func readRecord(
    _ bytes: [UInt8], file: InputTree.File, line: Int, offset: Int
  ) throws(IngestReject) -> Article {
    if let invalid = UTF8Text.firstInvalid(bytes.span) {
      throw IngestReject(
        code: .notUTF8, file: file.path, line: line, offset: offset + invalid,
        message: "not UTF-8; convert the file, for example with `iconv -t UTF-8`")
    }
    let record: JSONRecord
    do { record = try JSONRecord(bytes.span) } catch {
      throw IngestReject(
        code: .malformedJSON, file: file.path, line: line, offset: offset + error.offset,
        message: "malformed JSON: \(error.message); correct the record")
    }
    do { return try interpreter.article(record, position: "\(file.name):\(line)") } catch {
      throw IngestReject(code: error.code, file: file.path, line: line, message: error.message)
    }
  }

  private func queue(_ article: Article, _ element: RecordStream.Element) throws(IngestReject) -> Language? {
    if let language = article.language { return language }
    guard let identify = options.identify else { return nil }
    guard let language = identify(article.text) else {
      let (file, line) = element.place
      throw IngestReject(
        code: .unsupportedLanguage, file: file, line: line,
        message: "not recognised as Arabic, Persian or Urdu; leave it out, or state its language in a JSON record")
    }
    return language
  }

  private func displaced(_ article: Article, _ element: RecordStream.Element) -> IngestReject {
    let (file, line) = element.place
    return IngestReject(
      code: .conflict, file: file, line: line,
      message: "the id \"\(article.id)\" stands for other content elsewhere in this input, which is kept; "
        + "give each article an id of its own")
  }
}

extension RecordStream.Element {
  /// File and line.
  var place: (file: String, line: Int?) {
    switch self {
    case .text(let file): (file.path, nil)
    case .json(_, let file, let line, _): (file.path, line)
    case .reject(let reject): (reject.file, reject.line)
    }
  }
}
