/// The kind of thing that a class of names is: classes of one family say the same, one more exactly than the other.
enum NameFamily: Equatable {
  case person, place, organization, other

  init(_ label: String?) {
    switch label {
    case "Person": self = .person
    case "City", "Country", "AdministrativeArea", "Continent", "NaturalFeature", "Facility", "Place": self = .place
    case "Company", "GovernmentBody", "ArmedForce", "PoliticalParty": self = .organization
    default: self = label?.hasSuffix("Organization") == true ? .organization : .other
    }
  }
}
