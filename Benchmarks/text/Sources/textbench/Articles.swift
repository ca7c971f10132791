import ArabicScript
import Foundation
import NewsEvents

/// An article to measure on.
struct Article {
  var text: String
  var language: Language
}

/// Reads `.jsonl` files (fields `text`, `lang`) and folders of `.txt` files, whose language is told from their words.
func readArticles(_ paths: [String]) throws -> [Article] {
  var articles: [Article] = []
  for path in paths {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      for name in try FileManager.default.contentsOfDirectory(atPath: path).sorted() where name.hasSuffix(".txt") {
        let text = try String(contentsOfFile: path + "/" + name, encoding: .utf8)
        if let language = identified(text) { articles.append(Article(text: text, language: language)) }
      }
    } else {
      for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
        guard let record = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
          let text = record["text"] as? String,
          let language = (record["lang"] as? String).flatMap(Language.init(rawValue:)) ?? identified(text)
        else { continue }
        articles.append(Article(text: text, language: language))
      }
    }
  }
  // The bytes lie in native strings, as they do after reading.
  for i in articles.indices { articles[i].text.makeContiguousUTF8() }
  return articles
}

private func identified(_ text: String) -> Language? { LanguageIdentifier.identify(text).language }
