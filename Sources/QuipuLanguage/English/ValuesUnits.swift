/// Units of measure: the symbol that a normalised quantity carries, and how English text writes them. Data only.
///
/// Symbols are those of the SI brochure (9th edition) and of everyday use for the others; a plural is listed, not made.
enum EnglishValueUnits {
  /// Symbol; whether a single short word is trusted only right after digits ('5m', '5 km'), or also after words.
  static let units: [(symbol: String, words: [String], symbols: [String])] = [
    ("km", ["kilometre", "kilometres", "kilometer", "kilometers"], ["km", "kms"]),
    ("m", ["metre", "metres", "meter", "meters"], ["m"]),
    ("cm", ["centimetre", "centimetres", "centimeter", "centimeters"], ["cm"]),
    ("mm", ["millimetre", "millimetres", "millimeter", "millimeters"], ["mm"]),
    ("mi", ["mile", "miles"], ["mi"]),
    ("nmi", [], ["nmi"]),
    ("yd", ["yard", "yards"], ["yd", "yds"]),
    ("ft", ["foot", "feet"], ["ft"]),
    ("in", ["inch", "inches"], []),
    ("ly", ["lightyear", "lightyears"], []),
    ("µm", ["micron", "microns", "micrometre", "micrometres", "micrometer", "micrometers"], ["µm", "μm"]),
    ("nm", ["nanometre", "nanometres", "nanometer", "nanometers"], ["nm"]),
    ("µg", ["microgram", "micrograms"], ["µg", "μg", "mcg"]),
    ("Gt", ["gigaton", "gigatons", "gigatonne", "gigatonnes"], ["gt"]),
    ("pt", ["pint", "pints"], []),
    ("cL", ["centilitre", "centilitres", "centiliter", "centiliters"], ["cl"]),
    ("ppm", [], ["ppm"]),
    ("ppb", [], ["ppb"]),
    ("hp", ["horsepower"], ["hp", "bhp"]),
    ("dB", ["decibel", "decibels"], ["db"]),
    ("hPa", ["hectopascal", "hectopascals"], ["hpa"]),
    ("mbar", ["millibar", "millibars"], ["mbar"]),
    ("psi", [], ["psi"]),
    ("J", ["joule", "joules"], []),
    ("kJ", ["kilojoule", "kilojoules"], ["kj"]),
    ("A", ["ampere", "amperes", "amp", "amps"], []),
    ("kV", ["kilovolt", "kilovolts"], ["kv"]),
    ("mSv", ["millisievert", "millisieverts"], ["msv"]),
    ("PB", ["petabyte", "petabytes"], []),
    ("EB", ["exabyte", "exabytes"], []),
    ("kbit", ["kilobit", "kilobits"], []),
    ("Mbit", ["megabit", "megabits"], []),
    ("Gbit", ["gigabit", "gigabits"], []),
    ("kbit/s", [], ["kbps"]),
    ("Mbit/s", [], ["mbps"]),
    ("Gbit/s", [], ["gbps"]),
    ("MP", ["megapixel", "megapixels"], []),
    ("Wh", [], ["wh"]),
    ("t", ["tonne", "tonnes"], ["t"]),
    ("ton", ["ton", "tons"], []),
    ("kg", ["kilogram", "kilograms", "kilogramme", "kilogrammes", "kilo", "kilos"], ["kg", "kgs"]),
    ("g", ["gram", "grams", "gramme", "grammes"], ["g"]),
    ("mg", ["milligram", "milligrams"], ["mg"]),
    ("lb", [], ["lb", "lbs"]),
    ("oz", ["ounce", "ounces"], ["oz"]),
    ("ha", ["hectare", "hectares"], ["ha"]),
    ("acre", ["acre", "acres"], []),
    ("bbl", ["barrel", "barrels"], ["bbl"]),
    ("bbl/d", [], ["bpd"]),
    ("L", ["litre", "litres", "liter", "liters"], ["l"]),
    ("mL", ["millilitre", "millilitres", "milliliter", "milliliters"], ["ml"]),
    ("gal", ["gallon", "gallons"], []),
    ("bushel", ["bushel", "bushels"], []),
    ("W", ["watt", "watts"], []),
    ("kW", ["kilowatt", "kilowatts"], ["kw"]),
    ("MW", ["megawatt", "megawatts"], ["mw"]),
    ("GW", ["gigawatt", "gigawatts"], ["gw"]),
    ("TW", ["terawatt", "terawatts"], ["tw"]),
    ("kWh", [], ["kwh"]),
    ("MWh", [], ["mwh"]),
    ("GWh", [], ["gwh"]),
    ("TWh", [], ["twh"]),
    ("V", ["volt", "volts"], []),
    ("Hz", ["hertz"], ["hz"]),
    ("kHz", ["kilohertz"], ["khz"]),
    ("MHz", ["megahertz"], ["mhz"]),
    ("GHz", ["gigahertz"], ["ghz"]),
    ("kB", ["kilobyte", "kilobytes"], ["kb"]),
    ("MB", ["megabyte", "megabytes"], ["mb"]),
    ("GB", ["gigabyte", "gigabytes"], ["gb"]),
    ("TB", ["terabyte", "terabytes"], ["tb"]),
    ("mph", [], ["mph"]),
    ("km/h", [], ["kph", "kmh"]),
    ("kn", ["knot", "knots"], []),
    ("°", ["degree", "degrees"], ["°"]),
    ("°C", [], ["°c", "℃"]),
    ("°F", [], ["°f", "℉"]),
    ("kcal", ["calorie", "calories", "kilocalorie", "kilocalories"], ["kcal"]),
    ("carat", ["carat", "carats"], []),
    ("kt", ["kiloton", "kilotons", "kilotonne", "kilotonnes"], []),
    ("Mt", ["megaton", "megatons", "megatonne", "megatonnes"], []),
    ("bcm", [], ["bcm"]),
    ("TEU", [], ["teu"]),
  ]

  /// What 'square' and 'cubic' go with; the symbol gets 2 or 3.
  static let areal = ["km", "m", "cm", "mm", "mi", "yd", "ft", "in"]

  /// Units of power, which make energy before 'hours'.
  static let powers = ["W", "kW", "MW", "GW", "TW"]

  /// What stands under the stroke of a rate.
  static let perPeriod: [ValuePeriod: String] = [
    .second: "s", .minute: "min", .hour: "h", .day: "d", .year: "a",
  ]

  /// Units before 'per/an hour', 'a day', 'per second' and their joint symbols.
  static let rates: [(symbol: String, period: ValuePeriod, joint: String)] = [
    ("km", .hour, "km/h"), ("mi", .hour, "mph"), ("m", .second, "m/s"), ("bbl", .day, "bbl/d"),
    ("L", .day, "L/d"), ("t", .year, "t/a"), ("t", .day, "t/d"), ("m3", .day, "m3/d"), ("m3", .second, "m3/s"),
    ("ft", .second, "ft/s"),
  ]

  /// Scales of temperature after 'degrees'.
  static let temperatures: [(word: String, symbol: String)] = [
    ("celsius", "°C"), ("centigrade", "°C"), ("fahrenheit", "°F"), ("kelvin", "K"),
  ]
}
