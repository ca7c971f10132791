/// Everything that can happen to a coordinator.
public enum CoordinatorInput: Sendable {
  /// A message from a worker or a client.
  case message(MessageToCoordinator, from: PeerID)
  /// A send to this peer failed because it is gone (EHOSTUNREACH of ROUTER_MANDATORY).
  case unreachable(PeerID)
  /// Some connection ended; the monitor cannot say whose. All workers with jobs are pinged.
  case connectionLost
  /// A message on the connection to the aggregator.
  case aggregator(MessageFromAggregator)
  /// Time has passed; due at ``CoordinatorCore/nextDeadline`` at the latest.
  case tick
  /// Stop admitting and handing out, let workers finish or hand back, then ``CoordinatorEffect/drained``.
  case drain

  // Completions of the ledger's effects. They arrive in the order of the effects, which the ledger executes one
  // after the other.
  /// One result per entry, in order.
  case admissionsPersisted(GroupID, [AdmissionResult])
  case waitingLoaded(LanguageCode, [LedgerJob], isComplete: Bool)
  case donePersisted(GroupID)
  case deadLetterPersisted(GroupID)
  case retractionsPersisted(GroupID, [RetractionResult])
  case tombstonesConfirmed(GroupID)
  case reconciled(GroupID, Reconciliation)
  /// An operator's retry of dead letters: these rows are waiting again.
  case deadLettersRequeued([LedgerJob])
  /// An operator's discard.
  case deadLettersDiscarded([SupersededJob])
  /// The transaction of this group failed (a full disk); the core tries again or tells the submitter to.
  case persistenceFailed(GroupID)
}
