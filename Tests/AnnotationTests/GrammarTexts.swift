import QuipuTestSupport

/// Seeded English sentences of a small grammar: names of all kinds, values, clauses, quotations, lists.
struct GrammarTexts {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// Sentences in paragraphs of one to six.
  mutating func document(sentences count: Int) -> String {
    var text = ""
    for i in 0..<count {
      text += sentence()
      text += i + 1 == count ? "\n" : Int.random(in: 0..<6, using: &random) == 0 ? "\n\n" : " "
    }
    return text
  }

  private mutating func pick(_ choices: [String]) -> String {
    choices[Int.random(in: 0..<choices.count, using: &random)]
  }

  private mutating func sentence() -> String {
    let text =
      switch Int.random(in: 0..<9, using: &random) {
      case 0: "\(person()) \(pick(GrammarTexts.says)) that \(clause())"
      case 1: "\(time()), \(clause())"
      case 2: "“\(clause().capitalizedFirst),” \(pick(GrammarTexts.says)) \(person()), \(role())"
      case 3: "\(clause().capitalizedFirst), although \(clause())"
      case 4: "\(clause().capitalizedFirst) and \(pick(GrammarTexts.verbs)) \(thing()) \(time())"
      case 5: "\(person()), who \(pick(GrammarTexts.verbs)) \(thing()), didn't comment"
      case 6: "The \(pick(GrammarTexts.nouns)) was \(pick(GrammarTexts.participles)) by \(organization()) \(time())"
      default: "\(clause().capitalizedFirst) \(time())"
      }
    return text + pick([".", ".", ".", ".", "!", "?", "..."])
  }

  private mutating func clause() -> String {
    "\(subject()) \(pick(GrammarTexts.verbs)) \(thing())" + pick(["", "", " in \(place())", " for \(amount())"])
  }

  private mutating func subject() -> String {
    pick([
      person(), organization(), place(), "the \(pick(GrammarTexts.nouns))", "she", "they", "\(place())'s \(role())",
    ])
  }

  private mutating func thing() -> String {
    pick([
      "the \(pick(GrammarTexts.adjectives)) \(pick(GrammarTexts.nouns))",
      "\(organization())'s \(pick(GrammarTexts.nouns))",
      amount(), "its \(pick(GrammarTexts.nouns)), \(pick(GrammarTexts.nouns)) and \(pick(GrammarTexts.nouns))",
      "more than \(Int.random(in: 2...900, using: &random)) \(pick(GrammarTexts.nouns))s",
    ])
  }

  private mutating func person() -> String {
    pick(["", "", "Mr. ", "Dr ", "Prime Minister "]) + pick(GrammarTexts.firstNames) + " "
      + pick(GrammarTexts.lastNames)
  }

  private mutating func role() -> String { pick(["a", "the"]) + " " + pick(GrammarTexts.roles) }

  private mutating func organization() -> String { pick(GrammarTexts.heads) + " " + pick(GrammarTexts.tails) }

  private mutating func place() -> String { pick(GrammarTexts.places) }

  private mutating func amount() -> String {
    let number = Int.random(in: 1...980, using: &random)
    return pick([
      "$\(number) million", "€\(number).5bn", "\(number)%", "about \(number),000 tonnes", "\(number) percent",
    ])
  }

  private mutating func time() -> String {
    let day = Int.random(in: 1...28, using: &random)
    let year = Int.random(in: 1950...2025, using: &random)
    return pick([
      "on \(day) May \(year)", "in \(year)", "last Tuesday", "since March \(day), \(year)", "a year earlier",
      "during the first half of \(year)", "at \(day % 12 + 1):30 p.m.",
    ])
  }

  private static let firstNames = ["Ann", "Paula", "Omar", "Li", "José", "Ngozi", "Aylin", "Igor", "Maria", "T. J."]
  private static let lastNames = [
    "Lee", "Keller", "Okafor", "Nuñez", "O'Brien", "van Dijk", "Smith-Jones", "Yılmaz", "Wei",
  ]
  private static let says = ["said", "wrote", "told reporters", "announced", "denied", "doesn't believe"]
  private static let verbs = [
    "bought", "has sold", "will build", "isn't leaving", "supports", "attacked", "is said to own", "signed", "gave up",
    "was watching", "could've lost",
  ]
  private static let participles = ["destroyed", "founded", "taken over", "re-opened", "well received"]
  private static let nouns = [
    "factory", "treaty", "long-term plan", "oil field", "vote", "ship", "analysis", "child", "debt", "news agency",
  ]
  private static let adjectives = ["new", "best", "largest", "Chilean", "so-called", "200-year-old", "cheaper"]
  private static let roles = [
    "spokeswoman", "president", "head of the central bank", "former minister", "analysts' guild",
  ]
  private static let heads = ["Norrvik", "Bank of", "University of", "Acme", "Ministry of", "Kestrel", "Radio"]
  private static let tails = ["Systems Inc.", "Chile", "Marine plc", "Oslo", "Defence", "& Sons", "AG"]
  private static let places = [
    "Oslo", "Chile", "New South Wales", "the Baltic Sea", "Lake Geneva", "São Paulo", "Kenya",
  ]
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
