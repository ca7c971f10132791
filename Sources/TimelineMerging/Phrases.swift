import NewsEvents

/// One way to tell a kind of event, in the four languages.
///
/// Slots: `{A}` actors, `{R}` recipients, `{P}` place, `{I}` instruments; place and instruments bring their own spaces.
/// In English and Persian `[x|y]` is the form for one actor and for several. In Arabic `[stem]` is a present-tense verb
/// without its prefix, which agrees with the actors in gender and number. Urdu needs no form: with نے the verb agrees
/// with the noun of the phrase.
struct Phrase: Sendable {
  var en: String
  var fa: String
  var ar: String
  var ur: String
}

/// The phrases of a type or mode: towards somebody, without a recipient, and on one footing.
struct PhraseSet: Sendable {
  var to: Phrase
  var alone: Phrase
  var together: Phrase?

  static func of(_ type: EventType, modes: [String]) -> PhraseSet {
    for mode in modes {
      if let set = byMode["\(type.rawValue) \(mode)"] { return set }
    }
    return byType[type] ?? fallback
  }

  private static let fallback = PhraseSet(
    to: Phrase(
      en: "{A} [deals|deal] with {R}{P}", fa: "{A}{P} با {R} روبه‌رو [شد|شدند]", ar: "{A} [تعامل] مع {R}{P}",
      ur: "{A} نے {P}{R} سے معاملہ کیا"),
    alone: Phrase(
      en: "{A} [acts|act]{P}", fa: "{A}{P} اقدام [کرد|کردند]", ar: "{A} [تحرك]{P}", ur: "{A} نے {P}اقدام کیا"))

  private static let byType: [EventType: PhraseSet] = [
    .agree: PhraseSet(
      to: Phrase(
        en: "{A} [pledges|pledge] cooperation with {R}", fa: "{A} به {R} وعدهٔ همکاری [داد|دادند]",
        ar: "{A} [تعهد] بالتعاون مع {R}", ur: "{A} نے {R} کے ساتھ تعاون کا وعدہ کیا"),
      alone: Phrase(
        en: "{A} [pledges|pledge] cooperation", fa: "{A} وعدهٔ همکاری [داد|دادند]", ar: "{A} [تعهد] بالتعاون",
        ur: "{A} نے تعاون کا وعدہ کیا"),
      together: Phrase(
        en: "{A} reach an agreement{P}", fa: "{A}{P} به توافق رسیدند", ar: "{A} [توصل] إلى اتفاق{P}",
        ur: "{A} نے {P}اتفاق کیا")),
    .consult: PhraseSet(
      to: Phrase(
        en: "{A} [holds|hold] talks with {R}{P}", fa: "{A}{P} با {R} گفت‌وگو [کرد|کردند]",
        ar: "{A} [جري] محادثات مع {R}{P}", ur: "{A} نے {P}{R} سے بات چیت کی"),
      alone: Phrase(
        en: "{A} [holds|hold] talks{P}", fa: "{A}{P} گفت‌وگو [کرد|کردند]", ar: "{A} [جري] محادثات{P}",
        ur: "{A} نے {P}بات چیت کی"),
      together: Phrase(
        en: "{A} hold talks{P}", fa: "{A}{P} گفت‌وگو کردند", ar: "{A} [جري] محادثات{P}",
        ur: "{A} نے {P}بات چیت کی")),
    .support: PhraseSet(
      to: Phrase(
        en: "{A} [expresses|express] support for {R}", fa: "{A} از {R} حمایت [کرد|کردند]", ar: "{A} [دعم] {R}",
        ur: "{A} نے {R} کی حمایت کی"),
      alone: Phrase(
        en: "{A} [expresses|express] support", fa: "{A} اعلام حمایت [کرد|کردند]", ar: "{A} [علن] الدعم",
        ur: "{A} نے حمایت کا اعلان کیا"),
      together: Phrase(
        en: "{A} affirm their relations", fa: "{A} بر روابط متقابل تأکید کردند", ar: "{A} [ؤكد] العلاقات المتبادلة",
        ur: "{A} نے باہمی تعلقات کی توثیق کی")),
    .concede: PhraseSet(
      to: Phrase(
        en: "{A} [makes|make] a concession to {R}", fa: "{A} به {R} امتیاز [داد|دادند]",
        ar: "{A} [قدم] تنازلا إلى {R}", ur: "{A} نے {R} کو رعایت دی"),
      alone: Phrase(
        en: "{A} [makes|make] a concession", fa: "{A} امتیاز [داد|دادند]", ar: "{A} [قدم] تنازلا",
        ur: "{A} نے رعایت دی"),
      together: Phrase(
        en: "{A} ease tensions", fa: "{A} از تنش کاستند", ar: "{A} [خفف] التوتر", ur: "{A} نے کشیدگی کم کی")),
    .cooperate: PhraseSet(
      to: Phrase(
        en: "{A} [cooperates|cooperate] with {R}{P}", fa: "{A}{P} با {R} همکاری [کرد|کردند]",
        ar: "{A} [تعاون] مع {R}{P}", ur: "{A} نے {P}{R} کے ساتھ تعاون کیا"),
      alone: Phrase(
        en: "{A} [cooperates|cooperate]{P}", fa: "{A}{P} همکاری [کرد|کردند]", ar: "{A} [تعاون]{P}",
        ur: "{A} نے {P}تعاون کیا")),
    .aid: PhraseSet(
      to: Phrase(
        en: "{A} [gives|give] aid to {R}", fa: "{A} به {R} کمک [کرد|کردند]", ar: "{A} [قدم] مساعدات إلى {R}",
        ur: "{A} نے {R} کی مدد کی"),
      alone: Phrase(
        en: "{A} [gives|give] aid{P}", fa: "{A}{P} کمک [کرد|کردند]", ar: "{A} [قدم] مساعدات{P}",
        ur: "{A} نے {P}امداد دی")),
    .retreat: PhraseSet(
      to: Phrase(
        en: "{A} [gives|give] way to {R}{P}", fa: "{A}{P} در برابر {R} کوتاه [آمد|آمدند]",
        ar: "{A} [تراجع] أمام {R}{P}",
        ur: "{A} نے {P}{R} کے سامنے پسپائی اختیار کی"),
      alone: Phrase(
        en: "{A} [steps|step] back{P}", fa: "{A}{P} عقب‌نشینی [کرد|کردند]", ar: "{A} [تراجع]{P}",
        ur: "{A} نے {P}پسپائی اختیار کی")),
    .request: PhraseSet(
      to: Phrase(
        en: "{A} [appeals|appeal] to {R}", fa: "{A} از {R} درخواست [کرد|کردند]", ar: "{A} [وجه] طلبا إلى {R}",
        ur: "{A} نے {R} سے مطالبہ کیا"),
      alone: Phrase(
        en: "{A} [makes|make] a demand", fa: "{A} درخواستی مطرح [کرد|کردند]", ar: "{A} [قدم] طلبا",
        ur: "{A} نے مطالبہ کیا")),
    .accuse: PhraseSet(
      to: Phrase(
        en: "{A} [accuses|accuse] {R}", fa: "{A} {R} را متهم [کرد|کردند]", ar: "{A} [تهم] {R}",
        ur: "{A} نے {R} پر الزام لگایا"),
      alone: Phrase(
        en: "{A} [makes|make] an accusation", fa: "{A} اتهامی مطرح [کرد|کردند]", ar: "{A} [وجه] اتهاما",
        ur: "{A} نے الزام لگایا"),
      together: Phrase(
        en: "{A} accuse each other", fa: "{A} یکدیگر را متهم کردند", ar: "{A} [تبادل] الاتهامات",
        ur: "{A} نے ایک دوسرے پر الزام لگایا")),
    .reject: PhraseSet(
      to: Phrase(
        en: "{A} [rebuffs|rebuff] {R}", fa: "{A} خواست {R} را رد [کرد|کردند]", ar: "{A} [رفض] طلب {R}",
        ur: "{A} نے {R} کا مطالبہ مسترد کیا"),
      alone: Phrase(
        en: "{A} [refuses|refuse]", fa: "{A} مخالفت [کرد|کردند]", ar: "{A} [علن] الرفض", ur: "{A} نے انکار کیا")),
    .threaten: PhraseSet(
      to: Phrase(
        en: "{A} [threatens|threaten] {R}", fa: "{A} {R} را تهدید [کرد|کردند]", ar: "{A} [هدد] {R}",
        ur: "{A} نے {R} کو دھمکی دی"),
      alone: Phrase(
        en: "{A} [issues|issue] a threat", fa: "{A} تهدید [کرد|کردند]", ar: "{A} [طلق] تهديدا", ur: "{A} نے دھمکی دی"),
      together: Phrase(
        en: "{A} threaten each other", fa: "{A} یکدیگر را تهدید کردند", ar: "{A} [تبادل] التهديدات",
        ur: "{A} نے ایک دوسرے کو دھمکی دی")),
    .protest: PhraseSet(
      to: Phrase(
        en: "{A} [protests|protest] against {R}{P}", fa: "{A}{P} علیه {R} اعتراض [کرد|کردند]",
        ar: "{A} [حتج] على {R}{P}", ur: "{A} نے {P}{R} کے خلاف احتجاج کیا"),
      alone: Phrase(
        en: "{A} [protests|protest]{P}", fa: "{A}{P} اعتراض [کرد|کردند]", ar: "{A} [حتج]{P}",
        ur: "{A} نے {P}احتجاج کیا")),
    .sanction: PhraseSet(
      to: Phrase(
        en: "{A} [downgrades|downgrade] relations with {R}", fa: "{A} روابط با {R} را کاهش [داد|دادند]",
        ar: "{A} [خفض] العلاقات مع {R}", ur: "{A} نے {R} سے تعلقات محدود کیے"),
      alone: Phrase(
        en: "{A} [imposes|impose] penalties", fa: "{A} مجازات وضع [کرد|کردند]", ar: "{A} [فرض] عقوبات",
        ur: "{A} نے پابندیاں لگائیں"),
      together: Phrase(
        en: "{A} downgrade their relations", fa: "{A} روابط خود را کاهش دادند", ar: "{A} [خفض] العلاقات المتبادلة",
        ur: "{A} نے باہمی تعلقات محدود کیے")),
    .mobilize: PhraseSet(
      to: Phrase(
        en: "{A} [mobilizes|mobilize] forces against {R}{P}", fa: "{A}{P} علیه {R} نیرو بسیج [کرد|کردند]",
        ar: "{A} [حشد] قوات ضد {R}{P}", ur: "{A} نے {P}{R} کے خلاف نفری تعینات کی"),
      alone: Phrase(
        en: "{A} [mobilizes|mobilize] forces{P}", fa: "{A}{P} نیرو بسیج [کرد|کردند]", ar: "{A} [حشد] قوات{P}",
        ur: "{A} نے {P}نفری تعینات کی")),
    .coerce: PhraseSet(
      to: Phrase(
        en: "{A} [imposes|impose] restrictions on {R}{P}", fa: "{A}{P} {R} را محدود [کرد|کردند]",
        ar: "{A} [فرض] قيودا على {R}{P}", ur: "{A} نے {P}{R} پر پابندیاں لگائیں"),
      alone: Phrase(
        en: "{A} [imposes|impose] restrictions{P}", fa: "{A}{P} محدودیت وضع [کرد|کردند]", ar: "{A} [فرض] قيودا{P}",
        ur: "{A} نے {P}پابندیاں لگائیں")),
    .assault: PhraseSet(
      to: Phrase(
        en: "{A} [attacks|attack] {R}{P}{I}", fa: "{A}{I} به {R}{P} حمله [کرد|کردند]", ar: "{A} [هاجم] {R}{P}{I}",
        ur: "{A} نے {P}{R} پر {I}حملہ کیا"),
      alone: Phrase(
        en: "{A} [carries|carry] out an attack{P}{I}", fa: "{A}{P}{I} حمله [کرد|کردند]", ar: "{A} [شن] هجوما{P}{I}",
        ur: "{A} نے {P}{I}حملہ کیا"),
      together: Phrase(
        en: "{A} exchange attacks{P}{I}", fa: "{A}{P}{I} به یکدیگر حمله کردند", ar: "{A} [تبادل] الهجمات{P}{I}",
        ur: "{A} نے {P}ایک دوسرے پر {I}حملے کیے")),
  ]

  private static let byMode: [String: PhraseSet] = [
    "CONSULT visit": PhraseSet(
      to: Phrase(
        en: "{A} [visits|visit] {R}", fa: "{A} از {R} دیدار [کرد|کردند]", ar: "{A} [زور] {R}",
        ur: "{A} نے {R} کا دورہ کیا"),
      alone: Phrase(
        en: "{A} [pays|pay] a visit{P}", fa: "{A}{P} دیدار [کرد|کردند]", ar: "{A} [قوم] بزيارة{P}",
        ur: "{A} نے {P}دورہ کیا")),
    "CONSULT phone": PhraseSet(
      to: Phrase(
        en: "{A} [speaks|speak] with {R} by telephone", fa: "{A} با {R} تلفنی گفت‌وگو [کرد|کردند]",
        ar: "{A} [جري] محادثات هاتفية مع {R}", ur: "{A} نے {R} سے ٹیلی فون پر بات کی"),
      alone: Phrase(
        en: "{A} [speaks|speak] by telephone", fa: "{A} تلفنی گفت‌وگو [کرد|کردند]", ar: "{A} [جري] محادثات هاتفية",
        ur: "{A} نے ٹیلی فون پر بات کی"),
      together: Phrase(
        en: "{A} speak by telephone", fa: "{A} تلفنی گفت‌وگو کردند", ar: "{A} [جري] محادثات هاتفية",
        ur: "{A} نے ٹیلی فون پر بات کی")),
    "RETREAT release": PhraseSet(
      to: Phrase(
        en: "{A} [releases|release] captives of {R}", fa: "{A} اسیران {R} را آزاد [کرد|کردند]",
        ar: "{A} [فرج] عن أسرى من {R}", ur: "{A} نے {R} کے قیدی رہا کیے"),
      alone: Phrase(
        en: "{A} [releases|release] captives{P}", fa: "{A}{P} اسیران را آزاد [کرد|کردند]", ar: "{A} [فرج] عن أسرى{P}",
        ur: "{A} نے {P}قیدی رہا کیے"),
      together: Phrase(
        en: "{A} exchange captives", fa: "{A} اسیران را مبادله کردند", ar: "{A} [تبادل] الأسرى",
        ur: "{A} نے قیدیوں کا تبادلہ کیا")),
    "RETREAT withdraw": PhraseSet(
      to: Phrase(
        en: "{A} [withdraws|withdraw] before {R}{P}", fa: "{A}{P} در برابر {R} عقب‌نشینی [کرد|کردند]",
        ar: "{A} [نسحب] أمام {R}{P}", ur: "{A} نے {P}{R} کے سامنے انخلا کیا"),
      alone: Phrase(
        en: "{A} [withdraws|withdraw]{P}", fa: "{A}{P} عقب‌نشینی [کرد|کردند]", ar: "{A} [نسحب]{P}",
        ur: "{A} نے {P}انخلا کیا")),
    "RETREAT ceasefire": PhraseSet(
      to: Phrase(
        en: "{A} [observes|observe] a ceasefire with {R}", fa: "{A} آتش‌بس با {R} را اجرا [کرد|کردند]",
        ar: "{A} [نفذ] وقف إطلاق النار مع {R}", ur: "{A} نے {R} کے ساتھ جنگ بندی پر عمل کیا"),
      alone: Phrase(
        en: "{A} [observes|observe] a ceasefire{P}", fa: "{A}{P} آتش‌بس را اجرا [کرد|کردند]",
        ar: "{A} [نفذ] وقف إطلاق النار{P}", ur: "{A} نے {P}جنگ بندی پر عمل کیا")),
    "ACCUSE disapprove": PhraseSet(
      to: Phrase(
        en: "{A} [condemns|condemn] {R}", fa: "{A} {R} را محکوم [کرد|کردند]", ar: "{A} [دين] {R}",
        ur: "{A} نے {R} کی مذمت کی"),
      alone: Phrase(
        en: "{A} [voices|voice] condemnation", fa: "{A} اعلام محکومیت [کرد|کردند]", ar: "{A} [علن] الإدانة",
        ur: "{A} نے مذمت کی"),
      together: Phrase(
        en: "{A} condemn each other", fa: "{A} یکدیگر را محکوم کردند", ar: "{A} [تبادل] الإدانات",
        ur: "{A} نے ایک دوسرے کی مذمت کی")),
    "ACCUSE investigate": PhraseSet(
      to: Phrase(
        en: "{A} [opens|open] an inquiry into {R}", fa: "{A} دربارهٔ {R} تحقیق [کرد|کردند]", ar: "{A} [حقق] بشأن {R}",
        ur: "{A} نے {R} کے بارے میں تحقیقات کیں"),
      alone: Phrase(
        en: "{A} [opens|open] an inquiry{P}", fa: "{A}{P} تحقیق [کرد|کردند]", ar: "{A} [فتح] تحقيقا{P}",
        ur: "{A} نے {P}تحقیقات کیں")),
    "PROTEST strike": PhraseSet(
      to: Phrase(
        en: "{A} [goes|go] on strike against {R}{P}", fa: "{A}{P} علیه {R} اعتصاب [کرد|کردند]",
        ar: "{A} [ضرب] عن العمل احتجاجا على {R}{P}", ur: "{A} نے {P}{R} کے خلاف ہڑتال کی"),
      alone: Phrase(
        en: "{A} [goes|go] on strike{P}", fa: "{A}{P} اعتصاب [کرد|کردند]", ar: "{A} [ضرب] عن العمل{P}",
        ur: "{A} نے {P}ہڑتال کی")),
    "SANCTION convict": PhraseSet(
      to: Phrase(
        en: "{A} [sentences|sentence] {R}{P}", fa: "{A}{P} {R} را به مجازات محکوم [کرد|کردند]",
        ar: "{A} [صدر] حكما على {R}{P}", ur: "{A} نے {P}{R} کو سزا سنائی"),
      alone: Phrase(
        en: "{A} [passes|pass] sentence{P}", fa: "{A}{P} حکم محکومیت صادر [کرد|کردند]", ar: "{A} [صدر] حكما{P}",
        ur: "{A} نے {P}سزا سنائی")),
    "SANCTION expel": PhraseSet(
      to: Phrase(
        en: "{A} [expels|expel] people of {R}", fa: "{A} اتباع {R} را اخراج [کرد|کردند]", ar: "{A} [طرد] رعايا {R}",
        ur: "{A} نے {R} کے لوگوں کو نکال دیا"),
      alone: Phrase(
        en: "{A} [carries|carry] out expulsions{P}", fa: "{A}{P} افرادی را اخراج [کرد|کردند]",
        ar: "{A} [نفذ] عمليات طرد{P}", ur: "{A} نے {P}لوگوں کو نکال دیا")),
    "COERCE arrest": PhraseSet(
      to: Phrase(
        en: "{A} [arrests|arrest] people of {R}{P}", fa: "{A}{P} افرادی از {R} را بازداشت [کرد|کردند]",
        ar: "{A} [عتقل] أشخاصا من {R}{P}", ur: "{A} نے {P}{R} کے لوگوں کو گرفتار کیا"),
      alone: Phrase(
        en: "{A} [makes|make] arrests{P}", fa: "{A}{P} افرادی را بازداشت [کرد|کردند]", ar: "{A} [نفذ] اعتقالات{P}",
        ur: "{A} نے {P}گرفتاریاں کیں")),
    "ASSAULT abduct": PhraseSet(
      to: Phrase(
        en: "{A} [abducts|abduct] people of {R}{P}", fa: "{A}{P} افرادی از {R} را [ربود|ربودند]",
        ar: "{A} [خطف] أشخاصا من {R}{P}", ur: "{A} نے {P}{R} کے لوگوں کو اغوا کیا"),
      alone: Phrase(
        en: "{A} [carries|carry] out an abduction{P}", fa: "{A}{P} افرادی را [ربود|ربودند]",
        ar: "{A} [خطف] أشخاصا{P}", ur: "{A} نے {P}لوگوں کو اغوا کیا")),
    "ASSAULT heavy-weapons": strike, "ASSAULT drone": strike, "ASSAULT aerial": strike,
  ]

  private static let strike = PhraseSet(
    to: Phrase(
      en: "{A} [strikes|strike] {R}{P}{I}", fa: "{A}{I} به {R}{P} حمله [کرد|کردند]", ar: "{A} [قصف] {R}{P}{I}",
      ur: "{A} نے {P}{R} پر {I}حملہ کیا"),
    alone: Phrase(
      en: "{A} [carries|carry] out strikes{P}{I}", fa: "{A}{P}{I} حمله [کرد|کردند]", ar: "{A} [شن] هجوما{P}{I}",
      ur: "{A} نے {P}{I}حملہ کیا"),
    together: Phrase(
      en: "{A} exchange strikes{P}{I}", fa: "{A}{P}{I} به یکدیگر حمله کردند", ar: "{A} [تبادل] القصف{P}{I}",
      ur: "{A} نے {P}ایک دوسرے پر {I}حملے کیے"))
}
