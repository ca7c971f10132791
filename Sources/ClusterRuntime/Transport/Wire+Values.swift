internal import NewsEvents
internal import WireProtocol
internal import WorkDistribution

// The values that messages of several parties share, as the wire and as the cores have them.

extension Wire.Role {
  var core: Role {
    switch self {
    case .coordinator: .coordinator
    case .worker: .worker
    case .submitter: .submitter
    case .observer: .observer
    case .operator: .operator
    }
  }

  init(_ role: Role) {
    switch role {
    case .coordinator: self = .coordinator
    case .worker: self = .worker
    case .submitter: self = .submitter
    case .observer: self = .observer
    case .operator: self = .operator
    }
  }
}

extension Language {
  /// Two ASCII letters always make a code.
  var code: LanguageCode {
    guard let code = LanguageCode(rawValue) else { preconditionFailure("language \(rawValue)") }
    return code
  }

  init?(_ code: LanguageCode) { self.init(rawValue: code.description) }
}

extension Wire.Hello {
  func core(_ version: WireProtocol.ProtocolVersion) -> Hello {
    Hello(
      role: role.core, name: name, sender: Epoch(sender),
      version: WorkDistribution.ProtocolVersion(major: version.major, minor: version.minor), software: software,
      fingerprint: fingerprint, languages: languages.map(\.code),
      capacity: Allowance(jobs: capacity.jobs, bytes: capacity.bytes), storeIdentity: store, resumeFrom: resumeFrom,
      grantKey: GrantKey(grantKey))
  }

  init(_ hello: Hello) {
    self.init(
      role: Wire.Role(hello.role), name: hello.name, software: hello.software, fingerprint: hello.fingerprint,
      languages: hello.languages.compactMap { Language($0) },
      capacity: Wire.Allowance(jobs: hello.capacity.jobs, bytes: hello.capacity.bytes), store: hello.storeIdentity,
      sender: hello.sender.rawValue, resumeFrom: hello.resumeFrom, grantKey: hello.grantKey?.bytes ?? [])
  }
}

extension Wire.Refusal {
  init(_ refusal: Refusal) {
    let code: Code =
      switch refusal.code {
      case .version: .version
      case .fingerprint: .fingerprint
      case .identity: .identity
      case .role: .role
      case .helloRequired: .helloRequired
      case .draining: .draining
      case .malformed: .malformed
      case .other: .other
      }
    self.init(code: code, message: refusal.message)
  }

  var core: Refusal {
    let code: Refusal.Code =
      switch self.code {
      case .version: .version
      case .fingerprint: .fingerprint
      case .identity: .identity
      case .helloRequired: .helloRequired
      case .draining: .draining
      case .role: .role
      case .malformed: .malformed
      case .other: .other
      }
    return Refusal(code: code, message: message)
  }
}

extension Wire.Lease {
  var core: Lease { Lease(job: JobID(job), attempt: attempt) }

  init(_ lease: Lease) { self.init(job: lease.job.rawValue, attempt: lease.attempt) }
}

extension Wire.Failure.Code {
  var core: FailureCode {
    switch self {
    case .budget: .budget
    case .trap: .trap
    case .memory: .memory
    case .decode: .decode
    case .interrupted: .interrupted
    }
  }

  init(_ code: FailureCode) {
    switch code {
    case .budget: self = .budget
    case .trap: self = .trap
    case .memory: self = .memory
    case .decode: self = .decode
    case .interrupted: self = .interrupted
    }
  }
}

extension Wire.ArticleRevision {
  var tombstone: Tombstone { Tombstone(articleID: article, revision: revision) }

  init(_ tombstone: Tombstone) { self.init(article: tombstone.articleID, revision: tombstone.revision) }
}

extension Wire.Totals {
  var core: Totals { Totals(accepted: accepted, committed: committed, dead: dead, rejected: rejected) }

  init(_ totals: Totals) {
    self.init(
      accepted: totals.accepted, committed: totals.committed, dead: totals.dead, rejected: totals.rejected)
  }
}

extension TimeSpan {
  /// For the wire; never negative.
  var milliseconds: UInt64 { UInt64(clamping: wholeMilliseconds) }

  /// From the wire; at most a day, so that no sum of times overflows.
  init(wireMilliseconds: UInt64) { self = .milliseconds(Int64(min(wireMilliseconds, 86_400_000))) }
}
