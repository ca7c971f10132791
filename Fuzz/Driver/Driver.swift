import Foundation
import FuzzTargets

/// The target of this run, named by FUZZ_TARGET.
private let target: FuzzTarget = {
  let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""
  guard let target = FuzzTarget.named(name) else {
    fatalError("FUZZ_TARGET=\(name): one of \(FuzzTarget.all.map(\.name).joined(separator: ", "))")
  }
  return target
}()

/// Called once by libFuzzer before it reads its corpus: writes the target's seeds and words into the directories that
/// FUZZ_SEEDS and FUZZ_WORDS name.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(_ argc: UnsafeMutableRawPointer?, _ argv: UnsafeMutableRawPointer?) -> CInt {
  let environment = ProcessInfo.processInfo.environment
  do {
    if let directory = environment["FUZZ_SEEDS"] {
      for (index, seed) in target.seeds.enumerated() {
        try Data(seed).write(to: URL(fileURLWithPath: directory).appendingPathComponent("seed-\(index)"))
      }
    }
    if let file = environment["FUZZ_WORDS"] {
      let lines = target.words.map { "\"" + $0.map { String(format: "\\x%02X", $0) }.joined() + "\"\n" }
      // libFuzzer takes no empty dictionary; a comment is one.
      try Data(("# words of \(target.name)\n" + lines.joined()).utf8).write(to: URL(fileURLWithPath: file))
    }
  } catch {
    fatalError("seeds cannot be written: \(error)")
  }
  return 0
}

/// One input. A broken promise traps, so that libFuzzer keeps the input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  if let why = target.check(Array(UnsafeBufferPointer(start: bytes, count: count))) { fatalError(why) }
  return 0
}
