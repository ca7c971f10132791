/// A message that reaches a coordinator from a worker or a client.
public enum MessageToCoordinator: Hashable, Sendable {
  case hello(Hello)
  // Workers.
  /// All that was ever granted on this connection.
  case credit(epoch: Epoch, granted: Allowance)
  case done(epoch: Epoch, jobs: [DoneJob])
  case failed(Failure)
  case release(epoch: Epoch, leases: [Lease])
  case heartbeat(Heartbeat)
  case goodbye
  // Clients.
  case submit(Submission)
  case endOfInput
  case statusRequest
  case drainRequest
  case deadLetters(DeadLetterCommand)
  case retract(articleIDs: [String])
}

/// A message that a coordinator sends to a worker or a client.
public enum MessageFromCoordinator: Hashable, Sendable {
  case welcome(Welcome)
  case refused(Refusal)
  // Workers.
  /// The shell adds the texts, read from the ledger by job id.
  case batch(Batch)
  case drain(epoch: Epoch)
  case ping(epoch: Epoch)
  // Clients.
  case submitted(Submitted)
  case busy(retryAfter: TimeSpan)
  case status(ClusterStatus)
  case finished(Totals)
  /// Durable: these articles are withdrawn; ids that nobody knows are not among them.
  case retracted([Tombstone])
}
