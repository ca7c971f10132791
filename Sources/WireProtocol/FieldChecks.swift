internal import NewsEvents

/// The checks every decoder uses: nothing is kept that is larger than the limits or means nothing.
struct FieldChecks {
  let limits: WireLimits

  func text(_ value: String, _ field: String, _ limit: Int) throws(WireError) -> String {
    let count = value.utf8.count
    guard count <= limit else { throw .overLimit(field: field, limit: limit, found: count) }
    return value
  }

  func name(_ value: String, _ field: String) throws(WireError) -> String { try text(value, field, limits.name) }

  func line(_ value: String, _ field: String) throws(WireError) -> String { try text(value, field, limits.line) }

  func identifier(_ value: String, _ field: String) throws(WireError) -> String {
    guard !value.isEmpty else { throw .invalid(field: field, value: value) }
    return try text(value, field, limits.identifier)
  }

  func list<Element>(_ values: [Element], _ field: String, _ limit: Int) throws(WireError) -> [Element] {
    guard values.count <= limit else { throw .overLimit(field: field, limit: limit, found: values.count) }
    return values
  }

  func each<Element, Value>(
    _ values: [Element], _ field: String, _ limit: Int, _ read: (Element) throws(WireError) -> Value
  ) throws(WireError) -> [Value] {
    var out: [Value] = []
    out.reserveCapacity(min(values.count, limit))
    for value in try list(values, field, limit) { out.append(try read(value)) }
    return out
  }

  func choice<Value: RawRepresentable<String>>(
    _ value: String, _ field: String, as: Value.Type = Value.self
  ) throws(WireError) -> Value {
    guard let known = Value(rawValue: value) else { throw .invalid(field: field, value: value) }
    return known
  }

  /// Years 1 to 9999, as `Day` promises for what it prints.
  func day(_ number: Int32, _ field: String) throws(WireError) -> Day {
    guard (-719_162...2_932_896).contains(number) else { throw .invalid(field: field, value: "\(number)") }
    return Day(number: number)
  }

  func number(_ value: UInt64, _ field: String) throws(WireError) -> Int {
    guard let number = Int(exactly: value) else { throw .invalid(field: field, value: "\(value)") }
    return number
  }
}
