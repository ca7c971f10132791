/// The version of this program.
enum SoftwareVersion {
  static let current = "0.1.0"
}
