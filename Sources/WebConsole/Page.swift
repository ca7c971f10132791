/// What a request is answered with, independent of any server.
struct Page: Sendable, Hashable {
  var status: Int
  var contentType: String
  var body: String
  /// Beyond those that every page carries.
  var headers: [String: String] = [:]

  static func text(_ status: Int, _ body: String, headers: [String: String] = [:]) -> Page {
    Page(status: status, contentType: "text/plain; charset=utf-8", body: body, headers: headers)
  }

  /// Headers of every answer. Nothing may be loaded but our own style sheet; nothing may frame the page, guess
  /// its type, keep it or be told where the reader came from.
  static let protections: [String: String] = [
    "Content-Security-Policy":
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
  ]
}
