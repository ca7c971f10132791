import Glibc

/// Every file of the input cut into what may become an article, in a fixed order.
struct RecordStream {
  enum Element {
    /// A text file, not read yet.
    case text(InputTree.File)
    case json([UInt8], file: InputTree.File, line: Int, offset: Int)
    case reject(IngestReject)
  }

  private var tree: InputTree
  private let options: IngestOptions
  /// Opens standard input; each pass reads it from the start.
  private let standardInput: () throws(IngestReject) -> FileBytes
  private var current: (file: InputTree.File, splitter: RecordSplitter)?

  var skipped: Int { tree.skipped }

  init(
    _ paths: [String], _ options: IngestOptions, standardInput: @escaping () throws(IngestReject) -> FileBytes
  ) {
    tree = InputTree(paths)
    self.options = options
    self.standardInput = standardInput
  }

  mutating func next() -> Element? {
    while true {
      if let element = nextRecord() { return element }
      switch tree.next() {
      case nil: return nil
      case .reject(let reject): return .reject(reject)
      case .file(let file):
        if file.format == .text { return .text(file) }
        do {
          let bytes = try file.path == FileBytes.standardInput ? standardInput() : FileBytes.open(file.path).bytes
          let layout: RecordSplitter.Layout = file.format == .values ? .values : .lines
          current = (file, RecordSplitter(bytes, layout: layout, limit: options.maximumRecord))
        } catch {
          return .reject(error)
        }
      }
    }
  }

  private mutating func nextRecord() -> Element? {
    guard let file = current?.file else { return nil }
    do {
      switch try current?.splitter.next() {
      case nil:
        current = nil
        return nil
      case .json(let bytes, let line, let offset): return .json(bytes, file: file, line: line, offset: offset)
      case .tooLarge(let line, let offset):
        return .reject(
          IngestReject(
            code: .tooLarge, file: file.path, line: line, offset: offset,
            message: "the record is longer than \(options.maximumRecord) bytes; split it, or raise --max-article-size"))
      case .broken(let line, let offset, let message):
        return .reject(
          IngestReject(code: .malformedJSON, file: file.path, line: line, offset: offset, message: message))
      }
    } catch {
      current = nil
      return .reject(FileBytes.failure(file.path, error.reason))
    }
  }
}
