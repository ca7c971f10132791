/// Whether an article is new, for the transaction that writes it: the ledger looks the id up and asks here.
public enum AdmissionRule {
  /// What the ledger has under an id.
  public struct Existing: Hashable, Sendable {
    public var hash: ContentHash
    public var revision: Revision
    /// Withdrawn: the id may be used again, above the tombstone's revision.
    public var isRetracted: Bool

    public init(hash: ContentHash, revision: Revision, isRetracted: Bool) {
      self.hash = hash
      self.revision = revision
      self.isRetracted = isRetracted
    }
  }

  public enum Decision: Hashable, Sendable {
    /// Insert with this revision; an older row of the id is superseded.
    case insert(Revision)
    case duplicate
    case conflict
  }

  /// Same id and same content is a duplicate; other content is a conflict unless it replaces.
  public static func decide(existing: Existing?, hash: ContentHash, replaces: Bool) -> Decision {
    guard let existing else { return .insert(1) }
    if existing.isRetracted { return .insert(existing.revision + 1) }
    if existing.hash == hash { return .duplicate }
    return replaces ? .insert(existing.revision + 1) : .conflict
  }
}
