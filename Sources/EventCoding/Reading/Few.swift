/// A list that seldom has more than one element: the first is kept in place and costs no memory of its own.
public struct Few<Element: Sendable & Hashable>: Sendable, Hashable {
  public private(set) var first: Element?
  /// Empty while there is at most one.
  private var others: [Element] = []

  public init() {}

  public init(_ element: Element) { first = element }

  public mutating func append(_ element: Element) {
    if first == nil { first = element } else { others.append(element) }
  }
}

extension Few: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { first == nil ? 0 : 1 + others.count }
  public var isEmpty: Bool { first == nil }
  public var last: Element? { others.last ?? first }

  /// O(1).
  public subscript(n: Int) -> Element {
    if n > 0 { return others[n - 1] }
    guard let first else { preconditionFailure("index out of range") }
    return first
  }
}

extension Few: ExpressibleByArrayLiteral {
  public init(arrayLiteral elements: Element...) {
    for element in elements { append(element) }
  }
}
