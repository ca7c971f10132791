/// How a coordinator or an aggregator is, for probes.
public enum RoleCondition: Sendable, Hashable {
  case well
  /// Finishing what it has, taking nothing new.
  case draining
  /// It runs and cannot do its work; why.
  case failing(String)

  /// What a service's last report says, when it was made `age` ago; nil before the first.
  static func of(age: Duration?, isStoreFailing: Bool, isDraining: Bool, store: String) -> RoleCondition {
    guard let age else { return .failing("starting") }
    // It reports twice a second. A thread that is stuck does not say so itself.
    if age > .seconds(10) { return .failing("its main thread has not moved for \(age.components.seconds) s") }
    if isStoreFailing { return .failing("the \(store) cannot be written; the log says why") }
    return isDraining ? .draining : .well
  }
}
