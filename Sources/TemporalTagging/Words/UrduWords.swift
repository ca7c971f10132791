import Calendars
import NewsEvents

/// The Urdu words of dates.
enum UrduWords {
  static func builder() -> LexemeBuilder {
    var b = LexemeBuilder(.urdu)
    b.months()
    for (weekday, name) in WeekdayNames.all(.urdu) { b.add(.weekday, name) { $0.weekday = weekday } }

    b.unit(.second, "سیکنڈ")
    b.unit(.minute, "منٹ|منٹوں")
    b.unit(.hour, "گھنٹہ|گھنٹے|گھنٹا")
    b.unit(.hour, count: 0, "گھنٹوں")
    b.unit(.day, "دن|روز|یوم|شب|رات")
    b.unit(.day, count: 0, "دنوں|ایام|روزوں|راتوں")
    b.unit(.week, "ہفتہ|ہفتے")
    b.unit(.week, count: 0, "ہفتوں")
    b.unit(.month, "ماہ|مہینہ|مہینے|مہینا")
    b.unit(.month, count: 0, "مہینوں")
    b.unit(.year, "سال|برس|سن|سنہ")
    b.unit(.year, count: 0, "سالوں|برسوں")
    b.unit(.decade, "دہائی|عشرہ|عشرے|دہائیوں|عشروں")
    b.unit(.century, "صدی|صدیوں")
    b.unit(.day, "روزہ", .adjectiveUnit)
    b.unit(.month, "ماہہ|ماہی", .adjectiveUnit)
    b.unit(.year, "سالہ", .adjectiveUnit)

    b.number(.deicticDay, 0, "آج|آج کے روز|آج کے دن")
    b.number(.eitherDay, 1, "کل")
    b.number(.eitherDay, 2, "پرسوں")
    b.number(
      .deicticDay, -1, "گزشتہ روز|گذشتہ روز|گزشتہ کل|گذشتہ کل|گزرے کل|گزشتہ دن")
    b.number([.deicticDay, .night], -1, "گزشتہ رات|گذشتہ رات|گزشتہ شب|گذشتہ شب|پچھلی رات|گئی رات")
    b.number(.deicticDay, -2, "گزشتہ پرسوں|گذشتہ پرسوں")
    b.number(.deicticDay, 1, "آئندہ کل|آنے والا کل|آنے والے کل|آئندہ روز")
    b.number(.deicticDay, 2, "آنے والا پرسوں|آنے والے پرسوں|آئندہ پرسوں")
    b.number(.contextDay, 1, "اگلے روز|اگلے دن|دوسرے روز|دوسرے دن|اس کے اگلے روز|اگلی صبح|اس سے اگلے روز|اگلا دن")
    b.number(.contextDay, -1, "اس سے ایک روز قبل|ایک دن پہلے تک|اس سے پچھلے روز")
    b.number(.contextDay, 0, "اسی روز|اسی دن|اس روز|اس دن|اس رات|اسی رات|اس شب|اسی شب")

    // کل is "total" before what is counted.
    b.add(
      [], "کل تعداد|کل آبادی|کل رقم|کل مالیت|کل جمع|کل ملا|کل وقتی|کل ووٹ|کل قیمت|کل لاگت|آج کل|آجکل|کل پرزے|کل جماعتی")

    b.add(.last, "گزشتہ|گذشتہ|پچھلے|پچھلا|پچھلی|گزرے|گئے")
    b.add(.next, "آئندہ|اگلے|اگلا|اگلی|آنے والے|آنے والی|آنے والا|آیندہ")
    b.add(.this, "اس|رواں|موجودہ|جاری|حالیہ|اسی")
    b.add(.ago, "پہلے|قبل|پیشتر")
    b.add(.after, "بعد|کے بعد|سے بعد")
    b.add(.fromNow, "بعد")
    b.add(.before, "سے پہلے|سے قبل|قبل از")
    b.add(.within, "میں|کے اندر|کے اندر اندر")
    b.add(.at, "میں|کو|پر|سے|تک|بروز|بتاریخ")
    b.add(.and, "اور|و")
    b.add(.to, "تک|سے|تا")
    b.add(.from, "سے")
    b.add(.untilNow, "سے اب تک|سے لے کر اب تک|سے آج تک|سے لے کر آج تک|سے تاحال|سے لیکر اب تک|سے ابتک")
    b.add(.of, "کا|کی|کے|ماہ|بتاریخ|سال|سن|سنہ")
    b.add(.dative, "کا|کی|کے")
    b.add(.that, "اس|ان")

    b.add(.dayPart, "صبح|علی الصبح|علی الصباح|فجر|سحری|صبح سویرے")
    b.add([.dayPart, .evening], "شام|سہ پہر|شام گئے|سہپہر")
    b.add([.dayPart, .night], "رات|شب|رات گئے|نصف شب|آدھی رات|درمیانی شب")
    b.add([.dayPart, .noon], "دوپہر")
    b.add(.clock, "بوقت|بجے|بجکر|وقت")

    b.add(.eraGregorian, "ء|عیسوی|ع|میلادی")
    b.add(.eraSolar, "ہجری شمسی|شمسی|ہ ش|ھ ش")
    b.add(.eraLunar, "ہجری قمری|قمری")
    b.add(.eraHijri, "ہجری|ھ|ہ|ہجری کے")
    b.add(.equals, "بمطابق|مطابق|برابر")

    b.add(.early, "اوائل|شروع")
    b.add(.middle, "وسط|درمیان")
    b.add(.late, "اواخر|آخری ایام")
    b.add(.beginning, "آغاز|ابتدا|ابتداء")
    b.add(.ending, "آخر|اختتام|اواخر|اخیر")
    b.add(.quarter, "سہ ماہی|سہماہی")
    b.add(.half, "شش ماہی|ششماہی|نصف")
    b.number(.season, 1, "موسم بہار|بہار")
    b.number(.season, 2, "موسم گرما|گرمیوں|گرما")
    b.number(.season, 3, "موسم خزاں|خزاں")
    b.number(.season, 4, "موسم سرما|سردیوں|سرما")
    b.add(.seasonWord, "موسم")
    b.add(.dateWord, "تاریخ|بتاریخ|مورخہ")
    b.add(.several, "چند|کئی|متعدد")
    b.add(.every, "ہر")
    b.add(.times, "بار|مرتبہ|دفعہ")
    b.add(.now, "اب|ابھی|فی الحال")
    b.add(.final, "آخری")
    b.add(.future, "گا|گے|گی|ہوگا|ہوگی|ہونگے|ہونگی|ہوں گے|جائیگا|جائیگی|جائینگے|کریگا|کریگی|کرینگے")
    b.add(.named, "نماز|نمازِ|حضرت|گوتم|مہاتما|خواجہ|درگاہ|مسجد|روزنامہ|سائیں|مارکیٹ|بازار|چوک|سڑک|شاہراہ")
    b.add(.about, "تقریبا|تقریباً|قریب|لگ بھگ")

    for (tens, word) in [
      (20, "بیس"), (30, "تیس"), (40, "چالیس"), (50, "پچاس"), (60, "ساٹھ"), (70, "ستر"), (80, "اسی"), (90, "نوے"),
    ] { b.number(.decade, tens, "\(word) کی دہائی|\(word) کے عشرے") }

    b.number(.holiday, 1, "نوروز|جشن نوروز")
    b.number(.holiday, 2, "عید الفطر|عیدالفطر|میٹھی عید")
    b.number(.holiday, 3, "عید الاضحی|عید الاضحیٰ|عیدالاضحی|بقر عید|عید قربان|عید الضحی")
    b.number(.holiday, 4, "عاشورہ|یوم عاشور|عاشورا|یوم عاشورہ|عاشورۂ محرم|عاشورہ محرم")
    b.number(.holiday, 5, "اربعین|چہلم امام حسین")
    b.number(.holiday, 7, "عید میلاد النبی|میلاد النبی|عید میلادالنبی")
    b.number(.holiday, 8, "کرسمس")
    b.number(.holiday, 11, "ایسٹر")
    b.number(.holiday, 12, "یوم پاکستان")
    b.number(.holiday, 13, "یوم آزادی")
    b.number(.holiday, 14, "یوم یکجہتی کشمیر")
    b.number(.holiday, 15, "یوم مزدور|یوم مئی")
    b.number(.holiday, 20, "یوم اقبال")
    b.number(.holiday, 22, "شب معراج")
    b.number(.holiday, 24, "شب برات|شب برأت")
    b.number(.holiday, 23, "یوم دفاع")
    return b
  }
}
