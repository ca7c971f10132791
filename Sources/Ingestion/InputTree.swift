import Glibc

/// The files under the paths given, directories in byte order of names, so that every run sees the same sequence.
struct InputTree {
  enum Format { case text, lines, values }

  struct File {
    /// As it is opened; `-` for standard input.
    var path: String
    /// The path relative to the one given; for that one itself, its last component.
    var name: String
    var format: Format
  }

  enum Entry {
    case file(File)
    case reject(IngestReject)
  }

  /// Directories being read, innermost last. `rest` is sorted backwards.
  private struct Level {
    var path: String
    var name: String
    var rest: [String]
    var identity: Identity
  }

  private struct Identity: Hashable {
    var device: UInt
    var inode: UInt
  }

  private var paths: ArraySlice<String>
  private var levels: [Level] = []
  /// Whether anything was found under the path that is being walked.
  private var hasFound = false
  /// Files of other formats that were passed over in directories.
  private(set) var skipped = 0

  init(_ paths: [String]) { self.paths = paths[...] }

  mutating func next() -> Entry? {
    while true {
      if let entry = nextInDirectory() { return entry }
      guard let path = paths.popFirst() else { return nil }
      if let entry = begin(path) { return entry }
    }
  }

  private mutating func begin(_ given: String) -> Entry? {
    guard given != FileBytes.standardInput else {
      return .file(File(path: given, name: given, format: .lines))
    }
    var path = given
    while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
    hasFound = false
    switch kind(path) {
    case .failure(let reject): return .reject(reject)
    case .success(.directory): return enter(path, name: "")
    case .success(.file):
      let name = String(path.split(separator: "/").last ?? "")
      guard let format = Self.format(name) else {
        return .reject(
          IngestReject(
            code: .unsupportedFormat, file: path, message: "its format is not read; give .txt, .json or .jsonl files"))
      }
      return .file(File(path: path, name: name, format: format))
    case .success(.other):
      return .reject(
        IngestReject(
          code: .unreadable, file: path, message: "neither a file nor a directory; pipe it to `-` (standard input)"))
    }
  }

  private mutating func nextInDirectory() -> Entry? {
    while let level = levels.last {
      guard let name = level.rest.last else {
        levels.removeLast()
        if levels.isEmpty, !hasFound {
          return .reject(
            IngestReject(
              code: .noInput, file: level.path, message: "holds no .txt, .json or .jsonl file; name another path"))
        }
        continue
      }
      levels[levels.count - 1].rest.removeLast()
      let path = level.path == "/" ? "/" + name : level.path + "/" + name
      let relative = level.name.isEmpty ? name : level.name + "/" + name
      guard !name.unicodeScalars.contains("\u{FFFD}") else {
        hasFound = true
        return .reject(
          IngestReject(code: .unreadable, file: path, message: "its name is not UTF-8; rename it"))
      }
      switch kind(path) {
      case .failure(let reject):
        // A dangling link of another format is as little our business as its target.
        guard Self.format(name) != nil else {
          skipped += 1
          continue
        }
        hasFound = true
        return .reject(reject)
      case .success(.directory):
        if let entry = enter(path, name: relative) { return entry }
      case .success(.file):
        guard let format = Self.format(name) else {
          skipped += 1
          continue
        }
        hasFound = true
        return .file(File(path: path, name: relative, format: format))
      case .success(.other): skipped += 1
      }
    }
    return nil
  }

  /// Opens a directory; a reject when that fails, nothing when a link has led back into itself.
  private mutating func enter(_ path: String, name: String) -> Entry? {
    var status = stat()
    guard stat(path, &status) == 0, let directory = opendir(path) else {
      hasFound = true
      return .reject(FileBytes.failure(path, errno))
    }
    defer { closedir(directory) }
    let identity = Identity(device: UInt(status.st_dev), inode: UInt(status.st_ino))
    guard !levels.contains(where: { $0.identity == identity }) else { return nil }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      // Hidden files are editors' and file managers' own.
      if !name.hasPrefix(".") { names.append(name) }
    }
    names.sort { $1.utf8.lexicographicallyPrecedes($0.utf8) }
    levels.append(Level(path: path, name: name, rest: names, identity: identity))
    return nil
  }

  private enum Kind { case file, directory, other }

  private func kind(_ path: String) -> Result<Kind, IngestReject> {
    var status = stat()
    guard stat(path, &status) == 0 else { return .failure(FileBytes.failure(path, errno)) }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .success(.file)
    case S_IFDIR: .success(.directory)
    default: .success(.other)
    }
  }

  static func format(_ name: String) -> Format? {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
    return switch name[dot...].dropFirst().lowercased() {
    case "txt": .text
    case "jsonl", "ndjson": .lines
    case "json": .values
    default: nil
    }
  }

  /// The id of a text file: its name without the extension.
  static func id(_ name: String) -> String {
    guard let dot = name.lastIndex(of: ".") else { return name }
    return String(name[..<dot])
  }
}
