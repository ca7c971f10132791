/// One record of JSON in memory, for whoever tests the reader.
package enum ArticleRecord {
  /// The fields that are texts, as they are read; nil for what is no JSON object. `json` is UTF-8.
  package static func fields(of json: [UInt8]) -> [String: String]? {
    guard let record = try? JSONRecord(json.span) else { return nil }
    return record.fields.compactMapValues { value in
      if case .text(let text) = value { text } else { nil }
    }
  }
}
