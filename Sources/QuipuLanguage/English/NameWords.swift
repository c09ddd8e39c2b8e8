/// Words around and inside names. Data only.
enum NameWords {
  /// Lower-case parts of personal and place names.
  static let particles =
    "al el de del della der den di da dos das du van von bin ibn ben abu la le les ter ten af av zu y e o'"
  /// May join two capitalised stretches of one name: 'Council on Foreign Relations', 'Bank for International Settlements'.
  static let connectors = "of for on and & the in to against at"
  /// Begin a stretch that 'of', 'for', 'on' may continue.
  static let openers =
    "institute institution university college school academy ministry department office bureau bank council committee commission society association federation union league church house court centre center museum library fund foundation agency board chamber campaign coalition alliance network group movement party front army republic kingdom state gulf bay strait cape isle sea battle siege treaty declaration convention congress parliament assembly organisation organization confederation community conference forum festival secretary international national daughters sons knights order faculty hospital port islands commonwealth duchy emirates states bishop archbishop duke tower palace cathedral corps lodge brotherhood guild legion"
  /// Words that say something of a name when they stand just before it (before) or just after it (after): class, weight.
  static let contexts: [(side: Side, words: String, label: String, weight: Int)] = [
    (.before, "in near at outside inside across throughout around", "City", 2),
    (.before, "from", "City", 1),
    (.before, "mr mrs ms dr sir", "Person", 6),
    (
      .before,
      "founded acquired bought startup firm company maker subsidiary airline carmaker retailer bank brewer insurer lender operator",
      "Company", 2
    ),
    (.before, "website newspaper magazine blog newsgroup broadcaster site portal", "MediaOrganization", 4),
    (.before, "city town village", "City", 4),
    (.before, "robot app software tool ship vessel frigate rocket satellite", "Product", 4),
    (.before, "island river lake mount", "NaturalFeature", 4),
    (.beforeComma, "capital city town village port", "City", 5),
    (
      .beforeComma,
      "president minister chairman spokesman spokeswoman wife husband son daughter brother sister founder director leader",
      "Person", 5
    ),
    (
      .beforeOf,
      "president premier government parliament people army citizens king queen republic exports imports invasion",
      "Country", 2
    ),
    (.beforeOf, "capital", "Country", 3),
    (.beforeOf, "city town village mayor port suburb outskirts", "City", 4),
    (.beforeOf, "region province state county district governor governorate oblast", "AdministrativeArea", 4),
    (.beforeOf, "chairman ceo shares shareholders founder co-founder subsidiary director", "Company", 2),
    (.beforeOf, "island coast river lake", "NaturalFeature", 3),
    (
      .after, "said says told added argued explained wrote writes asked believes thinks noted stated warned tweeted",
      "Person", 2
    ),
    (.after, "was-born born died married", "Person", 4),
    (
      .afterGenitive,
      "president government parliament economy exports imports currency army capital ambassador border borders foreign prime trade people population military",
      "Country", 3
    ),
    (.afterGenitive, "wife husband father mother son daughter brother sister lawyer family", "Person", 3),
    (.afterGenitive, "shares shareholders products customers chief headquarters profits revenue", "Company", 3),
    (.after, "troops forces soldiers", "Country", 1),
    (.after, "region province district county oblast governorate", "AdministrativeArea", 3),
    (.after, "city", "City", 3),
    (.after, "capital", "Country", 3),
    (.after, "shares stock", "Company", 3),
    (.apposition, "city town village port capital suburb", "City", 4),
    (.apposition, "company firm startup maker bank retailer carmaker manufacturer", "Company", 4),
    (.apposition, "country nation", "Country", 4),
    (.apposition, "newspaper website magazine broadcaster", "MediaOrganization", 4),
    (.apposition, "group organization organisation charity", "Organization", 3),
    (.apposition, "island river lake mountain", "NaturalFeature", 3),
  ]

  enum Side: Sendable { case before, beforeOf, beforeComma, after, afterGenitive, apposition }
}
