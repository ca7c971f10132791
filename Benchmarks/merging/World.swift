import NewsEvents

/// The people, groups and places of the synthetic news: invented cities and organisations in real countries.
struct World {
  struct Country {
    var code: String
    /// State institutions, the state itself first.
    var institutions: [Party]
    var places: [Place]
  }

  let countries: [Country]
  /// Armed groups and the index of the country they live in.
  let groups: [(party: Party, home: Int)]
  /// Which country is in the news: a few most of the time.
  private let prominence: PowerLaw
  private let groupProminence: PowerLaw

  static let codes = [
    "IRN", "PAK", "IRQ", "SAU", "ISR", "AFG", "SYR", "TUR", "IND", "YEM", "LBN", "USA", "EGY", "RUS", "QAT", "JOR",
    "ARE", "CHN", "PSE", "KWT", "LBY", "SDN", "OMN", "BHR", "AZE", "ARM", "UKR", "FRA", "GBR", "DEU", "TJK", "UZB",
    "TKM", "DZA", "TUN", "MAR", "SOM", "JPN", "MYS", "IDN",
  ]

  init(seed: UInt64) {
    var random = Random(seed: seed ^ 0x0077_6F72_6C64)
    let offices: [(id: String, sector: String, name: String)] = [
      ("president", "GOV", "President"), ("foreign-ministry", "GOV", "Foreign Ministry"),
      ("foreign-minister", "GOV", "Foreign Minister"), ("army", "MIL", "Army"), ("police", "COP", "Police"),
    ]
    countries = World.codes.map { code in
      let state = Party(country: code, sector: nil, entity: code, name: nil)
      let institutions =
        [state]
        + offices.map {
          Party(
            country: code, sector: $0.sector, entity: "synthetic:\(code):\($0.id)", name: "\(code) \($0.name)")
        }
      let places = (1...9).map { number in
        Place(
          name: "\(Self.cityName(&random)) \(number)", country: code,
          latitude: Int32(random.below(50_000_000)), longitude: Int32(random.below(90_000_000)),
          entity: "synthetic:\(code):city-\(number)")
      }
      return Country(code: code, institutions: institutions, places: places)
    }
    let homes = PowerLaw(World.codes.count, exponentInTenths: 8)
    groups = (1...80).map { number in
      let home = homes.pick(&random)
      let party = Party(
        country: World.codes[home], sector: "REB", entity: "synthetic:group-\(number)", name: "Front \(number)")
      return (party, home)
    }
    prominence = PowerLaw(World.codes.count, exponentInTenths: 8)
    groupProminence = PowerLaw(groups.count, exponentInTenths: 9)
  }

  func country(_ random: inout Random) -> Int { prominence.pick(&random) }

  func group(_ random: inout Random) -> Int { groupProminence.pick(&random) }

  private static func cityName(_ random: inout Random) -> String {
    let syllables = ["bar", "dan", "kesh", "mir", "naz", "qal", "rud", "sar", "tab", "zan"]
    let name = random.pick(syllables) + random.pick(syllables)
    return name.prefix(1).uppercased() + name.dropFirst()
  }
}
