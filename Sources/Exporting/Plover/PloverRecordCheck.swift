import NewsEvents

/// The rules for one record's own members: names, dates, types, modes, contexts, scores.
enum PloverRecordCheck {
  static func check(_ record: JSON, _ members: [JSON.Member], _ report: inout PloverReport) {
    checkNames(members, &report)
    checkDates(record, &report)
    let types = checkTypes(record["event"], &report)
    PloverPartyCheck.check(record, types, &report)
    let modes = checkModes(record["mode"], types, &report)
    checkContexts(record["context"], &report)
    checkNumbers(record, types, modes, &report)
    PloverDetailCheck.check(record, &report)
  }

  /// Members that mean a standard one under another name: "if a standard name exists it must be used".
  private static func checkNames(_ members: [JSON.Member], _ report: inout PloverReport) {
    for member in members where !PloverCodebook.fields.contains(member.key) {
      let folded = member.key.lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 }
      let key = String(folded)
      if PloverCodebook.fields.contains(key) {
        report.error(member.key, "is no member of PLOVER", "write \(key)")
      } else if let now = PloverCodebook.oldFields[key] {
        report.error(member.key, "is a name of older drafts", "write \(now)")
      }
    }
    for member in members where member.key == "has_event" {
      if case .bool = member.value { continue }
      report.error("has_event", "is \(member.value.kind)", "write true or false")
    }
    for key in ["link", "coder", "comment", "text"] {
      guard let value = members.first(where: { $0.key == key })?.value, value.text == nil, value != .null else {
        continue
      }
      report.error(key, "is \(value.kind)", "write a text")
    }
  }

  // MARK: Dates

  private static func checkDates(_ record: JSON, _ report: inout PloverReport) {
    let start = day(record["date"], "date", &report)
    if record["date"] == nil || record["date"] == .null {
      report.error("date", "is missing", "write the day of the event as YYYY-MM-DD; PLOVER has no undated events")
    }
    let end = day(record["enddate"], "enddate", &report)
    if let start, let end, end < start {
      report.error("enddate", "\(end) is before date \(start)", "write the first day in date, the last in enddate")
    }
    _ = day(record["coded_date"], "coded_date", &report)
    for key in ["time", "endtime", "coded_time"] {
      guard let value = record[key], value != .null else { continue }
      guard let text = value.text, isTime(text) else {
        report.error(key, "\(value.shown) is no ISO 8601 time", "write hh:mm or hh:mm:ss, with Z or +hh:mm where known")
        continue
      }
    }
    if record["endtime"] != nil, record["time"] == nil {
      report.warn("endtime", "there is no time before it", "write time as well")
    }
  }

  private static func day(_ value: JSON?, _ field: String, _ report: inout PloverReport) -> Day? {
    guard let value, value != .null else { return nil }
    guard let text = value.text, let day = Day(iso: text) else {
      report.error(field, "\(value.shown) is no day of the calendar", "write YYYY-MM-DD")
      return nil
    }
    return day
  }

  /// `hh:mm`, `hh:mm:ss` with a fraction, each with `Z` or `±hh:mm`.
  static func isTime(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    func two(_ limit: UInt8) -> Bool {
      guard rest.count >= 2, let a = rest.first, (0x30...0x39).contains(a) else { return false }
      let b = rest[rest.startIndex + 1]
      guard (0x30...0x39).contains(b), (a - 0x30) * 10 + (b - 0x30) <= limit else { return false }
      rest = rest.dropFirst(2)
      return true
    }
    func skip(_ byte: UInt8) -> Bool {
      guard rest.first == byte else { return false }
      rest = rest.dropFirst()
      return true
    }
    guard two(23), skip(UInt8(ascii: ":")), two(59) else { return false }
    if skip(UInt8(ascii: ":")) {
      guard two(60) else { return false }
      if skip(UInt8(ascii: ".")) {
        let digits = rest.prefix { (0x30...0x39).contains($0) }
        guard !digits.isEmpty else { return false }
        rest = rest.dropFirst(digits.count)
      }
    }
    if skip(UInt8(ascii: "Z")) { return rest.isEmpty }
    if skip(UInt8(ascii: "+")) || skip(UInt8(ascii: "-")) {
      guard two(23), skip(UInt8(ascii: ":")), two(59) else { return false }
    }
    return rest.isEmpty
  }

  // MARK: Types, modes, contexts

  private static func checkTypes(_ value: JSON?, _ report: inout PloverReport) -> [EventType] {
    guard let value, value != .null else {
      report.error("event", "is missing", "write a list of types, as in [\"CONSULT\"]")
      return []
    }
    guard let names = value.texts else {
      report.error("event", "is \(value.kind)", "write a list of types, as in [\"CONSULT\"]")
      return value.text.flatMap(EventType.init(rawValue:)).map { [$0] } ?? []
    }
    if names.isEmpty { report.error("event", "is an empty list", "write at least one type") }
    var types: [EventType] = []
    for (i, name) in names.enumerated() {
      let field = "event[\(i)]"
      if let type = EventType(rawValue: name) {
        if types.contains(type) { report.warn(field, "\(name) stands twice", "write it once") }
        types.append(type)
      } else if let now = PloverCodebook.oldTypes[name.uppercased()] {
        report.error(field, "\"\(name)\" is a type of older drafts", "write \(now)")
      } else if EventType(rawValue: name.uppercased()) != nil {
        report.error(field, "\"\(name)\" is not in capitals", "write \(name.uppercased())")
      } else {
        let all = EventType.allCases.map(\.rawValue).sorted().joined(separator: ", ")
        report.error(field, "\"\(name)\" is no type", "write one of \(all)")
      }
    }
    return types
  }

  private static func checkModes(
    _ value: JSON?, _ types: [EventType], _ report: inout PloverReport
  ) -> [String] {
    guard let value, value != .null else { return [] }
    guard let names = value.texts else {
      report.error("mode", "is \(value.kind)", "write a list of modes, as in [\"visit\"]")
      return []
    }
    let allowed = types.flatMap { EventModes.of($0) }
    for (i, name) in names.enumerated() where !allowed.contains(name) {
      let field = "mode[\(i)]"
      if PloverCodebook.auxiliary.contains(name) {
        report.error(field, "\"\(name)\" is an auxiliary mode", "write it in context")
      } else if let now = PloverCodebook.oldModes[name] {
        report.error(field, "\"\(name)\" is a mode of older drafts", "write \(now)")
      } else if !types.isEmpty {
        let of = types.map(\.rawValue).joined(separator: ", ")
        let choice =
          allowed.isEmpty ? "leave it out: \(of) has no modes" : "write one of \(allowed.joined(separator: ", "))"
        let home = EventType.allCases.filter { EventModes.of($0).contains(name) }.map(\.rawValue).sorted()
        let whose = home.isEmpty ? "is no mode" : "is a mode of \(home.joined(separator: " and ")), not of \(of)"
        report.error(field, "\"\(name)\" \(whose)", choice)
      }
    }
    return names
  }

  private static func checkContexts(_ value: JSON?, _ report: inout PloverReport) {
    guard let value, value != .null else { return }
    guard let names = value.texts else {
      report.error("context", "is \(value.kind)", "write a list of contexts, as in [\"military\"]")
      return
    }
    for (i, name) in names.enumerated()
    where !PloverCodebook.contexts.contains(name) && !PloverCodebook.auxiliary.contains(name) {
      let field = "context[\(i)]"
      let folded = String(name.lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 })
      if PloverCodebook.contexts.contains(folded) || PloverCodebook.auxiliary.contains(folded) {
        report.error(field, "\"\(name)\" is spelt otherwise", "write \(folded)")
      } else if let now = PloverCodebook.oldContexts[folded] {
        report.error(field, "\"\(name)\" is a context of older drafts", "write \(now)")
      } else {
        report.error(field, "\"\(name)\" is none of PLOVER's 37 contexts", "see the manual's list, or leave it out")
      }
    }
  }

  // MARK: Quad and scale

  private static func checkNumbers(
    _ record: JSON, _ types: [EventType], _ modes: [String], _ report: inout PloverReport
  ) {
    if let value = record["quad_code"], value != .null {
      if case .integer(let quad) = value, (1...4).contains(quad) {
        if types == [.sanction], quad == 3 {
          report.warn("quad_code", "the manual prints SANCTION both as 3 and as 4", "4 is what its section says")
        } else if !types.isEmpty, !types.contains(where: { $0.quad == quad }) {
          let right = Set(types.map { "\($0.quad)" }).sorted().joined(separator: " or ")
          report.error(
            "quad_code", "\(quad) is not the quad of \(types.map(\.rawValue).joined(separator: ", "))", "write \(right)"
          )
        }
      } else {
        report.error("quad_code", "is \(value.shown)", "write a whole number from 1 to 4")
      }
    }
    guard let value = record["event_scale"], value != .null else { return }
    guard let scale = value.number, scale >= -10, scale <= 10 else {
      report.error("event_scale", "is \(value.shown)", "write a number from -10 to 10")
      return
    }
    guard types.count == 1, modes.allSatisfy({ EventModes.of(types[0]).contains($0) }) else { return }
    let choices = Set(
      modes.map { PloverScores.score(types[0], modes: [$0]) } + [PloverScores.score(types[0], modes: [])])
    guard !choices.contains(where: { Double($0) / 10 == scale }) else { return }
    let right = choices.sorted().map { Decimals.fixed($0, places: 1) }.joined(separator: " or ")
    let slip = types == [.accuse] && scale == 3 ? "; the manual prints ACCUSE without its sign" : ""
    report.warn("event_scale", "\(value.shown) is not the manual's score\(slip)", "write \(right)")
  }
}

extension JSON {
  /// The value for a message: shortened JSON.
  var shown: String {
    let text = line
    return text.count > 60 ? text.prefix(57) + "…" : text
  }
}
