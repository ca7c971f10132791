import ClusterRuntime

extension FuzzTarget {
  /// Key files: a list of grants is read whole or refused, and what is written is read back alike.
  package static let keys = FuzzTarget("keys", seeds: KeysInput.seeds, words: KeysInput.words) { bytes in
    let text = String(decoding: bytes, as: UTF8.self)
    _ = KeyFormat.publicKey(text)
    _ = KeyFormat.secret(text)
    guard let grants = try? KeyFormat.grants(text) else { return nil }
    let written = KeyFormat.text(grants)
    guard let again = try? KeyFormat.grants(written) else { return "a list that was written is refused" }
    return KeyFormat.text(again) == written && again.count == grants.count ? nil : "a list is read back otherwise"
  }
}

enum KeysInput {
  private static let key = "rq:rM>}U?@Lns47E1%kR.o@n%FcmmsL/@{H8]yf7"

  static let seeds = [
    "# Who may connect\nworker \(key) one\noperator \(key) zwei\n",
    "worker\t\(key)  one\r\n\r\nsubmitter \(key) two",
    "# keep this file to yourself.\npublic \(key)\nsecret \(key)\n",
    key + "\n",
  ].map { Array($0.utf8) }

  static let words = [
    "worker ", "operator ", "submitter ", "observer ", "coordinator ", "secret ", "public ", key, "\r\n",
  ]
  .map { Array($0.utf8) }
}
