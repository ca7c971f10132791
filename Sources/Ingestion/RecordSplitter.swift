/// Cuts a stream of JSON into records without keeping more than one in memory.
struct RecordSplitter {
  enum Layout {
    /// One record per line.
    case lines
    /// Values one after the other, or the elements of one array, over any number of lines.
    case values
  }

  enum Record {
    case json([UInt8], line: Int, offset: Int)
    /// Longer than the limit; it was skipped.
    case tooLarge(line: Int, offset: Int)
    /// The stream cannot be cut from here on.
    case broken(line: Int, offset: Int, message: String)
  }

  private let bytes: FileBytes
  private let layout: Layout
  private let limit: Int
  private var line = 1
  private var hasBegun = false
  private var isInArray = false
  private var isOver = false

  init(_ bytes: FileBytes, layout: Layout, limit: Int) {
    self.bytes = bytes
    self.layout = layout
    self.limit = limit
  }

  /// The next record; nil at the end. Blank lines are no records.
  mutating func next() throws(FileBytes.ReadFailure) -> Record? {
    guard !isOver else { return nil }
    if !hasBegun {
      hasBegun = true
      try skipByteOrderMark()
    }
    return switch layout {
    case .lines: try nextLine()
    case .values: try nextValue()
    }
  }

  private func skipByteOrderMark() throws(FileBytes.ReadFailure) {
    for byte in [0xEF, 0xBB, 0xBF] as [UInt8] {
      guard try bytes.peek() == byte else { return }
      bytes.skip()
    }
  }

  private mutating func nextLine() throws(FileBytes.ReadFailure) -> Record? {
    while try bytes.peek() != nil {
      let start = bytes.offset
      let number = line
      var record: [UInt8] = []
      var isTooLarge = false
      var isBlank = true
      var isEnded = false
      while !isEnded, try bytes.peek() != nil {
        isEnded = try bytes.consume { span in
          var end = 0
          while end < span.count, span[end] != 0x0A { end += 1 }
          if record.count + end > limit {
            isTooLarge = true
            record = []
          }
          let line = span.extracting(0..<end)
          isBlank = isBlank && Self.isBlank(line)
          if !isTooLarge { line.withUnsafeBufferPointer { record.append(contentsOf: $0) } }
          return (end < span.count, end < span.count ? end + 1 : end)
        }
      }
      line += 1
      if isTooLarge { return .tooLarge(line: number, offset: start) }
      if !isBlank { return .json(record, line: number, offset: start) }
    }
    isOver = true
    return nil
  }

  private static func isBlank(_ bytes: Span<UInt8>) -> Bool {
    for i in bytes.indices where bytes[i] > 0x20 { return false }
    return true
  }

  private mutating func nextValue() throws(FileBytes.ReadFailure) -> Record? {
    while let byte = try bytes.peek() {
      switch byte {
      case 0x0A:
        line += 1
        bytes.skip()
      case 0x09, 0x0D, 0x20, UInt8(ascii: ","): bytes.skip()
      case UInt8(ascii: "[") where !isInArray:
        isInArray = true
        bytes.skip()
      case UInt8(ascii: "]") where isInArray:
        isInArray = false
        bytes.skip()
      case UInt8(ascii: "{"): return try nextObject()
      default:
        isOver = true
        return .broken(
          line: line, offset: bytes.offset,
          message: "a JSON object was expected here; the rest of the file is not read: correct it, or use one object "
            + "per line (.jsonl)")
      }
    }
    isOver = true
    if isInArray {
      return .broken(line: line, offset: bytes.offset, message: "the array has no end; the file may be cut off")
    }
    return nil
  }

  /// Reads from `{` to the `}` that closes it.
  private mutating func nextObject() throws(FileBytes.ReadFailure) -> Record {
    let start = bytes.offset
    let number = line
    var record: [UInt8] = []
    var depth = 0
    var isInString = false
    var isEscaped = false
    var size = 0
    while let byte = try bytes.peek() {
      bytes.skip()
      size += 1
      if size <= limit { record.append(byte) } else { record = [] }
      if byte == 0x0A { line += 1 }
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isInString = true
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 {
          return size > limit ? .tooLarge(line: number, offset: start) : .json(record, line: number, offset: start)
        }
      default: break
      }
    }
    isOver = true
    return .broken(line: number, offset: start, message: "this object has no end; the file may be cut off")
  }
}
