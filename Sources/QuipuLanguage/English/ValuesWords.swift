/// English words that dates, times and amounts are made of. Data only: `ValueLexicon` turns it into a table.
///
/// All words are lower case and without a final period; where capitals matter the grammar asks the text.
enum EnglishValueWords {
  static let cardinals: [(String, Int)] = [
    ("zero", 0), ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7),
    ("eight", 8), ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12), ("thirteen", 13), ("fourteen", 14),
    ("fifteen", 15), ("sixteen", 16), ("seventeen", 17), ("eighteen", 18), ("nineteen", 19), ("twenty", 20),
    ("thirty", 30), ("forty", 40), ("fourty", 40), ("fifty", 50), ("sixty", 60), ("seventy", 70), ("eighty", 80),
    ("ninety", 90),
  ]

  /// Word and power of ten.
  static let scales: [(String, Int)] = [
    ("hundred", 2), ("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12), ("quadrillion", 15),
    ("lakh", 5), ("crore", 7),
  ]

  /// 'hundreds of', 'tens of thousands': at least so many.
  static let vaguePlurals: [(String, Int)] = [
    ("tens", 1), ("hundreds", 2), ("thousands", 3), ("millions", 6), ("billions", 9), ("trillions", 12),
  ]

  /// Short forms after digits: '$2.3bn', '40k'.
  static let shortScales: [(String, Int)] = [
    ("k", 3), ("m", 6), ("mn", 6), ("mln", 6), ("mio", 6), ("bn", 9), ("bln", 9), ("b", 9), ("tn", 12), ("trn", 12),
  ]

  static let ordinals: [(String, Int)] = [
    ("first", 1), ("second", 2), ("third", 3), ("fourth", 4), ("fifth", 5), ("sixth", 6), ("seventh", 7),
    ("eighth", 8), ("ninth", 9), ("tenth", 10), ("eleventh", 11), ("twelfth", 12), ("thirteenth", 13),
    ("fourteenth", 14), ("fifteenth", 15), ("sixteenth", 16), ("seventeenth", 17), ("eighteenth", 18),
    ("nineteenth", 19), ("twentieth", 20), ("thirtieth", 30), ("fortieth", 40), ("fiftieth", 50), ("sixtieth", 60),
    ("seventieth", 70), ("eightieth", 80), ("ninetieth", 90), ("hundredth", 100),
  ]

  static let ordinalEndings = ["st", "nd", "rd", "th"]

  /// Parts of a whole.
  static let fractions: [(String, Int)] = [
    ("half", 2), ("halves", 2), ("third", 3), ("thirds", 3), ("quarter", 4), ("quarters", 4), ("fourth", 4),
    ("fourths", 4), ("fifth", 5), ("fifths", 5), ("sixth", 6), ("sixths", 6), ("seventh", 7), ("sevenths", 7),
    ("eighth", 8), ("eighths", 8), ("ninth", 9), ("ninths", 9), ("tenth", 10), ("tenths", 10), ("hundredths", 100),
  ]

  static let months: [(String, Int)] = [
    ("january", 1), ("february", 2), ("march", 3), ("april", 4), ("may", 5), ("june", 6), ("july", 7),
    ("august", 8), ("september", 9), ("october", 10), ("november", 11), ("december", 12), ("jan", 1), ("feb", 2),
    ("mar", 3), ("apr", 4), ("jun", 6), ("jul", 7), ("aug", 8), ("sep", 9), ("sept", 9), ("oct", 10), ("nov", 11),
    ("dec", 12),
  ]

  /// Months whose names are also other words or given names: taken only where something else speaks for a date.
  static let ambiguousMonths = ["march", "may", "april", "june", "august", "mar", "jan", "dec", "sep"]

  static let weekdays: [(String, Int)] = [
    ("monday", 1), ("tuesday", 2), ("wednesday", 3), ("thursday", 4), ("friday", 5), ("saturday", 6), ("sunday", 7),
  ]

  /// Taken only before a day or month.
  static let shortWeekdays: [(String, Int)] = [
    ("mon", 1), ("tue", 2), ("tues", 2), ("wed", 3), ("thu", 4), ("thur", 4), ("thurs", 4), ("fri", 5), ("sat", 6),
    ("sun", 7),
  ]

  static let periods: [(String, ValuePeriod)] = [
    ("millisecond", .millisecond), ("milliseconds", .millisecond),
    ("second", .second), ("seconds", .second), ("secs", .second), ("sec", .second), ("minute", .minute),
    ("minutes", .minute), ("min", .minute), ("mins", .minute), ("hour", .hour), ("hours", .hour), ("hrs", .hour),
    ("hr", .hour), ("day", .day), ("days", .day), ("night", .night), ("nights", .night), ("week", .week),
    ("weeks", .week), ("fortnight", .fortnight), ("fortnights", .fortnight), ("weekend", .weekend),
    ("month", .month), ("months", .month), ("quarter", .quarter), ("quarters", .quarter), ("year", .year),
    ("years", .year), ("yr", .year), ("yrs", .year), ("decade", .decade), ("decades", .decade),
    ("century", .century), ("centuries", .century), ("millennia", .millennium), ("millennium", .millennium),
  ]

  /// First month of the meteorological season of the northern half of the world.
  static let seasons: [(String, Int)] = [("spring", 3), ("summer", 6), ("autumn", 9), ("fall", 9), ("winter", 12)]

  /// 'the eighties'; the noughties are 100 years after the 1900s.
  static let decades: [(String, Int)] = [
    ("twenties", 20), ("thirties", 30), ("forties", 40), ("fifties", 50), ("sixties", 60), ("seventies", 70),
    ("eighties", 80), ("nineties", 90), ("noughties", 100),
  ]

  /// How often: 'daily', 'annually'.
  static let frequencies: [(String, ValuePeriod)] = [
    ("hourly", .hour), ("daily", .day), ("nightly", .day), ("weekly", .week), ("fortnightly", .fortnight),
    ("monthly", .month), ("quarterly", .quarter), ("yearly", .year), ("annual", .year), ("annually", .year),
  ]

  /// 'on Fridays'.
  static let weekdayPlurals: [(String, Int)] = [
    ("mondays", 1), ("tuesdays", 2), ("wednesdays", 3), ("thursdays", 4), ("fridays", 5), ("saturdays", 6),
    ("sundays", 7),
  ]

  /// Lengths of time in one word.
  static let lengths: [(String, ValuePeriod)] = [
    ("hourlong", .hour), ("daylong", .day), ("nightlong", .night), ("weeklong", .week), ("monthlong", .month),
    ("yearlong", .year), ("decadelong", .decade),
  ]

  /// Multiples in tenths: 'doubled', 'threefold'.
  static let multiples: [(String, Int)] = [
    ("doubled", 20), ("doubling", 20), ("tripled", 30), ("tripling", 30), ("trebled", 30), ("trebling", 30),
    ("quadrupled", 40), ("quadrupling", 40), ("quintupled", 50), ("halved", 5), ("halving", 5), ("twofold", 20),
    ("threefold", 30), ("fourfold", 40), ("fivefold", 50), ("sixfold", 60), ("sevenfold", 70), ("eightfold", 80),
    ("ninefold", 90), ("tenfold", 100), ("twentyfold", 200), ("hundredfold", 1000),
  ]

  /// Words of firms' and states' accounts, near which 'the first half' is one of a year and not of a match.
  static let accounts = [
    "sales", "profit", "profits", "revenue", "revenues", "earnings", "exports", "imports", "output", "growth", "gdp",
    "results", "shipments", "deliveries", "loss", "losses", "trade", "economy", "inflation", "orders", "production",
    "investment", "turnover", "income", "spending", "demand", "grew", "dividend", "forecast", "prices",
  ]

  /// Names of days that are none: 'Black Friday', 'Bloody Sunday'.
  static let dayNames = [
    "bloody", "black", "good", "super", "cyber", "ash", "palm", "easter", "holy", "maundy", "shrove", "pancake", "whit",
    "giving", "fat", "ruby", "sheffield", "casual",
  ]

  /// Names that end in a year: 'Euro 2024', 'Agenda 2030'.
  static let yearNames = ["euro", "expo", "agenda", "vision", "horizon", "copa", "windows", "office", "area"]

  /// The last word of a street's name.
  static let streets = [
    "street", "avenue", "ave", "road", "lane", "boulevard", "blvd", "drive", "square", "terrace", "crescent", "st",
    "rd", "place", "way", "row",
  ]

  /// Offset from UTC in minutes.
  static let zones: [(String, Int)] = [
    ("gmt", 0), ("utc", 0), ("z", 0), ("bst", 60), ("cet", 60), ("cest", 120), ("eet", 120), ("eest", 180),
    ("msk", 180), ("est", -300), ("edt", -240), ("cst", -360), ("cdt", -300), ("mst", -420), ("mdt", -360),
    ("pst", -480), ("pdt", -420), ("jst", 540), ("ist", 330), ("hkt", 480), ("et", -300), ("ct", -360), ("mt", -420),
    ("pt", -480),
    ("aest", 600), ("aedt", 660),
  ]

  /// Words before a number that make it a name or a label: 'Article 5', 'version 3'.
  static let labels = [
    "article", "articles", "chapter", "section", "page", "pages", "room", "flight", "route", "level", "phase", "type",
    "version", "no", "nos", "number", "channel", "gate", "apollo", "highway", "road", "figure", "table", "appendix",
    "paragraph", "volume", "vol", "issue", "resolution", "line", "category", "class", "grade", "model", "step",
    "option", "unit", "building", "area", "group", "force", "formula", "pp", "ver", "boeing", "airbus", "part",
    "platform", "note", "seat", "row", "flat", "apartment", "apt", "suite", "rule", "clause", "amendment", "directive",
    "protocol",
    "terminal", "exit", "junction", "tier", "lot", "pier", "regulation", "bus", "windows", "chapters", "sections",
    "tables", "runway", "sector", "zone", "district", "ward", "block", "season", "episode", "psalm",
  ]

  /// Often counted plurals without a final 's'.
  static let irregularPlurals = [
    "people", "men", "women", "children", "police", "fishermen", "countrymen", "servicemen", "troops", "aircraft",
    "sheep", "fish", "cattle", "mice", "teeth", "feet", "personnel", "staff", "policemen", "firemen", "lawmen",
  ]

  static let future = [
    "will", "ll", "shall", "must", "should", "may", "can", "might", "needs", "takes", "take", "expires", "expire",
    "retires", "retire", "begins", "begin", "starts", "opens", "closes", "resumes", "launches", "ends", "runs", "faces",
    "deadline", "ahead", "meets", "meet", "arrives", "returns", "goes", "plans", "plan", "planned", "planning",
    "scheduled", "due", "upcoming", "expected",
    "expects", "intends", "hopes", "starting", "beginning", "slated", "would", "won't", "wo", "aims", "vows",
  ]

  /// Before 'to', 'until' or 'for' they look ahead: 'extended to 7 March', 'is set for Friday'.
  static let deferrals = [
    "extended", "postponed", "delayed", "adjourned", "moved", "pushed", "rescheduled", "deferred", "set", "prolonged",
    "suspended", "booked", "fixed", "penciled", "pencilled", "adjourns", "valid",
  ]

  static let past = [
    "said", "says", "told", "was", "were", "had", "did", "began", "met", "made", "took", "held", "came", "went", "won",
    "lost", "rose", "fell", "left", "found", "gave", "got", "sold", "bought", "led", "grew", "struck", "hit",
  ]

  static let keywords: [(String, ValueKeyword)] = [
    ("a", .a), ("an", .a), ("the", .the), ("of", .of), ("and", .and), ("&", .and), ("to", .to), ("or", .or),
    ("in", .in), ("on", .on), ("at", .at), ("by", .by), ("from", .from), ("between", .between), ("since", .since),
    ("until", .until), ("till", .until), ("til", .until), ("through", .through), ("thru", .through),
    ("before", .before), ("after", .after), ("ago", .ago), ("earlier", .earlier), ("later", .later), ("last", .last),
    ("next", .next), ("this", .this), ("that", .that), ("same", .same), ("previous", .previous),
    ("preceding", .previous), ("prior", .prior), ("following", .following), ("coming", .next), ("past", .past),
    ("early", .early), ("mid", .mid), ("late", .late), ("end", .end), ("close", .close), ("beginning", .start),
    ("start", .start), ("middle", .middle), ("half", .half), ("over", .over), ("above", .over),
    ("exceeding", .over), ("exceeded", .over), ("exceeds", .over), ("exceed", .over), ("topped", .over),
    ("surpassed", .over), ("under", .under), ("below", .under), ("nearly", .under), ("almost", .under),
    ("about", .about), ("around", .about), ("roughly", .about), ("some", .about), ("approximately", .about),
    ("circa", .about), ("ca", .about), ("approx", .about), ("estimated", .about), ("~", .about), ("than", .than),
    ("more", .more), ("greater", .more), ("higher", .more), ("longer", .more), ("less", .less), ("fewer", .less),
    ("lower", .less), ("least", .least), ("most", .most), ("up", .up), ("many", .many), ("much", .many),
    ("as", .as), ("no", .no), ("not", .no), ("so", .so), ("just", .just), ("dozen", .dozen), ("dozens", .dozens),
    ("couple", .couple), ("point", .point), ("points", .point), ("percent", .percent), ("per", .per),
    ("cent", .cent), ("pct", .percent), ("%", .percent), ("percentage", .percentage), ("basis", .basis),
    ("today", .today), ("tonight", .today), ("yesterday", .yesterday), ("tomorrow", .tomorrow),
    ("now", .now), ("onward", .onward), ("onwards", .onward), ("for", .for), ("within", .within),
    ("during", .during), ("throughout", .during), ("into", .during), ("old", .old), ("olds", .old), ("square", .square),
    ("cubic", .cubic), ("sq", .square), ("noon", .noon), ("midday", .noon),
    ("minus", .minus), ("times", .times), ("twice", .twice), ("once", .once), ("other", .other), ("long", .long),
    ("aged", .aged), ("ages", .aged), ("few", .few), ("several", .few), ("scores", .scores),
    ("upwards", .upwards), ("minimum", .upwards), ("maximum", .maximum), ("out", .out), ("local", .local),
    ("time", .time), ("financial", .fiscal), ("night", .dayPart), ("lunchtime", .dayPart), ("metric", .metric),
    ("nautical", .nautical), ("light", .light), ("parts", .parts), ("lasted", .lasting), ("lasts", .lasting),
    ("took", .lasting), ("takes", .lasting), ("take", .lasting), ("taken", .lasting), ("spent", .lasting),
    ("spend", .lasting), ("stayed", .lasting), ("waited", .lasting), ("lasting", .lasting), ("served", .lasting),
    ("spanning", .lasting), ("spans", .lasting), ("spanned", .lasting), ("spending", .lasting),
    ("range", .range), ("ranges", .range), ("ranged", .range), ("ranging", .range), ("anywhere", .range),
    ("ratio", .ratio), ("odds", .ratio), ("majority", .ratio), ("outnumber", .ratio), ("outnumbered", .ratio),
    ("barely", .under), ("approaching", .under), ("period", .span), ("midnight", .midnight),
    ("a.m", .am), ("am", .am), ("p.m", .pm), ("pm", .pm), ("o'clock", .oclock), ("o’clock", .oclock), ("bc", .bc),
    ("bce", .bc), ("b.c", .bc), ("ad", .ad), ("a.d", .ad), ("ce", .ad), ("fiscal", .fiscal), ("fy", .fiscal),
    ("final", .final), ("q", .yearPart), ("h", .yearPart), ("only", .only), ("all", .only),
    ("these", .only), ("those", .only),
    ("another", .only), ("with", .only), ("when", .only), ("where", .only), ("if", .only),
    ("its", .only), ("their", .only), ("his", .only), ("her", .only), ("our", .only), ("there", .only),
    ("he", .only), ("she", .only), ("it", .only), ("they", .only), ("we", .only), ("you", .only), ("but", .only),
    ("includes", .only), ("at", .at), ("involving", .only), ("every", .every), ("each", .every), ("any", .every),
    ("morning", .dayPart), ("afternoon", .dayPart), ("evening", .dayPart), ("weighing", .weigh), ("weighs", .weigh),
    ("weighed", .weigh), ("weigh", .weigh), ("heavier", .weigh), ("lighter", .weigh), ("pre", .pre), ("post", .pre),
    ("via", .only), ("towards", .only), ("well", .just), ("within", .within), ("excess", .excess), ("is", .only),
    ("are", .only), ("then", .only), ("including", .only), ("kills", .only), ("kill", .only), ("what", .only),
  ]
}
