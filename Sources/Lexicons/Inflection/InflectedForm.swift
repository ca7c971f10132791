/// A generated form of a word and its grammatical features.
struct InflectedForm: Sendable, Hashable {
  var text: String
  var features: VerbFeatures

  init(_ text: String, _ features: VerbFeatures = []) {
    self.text = text
    self.features = features
  }
}
