/// The events of a simulation in order of time. The heap holds positions, for the events themselves are large.
struct EventQueue: Sendable {
  private var heap = TimerHeap<Int>()
  private var slots: [SimulatedEvent?] = []
  private var free: [Int] = []

  var earliest: Instant? { heap.earliest }

  mutating func insert(_ event: SimulatedEvent, at instant: Instant) {
    if let slot = free.popLast() {
      slots[slot] = event
      heap.insert(slot, at: instant)
    } else {
      slots.append(event)
      heap.insert(slots.count - 1, at: instant)
    }
  }

  mutating func popDue(at now: Instant) -> SimulatedEvent? {
    guard let slot = heap.popDue(at: now) else { return nil }
    free.append(slot)
    let event = slots[slot]
    slots[slot] = nil
    return event
  }
}
