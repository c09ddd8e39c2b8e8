/// The closed word classes of English. Data only.
enum ClosedClassWords {
  static let table: [(WordClasses, String)] = [
    (
      .determiner,
      "the a an this that these those some any no every each either neither both all another such what which several many few much more most less"
    ),
    (.possessivePronoun, "my your his her its our their"),
    (
      .pronoun,
      "i you he she it we they me him her us them myself yourself himself herself itself ourselves themselves who whom this that these those one someone anyone everyone nobody something anything everything nothing others another both all some many most such there"
    ),
    (.relative, "who whom whose which that where when"),
    (
      .preposition,
      "of in on at by for with from to into onto upon about against between among amongst through throughout during before after above below under over across toward towards behind beyond near within without along around beside besides despite except inside outside off per via amid since until till like unlike as regarding concerning following including versus than according despite amid pending"
    ),
    (.coordinator, "and or but nor yet & plus"),
    (
      .subordinator,
      "that because although though while whereas if unless since until till when where whether as before after once so than"
    ),
    (.negation, "not n't never no neither nor hardly cannot without"),
    (.beForm, "be am is are was were been being 's 're 'm"),
    (.haveForm, "have has had having 've 'd"),
    (.doForm, "do does did done doing"),
    (.modal, "will would shall should can could may might must 'll wo ca ought"),
    (
      .numeral,
      "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen half"
    ),
    (
      .adverb,
      "not also already always ever never now then still just only even again once often soon later recently currently previously formerly today yesterday tomorrow here there very too so rather quite almost nearly about around well instead however meanwhile moreover furthermore therefore thus indeed perhaps maybe together abroad ago yet far further long back away up down out off twice first last"
    ),
    (
      .adjective,
      "new old other same many few several own such great high low large small big long good bad early late former current next last first second third main major key more most less least military civilian political economic national international foreign joint close strong anti pro"
    ),
  ]

  static let auxiliaryLemmas: [(String, String)] = [
    ("am", "be"), ("is", "be"), ("are", "be"), ("was", "be"), ("were", "be"), ("been", "be"), ("being", "be"),
    ("'s", "be"),
    ("'re", "be"), ("'m", "be"), ("has", "have"), ("had", "have"), ("having", "have"), ("'ve", "have"), ("'d", "have"),
    ("does", "do"), ("did", "do"), ("done", "do"), ("doing", "do"), ("wo", "will"), ("ca", "can"), ("'ll", "will"),
  ]
}
