import ArabicScript
import Lexicons
import NewsEvents

/// Tells title, lead, body, related headlines, captions, furniture and a second article in the page apart, by cue
/// lines of the lexicon and the shape of lines: a sentence ends with a stop, a headline does not.
struct PageSegmenter {
  let tables: CoderTables
  let article: Article
  let text: AnalyzedText

  private struct Line {
    var tokens: Range<Int>
    var words: Int
    var endsWithStop: Bool
    var cue: String?
    var isAddress: Bool
  }

  /// The words of the main story's lines, collected when they are first asked for: most pages never ask.
  private struct MainWords {
    var words: Set<UInt64> = []
    var pending: [Range<Int>] = []
  }

  /// O(tokens + lines × cues).
  func lines() -> [PageLine] {
    let raw = rawLines()
    var out = raw.map { PageLine(tokens: $0.tokens, role: .furniture, story: 0) }
    let total = text.tokens.count
    var section: Section = .body
    var afterRelated = false
    var afterEnd = false
    var story = 0
    var main = MainWords()
    var headline: Set<UInt64> = []
    var afterTags = false
    for (n, line) in raw.enumerated() {
      if let cue = line.cue {
        let late = line.tokens.lowerBound * 2 > total
        switch cue {
        case "related":
          afterRelated = true
          headline = []
          afterTags = false
          continue
        case "tags":
          afterEnd = afterEnd || late
          afterTags = true
          continue
        case "source", "end":
          afterEnd = afterEnd || late
          continue
        case "caption":
          if line.words > 4 { out[n].role = .content(.caption) }
          continue
        default: continue
        }
      }
      if line.isAddress || line.words < 3 {
        continue
      }
      if afterTags, !line.endsWithStop, line.words <= 8, !afterRelated { continue }
      if section == .embedded {
        out[n].role = .content(.embedded)
        out[n].story = story
        continue
      }
      if afterRelated {
        if !isBodyLike(line) {
          // A headline that a long paragraph of its own words follows begins another article.
          headline = contentWords(line.tokens)
          if n + 1 < raw.count, raw[n + 1].cue == nil, isBodyLike(raw[n + 1]),
            opensStory(headline, raw[n + 1], &main, afterEnd)
          {
            section = .embedded
            story += 1
            out[n].role = .content(.embedded)
            out[n].story = story
          } else {
            out[n].role = .content(.related)
            out[n].story = story
            if !afterEnd {
              afterRelated =
                n + 1 < raw.count && raw[n + 1].cue == nil && !isBodyLike(raw[n + 1]) && headlinesFollow(raw, n + 1)
            }
          }
          continue
        }
        if !headline.isEmpty, opensStory(headline, line, &main, afterEnd) || afterEnd {
          section = .embedded
          story += 1
          out[n].role = .content(.embedded)
          out[n].story = story
          continue
        }
        afterRelated = false
      }
      if afterEnd, !isBodyLike(line) {
        out[n].role = .content(.related)
        continue
      }
      main.pending.append(line.tokens)
      out[n].role = .content(.body)
    }
    markTitleAndLead(raw, &out)
    markTrailingHeadlines(raw, &out)
    return out
  }

  // MARK: Lines

  private func rawLines() -> [Line] {
    var out: [Line] = []
    var start = 0
    for i in 0...text.tokens.count {
      guard i == text.tokens.count || text.tokens[i].kind == .lineBreak else { continue }
      if i > start { out.append(line(start ..<| i)) }
      start = i + 1
    }
    return out
  }

  private func line(_ tokens: Range<Int>) -> Line {
    var words = 0, latin = 0, last = tokens.upperBound - 1
    for i in tokens {
      switch text.tokens[i].kind {
      case .word: words += 1
      case .latin: latin += 1
      default: break
      }
    }
    while last > tokens.lowerBound,
      text.tokens[last].isMark(UInt8(ascii: "\"")) || text.tokens[last].isMark(UInt8(ascii: ")"))
    { last -= 1 }
    let t = text.tokens[last]
    let stop =
      t.isMark(UInt8(ascii: ".")) || t.isMark(LetterCode.urduStop) || t.isMark(UInt8(ascii: "?"))
      || t.isMark(UInt8(ascii: "!")) || t.isMark(UInt8(ascii: ":"))
    let address = words < 3 && latin >= words || text.tokens[tokens.lowerBound].isMark(UInt8(ascii: "["))
    return Line(tokens: tokens, words: words, endsWithStop: stop, cue: cue(tokens, words), isAddress: address)
  }

  /// The class of the longest cue that the line begins with. A cue that is also an ordinary beginning of a sentence
  /// counts only when the line is short or a colon follows.
  private func cue(_ tokens: Range<Int>, _ words: Int) -> String? {
    var first = tokens.lowerBound
    while first < tokens.upperBound, text.tokens[first].kind == .mark { first += 1 }
    guard first < tokens.upperBound else { return nil }
    let codes = text.folded.codes
    let at = Int(text.tokens[first].start), end = Int(text.tokens[tokens.upperBound - 1].end)
    var best: (count: Int, kind: String)?
    guard at < end else { return nil }
    for cue in tables.cues[CoderTables.index(text.language)][codes[at]] ?? []
    where cue.prefix.count > (best?.count ?? 0) {
      guard at + cue.prefix.count <= end, codes[at ..<| at + cue.prefix.count].elementsEqual(cue.prefix) else {
        continue
      }
      // Whole words only.
      let next = at + cue.prefix.count
      if next < end, let last = cue.prefix.last, last >= 0x80, codes[next] >= 0x80 { continue }
      let colon =
        cue.prefix.last == UInt8(ascii: ":") || next < end && codes[next] == UInt8(ascii: ":")
        || next + 1 < end && codes[next] == LetterCode.space && codes[next + 1] == UInt8(ascii: ":")
      let limit =
        switch cue.class {
        case "related": 6
        case "tags": 40
        case "furniture": 7
        default: 10
        }
      guard words <= limit || colon else { continue }
      best = (cue.prefix.count, cue.class)
    }
    return best?.kind
  }

  private func isBodyLike(_ line: Line) -> Bool { line.endsWithStop && line.words >= 12 || line.words >= 40 }

  /// Whether more than one headline stands below a cue.
  private func headlinesFollow(_ raw: [Line], _ n: Int) -> Bool {
    var k = n
    while k < raw.count, raw[k].cue == nil, !isBodyLike(raw[k]) { k += 1 }
    return k == raw.count || raw[k].cue != nil
  }

  /// The distinct longer words of a line.
  private func contentWords(_ tokens: Range<Int>) -> Set<UInt64> {
    var out: Set<UInt64> = []
    for i in tokens where text.tokens[i].kind == .word && text.tokens[i].count >= 4 {
      out.insert(text.tokens[i].hash)
      let codes = text.codes(text.tokens[i])
      // و before a word of an Arabic list.
      if text.language == .arabic, codes.count >= 5, codes.first == LetterCode.waw {
        out.insert(WordHash.of(codes.dropFirst()))
      }
    }
    return out
  }

  /// The paragraph shares words with the headline above it that the main story does not have.
  private func opensStory(_ headline: Set<UInt64>, _ paragraph: Line, _ main: inout MainWords, _ afterEnd: Bool) -> Bool
  {
    for line in main.pending { main.words.formUnion(contentWords(line)) }
    main.pending = []
    let shared = contentWords(paragraph.tokens).intersection(headline)
    let foreign = shared.subtracting(main.words)
    return foreign.count >= 2 || afterEnd && foreign.count >= 1 && foreign.count * 2 >= shared.count
  }

  // MARK: Title, lead, trailing headlines

  private func markTitleAndLead(_ raw: [Line], _ out: inout [PageLine]) {
    let body = out.indices.filter { out[$0].role == .content(.body) }
    guard let first = body.first else { return }
    if let title = article.title, !title.isEmpty, article.text.hasPrefix(title) {
      out[first].role = .content(.title)
      return
    }
    if !raw[first].endsWithStop, raw[first].words <= 25 {
      out[first].role = .content(.title)
      return
    }
    guard body.count >= 2 else { return }
    let second = body[1]
    // A summary above the title, or one that the next paragraph repeats.
    if !raw[second].endsWithStop, raw[second].words <= 25, raw[first].words <= 60 {
      out[first].role = .content(.lead)
      out[second].role = .content(.title)
    } else if raw[first].words <= 45 {
      let a = contentWords(raw[first].tokens), b = contentWords(raw[second].tokens)
      if a.intersection(b).count * 2 >= a.count { out[first].role = .content(.lead) }
    }
  }

  /// Lines without a stop after the last full sentence are links to other stories.
  private func markTrailingHeadlines(_ raw: [Line], _ out: inout [PageLine]) {
    let body = out.indices.filter { out[$0].role == .content(.body) }
    guard let last = body.last(where: { raw[$0].endsWithStop }) else { return }
    for n in body where n > last && raw[n].words <= 25 { out[n].role = .content(.related) }
  }
}
