/// What a coordinator's shell has to do, in order.
public enum CoordinatorEffect: Sendable, Equatable {
  /// Send to a worker or client. For a `.batch`, read the texts of its jobs from the ledger.
  case send(MessageFromCoordinator, to: PeerID)
  /// Close the connection to the aggregator, if any, and open a fresh one with a fresh identity.
  case connectAggregator
  case sendToAggregator(MessageToAggregator)

  // Ledger: executed one after the other, each answered by its completion.
  /// One transaction, deciding each entry by ``AdmissionRule``; answer `.admissionsPersisted` when durable.
  case persistAdmissions(GroupID, [AdmissionEntry])
  /// Rows of the language in state waiting with a place above `after`, ascending; `isComplete` if there are no more.
  case loadWaiting(LanguageCode, after: QueuePlace, limit: Int)
  /// Mark waiting rows done (rows in another state stay as they are).
  case persistDone(GroupID, [JobID])
  case persistDeadLetter(GroupID, DeadLetter)
  /// Withdraw articles; text may be deleted.
  case persistRetractions(GroupID, articleIDs: [String])
  /// The aggregator confirmed these tombstones.
  case confirmTombstones(GroupID, [Tombstone])
  /// Compare the page with the ledger and change it as ``Reconciliation`` says, in one transaction. Only rows in the
  /// page's range of ids are meant.
  case reconcile(GroupID, InventoryPage)
  /// Execute the operator's command and answer the peer; report requeued and discarded rows.
  case deadLetters(DeadLetterCommand, for: PeerID)

  /// The texts of this submission are not needed any more.
  case releasePayload(PayloadID)
  /// Everything is finished or handed back: the process may exit with 0.
  case drained
  /// The cluster is put together wrongly: stop with this message.
  case giveUp(Refusal)
}
