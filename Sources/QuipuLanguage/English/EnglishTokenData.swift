/// What the rule tokenizer and sentence splitter know of English: plain lists, one purpose each, all lower case, at
/// most eight ASCII letters a word (`PackedWordTable`).
enum EnglishTokenData {
  /// Stand before a name and never end a sentence, written with a capital.
  static let titles = """
    mr mrs ms mx messrs dr prof rev fr hon gen lt col maj capt cmdr cdr adm brig sgt cpl pvt sen sens rep reps gov govs \
    pres supt insp det amb st ste mt ft atty asst assoc mme mlle m.p
    """

  /// Abbreviations written with a capital that may also end a sentence.
  static let capitalized = """
    inc corp co ltd bros jr sr esq ph ave blvd rd hwy pkwy sq bldg dept univ jan feb apr aug sep sept oct nov dec thu \
    thur thurs tue tues wed fri ala ariz ark calif colo conn del fla ga ill ind kan kans ky la md mich minn miss mo \
    mont neb nev okla ont ore pa que tenn tex va vt wash wis wyo attn tel para intl natl fed ref
    """

  /// Abbreviations in any case that may also end a sentence.
  static let anyCase = """
    etc vs viz al eg ie cf approx est incl excl ext dept govt lb lbs oz ft yd yds hr hrs min mins sec secs tel fax mob \
    ave assn arr dep bn mfg avg ed eds trans
    """

  /// Those of them whose period is the sentence's at its end.
  static let onlyInside = "etc"

  /// Abbreviations only before a number; otherwise the period is a full stop ("No.").
  static let beforeNumber = "no nos vol vols p pp fig figs art arts sec ch par op ca sat sun mon mar jun jul eq rs"

  /// Words joined by a hyphen to what follows: prefixes, which EWT leaves in one token; other compounds are cut.
  static let hyphenPrefixes = """
    e anti ante arch auto bi bio cis co con counter cross cyber de eco electro euro ex extra fore geo hyper inter \
    intra infra macro mega meta micro mid mini mis mono multi neo non over pan para post pre pro proto pseudo psycho \
    quasi re retro semi socio sub super supra trans tri ultra un under uni
    """

  /// Letters that may follow a number without a space and are a token of their own: units, magnitudes, times of day.
  static let units = """
    k m mm mn mln bn b tn trn cm km kms kg kgs mg lb lbs oz ft in yd mi mph kph kmh am pm gb mb kb tb hz khz mhz \
    ghz kw mw gw kwh mwh gwh kv w v x hr hrs h min mins sec secs yr yrs pts px ml cc ha est edt gmt utc pst bps c f
    """

  /// Such letters in lower case only: '5g' is a weight, '5G' a network.
  static let lowerCaseUnits = "a g p"

  /// Endings of an ordinal or a decade: part of the number's token.
  static let numberEndings = "st nd rd th s"

  /// Contractions written in one piece, and where to cut them, counted from the end.
  static let contractions: [(words: String, cut: Int)] = [
    ("cannot", 3),
    (
      """
      dont doesnt didnt isnt wasnt arent werent wont cant couldnt wouldnt shouldnt hasnt havent hadnt aint mustnt neednt \
      gonna wanna gotta youre theyre youve theyve ive youll theyll itll
      """, 2
    ),
    ("im thats whats theres heres hes shes wheres whos youd theyd elses", 1),
    ("outta", 2),
  ]

  /// Contractions only before one of `clauseWords`.
  static let contractedBeforeClause = "its"

  /// Words that follow 'it is' but hardly ever the possessive 'its'.
  static let clauseWords = """
    not a an the that this these what where why how when because really simply also just been being nothing like \
    definitely probably actually quite so too always never gonna going getting gotten become between from for in \
    on at about time worth hard easy okay ok great been called my your his her our their no if like now to greatly
    """

  /// Words written with a slash.
  static let slashedWords = "w/o w/out s/he"

  /// Names that end with an exclamation mark.
  static let exclaimedNames = "yahoo"

  /// What follows an apostrophe in a clitic ('s, 'm, 'd, 'll, 've, 're); n't is handled by its letters.
  static let clitics = "s m d ll ve re"

  /// Words that lose their beginning to an apostrophe: 'em, 'til.
  static let aphereses = "em n til cause bout tis twas cos round kay"

  /// Words that begin a sentence far more often than they continue one when they stand, capitalized, after an
  /// abbreviation ("in the U.S. The bank ...").
  static let sentenceStarters = """
    the this that these those a an it its he she they we i you his her their our my but and or so if when while as at in \
    on for from after before since although though however there here what why how who where once by with under until \
    despite last next no not also then thus some many most all both each such other another yesterday today let please \
    thank thanks now one two
    """

  /// Last labels of host names and of file names: 'example.com', 'report.pdf'. Left out are those that are English
  /// words ('in', 'it', 'me'), for they follow a full stop without a space more often than they end a name.
  static let nameEndings = """
    com org net gov edu mil int info biz eu uk de fr ru ua ca au jp cn br ch nl se io tv co nz za html htm shtml php asp \
    aspx jsp pdf doc docx xls xlsx ppt pptx txt rtf csv xml json zip gz tar exe dll jpg jpeg png gif bmp mp3 mp4 avi mov \
    url cfm js py dat
    """
}
