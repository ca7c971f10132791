/// How a form of a country's name is used.
public enum CountryForm: UInt8, Sendable, Hashable {
  case name, adjective
  /// A capital or an epithet that stands for the state.
  case metonym
  /// A seat of government that stands for the government (sector GOV).
  case government
}

/// A country, territory or PLOVER's own code.
public struct CountryEntry: Sendable, Hashable {
  /// How many bytes a code of a country or sector may have: readers keep one in a word.
  public static let longestCode = 8

  /// ISO 3166-1 alpha-3 or PLOVER's code.
  public var code: String
  public var name: String
  /// First spelling in each language, for titles: en, fa, ar, ur.
  public var display: DisplayNames
}

/// Canonical names for titles and summaries.
public struct DisplayNames: Sendable, Hashable {
  public var en: String
  public var fa: String
  public var ar: String
  public var ur: String

  public init(en: String, fa: String, ar: String, ur: String) {
    self.en = en
    self.fa = fa
    self.ar = ar
    self.ur = ur
  }
}

/// A group, organisation, company, outlet or generic agent.
public struct ActorEntry: Sendable, Hashable {
  public enum Kind: UInt8, Sendable, Hashable, CaseIterable {
    case group, organisation, company, media, generic, alias
  }

  public var id: String
  public var kind: Kind
  /// nil for none; `*` in the table becomes nil with `takesCountry`.
  public var country: String?
  public var sector: String?
  /// A generic agent that takes the country of its neighbour (the Iranian army, its police).
  public var takesCountry: Bool
  public var contexts: [String]
  public var display: DisplayNames
}

/// A term of office: days since 1970-01-01, nil for an open side.
public struct Role: Sendable, Hashable {
  public var country: String?
  public var sector: String?
  /// An `office` id.
  public var office: String?
  public var from: Int32?
  public var until: Int32?
}

public struct PersonEntry: Sendable, Hashable {
  public var id: String
  public var roles: [Role]
  public var display: DisplayNames
}

/// An office or ministry that takes its country from a neighbour.
public struct OfficeEntry: Sendable, Hashable {
  public var id: String
  public var sector: String?
  public var display: DisplayNames
}

public struct PlaceEntry: Sendable, Hashable {
  public enum Feature: UInt8, Sendable, Hashable, CaseIterable {
    case city, region, country, sea, strait, border, site
  }

  public var id: String
  public var country: String?
  /// The id of the region it lies in.
  public var parent: String?
  /// Millionths of a degree.
  public var latitude: Int32?
  public var longitude: Int32?
  public var feature: Feature
  public var display: DisplayNames
}

/// Where a party stands around a trigger.
public enum RoleSlot: Sendable, Hashable {
  /// The clause's subject (Urdu: with نے or unmarked; Arabic: the noun after the verb or before it).
  case subject
  /// The direct object (Persian را, Urdu کو or unmarked, Arabic the second unmarked noun).
  case object
  /// The genitive of a noun: ezafe, iḍāfa, Urdu کا/کے/کی.
  case genitive
  /// An adjective of nationality on a noun (الهجوم الإيراني, ایرانی حملہ).
  case adjective
  /// A literal marker, as folded words: به, على, کے خلاف.
  case marker(String)
}

/// The frame of a trigger in one language; slots are ordered, best first.
public struct Frame: Sendable, Hashable {
  public var agent: [RoleSlot]
  public var recipient: [RoleSlot]
}

public struct TriggerEntry: Sendable, Hashable {
  public var id: String
  /// A PLOVER type's code.
  public var type: String
  public var mode: String?
  public var contexts: [String]
  /// A status that the word itself implies (`planned`, `denied` …).
  public var status: String?
  public var mutual: Bool
  /// 1...9: how surely the word alone means an event.
  public var weight: Int
  /// By language code.
  public var frames: [String: Frame]
}

/// The grammatical features of a matched verb form.
public struct VerbFeatures: OptionSet, Sendable, Hashable {
  public let rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  public static let past = VerbFeatures(rawValue: 1)
  public static let present = VerbFeatures(rawValue: 2)
  public static let future = VerbFeatures(rawValue: 4)
  public static let negated = VerbFeatures(rawValue: 8)
  public static let subjunctive = VerbFeatures(rawValue: 16)
  public static let participle = VerbFeatures(rawValue: 32)
  public static let infinitive = VerbFeatures(rawValue: 64)
  public static let passive = VerbFeatures(rawValue: 128)
  public static let plural = VerbFeatures(rawValue: 256)
  public static let firstPerson = VerbFeatures(rawValue: 512)
  /// The bare stem of an Urdu verb (before چکا, رہا, دیا, کر).
  public static let stem = VerbFeatures(rawValue: 1024)
  public static let dual = VerbFeatures(rawValue: 2048)
  public static let feminine = VerbFeatures(rawValue: 4096)
}

/// A set of function words of one class. `mode` markers add a mode to an event of their type, `context` markers a context.
public struct MarkerEntry: Sendable, Hashable {
  public var id: String
  public var `class`: String
  /// For class `mode`: the PLOVER type and its mode.
  public var modeType: String?
  public var mode: String?
  /// For class `context`.
  public var context: String?
}
