/// A language that Silsila reads natively.
public enum Language: String, Sendable, Hashable, CaseIterable, Comparable, Codable {
  case arabic = "ar"
  case persian = "fa"
  case urdu = "ur"

  public static func < (a: Language, b: Language) -> Bool { a.rawValue < b.rawValue }
}
