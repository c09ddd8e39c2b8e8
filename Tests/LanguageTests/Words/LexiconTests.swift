import QuipuLanguage
import Testing

@Suite struct LexiconTests {
  private func lexicon(_ fill: (inout Lexicon.Builder) -> Void) -> Lexicon {
    var builder = Lexicon.Builder()
    fill(&builder)
    return builder.build()
  }

  @Test func unknownWordsHaveIdZeroAndNoClasses() {
    let words = lexicon { _ in }
    #expect(words.id("zyzzyva") == Lexicon.unknown)
    #expect(words.id("") == Lexicon.unknown)
    #expect(words.classes(Lexicon.unknown) == [])
  }

  @Test func closedClassesAreThereFromTheStart() {
    let words = lexicon { _ in }
    #expect(words.classes(words.id("the")).contains(.determiner))
    #expect(words.classes(words.id("between")).contains(.preposition))
    #expect(words.classes(words.id("must")).contains(.modal))
    #expect(words[words.verbLemma(words.id("were"))] == "be")
    #expect(words[words.verbLemma(words.id("had"))] == "have")
  }

  @Test func wordsAreFolded() {
    let words = lexicon { $0.add("Émigré", .noun) }
    #expect(words.id("emigre") != Lexicon.unknown)
    #expect(words.id("ÉMIGRÉ") == words.id("emigre"))
    #expect(words[words.id("Émigré")] == "emigre")
  }

  @Test func regularVerb() {
    let words = lexicon { $0.addVerb("invade") }
    let lemma = words.id("invade")
    #expect(words.classes(lemma) == .baseVerb)
    #expect(words.classes(words.id("invaded")) == [.past, .participle])
    #expect(words.classes(words.id("invades")) == .thirdSingular)
    #expect(words.classes(words.id("invading")) == .gerund)
    for form in ["invade", "invaded", "invades", "invading"] { #expect(words.verbLemma(words.id(form)) == lemma) }
  }

  @Test func irregularVerb() {
    let words = lexicon { $0.addVerb("strike", past: "struck", participle: "struck|stricken") }
    #expect(words.classes(words.id("struck")) == [.past, .participle])
    #expect(words.classes(words.id("stricken")) == .participle)
    #expect(words.id("striked") == Lexicon.unknown)
    for form in ["struck", "stricken", "strikes", "striking"] {
      #expect(words[words.verbLemma(words.id(form))] == "strike")
    }
  }

  @Test func emptyFieldsAreRegular() {
    let words = lexicon { $0.addVerb("sail", past: "", participle: "", thirdSingular: "", gerund: "") }
    #expect(words.classes(words.id("sailed")) == [.past, .participle])
    #expect(words.classes(words.id("sails")) == .thirdSingular)
  }

  @Test func formOfTwoVerbsKeepsTheFirstReading() {
    let words = lexicon {
      $0.addVerb("find", past: "found")
      $0.addVerb("found")
    }
    #expect(words[words.verbLemma(words.id("found"))] == "find")
    #expect(words.classes(words.id("found")).contains([.past, .participle, .baseVerb]))
    #expect(words[words.verbLemma(words.id("founded"))] == "found")
  }

  @Test func lemmaMayBeSet() {
    let words = lexicon {
      $0.addVerb("saw")
      $0.addVerb("see", past: "saw", participle: "seen")
      $0.setLemma("saw", verb: "see")
    }
    #expect(words[words.verbLemma(words.id("saw"))] == "see")
  }

  @Test func nounsAndTheirPlurals() {
    let words = lexicon {
      $0.addNoun("treaty")
      $0.addNoun("man", plural: "men")
    }
    #expect(words.classes(words.id("treaties")) == [.noun, .plural])
    #expect(words[words.nounLemma(words.id("treaties"))] == "treaty")
    #expect(words[words.nounLemma(words.id("men"))] == "man")
    #expect(words.nounLemma(words.id("man")) == words.id("man"))
  }

  @Test func lettersOfABase() {
    let words = lexicon { $0.addBase("light", tags: "VNJR") }
    #expect(words.classes(words.id("light")) == [.baseVerb, .noun, .adjective, .adverb])
    // 'lights' is a verb's form and a noun's.
    #expect(words.classes(words.id("lights")) == [.thirdSingular, .noun, .plural])
    #expect(words[words.verbLemma(words.id("lights"))] == "light")
    #expect(words[words.nounLemma(words.id("lights"))] == "light")
    for form in ["light", "lighter", "lightest"] {
      #expect(words[words.adjectiveLemma(words.id(form))] == "light")
    }
  }

  @Test func laterEntriesTakeNothingAway() {
    let words = lexicon {
      $0.add("march", .calendar)
      $0.addBase("march", tags: "VN")
      $0.add("march", [])
    }
    #expect(words.classes(words.id("march")) == [.calendar, .baseVerb, .noun])
  }

  @Test func verbIsAddedOnlyOnce() {
    let words = lexicon {
      $0.addVerb("strike", past: "struck")
      $0.addVerbIfNew("strike")
      $0.addVerbIfNew("shell")
    }
    #expect(words.id("striked") == Lexicon.unknown)
    #expect(words.classes(words.id("shelled")) == [.past, .participle])
  }
}
