public import NewsEvents

/// Which worker processes a local cluster has, and which languages each of them serves.
public struct WorkerPlan: Sendable, Hashable {
  public struct Worker: Sendable, Hashable {
    /// `fa-1`, `any-2` …
    public var name: String
    public var languages: [Language]
  }

  public var workers: [Worker]

  /// One worker for each language, so that none waits behind another, and as many for all languages as there are
  /// cores beside the first, so that a corpus in one language uses the machine too.
  public init(cores: Int) {
    workers = Language.allCases.sorted().map { Worker(name: "\($0.rawValue)-1", languages: [$0]) }
    append(max(1, cores - 1), Language.allCases.sorted(), "any")
  }

  /// `N`: that many workers for all languages. `fa=2,ar=1,ur=1`: so many for each; a language that is not named has
  /// none, and its articles wait. nil for anything else, more than 1,024 workers, or none.
  public init?(_ text: String) {
    workers = []
    if let count = Int(text) {
      guard (1...1_024).contains(count) else { return nil }
      append(count, Language.allCases.sorted(), "any")
      return
    }
    var named: Set<Language> = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "=", omittingEmptySubsequences: false)
      guard sides.count == 2, let language = Language(rawValue: String(sides[0])), let count = Int(sides[1]),
        (0...1_024).contains(count), named.insert(language).inserted
      else { return nil }
      append(count, [language], language.rawValue)
    }
    guard (1...1_024).contains(workers.count) else { return nil }
  }

  private mutating func append(_ count: Int, _ languages: [Language], _ name: String) {
    guard count > 0 else { return }
    for number in 1...count { workers.append(Worker(name: "\(name)-\(number)", languages: languages)) }
  }
}
