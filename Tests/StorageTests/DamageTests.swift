import Foundation
import GRDB
import NewsEvents
import Testing

@testable import Storage

@Suite struct `A store whose file was damaged` {
  let scratch: Scratch
  let directory: DataDirectory

  init() throws {
    scratch = try Scratch()
    directory = DataDirectory(path: scratch.file("data"))
    try directory.create()
  }

  /// What is damaged of a ledger of many pages.
  enum Damage: CaseIterable {
    case onePage, everyPageButTheFirst, firstPage, everyPage, cutShort

    func pages(of count: Int) -> Range<Int> {
      switch self {
      case .onePage: count / 2..<count / 2 + 1
      case .everyPageButTheFirst: 1..<count
      case .firstPage: 0..<1
      case .everyPage: 0..<count
      case .cutShort: 0..<0
      }
    }
  }

  @Test(arguments: Damage.allCases)
  func `is refused with its name and the remedy when nobody had closed it`(_ damage: Damage) throws {
    let killed = try killedLedger()
    try apply(damage, to: killed.ledgerPath)
    // Twice: the first refusal does not count as a look.
    for _ in 0..<2 {
      let error = #expect(throws: StorageError.self) { try killed.openLedger() }
      guard case .damaged(killed.ledgerPath, _) = error else {
        Issue.record("unexpected: \(String(describing: error))")
        return
      }
      let text = error?.description ?? ""
      #expect(text.contains(killed.ledgerPath) && text.contains("silsila backup"))
    }
  }

  @Test func `opens when nobody had closed it and nothing is wrong`() throws {
    let killed = try killedLedger()
    let ledger = try killed.openLedger()
    #expect(try ledger.counts().map(\.count) == [Self.articles])
    #expect(try ledger.damage().isEmpty)
  }

  @Test func `is not looked through when it was closed, only by whoever asks`() throws {
    try filledLedger().close()
    try apply(.onePage, to: directory.ledgerPath)
    let ledger = try directory.openLedger()
    #expect(try !ledger.damage().isEmpty)
  }

  @Test func `has everything in its file once it is closed, also while another process has looked at it`() throws {
    let ledger = try filledLedger()
    let reader = try directory.readLedger()
    #expect(try reader.counts().map(\.count) == [Self.articles])
    try ledger.close()
    let alone = DataDirectory(path: scratch.file("alone"))
    try alone.create()
    try FileManager.default.copyItem(atPath: directory.ledgerPath, toPath: alone.ledgerPath)
    #expect(try alone.openLedger().counts().map(\.count) == [Self.articles])
    #expect(try reader.counts().map(\.count) == [Self.articles])
  }

  private static let articles = 40

  /// Texts that do not compress, so that they fill pages.
  private func filledLedger() throws -> Ledger {
    var generator = SeededGenerator(state: 1)
    let ledger = try directory.openLedger()
    _ = try ledger.admit(
      (0..<Self.articles).map { number in
        article(
          "x\(number)",
          String(decoding: (0..<3_000).map { _ in UInt8.random(in: 33...122, using: &generator) }, as: UTF8.self))
      })
    return ledger
  }

  /// The files as a process leaves them that is killed: its log is folded into the database up to a point.
  private func killedLedger() throws -> DataDirectory {
    let ledger = try filledLedger()
    try ledger.store.pool.writeWithoutTransaction { db in
      _ = try db.checkpoint(.truncate)
    }
    let killed = DataDirectory(path: scratch.file("killed"))
    try killed.create()
    for suffix in ["", "-wal", "-shm"] {
      try FileManager.default.copyItem(atPath: directory.ledgerPath + suffix, toPath: killed.ledgerPath + suffix)
    }
    try ledger.close()
    return killed
  }

  private func apply(_ damage: Damage, to path: String) throws {
    let file = try #require(FileHandle(forUpdatingAtPath: path))
    defer { file.closeFile() }
    let pages = Int(try file.seekToEnd()) / 4_096
    #expect(pages > Self.articles)
    for page in damage.pages(of: pages) {
      try file.seek(toOffset: UInt64(page * 4_096))
      try file.write(contentsOf: Data(repeating: 0xA5, count: 200))
    }
    if damage == .cutShort { try file.truncate(atOffset: UInt64(pages / 2 * 4_096)) }
  }
}
