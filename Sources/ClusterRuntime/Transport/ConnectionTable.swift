internal import Glibc
internal import WorkDistribution

/// How many connections a listener bears, and how fast they may come.
struct ConnectionLimits {
  /// Open at once.
  var connections = 16_384
  /// Open at once without having said anything yet.
  var silent = 512
  /// How long a connection may say nothing at first.
  var patience = TimeSpan.seconds(10)
  /// New connections of one network each second, after a first `burst`.
  var rate = 50
  var burst = 400
  /// Networks that are counted one by one; the others share one count.
  var networks = 65_536

  /// As many as this process's limit of open files bears, which is raised as far as it may be: a listener without a
  /// descriptor left would serve nobody.
  static func ofThisProcess() -> ConnectionLimits {
    var limits = ConnectionLimits()
    var files = rlimit()
    let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    guard getrlimit(resource, &files) == 0 else { return limits }
    if files.rlim_cur < min(files.rlim_max, 65_536) {
      files.rlim_cur = min(files.rlim_max, 65_536)
      setrlimit(resource, &files)
      getrlimit(resource, &files)
    }
    limits.connections = min(limits.connections, max(64, Int(clamping: files.rlim_cur) / 2))
    limits.silent = min(limits.silent, limits.connections / 2)
    return limits
  }
}

/// The open connections of a listener, known by their descriptors: which are to be cut so that a flood from one place
/// takes nothing from the others.
///
/// A peer of this protocol greets as soon as it is connected. So a connection that says nothing is in its handshake,
/// or is nobody's: when there are too many of those, the oldest goes, not the newest.
struct ConnectionTable {
  /// Cut because there were too many, or they came too fast.
  private(set) var excess: UInt64 = 0
  /// Cut because they said nothing.
  private(set) var mute: UInt64 = 0

  private struct Entry {
    var number: UInt64
    var opened: Instant
    var peer: PeerID?
    var isCut = false
  }

  /// How a connection had gone when it ended.
  enum Ending: Equatable {
    /// It was not known.
    case unknown
    /// It never said anything.
    case silent
    /// This side cut it before it had said anything.
    case cut
    /// This peer spoke over it.
    case spoke(PeerID)
  }

  private struct Bucket {
    var tokens: Int
    var filled: Instant
  }

  private let limits: ConnectionLimits
  private var entries: [Int32: Entry] = [:]
  private var next: UInt64 = 0
  /// Those that said nothing yet, oldest first; some may have spoken or gone meanwhile.
  private var silent: [(descriptor: Int32, number: UInt64)] = []
  private var silentStart = 0
  private var silentCount = 0
  private var buckets: [[UInt8]: Bucket] = [:]

  init(_ limits: ConnectionLimits) { self.limits = limits }

  var count: Int { entries.count }

  /// A connection was accepted; `network` is nil where it is none of TCP, which is not limited.
  /// - Returns: the one to cut, if any: this one, or an older one that said nothing.
  mutating func opened(_ descriptor: Int32, network: [UInt8]?, at now: Instant) -> Int32? {
    closed(descriptor)
    next += 1
    entries[descriptor] = Entry(number: next, opened: now)
    silent.append((descriptor, next))
    silentCount += 1
    guard let network else { return nil }
    if !takeToken(network, now) {
      excess += 1
      entries[descriptor]?.isCut = true
      return descriptor
    }
    guard silentCount > limits.silent || entries.count > limits.connections else { return nil }
    excess += 1
    return cutOldestSilent()
  }

  /// A message of `peer` came over it. False when the connection is not open any more.
  mutating func spoke(_ descriptor: Int32, _ peer: PeerID) -> Bool {
    guard let entry = entries[descriptor] else { return false }
    if entry.peer == nil { silentCount -= 1 }
    entries[descriptor]?.peer = peer
    return true
  }

  @discardableResult
  mutating func closed(_ descriptor: Int32) -> Ending {
    guard let entry = entries.removeValue(forKey: descriptor) else { return .unknown }
    if let peer = entry.peer { return .spoke(peer) }
    silentCount -= 1
    return entry.isCut ? .cut : .silent
  }

  /// Those that have said nothing for too long. Each is named once.
  mutating func overdue(at now: Instant) -> [Int32] {
    var out: [Int32] = []
    while let first = oldestSilent(), now - first.opened >= limits.patience {
      cutOldestSilent().map { out.append($0) }
    }
    mute += UInt64(out.count)
    if buckets.count > 1_024 {
      buckets = buckets.filter { now - $0.value.filled < .seconds(Int64(limits.burst / max(1, limits.rate) + 1)) }
    }
    return out
  }

  private mutating func oldestSilent() -> (descriptor: Int32, opened: Instant)? {
    defer {
      if silentStart > 1_024, silentStart * 2 > silent.count {
        silent.removeFirst(silentStart)
        silentStart = 0
      }
    }
    while silentStart < silent.count {
      let (descriptor, number) = silent[silentStart]
      if let entry = entries[descriptor], entry.number == number, entry.peer == nil {
        return (descriptor, entry.opened)
      }
      silentStart += 1
    }
    return nil
  }

  private mutating func cutOldestSilent() -> Int32? {
    guard let (descriptor, _) = oldestSilent() else { return nil }
    silentStart += 1
    entries[descriptor]?.isCut = true
    return descriptor
  }

  private mutating func takeToken(_ network: [UInt8], _ now: Instant) -> Bool {
    let key = buckets[network] == nil && buckets.count >= limits.networks ? [] : network
    var bucket = buckets[key] ?? Bucket(tokens: limits.burst, filled: now)
    let gained = (now - bucket.filled).wholeMilliseconds * Int64(limits.rate) / 1_000
    if gained > 0 {
      bucket.tokens = Int(min(Int64(limits.burst), Int64(bucket.tokens) + gained))
      bucket.filled = now
    }
    let has = bucket.tokens > 0
    if has { bucket.tokens -= 1 }
    buckets[key] = bucket
    return has
  }
}
