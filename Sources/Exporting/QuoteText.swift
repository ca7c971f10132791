import NewsEvents

/// A sentence split at its trigger, for formats that mark it.
struct MarkedQuote {
  var before: String
  var trigger: String
  var after: String

  init(_ mention: EventMention) {
    let scalars = Array(mention.sentence.text.unicodeScalars)
    let from = Int(mention.trigger.range.start - mention.sentence.range.start)
    let to = Int(mention.trigger.range.end - mention.sentence.range.start)
    guard from >= 0, from < to, to <= scalars.count else {
      (before, trigger, after) = (mention.sentence.text, "", "")
      return
    }
    before = Self.string(scalars[..<from])
    trigger = Self.string(scalars[from..<to])
    after = Self.string(scalars[to...])
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// At most `limit` characters around the trigger, with an ellipsis where words were left out.
  func shortened(_ limit: Int) -> MarkedQuote {
    var out = self
    let room = max(20, limit - trigger.count)
    if before.count + after.count <= room { return out }
    let beforeRoom = max(room - after.count, room / 2)
    if before.count > beforeRoom { out.before = "…" + Self.wordTail(before, beforeRoom) }
    let afterRoom = max(10, room - out.before.count)
    if after.count > afterRoom { out.after = Self.wordHead(after, afterRoom) + "…" }
    return out
  }

  private static func wordTail(_ text: String, _ n: Int) -> String {
    let tail = text.suffix(n)
    guard let space = tail.firstIndex(of: " ") else { return String(tail) }
    return String(tail[space...])
  }

  private static func wordHead(_ text: String, _ n: Int) -> String {
    let head = text.prefix(n)
    guard let space = head.lastIndex(of: " ") else { return String(head) }
    return String(head[..<space])
  }
}

enum PlainText {
  /// Text of an article on one line, without what a terminal or a bidirectional display would obey: control characters,
  /// escape sequences, embeddings and isolates.
  static func safe(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    var space = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x00...0x20, 0x7F...0xA0, 0x2028, 0x2029: space = true
      case 0x202A...0x202E, 0x2066...0x2069: break
      default:
        if space, !out.isEmpty { out.append(" ") }
        space = false
        out.append(scalar)
      }
    }
    return String(out)
  }

  /// The text on one line; nil when nothing of it would be seen.
  static func visible(_ text: String) -> String? {
    let shown = safe(text)
    return shown.isEmpty ? nil : shown
  }

  /// The text as a right-to-left island in a left-to-right line.
  static func isolated(_ text: String) -> String { "\u{2067}" + text + "\u{2069}" }
}

/// The quotations worth showing first: one of each article, headlines and leads first, all languages in turn.
enum QuoteOrder {
  static func ranked(_ mentions: [EventMention]) -> [EventMention] {
    let sorted = mentions.sorted { a, b in
      let x = rank(a.section), y = rank(b.section)
      if x != y { return x < y }
      if a.article != b.article { return a.article < b.article }
      return a.trigger.range != b.trigger.range ? a.trigger.range < b.trigger.range : a.id < b.id
    }
    var seen: Set<String> = [], sentences: Set<String> = []
    var first: [EventMention] = [], rest: [EventMention] = []
    for mention in sorted where sentences.insert(mention.article + "\u{1F}" + mention.sentence.text).inserted {
      if seen.insert(mention.article).inserted { first.append(mention) } else { rest.append(mention) }
    }
    return first + rest
  }

  private static func rank(_ section: Section) -> Int {
    switch section {
    case .lead: 0
    case .body: 1
    case .title: 2
    case .embedded: 3
    case .caption, .related: 4
    }
  }
}
