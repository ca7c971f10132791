import NewsEvents
import Testing
import WireProtocol

@Suite struct `The codec` {
  /// Decodes, and requires a `WireError` of whatever fails: anything else, or a trap, fails the test.
  @discardableResult
  private func attempt(_ frames: [[UInt8]], limits: WireLimits = .standard) -> Wire.Envelope? {
    try? Wire.decode(frames, limits: limits)
  }

  @Test(arguments: Samples.messages.indices) func `returns every kind of message as it was`(index: Int) throws {
    let envelope = Wire.Envelope(Samples.messages[index], epoch: 0xFEDC_BA98_7654_3210)
    #expect(try Wire.decode(Wire.encode(envelope)) == envelope)
  }

  @Test func `has a sample of every kind`() throws {
    // The kind is the third field of the header: 0x18 and a varint.
    let kinds = Set(Samples.messages.map { Wire.encode(Wire.Envelope($0))[0][3] })
    #expect(kinds.count == 31)
  }

  @Test(arguments: Samples.messages.indices) func `survives truncation at every byte of every frame`(index: Int) {
    let frames = Wire.encode(Wire.Envelope(Samples.messages[index], epoch: 5))
    for frame in frames.indices {
      for length in 0..<frames[frame].count {
        var cut = frames
        cut[frame] = Array(frames[frame].prefix(length))
        // Protobuf may end after any whole field; what is read then is another valid message, never the same one.
        #expect(attempt(cut) != Wire.Envelope(Samples.messages[index], epoch: 5))
      }
    }
  }

  @Test func `loses no text unnoticed`() {
    for message in Samples.messages {
      var frames = Wire.encode(Wire.Envelope(message))
      guard frames.count == 3 else { continue }
      frames[2].removeLast()
      #expect(throws: WireError.textLengths(declared: frames[2].count + 1, found: frames[2].count)) {
        try Wire.decode(frames)
      }
    }
  }

  @Test(arguments: Samples.messages.indices) func `survives any byte changed`(index: Int) {
    var random = SeededGenerator(state: UInt64(index))
    let frames = Wire.encode(Wire.Envelope(Samples.messages[index], epoch: 5))
    for _ in 0..<500 {
      var broken = frames
      for _ in 0...Int.random(in: 0..<4, using: &random) {
        let frame = Int.random(in: 0..<broken.count, using: &random)
        guard let at = broken[frame].indices.randomElement(using: &random) else { continue }
        broken[frame][at] = UInt8.random(in: 0...255, using: &random)
      }
      if let read = attempt(broken) { #expect(attempt(Wire.encode(read)) == read) }
    }
  }

  @Test func `survives garbage`() {
    var random = SeededGenerator(state: 1)
    for _ in 0..<5_000 {
      let frames = (0..<Int.random(in: 0...4, using: &random)).map { _ in
        (0..<Int.random(in: 0...64, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      }
      attempt(frames)
    }
    #expect(throws: WireError.frameCount(kind: "message", expected: 2, found: 0)) { try Wire.decode([[UInt8]]()) }
    #expect(throws: WireError.malformed(kind: "header")) { try Wire.decode([[], []] as [[UInt8]]) }
  }

  @Test func `refuses a length that promises more than there is`() {
    // A batch of one article of 2⁶³ bytes, and one of which lengths add up only after overflow.
    for length in [UInt64(1) << 63, .max, UInt64(64 << 20) + 1] {
      var varint: [UInt8] = []
      var rest = length
      repeat {
        varint.append(UInt8(rest & 127) | (rest > 127 ? 128 : 0))
        rest >>= 7
      } while rest > 0
      let article: [UInt8] = [0x0A, 1, 97, 0x38] + varint
      let body: [UInt8] = [0x1A, UInt8(article.count)] + article
      let header = Wire.encode(Wire.Envelope(.submit(Wire.Submission(sequence: 0, articles: []))))[0]
      #expect(throws: WireError.self) { try Wire.decode([header, body, []]) }
    }
  }

  @Test func `keeps to its limits`() throws {
    var limits = WireLimits()
    limits.items = 1
    let leases = Wire.encode(Wire.Envelope(.release([.init(job: 1, attempt: 1), .init(job: 2, attempt: 1)])))
    #expect(throws: WireError.overLimit(field: "jobs", limit: 1, found: 2)) {
      try Wire.decode(leases, limits: limits)
    }
    limits = WireLimits()
    limits.body = 10
    let refusal = Wire.encode(Wire.Envelope(.refused(.init(code: .role, message: "a longer message"))))
    #expect(throws: WireError.overLimit(field: "refused body", limit: 10, found: refusal[1].count)) {
      try Wire.decode(refusal, limits: limits)
    }
    limits = WireLimits()
    limits.identifier = 3
    let submission = Wire.encode(Wire.Envelope(.submit(.init(sequence: 1, articles: Samples.articles))))
    #expect(throws: WireError.overLimit(field: "article.id", limit: 3, found: 20)) {
      try Wire.decode(submission, limits: limits)
    }
  }

  @Test func `refuses receipts that do not add up`() throws {
    let header = Wire.encode(Wire.Envelope(.committed([])))[0]
    // Two sequences (8, 9); counts 1 and 2; one receipt.
    let receipt: [UInt8] = [0x1A, 8, 1, 2, 3, 4, 5, 6, 7, 8]
    #expect(throws: WireError.self) { try Wire.decode([header, [0x0A, 2, 8, 9, 0x12, 2, 1, 2] + receipt]) }
    #expect(throws: WireError.self) { try Wire.decode([header, [0x0A, 2, 8, 9, 0x12, 1, 1] + receipt]) }
    let sound = try Wire.decode([header, [0x0A, 2, 8, 9, 0x12, 2, 1, 0] + receipt]).message
    let expected = [
      Wire.CommittedMessage(sequence: 8, receipts: [0x0807_0605_0403_0201]), .init(sequence: 9, receipts: []),
    ]
    #expect(sound == .committed(expected))
  }

  @Test func `names an article whose text is not UTF-8`() {
    var frames = Wire.encode(Wire.Envelope(.submit(.init(sequence: 1, articles: [Samples.articles[2]]))))
    frames[2][0] = 0xFF
    #expect(throws: WireError.notUTF8(article: "اردو")) { try Wire.decode(frames) }
  }

  @Test func `takes a language it does not know for none`() throws {
    var frames = Wire.encode(
      Wire.Envelope(.submit(.init(sequence: 1, articles: [Article(id: "a", language: .urdu, text: "t")]))))
    let at = try #require(frames[1].indices.first { frames[1][$0] == UInt8(ascii: "u") })
    frames[1].replaceSubrange(at...at + 1, with: Array("de".utf8))
    guard case .submit(let read) = try Wire.decode(frames).message else {
      Issue.record("another kind")
      return
    }
    #expect(read.articles == [Article(id: "a", text: "t")])
  }
}

@Suite struct `The version rule` {
  @Test func `tolerates a newer minor version and fields nobody knows`() throws {
    let version = ProtocolVersion(major: 1, minor: 999)
    var frames = Wire.encode(Wire.Envelope(.busy(.init(retryMilliseconds: 3)), version: version))
    // Field 1000, a string; field 1001, a number.
    frames[1] += [0xC2, 0x3E, 2, 104, 105, 0xC8, 0x3E, 7]
    frames[0] += [0xC2, 0x3E, 2, 104, 105]
    #expect(
      try Wire.decode(frames) == Wire.Envelope(.busy(.init(retryMilliseconds: 3)), version: version))
  }

  @Test func `tells a kind of a newer minor version from garbage`() {
    // major 1, minor 9, kind 9999
    let header: [UInt8] = [0x08, 1, 0x10, 9, 0x18, 0x8F, 0x4E]
    #expect(throws: WireError.unknownKind(number: 9_999, sender: .init(major: 1, minor: 9))) {
      try Wire.decode([header, [1, 2, 3]])
    }
  }

  @Test func `refuses another major version and names both`() {
    let theirs = ProtocolVersion(major: 2, minor: 1)
    let frames = Wire.encode(Wire.Envelope(.ping, version: theirs))
    let error = #expect(throws: WireError.self) { try Wire.decode(frames) }
    #expect(error == .incompatible(theirs: theirs, ours: .current))
    #expect(
      error?.description == "the peer speaks protocol 2.1, this program 1.0; run the same version of silsila on both")
  }

  @Test func `reads why another major version refused us`() throws {
    let refusal = Wire.Message.refused(.init(code: .version, message: "1.0 is not 2.1"))
    let frames = Wire.encode(Wire.Envelope(refusal, version: .init(major: 2, minor: 1)))
    #expect(try Wire.decode(frames).message == refusal)
  }
}

@Suite struct `An article's result` {
  @Test func `returns as it was`() throws {
    #expect(try ArticleResult(wire: Samples.result.wireBytes) == Samples.result)
    let empty = ArticleResult(
      article: "a", contentHash: ContentHash(of: []), language: nil, anchor: ArticleAnchor(day: nil, reason: ""))
    #expect(try ArticleResult(wire: empty.wireBytes) == empty)
  }

  @Test func `is the same bytes each time`() {
    #expect(Samples.result.wireBytes == Samples.result.wireBytes)
  }

  @Test func `survives truncation at every byte and any byte changed`() {
    let bytes = Samples.result.wireBytes
    for length in 0..<bytes.count {
      #expect((try? ArticleResult(wire: Array(bytes.prefix(length)))) != Samples.result)
    }
    var random = SeededGenerator(state: 3)
    for _ in 0..<20_000 {
      var broken = bytes
      broken[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      if let read = try? ArticleResult(wire: broken) { #expect((try? ArticleResult(wire: read.wireBytes)) == read) }
    }
  }

  @Test func `refuses what means nothing`() {
    var result = Samples.result
    result.mentions[0].confidence = 1_001
    #expect(throws: WireError.invalid(field: "mention.confidence", value: "1001")) {
      try ArticleResult(wire: result.wireBytes)
    }
    result = Samples.result
    result.mentions[0].location?.latitude = 90_000_001
    #expect(throws: WireError.invalid(field: "place.latitude", value: "90000001")) {
      try ArticleResult(wire: result.wireBytes)
    }
    result = Samples.result
    result.mentions[0].trigger.range = TextRange(start: 5, end: 4)
    #expect(throws: WireError.invalid(field: "mention.trigger", value: "5..<4")) {
      try ArticleResult(wire: result.wireBytes)
    }
    result = Samples.result
    result.published = Day(number: .max)
    #expect(throws: WireError.self) { try ArticleResult(wire: result.wireBytes) }
    result = Samples.result
    result.mentions[1].id = ""
    #expect(throws: WireError.self) { try ArticleResult(wire: result.wireBytes) }
  }
}
