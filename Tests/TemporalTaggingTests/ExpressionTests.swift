import ArabicScript
import NewsEvents
import TemporalTagging
import Testing

/// Monday, 29 January 2024, is the day of every article here.
private let monday = Day(year: 2024, month: 1, day: 29)

/// All dates of a text as `start` or `start/end`, `?` when unresolved, joined by spaces.
private func dates(_ text: String, _ language: Language, reference: Day? = monday) -> String {
  TemporalTagger().tag(AnalyzedText(text, language: language), reference: reference).filter(\.isDate).map {
    guard let start = $0.interval.start, let end = $0.interval.end else { return "?" }
    return start == end ? "\(start)" : "\(start)/\(end)"
  }.joined(separator: " ")
}

@Suite struct `Persian dates` {
  @Test(arguments: [
    ("نشست شورا روز سه‌شنبه ۱۲ دی‌ماه ۱۴۰۲ برابر با ۲ ژانویه ۲۰۲۴ برگزار شد.", "2024-01-02"),
    ("در حمله ۲۵ دی ماه سپاه، ۱۱ نفر کشته شدند و سه روز بعد پاکستان پاسخ داد.", "2024-01-15 2024-01-18"),
    ("او شامگاه پنجشنبه گذشته وارد تهران شد.", "2024-01-25"), ("از ۱۵ دی تا ۲۰ بهمن سال جاری", "2024-01-05/2024-02-09"),
    ("مذاکرات فردا (سه‌شنبه) ادامه خواهد یافت.", "2024-01-30"),
    ("در سال‌های ۲۰۱۵ تا ۲۰۱۸ چنین بود", "2015-01-01/2018-12-31"),
    ("دهه ۶۰ شمسی", "1981-03-21/1991-03-20"), ("قرن بیستم", "1901-01-01/2000-12-31"),
    ("در بهار ۱۳۹۸ سیل آمد", "2019-03-21/2019-06-21"), ("پنج روز پس از حمله ۲۶ دی", "2024-01-21"),
    ("دوازدهم فروردین‌ماه یکهزار و سیصد و پنجاه و هشت", "1979-04-01"), ("۱۷ رجب ۱۴۴۵ قمری", "2024-01-29"),
    ("بامداد امروز چهارشنبه ۴ بهمن", "2024-01-24"), ("مورخ ۱۴۰۲/۱۱/۰۶ ساعت ۱۰ صبح", "2024-01-26"),
    ("یکم اردیبهشت سال ۹۸ بود", "2019-04-21"), ("عید فطر امسال", "2023-04-21"),
    ("خرداد ماه گذشته", "2023-05-22/2023-06-21"),
    ("۱۰ ثور ۱۴۰۱", "2022-04-30"), ("نیمه اول مهرماه", "2023-09-23/2023-10-07"),
    ("روز بعد از آن حادثه", "?"), ("ماه رمضان امسال", "2023-03-23/2023-04-20"),
    ("طی دو روز گذشته", "2024-01-27/2024-01-28"), ("سال هزاروسیصدوهفتادوشش", "1997-03-21/1998-03-20"),
  ])
  func `are resolved`(text: String, expected: String) { #expect(dates(text, .persian) == expected) }

  @Test(arguments: [
    "تیر به سرش خورد و مهر مادری", "سردار آذر به بهمن گفت", "در شماره تلفن ۰۲۱۸۸۷۷۶۶۵۵", "بازی ۳-۲ به پایان رسید",
    "قطعنامه ۲۲۳۱ شورای امنیت", "امام جمعه مشهد", "میدان ۷ تیر", "این را برایش توضیح می دهم", "سه نفر و پنج زخمی",
    "۱۶ نفر در دی کشته", "ماه و خورشید", "رمضان قدیروف",
  ])
  func `are not seen where there is none`(text: String) { #expect(dates(text, .persian) == "") }

  @Test func `written in two calendars that disagree say so`() {
    let found = TemporalTagger().tag(AnalyzedText("۲۶ دی ۱۴۰۲ (۱۸ ژانویه ۲۰۲۴)", language: .persian), reference: nil)
    #expect(found.count == 1)
    #expect(found.first?.contradiction == "2024-01-16 and 2024-01-18 are not the same day")
    #expect(found.first?.parts.count == 2)
  }

  @Test func `in two calendars without a year find the year in which both are one day`() {
    // Nowruz fell on 20 March in 2024, so that 10 Shahrivar was 31 August; in 2023 it was 1 September.
    #expect(dates("بازی ۳۱ اوت (۱۰ شهریور) برگزار شد", .persian) == "2024-08-31")
    #expect(dates("یکشنبه ۸ نوامبر (۱۷ آبان) برگزار شد", .persian) == "2015-11-08")
  }

  @Test func `keep the clock time`() {
    let found = TemporalTagger().tag(AnalyzedText("ساعت ۲۲:۳۰ دیشب", language: .persian), reference: monday)
    #expect(found.first?.interval.time == "22:30")
    #expect(found.first?.interval.start?.description == "2024-01-28")
  }
}

@Suite struct `Arabic dates` {
  @Test(arguments: [
    ("التقى نظيره في 3 مارس/آذار 2022 ثم عاد في 12 نيسان.", "2022-03-03 2022-04-12"),
    ("سيلتقي الوزيران يوم الخميس المقبل في الدوحة.", "2024-02-01"),
    ("منذ السابع من أكتوبر الماضي قتل كثيرون.", "2023-10-07"),
    ("في 8 جمادى الآخرة 1445هـ (21 ديسمبر 2023) وقع الاتفاق.", "2023-12-21"),
    ("خلال الفترة من 3 إلى 9 فبراير المقبل", "2024-02-03/2024-02-09"),
    ("في العام 1982 غزت إسرائيل لبنان وفي 16 سبتمبر وقعت المجزرة.", "1982-01-01/1982-12-31 1982-09-16"),
    ("وصل الوفد مساء الجمعة.", "2024-01-26"), ("بين 5 سبتمبر و9 سبتمبر 2021", "2021-09-05/2021-09-09"),
    ("في نيسان/أبريل من العام 2019", "2019-04-01/2019-04-30"), ("في القرن التاسع عشر", "1801-01-01/1900-12-31"),
    ("القانون 24 لسنة 2019", "2019-01-01/2019-12-31"), ("طوال شهر كانون الأول الماضي", "2023-12-01/2023-12-31"),
    ("قبل يومين من زيارة الوزير", "?"), ("قتل جندي قبل يومين.", "2024-01-27"),
    ("في أواخر العام الماضي", "2023-09-02/2023-12-31"),
    ("آخر خميس من شهر فبراير 2023", "2023-02-23"), ("مليونا نازح منذ عام 2011", "2011-01-01/2011-12-31"),
    ("في 17 جوان 2018", "2018-06-17"), ("الربع الأول من عام 2022", "2022-01-01/2022-03-31"), ("بالأمس", "2024-01-28"),
    ("العام قبل الماضي", "2022-01-01/2022-12-31"),
    ("خلال الأشهر الثلاثة الماضية", "2023-10-29/2024-01-29"),
    ("ضربت في 11 يناير/ كانون الثاني الجاري أهدافا وردت طهران بعد يومين.", "2024-01-11 2024-01-13"),
  ])
  func `are resolved`(text: String, expected: String) { #expect(dates(text, .arabic) == expected) }

  @Test(arguments: [
    "فاز الفريق 3-2 في المباراة", "رقم الهاتف 021-22-33-44", "هم بأمس الحاجة إليه", "سالم بن شعبان",
    "المادة 16 من القانون",
    "مارس الرياضة صغيرا", "شارع 26 يوليو", "وجبتان في اليوم", "ربيع ياسين", "قتل واحد وعشرون شخصا",
  ])
  func `are not seen where there is none`(text: String) { #expect(dates(text, .arabic) == "") }

  @Test func `quote the words without what is written onto them`() {
    let text = AnalyzedText("وبأيلول 2014", language: .arabic)
    #expect(TemporalTagger().tag(text, reference: nil).first?.interval.quote?.text == "أيلول 2014")
  }

  @Test func `without an anchor keep day and month`() {
    let found = TemporalTagger().tag(
      AnalyzedText("ذكرت ذلك في 30 يناير كانون الثاني", language: .arabic), reference: nil)
    #expect(found.count == 1)
    #expect(found.first?.interval.start == nil)
    #expect(found.first?.partialMonth == 1 && found.first?.partialDay == 30)
  }
}

@Suite struct `Urdu dates` {
  @Test(arguments: [
    ("یہ ملاقات 29 جنوری بروز پیر اسلام آباد میں ہوئی۔", "2024-01-29"),
    ("وہ 17 رجب المرجب 1445 ہجری بمطابق 29 جنوری 2024 کو آئے۔", "2024-01-29"),
    ("گزشتہ ہفتے منگل کے روز ایران نے حملہ کیا۔", "2024-01-23"), ("پرسوں اجلاس ہوگا", "2024-01-31"),
    ("پرسوں دھماکہ ہوا تھا", "2024-01-27"), ("رواں ماہ کی 16 تاریخ کو", "2024-01-16"),
    ("گزشتہ سال نومبر میں", "2023-11-01/2023-11-30"),
    ("1980 کی دہائی میں", "1980-01-01/1989-12-31"), ("16 سے 18 جنوری کے درمیان", "2024-01-16/2024-01-18"),
    ("آج صبح دس بجے", "2024-01-29"), ("یکم محرم الحرام 1446ھ", "2024-07-07"),
    ("بدھ اور جمعرات کی درمیانی شب", "2024-01-24/2024-01-25"),
    ("اس نے 3 اپریل کو استعفیٰ دیا اور دو روز بعد ملک چھوڑ دیا۔", "2024-04-03 2024-04-05"),
    ("27 دسمبر دو ہزار سات", "2007-12-27"), ("سال 2023 کے آغاز میں", "2023-01-01/2023-05-01"),
    ("ہفتے کے روز", "2024-01-27"),
    ("آئندہ ہفتے", "2024-02-04/2024-02-10"), ("رواں سال 20 فروری", "2024-02-20"), ("جنوری کی 16 تاریخ", "2024-01-16"),
  ])
  func `are resolved`(text: String, expected: String) { #expect(dates(text, .urdu) == expected) }

  @Test(arguments: [
    "لانگ مارچ میں شریک افراد", "کل 12 نشستیں جیتیں", "کل تعداد بڑھ گئی", "تین روزہ دورہ", "گاڑی دی گئی", "اسی دوران",
    "پہلے مرحلے میں", "دس ہفتے تک جاری رہا",
  ])
  func `are not seen where there is none`(text: String) { #expect(dates(text, .urdu) == "") }

  @Test(arguments: [
    ("وزیر نے پیر کے روز کہا", "2024-01-29"), ("تاہم بدھ کے روز سفارتی محاذ پر بات ہوئی", "2024-01-24"),
    ("ترجمان نے منگل کو صحافیوں کو بتایا", "2024-01-23"), ("نماز جمعہ کے بعد", ""), ("گوتم بدھ کی تعلیمات", ""),
    ("پیر صاحب پگارا نے کہا", ""), ("جمعہ خان گرفتار", ""),
  ])
  func `tell weekdays from saints, prayers and names`(text: String, expected: String) {
    #expect(dates(text, .urdu) == expected)
  }

  @Test func `relative to the article stay open without its day`() {
    #expect(dates("گزشتہ روز اور جمعہ کے روز", .urdu, reference: nil) == "? ?")
  }
}
