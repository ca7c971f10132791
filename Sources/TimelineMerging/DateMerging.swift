import NewsEvents

/// The day or days of an event according to all its mentions.
///
/// Intervals that overlap narrow each other. Where some exclude others, the better supported stay and every reading is
/// shown as a conflict.
struct DateMerging {
  let date: DateInterval?
  let conflict: Conflict?
  /// How the date came about, where it took more than one mention.
  let reasons: [String]

  init(_ evidence: [Evidence]) {
    struct Reading {
      var date: DateInterval
      var texts: Set<Int32>
      var mentions: [String]
      var low: Int32
      var high: Int32
      /// No mention has it in its own sentence.
      var carried: Bool
      var width: Int { low == .min || high == .max ? .max : Int(high) - Int(low) }

      mutating func add(_ item: Evidence, _ date: DateInterval) {
        texts.insert(item.text)
        mentions.append(item.mention.id)
        carried = carried && item.mention.carriesDate
        if DateMerging.rank(date.basis) < DateMerging.rank(self.date.basis) { self.date = date }
      }
    }
    var readings: [String: Reading] = [:]
    for item in evidence {
      guard let date = item.mention.date, date.start != nil || date.end != nil, date.basis != .inferred else {
        continue
      }
      let low = date.start?.number ?? .min, high = date.end?.number ?? .max
      guard low <= high else { continue }
      let key = Self.text(date)
      let fresh = Reading(
        date: date, texts: [], mentions: [], low: low, high: high, carried: true)
      // In place: what is taken out of a dictionary to be changed is copied, here with all mentions so far.
      readings[key, default: fresh].add(item, date)
    }
    // A publication bound is no reading of its own beside a real one.
    let real = readings.filter { $0.value.date.basis != .published }
    let used = (real.isEmpty ? readings : real).sorted { a, b in
      let x = a.value, y = b.value
      if x.carried != y.carried { return y.carried }
      let xe = x.width <= 2, ye = y.width <= 2
      if xe != ye { return xe }
      if x.texts.count != y.texts.count { return x.texts.count > y.texts.count }
      if x.width != y.width { return x.width < y.width }
      let xr = Self.rank(x.date.basis), yr = Self.rank(y.date.basis)
      return xr != yr ? xr < yr : a.key < b.key
    }
    guard let first = used.first?.value else {
      (date, conflict, reasons) = (nil, nil, [])
      return
    }
    var low = first.low, high = first.high
    var narrowing: [String] = [], yielding: [String] = [], losing: [(String, Reading)] = []
    for (key, reading) in used.dropFirst() {
      if max(low, reading.low) <= min(high, reading.high) {
        if reading.low > low || reading.high < high { narrowing.append(key) }
        low = max(low, reading.low)
        high = min(high, reading.high)
      } else if reading.carried, !first.carried {
        yielding += reading.mentions
      } else {
        losing.append((key, reading))
      }
    }
    var merged = first.date
    merged.start = low == .min ? nil : Day(number: low)
    merged.end = high == .max ? nil : Day(number: high)
    if !narrowing.isEmpty { merged.granularity = low == high ? .day : .range }
    date = merged
    var notes: [String] = []
    if !narrowing.isEmpty {
      notes.append("date narrowed to \(Self.text(merged)) by \(narrowing.sorted().joined(separator: ", "))")
    }
    if !yielding.isEmpty {
      notes.append(
        "\(Self.text(merged)) stands beside the deed; the day of \(yielding.sorted().joined(separator: ", ")) was carried "
          + "over from another sentence")
    }
    if losing.isEmpty {
      conflict = nil
    } else {
      let winners = used.filter { max($0.value.low, low) <= min($0.value.high, high) }
      let held = Conflict.Value(
        value: Self.text(merged), mentions: winners.flatMap(\.value.mentions).sorted())
      conflict = Conflict(
        field: "date",
        values: [held] + losing.map { Conflict.Value(value: $0.0, mentions: $0.1.mentions.sorted()) })
    }
    let undated = evidence.filter { $0.mention.date == nil }.map(\.mention.id)
    if !undated.isEmpty, merged.basis != .published {
      let shown = undated.prefix(3).joined(separator: ", ")
      notes.append(
        "\(undated.count == 1 ? "mention" : "mentions") without a date (\(shown)\(undated.count > 3 ? " …" : "")) "
          + "dated \(Self.text(merged)) by \(first.mentions.sorted()[0])")
    }
    reasons = notes
  }

  /// The mention, with the event's date where it has none of its own.
  func dated(_ mention: EventMention) -> EventMention {
    guard mention.date == nil, let date, date.basis != .published else { return mention }
    var out = mention
    out.date = DateInterval(start: date.start, end: date.end, granularity: date.granularity, basis: .inferred)
    return out
  }

  private static func rank(_ basis: DateBasis) -> Int {
    switch basis {
    case .stated: 0
    case .resolved: 1
    case .inferred: 2
    case .published: 3
    }
  }

  /// `2024-01-16`, `2024-01-16/2024-01-18`, `../2024-01-26`.
  static func text(_ date: DateInterval) -> String {
    let a = date.start?.description ?? "..", b = date.end?.description ?? ".."
    return a == b ? a : "\(a)/\(b)"
  }
}
