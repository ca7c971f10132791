import NewsEvents

/// Which shape the synthetic news has.
enum Shape: String, CaseIterable {
  /// Sixty events a day, however many days it takes: an archive that grows in time.
  case archive
  /// All within one year, more events a day the larger the corpus: a crawl that grows in breadth.
  case year
  /// One event told in every mention.
  case single
}

/// Synthetic results with known truth: a function of shape, size and seed alone.
struct Corpus {
  var results: [ArticleResult]
  var truth: [UInt64: UInt32]
  var events: Int

  init(shape: Shape, mentions: Int, seed: UInt64) {
    let world = World(seed: seed)
    var history = History(world: world, seed: seed)
    var newsroom = Newsroom(world: world, seed: seed)
    guard let first = Day(iso: "2015-01-01") else { preconditionFailure("the first day is a day") }
    var events = 0
    switch shape {
    case .archive:
      while newsroom.mentionCount < mentions {
        let (event, chain) = history.next(on: first + events / 60)
        newsroom.report(event, chain: history.chains[chain], limit: mentions)
        events += 1
      }
    case .year:
      // The mean event has between six and seven mentions.
      let perDay = max(1, mentions / 6 / 365)
      while newsroom.mentionCount < mentions {
        let (event, chain) = history.next(on: first + min(events / perDay, 364))
        newsroom.report(event, chain: history.chains[chain], limit: mentions)
        events += 1
      }
    case .single:
      var (event, _) = history.next(on: first)
      while event.type != .assault { (event, _) = history.next(on: first) }
      event.articles = mentions
      newsroom.report(event, chain: [], limit: mentions)
      events = 1
    }
    var random = Random(seed: seed ^ 0x6F72_6465)
    var shuffled = newsroom.results
    random.shuffle(&shuffled)
    results = shuffled
    truth = newsroom.truth
    self.events = Set(newsroom.truth.values).count
  }
}
