/// A half-open range of Unicode scalar offsets into an article's canonical text.
public struct TextRange: Sendable, Hashable, Comparable {
  public var start: Int32
  public var end: Int32

  public init(start: Int, end: Int) {
    self.start = Int32(start)
    self.end = Int32(end)
  }

  public var count: Int { Int(end - start) }
  public var isEmpty: Bool { start >= end }

  public func contains(_ other: TextRange) -> Bool { start <= other.start && other.end <= end }
  public func overlaps(_ other: TextRange) -> Bool { start < other.end && other.start < end }

  public static func < (a: TextRange, b: TextRange) -> Bool {
    a.start != b.start ? a.start < b.start : a.end < b.end
  }
}

/// A quotation: the text between two scalar offsets of the canonical text, and the offsets.
public struct Quote: Sendable, Hashable {
  public var text: String
  public var range: TextRange

  public init(text: String, range: TextRange) {
    self.text = text
    self.range = range
  }
}
