/// How much of anything one message may hold. What goes beyond is refused before it is kept.
public struct WireLimits: Sendable, Hashable {
  /// Bytes of the header frame.
  public var header = 256
  /// Bytes of the body frame.
  public var body = 16 << 20
  /// Bytes of the frame of texts: one article of the largest size that is admitted, or a batch of small ones.
  public var texts = 64 << 20
  /// Articles, jobs or results of one message.
  public var items = 16_384
  /// Entries of an inventory, a status or a list of dead letters.
  public var entries = 100_000
  /// Bytes of an article id.
  public var identifier = 1_024
  /// Bytes of a name, a code, a language, an entity id.
  public var name = 512
  /// Bytes of a title, a URL, a message for people.
  public var line = 16_384
  /// Bytes of a quoted sentence.
  public var quote = 1 << 20
  /// Mentions of one article.
  public var mentions = 20_000
  /// Parties, modes, contexts of one mention; rejects of one article.
  public var parts = 1_024
  /// Numbers of a text sketch.
  public var sketch = 4_096

  public init() {}

  public static let standard = WireLimits()
}
