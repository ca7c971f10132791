import ArabicScript
import Lexicons
import NewsEvents

extension SentenceReader {
  /// The last marker of these words that is more than a topic; the markers are in the order of their beginnings.
  private func plainMarker(_ tokens: Range<Int>, _ markers: [MarkerMatch]) -> Int? {
    for n in markers.indices.reversed() {
      if markers[n].tokens.lowerBound < tokens.lowerBound { return nil }
      if markers[n].tokens == tokens, markers[n].entry == nil { return n }
    }
    return nil
  }

  func chooseMarkers(_ matches: [LexiconMatch], _ out: inout SentenceReading.Draft) {
    var longestEnd = out.tokens.lowerBound
    let markerClass = tables.markerClass
    out.markers.reserveCapacity(16)
    for m in matches {
      guard case .marker(let n) = m.meaning, let kind = markerClass[n] else { continue }
      if let e = out.entity(at: m.tokens.lowerBound), out.entities[e].tokens.count > m.tokens.count { continue }
      let topical =
        kind == .mode || kind == .context || kind == .sport || kind == .accident || kind == .newsSource
        || kind == .opinion || kind == .demonstrator
      // المدينة is the town spoken of, مدينة begins a name.
      if text.language == .arabic, kind == .town || kind == .group, !m.affixes.contains(.definite) { continue }
      if topical || kind == .killed || kind == .injured || kind == .arrested || kind == .person {
        // These say what a sentence is about; they stand inside other phrases and hide none.
        out.markers.append(MarkerMatch(tokens: m.tokens, set: MarkerSet(kind), entry: n, affixes: m.affixes))
      } else if let last = plainMarker(m.tokens, out.markers) {
        out.markers[last].set.insert(MarkerSet(kind))
      } else if m.tokens.upperBound > longestEnd {
        out.markers.append(MarkerMatch(tokens: m.tokens, set: MarkerSet(kind), entry: nil, affixes: m.affixes))
        longestEnd = m.tokens.upperBound
      } else {
        continue
      }
      out.allClasses.insert(MarkerSet(kind))
      for t in m.tokens { out.words[t - out.tokens.lowerBound].classes.insert(MarkerSet(kind)) }
    }
  }
}
