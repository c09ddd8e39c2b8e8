/// Tells what kind of place a name is of: country, administrative area, city, facility or natural feature.
///
/// By the gazetteer where the whole name is in it, by its last or first word ('River', 'Airport', 'Lake …') otherwise;
/// 'Place' when neither tells.
public struct PlaceKinds: Sendable {
  static let place = "Place"
  /// The classes that a place may be given.
  public static let all = ["Country", "AdministrativeArea", "City", "Facility", "NaturalFeature"]

  /// Of words that end a name, then of words that begin one, by the hash of the folded form.
  private let last: [UInt32: String]
  private let first: [UInt32: String]

  init() {
    var last: [UInt32: String] = [:]
    var first: [UInt32: String] = [:]
    for (kind, words) in PlaceWords.last {
      for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) { last[FeatureHash.word(word)] = kind }
    }
    for (kind, words) in PlaceWords.first {
      for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) { first[FeatureHash.word(word)] = kind }
    }
    (self.last, self.first) = (last, first)
  }

  /// The class name of a place of at least one token.
  func kind(_ name: UnsafePointer<TokenRecord>, count: Int) -> String {
    if let known = known(name, count: count) { return known }
    if count > 1, let kind = last[name[count - 1].folded] ?? first[name[0].folded] { return kind }
    return PlaceKinds.place
  }

  /// By the gazetteer: all tokens are of one entry. The most prominent reading comes first.
  private func known(_ name: UnsafePointer<TokenRecord>, count: Int) -> String? {
    var kinds = name[0].gazetteer & 0xFFFF
    for i in 1..<max(count, 1) { kinds &= name[i].gazetteer >> 16 }
    if count > 0, name[count].gazetteer >> 16 & kinds != 0 { return nil }
    if kinds & GazetteerKind.country.bit != 0 { return "Country" }
    if kinds & GazetteerKind.city.bit != 0 { return "City" }
    if kinds & GazetteerKind.region.bit != 0 { return "AdministrativeArea" }
    if kinds & GazetteerKind.feature.bit != 0 { return "NaturalFeature" }
    if kinds & GazetteerKind.facility.bit != 0 { return "Facility" }
    return nil
  }
}

/// Words that tell kinds of places.
enum PlaceWords {
  static let last: [(kind: String, words: String)] = [
    (
      "NaturalFeature",
      """
      river rivers creek stream brook lake lakes sea ocean gulf bay strait straits channel sound fjord lagoon island \
      islands isle isles archipelago peninsula cape mountain mountains mount peak hill hills range valley canyon gorge \
      desert plain plains plateau basin delta forest woods jungle swamp marsh glacier volcano falls waterfall cave \
      beach coast reef cliffs ridge pass steppe spring springs
      """
    ),
    (
      "Facility",
      """
      airport airfield airbase station terminal port harbor harbour bridge tunnel dam canal road street avenue ave \
      boulevard blvd drive lane highway motorway square plaza park garden gardens zoo stadium arena center centre \
      hall house palace castle fort fortress tower building hotel inn resort restaurant cafe bar pub museum gallery \
      theatre theater cathedral church mosque temple synagogue monastery abbey cemetery hospital clinic prison jail \
      base camp plant mine refinery pipeline warehouse mall market library courthouse embassy monument memorial pier \
      wharf racecourse speedway
      """
    ),
    (
      "AdministrativeArea",
      """
      province oblast region state county district governorate prefecture territory emirate canton department parish \
      municipality township borough shire krai raion republic voivodeship
      """
    ),
    ("City", "city town village"),
  ]

  static let first: [(kind: String, words: String)] = [
    ("NaturalFeature", "lake mount mt mt. cape gulf bay strait isle river sea"),
    ("Facility", "port fort hotel castle camp"),
    ("AdministrativeArea", "province county district municipality state governorate"),
    ("City", "city town village"),
  ]
}
