import Testing

@testable import QuipuLanguage

@Suite struct StateBodiesTests {
  private func joined(_ text: String) -> String {
    LabelledWords(
      text, lexicon: ["Court": [.noun], "Authority": [.noun], "COURT": [.noun]],
      gazetteer: ["Norway": (.country, 1), "United": (.country, 2), "Lund": (.city, 1)]
    ).after { StateBodies.join($0, place: 2, organization: 1) }
  }

  @Test(arguments: [
    ("[Place Norway] [Organization Department of Fish]", "[Organization Norway Department of Fish]"),
    ("the [Place United States] [Organization Senate] met", "the [Organization United States Senate] met"),
    ("[Organization Supreme Court] of [Place Norway] .", "[Organization Supreme Court of Norway] ."),
    (
      "[Organization Housing Authority] of the [Place Lund Islands]",
      "[Organization Housing Authority of the Lund Islands]"
    ),
  ])
  func bodyAndPlaceAreOneName(_ text: String, _ expected: String) { #expect(joined(text) == expected) }

  @Test(arguments: [
    "[Place Norway] [Organization FBI]", "[Place Norway] 's [Organization Senate]",
    "[Place Lund] [Organization Sparks]",
    "[Organization Fjord] of [Place Norway]", "[Organization COURT] of [Place Norway]",
    "[Organization Court] in [Place Norway]", "[Organization Court] of", "[Organization Court] of the",
    "[Organization Court] of [Place Norway] and [Place Lund]", "[Person Court] of [Place Norway]",
  ])
  func allElseStays(_ text: String) { #expect(joined(text) == text) }
}
