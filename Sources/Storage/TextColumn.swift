internal import Foundation
import GRDB

/// Text from outside may hold U+0000, where SQLite's C strings end; such text is stored as a BLOB of its UTF-8.
/// Both stores do so alike, and BLOBs sort after all text, so paging by id still visits everything once.
extension String {
  var column: DatabaseValue {
    utf8.contains(0) ? Data(utf8).databaseValue : databaseValue
  }
}

extension Row {
  /// The text of a column that `String.column` wrote.
  func text(_ name: String) -> String? { Self.text(self[name]) }

  /// The same, of the column at a place.
  func text(at index: Int) -> String? { Self.text(self[index]) }

  private static func text(_ value: DatabaseValue) -> String? {
    switch value.storage {
    case .string(let text): return text
    case .blob(let data): return String(decoding: data, as: UTF8.self)
    default: return nil
    }
  }
}
