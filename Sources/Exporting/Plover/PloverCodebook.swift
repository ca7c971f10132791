import NewsEvents
import TimelineMerging

/// PLOVER 2.0's names and codes (PLOVER_MANUAL.tex, draft of 2024-02-04), and what became of those of older drafts.
enum PloverCodebook {
  static let required = ["id", "date", "actor", "event"]

  static let fields: Set<String> = [
    "id", "has_event", "date", "time", "enddate", "endtime", "actor", "recipient", "event", "event_loc", "event_text",
    "quad_code", "event_scale", "mode", "context", "link", "text", "text_info", "cite_info", "coder", "coded_date",
    "coded_time", "comment", "size",
  ]

  /// Types that a record without a recipient does not make sense of. PROTEST needs none: of the two places of the manual
  /// its section decides, not the slipped column of the summary.
  static let needRecipient: Set<EventType> = [.cooperate, .aid, .sanction]

  static let sectors: Set<String> = [
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU",
    "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC",
  ]

  static let contexts: Set<String> = [
    "military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro_democracy",
    "pro_autocracy", "economic", "legal", "reparations", "human_rights", "rights_freedoms", "repression",
    "human_security", "gender", "lgbt", "religion_ethnicity", "inequality", "diplomatic", "territory", "peacekeeping",
    "health", "asylum", "migration", "disasters", "natural_resource", "environment", "technology", "terrorism", "cbrn",
    "cyber", "misinformation", "crime", "corruption", "illegal_drugs", "trafficking",
  ]

  /// The manual's auxiliary modes; they stand among the contexts.
  static let auxiliary: Set<String> = ["historical", "future", "hypothetical", "negation"]

  static let entityFields: Set<String> = [
    "code", "sector", "entity_text", "identifier_id", "identifier_text", "religion", "ethnicity", "office", "gender",
    "age",
  ]

  /// Names that the manual's example prints where its table has others.
  static let entityExampleNames = [
    "raw_text": "entity_text", "entity_name": "identifier_text", "wikidata_id": "identifier_id",
    "country_name": "code", "sector_code": "sector",
  ]

  static let placeFields: Set<String> = [
    "extracted_place", "resolved_place", "geonameid", "lat", "lon", "city", "district", "province", "country",
    "country_code", "feature_class", "feature_code", "resolution",
  ]

  static let sizeFields: Set<String> = ["dead", "injured", "arrested"]
  static let textFields: Set<String> = ["sequence", "start", "end", "text_story"]

  /// Types of the drafts before 2024-02 and slips of the manual: what to write today.
  static let oldTypes = [
    "DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE with mode disapprove", "INVESTIGATE": "ACCUSE with mode investigate",
    "FIGHT": "ASSAULT", "THREAT": "THREATEN", "CRIME": "ASSAULT, COERCE or SANCTION, with context crime",
  ]

  /// Contexts of CAMEO2PLOVER-2021 that version 2.0 does not have.
  static let oldContexts = ["humanitarian": "human_security", "democracy": "pro_democracy"]

  /// Modes of older drafts that version 2.0 does not have.
  static let oldModes = [
    "assassinate": "targeted", "massacre": "targeted", "ban": "restrict", "cleansing": "targeted or SANCTION expel",
    "return": "no mode", "ease": "no mode", "political": "no mode",
  ]

  /// Members of older drafts.
  static let oldFields = [
    "source": "actor", "target": "recipient", "eventloc": "event_loc", "eventtext": "event_text",
    "event_type": "event", "event_mode": "mode", "event_location": "event_loc", "pub_date": "coded_date or cite_info",
  ]

  /// ISO 3166-1 alpha-3, Kosovo (KOS) and PLOVER's codes for parties without a state.
  static func isCountry(_ code: String) -> Bool {
    code.utf8.count == 3 && code != "XKX" && NameTable.builtin.name(code) != nil
  }

  static let nonState: Set<String> = ["IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"]
}
