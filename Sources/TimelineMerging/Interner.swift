/// Small numbers for strings, so that profiles compare integers. The numbers depend on the order of arrival and never
/// decide anything that shows in the output.
struct Interner {
  private var ids: [String: Int32] = [:]
  private(set) var strings: [String] = []

  mutating func id(_ string: String) -> Int32 {
    if let known = ids[string] { return known }
    let id = Int32(strings.count)
    ids[string] = id
    strings.append(string)
    return id
  }

  /// The string itself, stored once however often it is given.
  mutating func shared(_ string: String) -> String { strings[Int(id(string))] }

  subscript(_ id: Int32) -> String { strings[Int(id)] }
}

/// A small sorted set of interned numbers.
struct SmallSet: Hashable, Sendable {
  private(set) var items: [Int32] = []

  init() {}
  init(_ items: some Sequence<Int32>) { self.items = Array(Set(items)).sorted() }

  var isEmpty: Bool { items.isEmpty }
  var count: Int { items.count }

  mutating func insert(_ item: Int32) {
    if let at = items.firstIndex(where: { $0 >= item }) {
      if items[at] != item { items.insert(item, at: at) }
    } else {
      items.append(item)
    }
  }

  mutating func formUnion(_ other: SmallSet) {
    for item in other.items { insert(item) }
  }

  func union(_ other: SmallSet) -> SmallSet {
    var out = self
    out.formUnion(other)
    return out
  }

  func contains(_ item: Int32) -> Bool { items.contains(item) }
  func intersects(_ other: SmallSet) -> Bool { items.contains(where: other.contains) }
  func isSubset(of other: SmallSet) -> Bool { items.allSatisfy(other.contains) }
  func common(_ other: SmallSet) -> [Int32] { items.filter(other.contains) }
}
