/// One admitted article. Its canonical text is fixed at admission; every offset in the product refers to it.
public struct Article: Sendable, Hashable {
  /// Identity: given by the source, or derived as the Ingestion module describes.
  public var id: String
  /// The language, when the source states it; otherwise it is identified from the text.
  public var language: Language?
  /// The publication day that the source's metadata states.
  public var published: Day?
  public var title: String?
  /// The canonical text. With a separate title it is title, U+000A, body.
  public var text: String
  public var url: String?
  /// The outlet.
  public var source: String?

  public init(
    id: String, language: Language? = nil, published: Day? = nil, title: String? = nil, text: String,
    url: String? = nil, source: String? = nil
  ) {
    self.id = id
    self.language = language
    self.published = published
    self.title = title
    self.text = text
    self.url = url
    self.source = source
  }

  /// SHA-256 over everything that can change the result: language, published, title, text, url, source.
  public var contentHash: ContentHash {
    ContentHash(fields: [
      language?.rawValue ?? "", published?.description ?? "", title ?? "", text, url ?? "", source ?? "",
    ])
  }
}
