import Foundation
import Ingestion

extension FuzzTarget {
  /// Articles as JSON: an article or a reason, and the same verdict on what JSON is as Foundation's reader gives.
  package static let record = FuzzTarget("record", seeds: RecordInput.seeds, words: RecordInput.words) { bytes in
    // A record is cut out of text that is UTF-8; control characters in strings are let pass on purpose, and so is
    // nesting of any depth. Foundation reads UTF-16 too, which no record is.
    guard String(validating: bytes, as: UTF8.self) != nil,
      !bytes.contains(where: { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D || $0 == 0 }),
      bytes.count(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }) < 100
    else {
      _ = ArticleRecord.fields(of: bytes)
      return nil
    }
    let ours = ArticleRecord.fields(of: bytes)
    let theirs = (try? JSONSerialization.jsonObject(with: Data(bytes))) as? [String: Any]
    switch (ours, theirs) {
    case (nil, nil): return nil
    case (nil, _?): return isOurs(bytes) ? "JSON that Foundation reads is refused" : nil
    case (_?, nil):
      // Foundation refuses numbers beyond its range, and line feeds in strings.
      return bytes.contains(where: { $0 < 0x20 || 0x30...0x39 ~= $0 }) ? nil : "what is no JSON to Foundation is read"
    case (let ours?, let theirs?):
      for (name, text) in ours where text != theirs[name] as? String { return "`\(name)` is read otherwise" }
      return nil
    }
  }

  /// Not what Foundation takes beyond the standard: a byte order mark, a comma after the last field.
  private static func isOurs(_ bytes: [UInt8]) -> Bool {
    guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { return false }
    let dense = bytes.filter { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    return !zip(dense, dense.dropFirst()).contains { comma, closing in
      comma == UInt8(ascii: ",") && (closing == UInt8(ascii: "}") || closing == UInt8(ascii: "]"))
    }
  }
}

enum RecordInput {
  static let seeds = [
    #"{"id":"a-1","lang":"fa","published":"2024-01-16","title":"عنوان","text":"متن\n\"دوم\" \u0633\ud83d\ude00"}"#,
    #"{"text":"x","more":[1,-2.5e3,null,true,{"a":[],"b":{}}],"id":7,"url":"http://a.b/c"}"#,
    #"{ "text" : "a\\b\/c\tد" , "text" : "the last counts", "source": null }"#,
  ].map { Array($0.utf8) }

  static let words = [
    "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud83d", "\\ude00", "\\u0000", "\"text\":", "\"id\":", "null",
    "true", "1e9", "-0", "0.1", " ", "\n",
  ].map { Array($0.utf8) }
}
