import Foundation
import NewsEvents

@testable import Ingestion

/// A folder of files that is gone when the value is.
final class Folder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "silsila-ingestion-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  @discardableResult
  func write(_ name: String, _ content: String) throws -> String { try write(name, Array(content.utf8)) }

  @discardableResult
  func write(_ name: String, _ content: [UInt8]) throws -> String {
    let file = path + "/" + name
    let parent = URL(fileURLWithPath: file).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    try Data(content).write(to: URL(fileURLWithPath: file))
    return file
  }
}

/// All that a reader hands over, articles and rejects apart.
struct Reading {
  var articles: [Article] = []
  var queues: [Language?] = []
  var rejects: [IngestReject] = []

  init(_ paths: [String], _ options: IngestOptions = IngestOptions(), standardInput: Int32 = 0) {
    for item in ArticleReader(paths: paths, options: options, standardInput: standardInput) {
      switch item {
      case .article(let article, let queue):
        articles.append(article)
        queues.append(queue)
      case .reject(let reject): rejects.append(reject)
      }
    }
  }

  var ids: [String] { articles.map(\.id) }
  var codes: [IngestReject.Code] { rejects.map(\.code) }
}
