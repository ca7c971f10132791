/// A double-ended queue in one growing ring; every operation O(1), amortised for growth.
struct RingQueue<Element>: Sendable where Element: Sendable {
  private var storage: [Element?] = []
  private var head = 0
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  /// The element that ``popFirst()`` would return.
  var first: Element? { count == 0 ? nil : storage[head] }

  mutating func append(_ element: Element) {
    if count == storage.count { grow() }
    storage[(head &+ count) & (storage.count &- 1)] = element
    count &+= 1
  }

  mutating func prepend(_ element: Element) {
    if count == storage.count { grow() }
    head = (head &- 1) & (storage.count &- 1)
    storage[head] = element
    count &+= 1
  }

  mutating func popFirst() -> Element? {
    guard count > 0 else { return nil }
    let element = storage[head]
    storage[head] = nil
    head = (head &+ 1) & (storage.count &- 1)
    count &-= 1
    return element
  }

  /// Empties the queue and returns what was in it, in order.
  mutating func removeAll() -> [Element] {
    var elements: [Element] = []
    elements.reserveCapacity(count)
    while let element = popFirst() { elements.append(element) }
    return elements
  }

  /// The elements in order. O(n).
  var elements: [Element] {
    (0..<count).compactMap { storage[(head + $0) & (storage.count - 1)] }
  }

  private mutating func grow() {
    // A power of two, so that the position is a mask away.
    var larger: [Element?] = []
    larger.reserveCapacity(max(16, storage.count * 2))
    for offset in 0..<count { larger.append(storage[(head + offset) & (storage.count - 1)]) }
    larger.append(contentsOf: repeatElement(nil, count: max(16, storage.count * 2) - count))
    storage = larger
    head = 0
  }
}
