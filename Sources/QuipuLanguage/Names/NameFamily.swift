/// The kind of thing that a class of names is: classes of one family say the same, one more exactly than the other.
public enum NameFamily: Sendable, Equatable {
  case person, place, organization, other
}
