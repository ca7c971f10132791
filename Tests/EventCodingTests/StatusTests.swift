import NewsEvents
import Testing

@Suite struct `Whether it happened` {
  static let cases: [(Language, String, EventStatus)] = [
    (.persian, "اسرائیل به لبنان حمله کرد.", .occurred),
    (.persian, "رئیس‌جمهور ترکیه هفته آینده از عراق دیدار خواهد کرد.", .planned),
    (.persian, "اگر اسرائیل به لبنان حمله کند، جنگ می‌شود.", .hypothetical),
    (.persian, "اسرائیل به لبنان حمله نکرد.", .denied),
    (.arabic, "هاجمت إسرائيل لبنان.", .occurred),
    (.arabic, "سيزور الرئيس التركي العراق الأسبوع المقبل.", .planned),
    (.arabic, "لم تهاجم إسرائيل لبنان.", .denied),
    (.urdu, "اسرائیل نے لبنان پر حملہ کیا۔", .occurred),
    (.urdu, "ترک صدر اگلے ہفتے عراق کا دورہ کریں گے۔", .planned),
    (.urdu, "اسرائیل نے لبنان پر حملہ نہیں کیا۔", .denied),
  ]

  @Test(arguments: cases)
  func `verb forms and particles tell`(language: Language, text: String, expected: EventStatus) {
    let statuses = code(text, language).map(\.status)
    // What did not happen or only might may be left out, never reported as done.
    if expected == .occurred || expected == .planned {
      #expect(statuses.contains(expected))
    } else {
      #expect(!statuses.contains(.occurred))
    }
  }
}
