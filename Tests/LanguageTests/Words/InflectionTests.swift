import QuipuLanguage
import Testing

@Suite struct InflectionTests {
  @Test(arguments: [
    ("bomb", "bombs"), ("invade", "invades"), ("pass", "passes"), ("fix", "fixes"), ("waltz", "waltzes"),
    ("reach", "reaches"), ("push", "pushes"), ("go", "goes"), ("carry", "carries"), ("play", "plays"), ("buy", "buys"),
    ("country", "countries"), ("treaty", "treaties"), ("embargo", "embargoes"), ("survey", "surveys"), ("month", "months"),
  ])
  func sForms(_ base: String, _ form: String) {
    #expect(Inflection.sForm(base) == form)
  }

  @Test(arguments: [
    ("bomb", "bombed"), ("invade", "invaded"), ("agree", "agreed"), ("carry", "carried"), ("play", "played"),
    ("stop", "stopped"), ("ban", "banned"), ("plan", "planned"), ("open", "opened"), ("visit", "visited"),
    ("fix", "fixed"), ("tow", "towed"), ("occur", "occurred"), ("refer", "referred"), ("admit", "admitted"),
    ("control", "controlled"), ("rebel", "rebelled"), ("help", "helped"), ("rain", "rained"), ("aid", "aided"),
  ])
  func edForms(_ base: String, _ form: String) {
    #expect(Inflection.edForm(base) == form)
  }

  @Test(arguments: [
    ("bomb", "bombing"), ("invade", "invading"), ("agree", "agreeing"), ("flee", "fleeing"), ("die", "dying"),
    ("lie", "lying"), ("carry", "carrying"), ("stop", "stopping"), ("run", "running"), ("open", "opening"),
    ("begin", "beginning"), ("forget", "forgetting"), ("control", "controlling"), ("meet", "meeting"),
    ("draw", "drawing"), ("tax", "taxing"),
  ])
  func ingForms(_ base: String, _ form: String) {
    #expect(Inflection.ingForm(base) == form)
  }

  @Test func shortAndEmptyWordsAreNoTrap() {
    #expect(Inflection.sForm("") == "s")
    #expect(Inflection.edForm("y") == "yed")
    #expect(Inflection.ingForm("") == "ing")
    #expect(Inflection.ingForm("e") == "ing")
  }
}
