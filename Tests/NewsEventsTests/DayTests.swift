import NewsEvents
import Testing

@Suite struct `A day` {
  @Test func `counts from the Unix epoch, a Thursday`() throws {
    let epoch = try #require(Day(year: 1970, month: 1, day: 1))
    #expect(epoch.number == 0)
    #expect(epoch.weekday == 3)
  }

  @Test func `survives the round trip through its fields on every day of four centuries`() {
    for number in Int32(-80_000)...80_000 {
      let day = Day(number: number)
      let (y, m, d) = day.gregorian
      #expect(Day(year: y, month: m, day: d) == day)
    }
  }

  @Test(arguments: [(2023, 2, 29), (2024, 2, 30), (2024, 4, 31), (2024, 13, 1), (2024, 0, 1), (2024, 1, 0), (0, 1, 1)])
  func `is refused when the calendar has no such day`(year: Int, month: Int, day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test func `reads and prints ISO 8601`() {
    #expect(Day(iso: "2024-01-16")?.description == "2024-01-16")
    #expect(Day(iso: "2024-01-16T10:00:00Z")?.description == "2024-01-16")
    #expect(Day(iso: "2024-02-30") == nil)
    #expect(Day(iso: "16 January") == nil)
  }
}

@Suite struct `A content hash` {
  @Test func `agrees with the vectors of FIPS 180-4`() {
    #expect(
      ContentHash(of: "abc".utf8).hex() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(ContentHash(of: "".utf8).hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      ContentHash(of: "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8).hex()
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    #expect(
      ContentHash(of: [UInt8](repeating: 97, count: 1_000_000)).hex()
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test func `tells apart fields that concatenate alike`() {
    #expect(ContentHash(fields: ["ab", "c"]) != ContentHash(fields: ["a", "bc"]))
  }
}
