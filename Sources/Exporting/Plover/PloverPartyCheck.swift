import NewsEvents

/// The rules for actors and recipients.
enum PloverPartyCheck {
  static func check(_ record: JSON, _ types: [EventType], _ report: inout PloverReport) {
    switch record["actor"] {
    case nil, .null: report.error("actor", "is missing", "write a list of entities, as in [{\"code\":\"USA\"}]")
    case .array(let items):
      if items.isEmpty {
        report.error(
          "actor", "is an empty list", "name an actor; where the text names none, write {\"sector\":\"UNK\"}")
      }
      entities(items, "actor", &report)
    case let other?: report.error("actor", "is \(other.kind)", "write a list of entities, as in [{\"code\":\"USA\"}]")
    }
    switch record["recipient"] {
    case nil, .null: recipientMissing(types, &report)
    case .array(let items):
      if items.isEmpty { recipientMissing(types, &report) }
      entities(items, "recipient", &report)
    case let other?:
      report.error("recipient", "is \(other.kind)", "write a list of entities, as in [{\"code\":\"CAN\"}]")
    }
  }

  private static func recipientMissing(_ types: [EventType], _ report: inout PloverReport) {
    let needy = types.filter { PloverCodebook.needRecipient.contains($0) }.map(\.rawValue)
    guard !needy.isEmpty else { return }
    report.warn(
      "recipient", "\(needy.joined(separator: ", ")) should have one",
      "name it; where the text does not, keep the record so"
    )
  }

  private static func entities(_ items: [JSON], _ list: String, _ report: inout PloverReport) {
    for (i, item) in items.enumerated() {
      let field = "\(list)[\(i)]"
      guard case .object(let members) = item else {
        report.error(field, "is \(item.kind)", "write an object, as in {\"code\":\"USA\",\"sector\":\"GOV\"}")
        continue
      }
      for member in members {
        if let standard = PloverCodebook.entityExampleNames[member.key] {
          report.warn(
            "\(field).\(member.key)", "is a name of the manual's example, its table has another", "write \(standard)")
        }
      }
      checkCode(item["code"], field + ".code", &report)
      checkSector(item["sector"], field + ".sector", &report)
      let named = ["code", "sector", "entity_text", "identifier_id", "identifier_text"].contains { key in
        item[key].map { $0 != .null } ?? false
      }
      let isExample = members.contains { PloverCodebook.entityExampleNames[$0.key] != nil }
      if !named, !isExample {
        report.error(field, "says nothing of who it is", "write at least code, sector or entity_text")
      }
      if item["sector"] == .string("UNK"), item["code"].map({ $0 == .null }) ?? true, list == "actor",
        item["entity_text"] == nil
      {
        report.warn(field, "no actor is known", "PLOVER codes no event without an actor; this record is an extension")
      }
    }
  }

  private static func checkCode(_ value: JSON?, _ field: String, _ report: inout PloverReport) {
    guard let value, value != .null else { return }
    guard let code = value.text else {
      report.error(field, "is \(value.kind)", "write one code, as in \"USA\"")
      return
    }
    if PloverCodebook.isCountry(code) { return }
    if PloverCodebook.isCountry(code.uppercased()) {
      report.error(field, "\"\(code)\" is not in capitals", "write \(code.uppercased())")
    } else if code == "XKX" {
      report.error(field, "\"XKX\" is not PLOVER's code for Kosovo", "write KOS")
    } else if code.utf8.count == 6, PloverCodebook.isCountry(String(code.prefix(3))),
      PloverCodebook.sectors.contains(String(code.suffix(3)))
    {
      report.error(
        field, "\"\(code)\" joins country and sector as CAMEO does",
        "write code \(code.prefix(3)) and sector \(code.suffix(3))")
    } else {
      report.error(
        field, "\"\(code)\" is no country code",
        "write ISO 3166-1 alpha-3, as in IRN, or IGO, UNO, EUR, NGO, ISM, IMG, MNC")
    }
  }

  private static func checkSector(_ value: JSON?, _ field: String, _ report: inout PloverReport) {
    guard let value, value != .null else { return }
    guard let sector = value.text else {
      report.error(field, "is \(value.kind)", "write one sector, as in \"GOV\"")
      return
    }
    if PloverCodebook.sectors.contains(sector) { return }
    if PloverCodebook.sectors.contains(sector.uppercased()) {
      report.error(field, "\"\(sector)\" is not in capitals", "write \(sector.uppercased())")
    } else {
      report.error(
        field, "\"\(sector)\" is no sector", "write one of \(PloverCodebook.sectors.sorted().joined(separator: ", "))")
    }
  }
}
