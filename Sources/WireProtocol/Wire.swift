/// The messages between the processes of a cluster, as values.
///
/// `Wire.encode` and `Wire.decode` turn them into the frames of one ZeroMQ message and back.
public enum Wire {
  /// A message with what its header says.
  public struct Envelope: Sendable, Hashable {
    public var version: ProtocolVersion
    /// The process start of the router (coordinator or aggregator) that the message belongs to; 0 before its welcome.
    public var epoch: UInt64
    public var message: Message

    public init(_ message: Message, epoch: UInt64 = 0, version: ProtocolVersion = .current) {
      self.version = version
      self.epoch = epoch
      self.message = message
    }
  }

  /// Every kind of message. docs/protocol.md says who sends which, and when.
  public enum Message: Sendable, Hashable {
    // Any role.
    case hello(Hello)
    case welcome(Welcome)
    case refused(Refusal)
    case goodbye
    case ping
    case busy(Busy)
    // Worker to coordinator.
    case credit(Allowance)
    case done([DoneJob])
    case failed(Failure)
    case release([Lease])
    case heartbeat(Heartbeat)
    // Coordinator to worker.
    case batch(Batch)
    case drain
    // Worker to aggregator, and back.
    case results(Results)
    case committed([CommittedMessage])
    // Submitters, observers and operators to the coordinator.
    case submit(Submission)
    case endOfInput
    case statusRequest
    case drainRequest
    case deadLetterRequest(DeadLetterRequest)
    case retract(articles: [String])
    // The coordinator's answers.
    case submitted(Submitted)
    case finished(Totals)
    case status(Status)
    case deadLetters(DeadLetters)
    case retracted([ArticleRevision])
    // Coordinator to aggregator, and back.
    case inventoryRequest(InventoryRequest)
    case inventory(Inventory)
    case tombstones([ArticleRevision])
    case tombstonesCommitted([ArticleRevision])
    case lag(Lag)
  }
}
