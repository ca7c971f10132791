import Foundation
import Testing

@testable import Storage

@Suite struct `The data directory` {
  @Test func `is the option, else the variable, else the XDG state directory`() throws {
    let environment = ["SILSILA_DATA": "/s", "XDG_STATE_HOME": "/x", "HOME": "/h"]
    #expect(try DataDirectory.resolve(option: "o/", environment: environment).path == "o")
    #expect(try DataDirectory.resolve(option: nil, environment: environment).path == "/s")
    #expect(try DataDirectory.resolve(option: "", environment: ["XDG_STATE_HOME": "/x"]).path == "/x/silsila")
    #expect(
      try DataDirectory.resolve(option: nil, environment: ["XDG_STATE_HOME": "relative", "HOME": "/h"]).path
        == "/h/.local/state/silsila")
    #expect(throws: StorageError.self) { try DataDirectory.resolve(option: nil, environment: [:]) }
  }

  @Test func `is created with its parents, for its owner only, and again without harm`() throws {
    let scratch = try Scratch()
    let directory = DataDirectory(path: scratch.file("a/b/c"))
    try directory.create()
    try directory.create()
    let mode = try FileManager.default.attributesOfItem(atPath: directory.path)[.posixPermissions] as? Int
    #expect(mode == 0o700)
  }

  @Test func `says what cannot be written, and what to do`() throws {
    let scratch = try Scratch()
    try Data().write(to: URL(fileURLWithPath: scratch.file("file")))
    for path in ["/proc/silsila/data", scratch.file("file"), scratch.file("file/below")] {
      let error = #expect(throws: StorageError.self) { try DataDirectory(path: path).create() }
      let text = error?.description ?? ""
      #expect(text.contains("cannot write") && text.contains("--data"), "\(text)")
    }
  }

  @Test func `is held by one process per role, which the error names`() throws {
    let scratch = try Scratch()
    let directory = DataDirectory(path: scratch.path)
    #expect(directory.holder(of: .coordinator) == nil)
    var hold: DirectoryLock? = try directory.lock(.coordinator)
    #expect(hold?.role == .coordinator)
    #expect(directory.holder(of: .coordinator) == getpid())
    #expect(throws: StorageError.locked(path: scratch.path, role: "coordinator", holder: getpid())) {
      try directory.lock(.coordinator)
    }
    _ = try directory.lock(.aggregator)
    hold = nil
    #expect(directory.holder(of: .coordinator) == nil)
    _ = try directory.lock(.coordinator)
  }

  @Test func `is not held on by a child process`() throws {
    let scratch = try Scratch()
    let directory = DataDirectory(path: scratch.path)
    var hold: DirectoryLock? = try directory.lock(.cluster)
    let child = Process()
    child.executableURL = URL(fileURLWithPath: "/bin/sleep")
    child.arguments = ["30"]
    try child.run()
    defer { child.terminate() }
    #expect(hold != nil)
    hold = nil
    _ = try directory.lock(.cluster)
  }
}
