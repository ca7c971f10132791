import Foundation

/// Standard output for results, standard error for everything else.
enum Console {
  static func output(_ text: String) { fputsUTF8(text, to: FileHandle.standardOutput) }

  static func error(_ text: String) { fputsUTF8("silsila: " + text + "\n", to: FileHandle.standardError) }

  static func note(_ text: String) { fputsUTF8(text, to: FileHandle.standardError) }

  static func flush() { fflush(nil) }

  static var errorIsTerminal: Bool { isatty(2) == 1 }
  static var outputIsTerminal: Bool { isatty(1) == 1 }

  /// Columns and rows of the terminal on `descriptor`; 80 × 24 when it is none.
  static func size(_ descriptor: Int32 = 1) -> (columns: Int, rows: Int) {
    var window = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 else {
      return (80, 24)
    }
    return (Int(window.ws_col), Int(window.ws_row))
  }

  private static func fputsUTF8(_ text: String, to handle: FileHandle) {
    // A reader that has gone (`| head`) ends the program as it does any filter.
    do { try handle.write(contentsOf: Data(text.utf8)) } catch { exit(1) }
  }
}
