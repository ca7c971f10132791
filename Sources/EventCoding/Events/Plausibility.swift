import ArabicScript
import NewsEvents

/// What speaks against an event whatever its evidence: a figure of speech, business, ceremony, a journey at home.
///
/// Facts of the domain: PLOVER codes what political actors do to one another, so that thanks and congratulations are
/// events between countries, a dismissal is an expulsion only for somebody from abroad, companies that make contracts
/// are business, and who travels in the own country visits nobody.
struct Plausibility {
  let text: AnalyzedText
  let reading: SentenceReading
  let clause: Clause
  let phrases: [Phrase]
  let trigger: CoderTables.Trigger

  /// Why the event is none, or nil. O(tokens of the clause).
  func lacks(_ event: CodedEvent) -> Rejection? {
    if isLifted(event.site) || isJudged(event.site) { return .content }
    if isAimed(event.site) { return .unreal }
    if isFigurative(event) { return .figurative }
    if isRoutine(event) { return .routine }
    return nil
  }

  // MARK: The opposite

  /// إلغاء قرار حظر التصدير, لغو تحریم‌ها, پابندیاں اٹھانے: what is lifted is not imposed.
  private func isLifted(_ site: EventSite) -> Bool {
    // حظر is written like a verb.
    guard site.kind == .noun || text.language == .arabic && site.kind == .verb,
      site.type == .coerce || site.type == .sanction
    else { return false }
    switch text.language {
    case .arabic, .persian:
      let from = max(reading.tokens.lowerBound, site.tokens.lowerBound - 2)
      return holds(Plausibility.lifting, from ..<| site.tokens.lowerBound)
    case .urdu:
      return holds(
        Plausibility.lifting, site.tokens.upperBound ..<| min(reading.tokens.upperBound, site.tokens.upperBound + 3))
    }
  }

  // MARK: Only thought of

  /// مذاکره با تهران را کارسازتر خواند: what is called good or bad was not done thereby; of a deed of force it may be said.
  private func isJudged(_ site: EventSite) -> Bool {
    guard text.language == .persian, site.kind == .noun, site.type != .assault, site.type != .coerce,
      site.type != .protest, var at = phrases.firstIndex(where: { $0.tokens.overlaps(site.tokens) })
    else { return false }
    // The noun's own prepositions stand between it and را.
    while !phrases[at].isObject {
      guard at + 1 < phrases.count, phrases[at + 1].marker?.lowerBound == phrases[at].tokens.upperBound else {
        return false
      }
      at += 1
    }
    return holds(Plausibility.judging, phrases[at].tokens.upperBound ..<| clause.end)
  }

  /// أنظمة تهدف إلى تدمير الطائرات: what somebody aims at.
  private func isAimed(_ site: EventSite) -> Bool {
    guard text.language == .arabic, site.kind == .noun || site.kind == .light else { return false }
    return holds(
      Plausibility.aiming, max(reading.tokens.lowerBound, site.tokens.lowerBound - 3) ..<| site.tokens.lowerBound)
  }

  // MARK: Figures of speech

  /// تكثيف الحوار, ضرورت گفت‌وگو, مذاکرات کی اہمیت: talks as a good thing, not held.
  private func isTalkInGeneral(_ site: EventSite) -> Bool {
    guard site.kind == .noun else { return false }
    switch text.language {
    case .arabic, .persian:
      let from = max(reading.tokens.lowerBound, site.tokens.lowerBound - 1)
      return holds(Plausibility.inGeneral, from ..<| site.tokens.lowerBound)
    case .urdu:
      let end = site.tokens.upperBound
      return holds(Plausibility.inGeneral, end ..<| min(reading.tokens.upperBound, end + 3))
    }
  }

  private func isFigurative(_ event: CodedEvent) -> Bool {
    switch event.site.type {
    case .assault: return isSalute(event) || isCount(event.site)
    case .coerce: return isRank(event) || isStopOfThings(event) || isTraffic(event)
    case .protest: return isAircraft(event.site) || isClosedByState(event) || isDiplomatic(event)
    case .reject: return declinesToSpeak(event.site)
    case .request: return isMereWish(event)
    case .consult: return isTalkInGeneral(event.site)
    case .accuse: return isSentence(event)
    default: return false
    }
  }

  /// ۲۱ گلوله توپ به افتخار … شلیک شد: shots in honour of somebody.
  private func isSalute(_ event: CodedEvent) -> Bool {
    guard event.counts.isEmpty, event.modes.contains("firearms") || event.modes.contains("heavy-weapons") else {
      return false
    }
    return holds(Plausibility.honour, clause.start ..<| clause.end)
  }

  /// ہلاکتوں کی مجموعی تعداد: a number of deaths over a time.
  private func isCount(_ site: EventSite) -> Bool {
    guard text.language == .urdu, site.kind == .noun else { return false }
    return holds(
      Plausibility.number, site.tokens.upperBound ..<| min(reading.tokens.upperBound, site.tokens.upperBound + 4))
  }

  /// احتلت المرتبة الأولى: who takes a rank occupies no land.
  private func isRank(_ event: CodedEvent) -> Bool {
    guard text.language == .arabic, event.modes.contains("seize"), event.site.kind == .verb else { return false }
    let end = event.site.tokens.upperBound
    return holds(Plausibility.ranks, end ..<| min(reading.tokens.upperBound, end + 8))
  }

  /// أوقفت الشركة الإمدادات: أوقف arrests people and stops things.
  private func isStopOfThings(_ event: CodedEvent) -> Bool {
    guard text.language == .arabic, event.site.kind == .verb, event.modes.contains("arrest"),
      event.counts.arrested == nil
    else { return false }
    let codes = text.codes(text.tokens[event.site.tokens.lowerBound])
    let isStop = codes.indices.dropLast(2).contains {
      codes[$0] == LetterCode.waw && codes[$0 + 1] == LetterCode.qaf && codes[$0 + 2] == LetterCode.feh
    }
    guard isStop else { return false }
    if event.recipients.contains(where: { $0.isPerson || ($0.sector ?? "GOV") != "GOV" && $0.country != "MNC" }) {
      return false
    }
    return !MarkerScan(reading: reading).any(.person, in: clause.start ..<| clause.end)
  }

  /// به پرداخت جریمه محکوم شد: a court sentences, it does not condemn.
  private func isSentence(_ event: CodedEvent) -> Bool {
    text.language == .persian && event.modes.contains("disapprove")
      && holds(Plausibility.condemned, event.site.tokens)
      && holds(Plausibility.punishment, clause.start ..<| event.site.tokens.lowerBound)
  }

  /// مسیر توسط پلیس مسدود شد: a closed road is no closed paper.
  private func isTraffic(_ event: CodedEvent) -> Bool {
    text.language == .persian && event.modes.contains("censor")
      && holds(Plausibility.roads, clause.start ..<| clause.end)
  }

  /// طائرة إسرائيلية مسيرة: a drone is written like a march.
  private func isAircraft(_ site: EventSite) -> Bool {
    guard text.language == .arabic, site.tokens.count == 1 else { return false }
    let from = max(reading.tokens.lowerBound, site.tokens.lowerBound - 4)
    return holds(Plausibility.aircraft, from ..<| site.tokens.lowerBound)
  }

  /// المغرب يحتج لدى …: a state that protests complains, it does not march.
  private func isDiplomatic(_ event: CodedEvent) -> Bool {
    text.language == .arabic && event.site.kind == .verb && event.ownAgent
      && event.actors.allSatisfy { $0.country != nil && !$0.isAdjective && ($0.sector ?? "GOV") == "GOV" }
  }

  /// The police that closes a road protests against nothing.
  private func isClosedByState(_ event: CodedEvent) -> Bool {
    event.ownAgent && event.modes.contains("obstruct")
      && event.actors.allSatisfy { ["GOV", "COP", "MIL", "JUD"].contains($0.sector ?? "") }
  }

  /// از اظهار نظر خودداری کرد: who says nothing refuses nobody anything.
  private func declinesToSpeak(_ site: EventSite) -> Bool {
    switch text.language {
    case .persian: holds(Plausibility.comment, clause.start ..<| site.tokens.lowerBound)
    case .urdu:
      holds(
        Plausibility.comment,
        max(clause.start, site.tokens.lowerBound - 5) ..<| site.tokens.lowerBound)
    case .arabic:
      holds(
        Plausibility.comment, site.tokens.upperBound ..<| min(reading.tokens.upperBound, site.tokens.upperBound + 4))
    }
  }

  /// به هر کشوری که خواست: خواستن asks only when it says of whom or what.
  private func isMereWish(_ event: CodedEvent) -> Bool {
    let site = event.site
    guard text.language == .persian, site.kind == .form || site.kind == .noun, site.tokens.count == 1,
      holds(Plausibility.wish, site.tokens), event.recipients.isEmpty
    else { return false }
    if phrases.contains(where: { $0.set.has(.from) && $0.tokens.lowerBound < site.tokens.lowerBound }) { return false }
    let next = site.tokens.upperBound
    guard next < reading.tokens.upperBound else { return true }
    return !holds(Plausibility.persianThat, next ..<| next + 1)
  }

  // MARK: Routine

  private func isRoutine(_ event: CodedEvent) -> Bool {
    let countries = event.actors.distinctCountries(with: event.recipients)
    switch event.site.type {
    case .support:
      if trigger.isCourtesy, countries < 2 { return true }
      // "Support" as a noun is somebody's for somebody.
      if !event.site.isVerbal, !trigger.mutual, text.language == .arabic {
        return event.actors.isEmpty || event.recipients.isEmpty && !event.ownAgent
          || countries < 2 && !event.recipients.isEmpty && !event.ownAgent
      }
    case .retreat where text.language == .arabic && event.recipients.isEmpty:
      // شركة ألمانية انسحبت من السوق: a nationality alone withdraws nothing.
      if !event.actors.isEmpty, event.actors.allSatisfy({ $0.isAdjective && $0.sector == nil }) { return true }
    case .agree:
      // Who calls on the people to come invites no party.
      if countries < 2, !event.recipients.isEmpty,
        event.recipients.allSatisfy({ ["CVL", "LAB"].contains($0.sector ?? "") })
      {
        return true
      }
      // A court that grants bail or accepts a plea makes no agreement.
      if isOfCourts(event) { return true }
      if text.language == .arabic, event.site.kind == .noun, !event.ownAgent, event.recipients.isEmpty { return true }
    case .coerce where !event.modes.allSatisfy({ !["misinformation", "censor", "restrict"].contains($0) }):
      // What a paper prints or a company blocks is nobody's use of power.
      return all(event).allSatisfy { $0.country == "MNC" || ["BUS", "JRN"].contains($0.sector ?? "") }
    case .request where event.recipients.isEmpty:
      // Motions and orders in court ask nobody in politics.
      if isOfCourts(event) { return true }
    case .sanction where trigger.isDismissal:
      return countries < 2 && !event.recipients.contains { ["REF", "CVL", "JRN"].contains($0.sector ?? "") }
    case .consult where trigger.mutual && countries < 2 && event.recipients.isEmpty && event.actors.count < 2:
      // A cabinet or parliament in session meets nobody.
      if event.actors.allSatisfy({ $0.country.map { PartyMention.isState($0) } ?? true }) { return true }
    case .consult where trigger.mode == "visit" && !trigger.mutual:
      if event.actors.isEmpty { return true }
      // به ریاض رفت, توجه إلى الرياض: going somewhere is a visit when somebody of a government goes to another country.
      if event.weight <= 2, event.site.kind == .verb,
        !event.actors.contains(where: { $0.isPerson && $0.sector == "GOV" }) || countries < 2
      {
        return true
      }
      // وصول القوات إلى …: forces that arrive visit nobody.
      if event.actors.allSatisfy({ !$0.isPerson && Plausibility.forces.contains($0.sector ?? "") }) { return true }
      if countries < 2, event.recipients.isEmpty, !isAbroad(event) { return true }
      return isJourneyAtHome(event)
    default: break
    }
    // گفتگو با خبرنگاران: an interview.
    if event.site.type == .consult, countries < 2, all(event).contains(where: { $0.sector == "JRN" }) { return true }
    // A parliament or a party musters support, not troops.
    if event.site.type == .mobilize, !event.actors.isEmpty,
      event.actors.allSatisfy({ Plausibility.unarmed.contains($0.sector ?? "") })
    {
      return true
    }
    // یک کارشناس آمریکایی گفت از دولت ایران حمایت نمی‌کنم: a private person's words.
    if SentenceCoder.verbal.contains(event.site.type), !event.actors.isEmpty, event.actors.allSatisfy(\.isPrivate) {
      return true
    }
    let isDealing = [.agree, .consult, .cooperate, .support, .retreat].contains(event.site.type)
    // The host that only the place supplies makes no politics of business.
    let all = all(event).filter { !$0.isAlias || $0.tokens != event.site.tokens }
    return isDealing && !all.isEmpty && all.allSatisfy { $0.country == "MNC" || $0.sector == "BUS" }
  }

  private func isOfCourts(_ event: CodedEvent) -> Bool {
    !event.actors.isEmpty && event.actors.allSatisfy { $0.sector == "JUD" }
  }

  private func all(_ event: CodedEvent) -> [PartyMention] { event.actors + event.recipients }

  private static let forces: [PartyCode] = ["MIL", "REB", "UAF", "PRM"]
  private static let unarmed: [PartyCode] = ["LEG", "CVL", "JRN", "EDU", "BUS", "PTY", "OPP", "JUD", "MED"]

  /// سفر رئیس جمهور به گیلان: the host's country is the traveller's own, or the traveller's is the outlet's own and unsaid.
  private func isJourneyAtHome(_ event: CodedEvent) -> Bool {
    guard !event.recipients.isEmpty,
      event.recipients.allSatisfy({ $0.sector == nil && ($0.entity == nil || $0.isCountryItself) })
    else {
      return false
    }
    let hosts = Set(event.recipients.compactMap(\.country))
    let travellers = Set(event.actors.compactMap(\.country))
    return hosts.count == 1 && (travellers.isEmpty || travellers == hosts)
  }

  /// A visit whose host is not said happens abroad when its place does.
  private func isAbroad(_ event: CodedEvent) -> Bool {
    guard let place = event.place?.country else { return false }
    return !event.actors.contains { $0.country == place }
  }

  // MARK: Words

  private func holds(_ set: WordSet, _ range: Range<Int>) -> Bool {
    range.contains { reading.tokens.contains($0) && set.contains(text.tokens[$0].hash) }
  }

  private static let honour = WordSet(
    ("افتخار تشریفات سلام", .persian), ("سلامی اعزاز", .urdu), ("تحية ترحيبا تكريما", .arabic))
  private static let ranks = WordSet(
    "المرتبة مرتبة المركز مركزا المكانة مكانة الصدارة صدارة الريادة موقعا الرتبة حيزا مساحة", .arabic)
  private static let aircraft = WordSet("طائرة طائرات الطائرة الطائرات بطائرة بطائرات طائرتين", .arabic)
  private static let comment = WordSet(
    ("اظهارنظر نظر توضیح پاسخگویی", .persian), ("تبصرہ تبصرے", .urdu),
    ("التعليق التعقيب الإدلاء الكشف الإفصاح الخوض الإجابة", .arabic))
  private static let lifting = WordSet(
    ("إلغاء رفع إنهاء تخفيف لإلغاء لرفع برفع بإلغاء", .arabic), ("لغو رفع تعلیق کاهش", .persian),
    ("اٹھانے اٹھا اٹھائے ہٹانے ہٹا ختم خاتمے خاتمہ نرم نرمی", .urdu))
  private static let roads = WordSet("مسیر جاده محور راه خیابان معبر گردنه اتوبان بزرگراه", .persian)
  private static let number = WordSet("تعداد", .urdu)
  private static let condemned = WordSet("محکوم", .persian)
  private static let punishment = WordSet(
    "حبس زندان جریمه پرداخت ضبط اعدام شلاق جزای نقدی قصاص تبعید مجازات", .persian)
  private static let inGeneral = WordSet(
    ("تكثيف تعزيز تطوير تفعيل ضرورة أهمية تشجيع آليات قنوات سبل طاولة ثقافة لغة القدرة", .arabic),
    ("ضرورت اهمیت گسترش تقویت فرهنگ باب میز", .persian), ("ضرورت اہمیت فروغ میز دروازے", .urdu))
  private static let judging = WordSet(
    """
    خواند خواندند خوانده دانست دانستند دانسته نامید نامیدند توصیف ارزیابی قلمداد شمرد شمردند برشمرد برشمردند
    """, .persian)
  private static let aiming = WordSet("تهدف يهدف هدفت الهادف الهادفة الهادفين ترمي يرمي الرامي الرامية", .arabic)
  private static let wish = WordSet("خواست خواسته", .persian)
  private static let persianThat = WordSet("که تا :", .persian)
}
