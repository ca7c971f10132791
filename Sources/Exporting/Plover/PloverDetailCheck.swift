import NewsEvents

/// The rules for places, sizes, texts and citations.
enum PloverDetailCheck {
  static func check(_ record: JSON, _ report: inout PloverReport) {
    checkPlace(record["event_loc"], &report)
    checkSize(record["size"], &report)
    if let value = record["event_text"], value != .null, value.texts == nil {
      report.error("event_text", "is \(value.kind)", "write a list of texts")
    }
    each(record["text_info"], "text_info", &report, checkText)
    each(record["cite_info"], "cite_info", &report, checkCitation)
  }

  /// An object, or a list of them, which the manual does not foresee.
  private static func each(
    _ value: JSON?, _ field: String, _ report: inout PloverReport,
    _ check: (JSON, String, inout PloverReport) -> Void
  ) {
    switch value {
    case nil, .null: break
    case let object? where object.isObject: check(object, field, &report)
    case .array(let items):
      report.warn(field, "is a list", "the manual has one object here; a list is an extension")
      for (i, item) in items.enumerated() {
        if item.isObject {
          check(item, "\(field)[\(i)]", &report)
        } else {
          report.error("\(field)[\(i)]", "is \(item.kind)", "write an object")
        }
      }
    case let other?: report.error(field, "is \(other.kind)", "write an object")
    }
  }

  private static func checkPlace(_ value: JSON?, _ report: inout PloverReport) {
    guard let place = value, place != .null else { return }
    guard place.isObject else {
      report.error(
        "event_loc", "is \(place.kind)", "write an object, as in {\"resolved_place\":\"Rask\",\"country_code\":\"IRN\"}"
      )
      return
    }
    coordinate(place["lat"], "event_loc.lat", 90, &report)
    coordinate(place["lon"], "event_loc.lon", 180, &report)
    func isKnown(_ key: String) -> Bool { place[key].map { $0 != .null } ?? false }
    if isKnown("lat") != isKnown("lon") {
      report.error("event_loc", "only one of lat and lon is there", "write both or neither")
    }
    if let code = place["country_code"], code != .null {
      guard let text = code.text, PloverCodebook.isCountry(text), !PloverCodebook.nonState.contains(text) else {
        report.error("event_loc.country_code", "\(code.shown) is no country", "write ISO 3166-1 alpha-3, as in IRN")
        return
      }
    }
    if let resolution = place["resolution"], resolution != .null {
      guard case .integer(let n) = resolution, (1...5).contains(n) else {
        report.error(
          "event_loc.resolution", "is \(resolution.shown)",
          "write 1 country, 2 province, 3 district, 4 city or 5 part of one")
        return
      }
    }
  }

  private static func coordinate(_ value: JSON?, _ field: String, _ limit: Double, _ report: inout PloverReport) {
    guard let value, value != .null else { return }
    guard let degrees = value.number, abs(degrees) <= limit else {
      report.error(field, "is \(value.shown)", "write degrees from -\(Int(limit)) to \(Int(limit))")
      return
    }
  }

  private static func checkSize(_ value: JSON?, _ report: inout PloverReport) {
    guard let size = value, size != .null else { return }
    guard case .object(let members) = size else {
      report.error("size", "is \(size.kind)", "write an object, as in {\"dead\":4}")
      return
    }
    for member in members where PloverCodebook.sizeFields.contains(member.key) && member.value != .null {
      guard case .integer(let n) = member.value, n >= 0 else {
        report.error("size.\(member.key)", "is \(member.value.shown)", "write a whole number of people")
        continue
      }
    }
  }

  private static func checkText(_ text: JSON, _ field: String, _ report: inout PloverReport) {
    func offset(_ key: String) -> Int? {
      guard let value = text[key], value != .null else { return nil }
      guard case .integer(let n) = value, n >= 0 else {
        report.error("\(field).\(key)", "is \(value.shown)", "write an offset in characters")
        return nil
      }
      return n
    }
    if let start = offset("start"), let end = offset("end"), end < start {
      report.error("\(field).end", "\(end) is before start \(start)", "write the offset after the last character")
    }
  }

  private static func checkCitation(_ citation: JSON, _ field: String, _ report: inout PloverReport) {
    if let language = citation["language"], language != .null {
      guard let code = language.text, code.utf8.count == 2, code.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else {
        report.error("\(field).language", "\(language.shown) is no ISO 639-1 code", "write two letters, as in \"fa\"")
        return
      }
    }
    if let url = citation["url"], url != .null {
      guard let text = url.text, HTML.link(text) != nil else {
        report.warn("\(field).url", "\(url.shown) is no web address", "write http:// or https:// in full")
        return
      }
    }
  }
}

extension JSON {
  var isObject: Bool { if case .object = self { true } else { false } }
}
