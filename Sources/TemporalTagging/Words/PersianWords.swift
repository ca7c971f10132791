import Calendars
import NewsEvents

/// The Persian and Dari words of dates.
enum PersianWords {
  static func builder() -> LexemeBuilder {
    var b = LexemeBuilder(.persian)
    b.months(suffixed: "ماه")
    for (weekday, name) in WeekdayNames.all(.persian) { b.add(.weekday, name) { $0.weekday = weekday } }

    b.unit(.second, "ثانیه")
    b.unit(.minute, "دقیقه|دقایق")
    b.unit(.hour, "ساعت", .clock)
    b.unit(.hour, count: 0, "ساعات|ساعتها|ساعتهای")
    b.unit(.day, "روز|روزی")
    b.unit(.day, count: 0, "روزها|روزهای|ایام")
    b.unit(.week, "هفته")
    b.unit(.week, "هفتهی|هفته ی")
    b.unit(.week, count: 0, "هفتهها|هفتههای|هفته ها|هفته های")
    b.unit(.month, "ماه|ماه مبارک|ماه پربرکت")
    b.unit(.month, count: 0, "ماهها|ماههای|ماه ها|ماه های")
    b.unit(.season, "فصل", .seasonWord)
    b.unit(.year, "سال|سنه")
    b.unit(.year, count: 0, "سالها|سالهای|سال ها|سال های")
    b.unit(.decade, "دهه|دهه ی|دههی")
    b.unit(.decade, count: 0, "دههها|دهههای|دهه های")
    b.unit(.century, "قرن|سده|سدهی|سده ی")
    b.unit(.day, "روزه", .adjectiveUnit)
    b.unit(.week, "هفتهای|هفتگی", .adjectiveUnit)
    b.unit(.month, "ماهه", .adjectiveUnit)
    b.unit(.year, "ساله|سالگی", .adjectiveUnit)
    b.unit(.hour, "ساعته|ساعتی", .adjectiveUnit)
    b.unit(.minute, "دقیقهای|دقیقه ای", .adjectiveUnit)
    b.unit(.second, "ثانیهای|ثانیه ای", .adjectiveUnit)

    b.add(.halfMore, "نیم")
    b.add(.times, "بار|مرتبه|دفعه|نوبت|یکبار|دوبار")
    // Counts that lost the joiner or the space before their unit.
    let counts = [
      (1, "یک"), (2, "دو"), (3, "سه"), (4, "چهار"), (5, "پنج"), (6, "شش"), (7, "هفت"), (8, "هشت"), (9, "نه"),
      (10, "ده"),
      (100, "صد"),
    ]
    let units: [(Unit, String)] = [
      (.day, "روز"), (.week, "هفته"), (.month, "ماه"), (.year, "سال"), (.hour, "ساعت"),
    ]
    for (count, word) in counts {
      for (unit, name) in units {
        let adjectives = name.hasSuffix("ه") ? "\(word)\(name)ای" : "\(word)\(name)ه"
        b.add(.counted, "\(word)\(name)") {
          $0.unit = unit
          $0.count = count
        }
        b.add([.counted, .adjectiveUnit], adjectives) {
          $0.unit = unit
          $0.count = count
        }
      }
    }

    b.number(.deicticDay, 0, "امروز")
    b.number([.deicticDay, .night], 0, "امشب")
    b.number(.deicticDay, -1, "دیروز")
    b.number([.deicticDay, .night], -1, "دیشب|شب گذشته|شب پیش")
    b.number(.deicticDay, -2, "پریروز|پری روز")
    b.number([.deicticDay, .night], -2, "پریشب|پری شب")
    b.number(.deicticDay, -3, "پس پریروز")
    b.number(.deicticDay, 1, "فردا")
    b.number([.deicticDay, .night], 1, "فرداشب|فردا شب")
    b.number(.deicticDay, 2, "پسفردا|پس فردا|پسفرداشب")
    b.number(.deicticDay, 3, "پسان فردا|پس آن فردا")
    // «پنجشنبه‌شب»
    for (weekday, name) in WeekdayNames.all(.persian) where !name.contains(" ") {
      b.add([.weekday, .night], name + "شب") { $0.weekday = weekday }
    }
    // Written together, as in tickers.
    for (weekday, name) in WeekdayNames.all(.persian) where !name.contains(" ") {
      for (offset, day) in [(0, "امروز"), (-1, "دیروز"), (1, "فردا")] {
        b.add(.deicticDay, day + name) {
          $0.offset = offset
          $0.weekday = weekday
        }
      }
    }
    b.number(.deicticYear, 0, "امسال|سالجاری")
    b.number(.deicticYear, -1, "پارسال|سالگذشته")
    b.number(.deicticYear, -2, "پیرارسال|پیرار سال")
    b.number(
      .contextDay, 1,
      "فردای آن روز|فردای آن|فردای همان روز|شب بعد")
    b.number(.contextDay, -1, "شب پیش از آن|شب قبل از آن")
    b.number(.contextDay, 0, "همان روز|آن روز|همان شب|آن شب|در همان روز")

    b.add(.last, "گذشته|پیش|قبل|قبلی|پیشین|سپری شده|اخیر")
    b.add(.recent, "اخیر")
    b.add(.next, "آینده|بعد|بعدی|آتی|پیش رو|پیشرو|دیگر|دیگه")
    b.add(.this, "این|همین|جاری|کنونی|حاضر|روان")
    b.add(.ago, "پیش|قبل|پیشتر|پیش تر")
    b.add(.fromNow, "دیگر|دیگه|بعد|دیگری|آینده")
    b.add(.after, "بعد|پس از|بعد از|پس از گذشت|بعدتر")
    b.add(.before, "پیش از|قبل از")
    b.add(.within, "طی|در طی|ظرف|در مدت|طی مدت|در طول|در عرض|تا")
    b.add([.at, .of], "در|در تاریخ|به تاریخ")
    b.add(.and, "و")
    b.add(.to, "تا|لغایت|الی|تا پایان روز|تا روز")
    b.add(.from, "از")
    b.add(.untilNow, "تاکنون|تا کنون|تا به حال|تا امروز|تا الان|تا به امروز|تا حالا|تا به اکنون|تا به کنون|تا این لحظه")
    b.add(.between, "بین|مابین|میان|ما بین")
    b.add(.of, "از|از سال|ماه|سال|مورخ|ی")
    b.add(.that, "آن|این|همان|آن روز|این تاریخ|آن تاریخ")

    b.add(
      .dayPart,
      "صبح|بامداد|پیش از ظهر|پیشازظهر|پیشاز ظهر|قبل از ظهر|قبلازظهر|سحرگاه|سحر|سپیده دم|سپیدهدم|بامدادان|صبحگاه|صبحدم"
        + "|نخستین ساعات|اولین ساعات|ساعات اولیه|ساعات نخست|ساعات ابتدایی|واپسین ساعات|آخرین ساعات|ساعات پایانی|پایان روز"
        + "|اواخر روز|ابتدای روز|آغاز روز|اواسط روز|طول روز")
    b.add([.dayPart, .night], "شب|نیمه شب|نیمهشب|نیمه های شب|نیمههای شب|نیمهشبان|آخر شب|اواخر شب")
    b.add([.dayPart, .evening], "عصر|شامگاه|غروب|بعد از ظهر|بعدازظهر|بعدظهر|شامگاهان|عصرگاه")
    b.add([.dayPart, .noon], "ظهر|نیمروز")
    b.add(.clock, "ساعت ساعت|در ساعت|سر ساعت|رأس ساعت|راس ساعت")

    b.add(.eraGregorian, "میلادی|م|عیسوی|ترسایی")
    b.add(.eraSolar, "هجری شمسی|شمسی|خورشیدی|هجری خورشیدی|ه ش|ه . ش|ه . ش .|هش|ه.ش.|ش|هجری‌شمسی|ه.ش|ه ش .")
    b.add(.eraLunar, "هجری قمری|قمری|ه ق|ه . ق|ه . ق .|هق|ه.ق.|ه.ق|هجری‌قمری|ق")
    b.add(.eraHijri, "هجری|ه")
    b.add(.equals, "برابر با|مطابق با|مطابق|برابر|معادل|مصادف با|مصادف|معادل با|موافق با|منطبق با|همزمان با")

    b.add(.early, "اوایل|اوائل|اوان")
    b.add(.middle, "اواسط|میانه|نیمه|میانههای")
    b.add(.late, "اواخر")
    b.add(.beginning, "ابتدای|آغاز|اول|شروع|ابتدا|اوایل روز")
    b.add(.ending, "پایان|انتهای|آخر|انتها|آخرین روز")
    b.add(.quarter, "سهماهه|سه ماهه|سه ماه|سهماه|سه ماهی|فصل")
    b.add(.half, "نیمه|نیم سال|نیمسال|ششماهه|شش ماهه")
    b.number(.season, 1, "بهار|بهاره")
    b.number(.season, 2, "تابستان")
    b.number(.season, 3, "پاییز|خزان|پائیز|پاییزه")
    b.number(.season, 4, "زمستان")
    b.add(.dateWord, "تاریخ|مورخ|مورخه|به تاریخ|بتاریخ|در تاریخ|مورخهٔ")
    b.add(.several, "چند|چندین|چندین و چند|برخی|یکی دو|دو سه|سه چهار|چهار پنج|پنج شش")
    b.add(.every, "هر|همه")
    b.add(.now, "اکنون|هماکنون|الان|اینک|حالا|حال حاضر")
    b.add(.final, "آخرین|آخر")
    b.add(.future, "خواهد|خواهند|خواهیم|خواهم|میخواهد|قرار|باید|شوند|خواهید|بناست")
    b.add(
      .named,
      "میدان|خیابان|سینما|سینمای|ورزشگاه|بیمارستان|پادگان|مترو|ایستگاه|پل|کوچه|لشکر|اتوبان|بزرگراه|مجتمع|بلوار|شهرک|مسجد|سالن|"
        + "تالار|مدرسه|دبیرستان|استادیوم|نشان|حزب|گردان|تیپ|زیارت|روزنامه|امام|ائمه|خطیب|خطبای|امامان|نماز")
    b.add(.about, "حدود|حوالی|نزدیک|بیش از|کمتر از|نزدیک به|در حدود|دقیقا")

    b.number(.holiday, 1, "نوروز|عید نوروز")
    b.number(.holiday, 2, "عید فطر|عید سعید فطر")
    b.number(.holiday, 3, "عید قربان|عید اضحی|عید سعید قربان")
    b.number(.holiday, 4, "عاشورا|روز عاشورا|عاشورای|عاشورای حسینی")
    b.number(.holiday, 5, "اربعین|اربعین حسینی")
    b.number(.holiday, 8, "کریسمس")
    b.number(.holiday, 10, "شب یلدا|یلدا")
    b.number(.holiday, 16, "عید میلاد پیامبر|میلاد پیامبر")
    b.number(.holiday, 17, "عید غدیر|عید سعید غدیر")
    b.number(.holiday, 24, "نیمه شعبان|نیمهشعبان")
    b.number(.holiday, 18, "سیزده بدر|سیزده به در")
    return b
  }
}
