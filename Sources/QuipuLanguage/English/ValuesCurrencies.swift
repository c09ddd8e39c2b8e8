/// Currencies: ISO 4217 codes, symbols, English names, and the adjectives that tell namesakes apart. Data only.
enum EnglishValueCurrencies {
  /// `code` is nil where the bare name belongs to several currencies: the word itself is kept then.
  /// `minor` units count a hundredth of the code's unit.
  static let names: [(words: [String], code: String?, minor: Bool)] = [
    (["dollar", "dollars", "buck", "bucks"], "USD", false),
    (["euro", "euros"], "EUR", false),
    (["pound", "pounds"], "GBP", false),
    (["sterling"], "GBP", false),
    (["pence"], "GBP", true),
    (["cent", "cents"], nil, false),
    (["yen"], "JPY", false),
    (["yuan", "renminbi", "rmb"], "CNY", false),
    (["ruble", "rubles", "rouble", "roubles"], "RUB", false),
    (["hryvnia", "hryvnias", "hryvnya"], "UAH", false),
    (["rupee", "rupees"], nil, false),
    (["krona", "kronor"], nil, false),
    (["krone", "kroner"], nil, false),
    (["koruna", "korunas", "koruny"], "CZK", false),
    (["franc", "francs"], nil, false),
    (["peso", "pesos"], nil, false),
    (["won"], "KRW", false),
    (["lira", "liras", "lire"], "TRY", false),
    (["zloty", "zlotys", "zloties", "zlotych"], "PLN", false),
    (["forint", "forints"], "HUF", false),
    (["baht"], "THB", false),
    (["rand"], "ZAR", false),
    (["reais"], "BRL", false),
    (["shekel", "shekels"], "ILS", false),
    (["dinar", "dinars"], nil, false),
    (["dirham", "dirhams"], nil, false),
    (["riyal", "riyals", "rial", "rials"], nil, false),
    (["naira"], "NGN", false),
    (["shilling", "shillings"], nil, false),
    (["dong"], "VND", false),
    (["ringgit"], "MYR", false),
    (["rupiah"], "IDR", false),
    (["taka"], "BDT", false),
    (["tenge"], "KZT", false),
    (["leu", "lei"], nil, false),
    (["lev", "leva"], "BGN", false),
    (["afghani", "afghanis"], "AFN", false),
    (["birr"], "ETB", false),
    (["lari"], "GEL", false),
    (["deutschmark", "deutschmarks"], "DEM", false),
    (["quid"], "GBP", false),
    (["cedi", "cedis"], "GHS", false),
    (["kwacha"], nil, false),
    (["kyat", "kyats"], "MMK", false),
    (["dram", "drams"], "AMD", false),
    (["manat", "manats"], "AZN", false),
    (["bolivar", "bolivars", "bolivares"], "VES", false),
    (["guarani", "guaranis"], "PYG", false),
    (["quetzal", "quetzals"], "GTQ", false),
    (["lempira", "lempiras"], "HNL", false),
    (["peseta", "pesetas"], "ESP", false),
    (["drachma", "drachmas"], "GRD", false),
    (["escudo", "escudos"], "PTE", false),
    (["kopek", "kopeks", "kopeck", "kopecks"], "RUB", true),
    (["kuna", "kunas"], "HRK", false),
    (["pula"], "BWP", false),
    (["riel", "riels"], "KHR", false),
    (["tugrik", "tugriks"], "MNT", false),
  ]

  static let symbols: [(String, String)] = [
    ("$", "USD"), ("£", "GBP"), ("€", "EUR"), ("¥", "JPY"), ("₽", "RUB"), ("₹", "INR"), ("₩", "KRW"), ("₺", "TRY"),
    ("₴", "UAH"), ("₪", "ILS"), ("₦", "NGN"), ("₫", "VND"), ("฿", "THB"), ("₱", "PHP"), ("₸", "KZT"), ("₾", "GEL"),
    ("₵", "GHS"), ("₼", "AZN"), ("₲", "PYG"), ("rs", "INR"), ("rm", "MYR"), ("rp", "IDR"), ("tk", "BDT"),
  ]

  /// Letters joined before '$'.
  static let dollars: [(String, String)] = [
    ("us", "USD"), ("u.s", "USD"), ("a", "AUD"), ("au", "AUD"), ("c", "CAD"), ("ca", "CAD"), ("hk", "HKD"),
    ("nz", "NZD"), ("s", "SGD"), ("sg", "SGD"), ("nt", "TWD"), ("r", "BRL"), ("usd", "USD"), ("can", "CAD"),
    ("cad", "CAD"), ("aud", "AUD"), ("mx", "MXN"), ("cdn", "CAD"), ("tt", "TTD"),
    ("j", "JMD"),
  ]

  /// Codes that may stand before or after an amount, in capitals.
  static let codes = [
    "USD", "EUR", "GBP", "JPY", "CNY", "CHF", "AUD", "CAD", "NZD", "HKD", "SGD", "TWD", "SEK", "NOK", "DKK", "ISK",
    "PLN", "CZK", "HUF", "RON", "BGN", "RUB", "UAH", "TRY", "INR", "PKR", "BDT", "LKR", "IDR", "MYR", "THB", "PHP",
    "VND", "KRW", "BRL", "MXN", "ARS", "CLP", "COP", "PEN", "ZAR", "NGN", "KES", "EGP", "GHS", "ETB", "MAD", "AED",
    "SAR", "QAR", "KWD", "BHD", "OMR", "ILS", "IRR", "IQD", "JOD", "KZT", "GEL", "AMD", "AZN", "RSD", "XAF", "XOF",
  ]

  /// Adjective (its last word where it has two), first of the words of the name, code.
  static let national: [(adjective: String, name: String, code: String)] = [
    ("us", "dollar", "USD"), ("u.s", "dollar", "USD"), ("american", "dollar", "USD"), ("canadian", "dollar", "CAD"),
    ("australian", "dollar", "AUD"), ("kong", "dollar", "HKD"), ("zealand", "dollar", "NZD"),
    ("singapore", "dollar", "SGD"), ("taiwan", "dollar", "TWD"), ("taiwanese", "dollar", "TWD"),
    ("jamaican", "dollar", "JMD"), ("us", "cent", "USD"), ("u.s", "cent", "USD"), ("euro", "cent", "EUR"),
    ("british", "pound", "GBP"), ("egyptian", "pound", "EGP"), ("lebanese", "pound", "LBP"),
    ("syrian", "pound", "SYP"), ("sudanese", "pound", "SDG"), ("japanese", "yen", "JPY"),
    ("chinese", "yuan", "CNY"), ("russian", "ruble", "RUB"), ("belarusian", "ruble", "BYN"),
    ("ukrainian", "hryvnia", "UAH"), ("indian", "rupee", "INR"), ("pakistani", "rupee", "PKR"),
    ("pakistan", "rupee", "PKR"), ("nepalese", "rupee", "NPR"), ("lankan", "rupee", "LKR"),
    ("swedish", "krona", "SEK"), ("icelandic", "krona", "ISK"), ("norwegian", "krone", "NOK"),
    ("danish", "krone", "DKK"), ("czech", "koruna", "CZK"), ("swiss", "franc", "CHF"), ("french", "franc", "FRF"),
    ("belgian", "franc", "BEF"), ("cfa", "franc", "XOF"), ("rwandan", "franc", "RWF"), ("congolese", "franc", "CDF"),
    ("mexican", "peso", "MXN"), ("argentine", "peso", "ARS"), ("chilean", "peso", "CLP"),
    ("colombian", "peso", "COP"), ("philippine", "peso", "PHP"), ("cuban", "peso", "CUP"), ("korean", "won", "KRW"),
    ("turkish", "lira", "TRY"), ("italian", "lira", "ITL"), ("polish", "zloty", "PLN"),
    ("hungarian", "forint", "HUF"), ("thai", "baht", "THB"), ("african", "rand", "ZAR"),
    ("brazilian", "reais", "BRL"), ("israeli", "shekel", "ILS"), ("kuwaiti", "dinar", "KWD"),
    ("iraqi", "dinar", "IQD"), ("jordanian", "dinar", "JOD"), ("serbian", "dinar", "RSD"),
    ("algerian", "dinar", "DZD"), ("tunisian", "dinar", "TND"), ("bahraini", "dinar", "BHD"),
    ("moroccan", "dirham", "MAD"), ("emirati", "dirham", "AED"), ("uae", "dirham", "AED"),
    ("saudi", "riyal", "SAR"), ("qatari", "riyal", "QAR"), ("omani", "riyal", "OMR"), ("iranian", "riyal", "IRR"),
    ("yemeni", "riyal", "YER"), ("kenyan", "shilling", "KES"), ("ugandan", "shilling", "UGX"),
    ("tanzanian", "shilling", "TZS"), ("romanian", "leu", "RON"), ("moldovan", "leu", "MDL"),
    ("bulgarian", "lev", "BGN"),
  ]

  /// First words of two-word adjectives above.
  static let firstWords = ["hong", "new", "sri", "south"]
}
