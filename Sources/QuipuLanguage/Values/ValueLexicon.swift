import QuipuCore

/// A stretch of time that expressions count in.
enum ValuePeriod: UInt8, Sendable {
  case none, millisecond, second, minute, hour, day, night, week, weekend, fortnight, month, quarter, year, decade,
    century
  case millennium
}

/// Function words of the value grammars.
enum ValueKeyword: UInt8, Sendable {
  case none
  case a, the, of, and, to, or, `in`, on, at, by, from, between, since, until, through, before, after, `for`, within
  case during, ago, earlier, later, last, next, this, that, same, previous, prior, following, past, early, mid, late
  case end, close, start, middle, half, over, under, about, than, more, less, least, most, up, many, `as`, no, so, just
  case dozen, dozens, couple, point, percent, per, cent, percentage, basis, today, yesterday, tomorrow, now, onward
  case old, square, cubic, noon, midnight, am, pm, oclock, bc, ad, fiscal, final, only, every, dayPart, weigh, pre
  case excess, yearPart, minus, times, twice, once, other, long, aged, few, scores, upwards, maximum, out, local, time
  case metric, nautical, light, parts, lasting, range, ratio, span
}

/// The grammars that a word can be the first of.
struct ValueStarts: OptionSet, Sendable {
  var rawValue: UInt8
  static let date = ValueStarts(rawValue: 1)
  static let time = ValueStarts(rawValue: 2)
  static let frequency = ValueStarts(rawValue: 4)
  static let amount = ValueStarts(rawValue: 8)
  static let ordinal = ValueStarts(rawValue: 16)
  static let all: ValueStarts = [.date, .time, .frequency, .amount, .ordinal]
}

/// What one word can mean in a date or amount; a field is zero (or nil) where it cannot.
struct WordSenses: Sendable {
  var keyword = ValueKeyword.none
  var cardinal: UInt8?
  /// Power of ten of 'million'.
  var scale: UInt8 = 0
  /// Power of ten of 'millions'.
  var vagueScale: UInt8 = 0
  /// Power of ten of 'bn', which follows digits.
  var shortScale: UInt8 = 0
  var ordinal: UInt8 = 0
  var isOrdinalEnding = false
  var denominator: UInt8 = 0
  var month: UInt8 = 0
  var isAmbiguousMonth = false
  var weekday: UInt8 = 0
  var isShortWeekday = false
  var period = ValuePeriod.none
  /// First month of a season.
  var season: UInt8 = 0
  /// The decade of 'eighties': 80, and 100 for the noughties.
  var decade: UInt8 = 0
  /// The period of 'daily'.
  var frequency = ValuePeriod.none
  /// The weekday of 'Fridays'.
  var weekdayPlural: UInt8 = 0
  /// The period of 'yearlong'.
  var length = ValuePeriod.none
  /// Ten times the multiple of 'doubled'.
  var multiple: UInt16 = 0
  /// Of firms' and states' accounts.
  var isAccount = false
  /// Before a weekday the name of a day or event.
  var isDayName = false
  var isStreet = false
  /// The first word of a holiday's name.
  var isHoliday = false
  /// Makes a name of the year after it: 'Euro 2024'.
  var isYearName = false
  /// Offset from UTC in minutes.
  var zone: Int16?
  /// Index + 1 into the unit table.
  var unit: UInt8 = 0
  var isUnitSymbol = false
  /// Index + 1 into the table of temperatures.
  var temperature: UInt8 = 0
  /// Index + 1 into the table of currency names.
  var currency: UInt8 = 0
  /// Index + 1 into the table of currency symbols.
  var currencySymbol: UInt8 = 0
  /// Index + 1 into the table of dollar letters.
  var dollarLetters: UInt8 = 0
  /// Index + 1 into the table of codes; only for words in capitals.
  var currencyCode: UInt8 = 0
  /// An adjective or the first word of one that may stand before a currency's name.
  var isNational = false
  var isLabel = false
  /// A plural without a final 's'.
  var isPlural = false
  var isFuture = false
  var isPast = false
  /// Looks ahead before 'to' or 'until'.
  var isDeferral = false
  /// 'his', 'her', 'their'.
  var isPossessive = false
  /// Only words around values, not in them: a plural of them is counted like any other ('three times').
  var isWeak = false

  /// Which grammars to ask where a value may begin with the word; most words of the lexicon begin none.
  var starts: ValueStarts = []

  fileprivate var foundStarts: ValueStarts {
    var starts: ValueStarts = []
    if cardinal != nil { starts.formUnion(.all) }
    if vagueScale > 0 || currencySymbol > 0 || dollarLetters > 0 || currencyCode > 0 { starts.insert(.amount) }
    if multiple > 0 || length != .none { starts.insert(.amount) }
    if ordinal > 0 { starts.formUnion([.date, .ordinal]) }
    if month > 0 || weekday > 0 || season > 0 || isHoliday { starts.insert(.date) }
    if decade > 0 { starts.formUnion([.date, .amount]) }
    if frequency != .none || weekdayPlural > 0 { starts.insert(.frequency) }
    if period != .none { starts.formUnion([.date, .time, .amount]) }
    return starts.union(keyword.starts)
  }

  fileprivate var isOnlyContext: Bool {
    switch keyword {
    case .none, .parts, .times, .span, .ratio, .lasting, .range, .scores, .light, .metric, .local, .time, .out: break
    default: return false
    }
    let hasNumber = cardinal != nil || scale > 0 || vagueScale > 0 || shortScale > 0 || ordinal > 0 || denominator > 0
    let hasDate = month > 0 || weekday > 0 || period != .none || season > 0 || decade > 0 || zone != nil
    let hasMeasure = unit > 0 || temperature > 0 || currency > 0 || currencySymbol > 0 || dollarLetters > 0
    return !hasNumber && !hasDate && !hasMeasure && !isOrdinalEnding && !isFuture && !isPast && multiple == 0
      && frequency == .none && !isHoliday && !isPlural && !isLabel && !isNational && currencyCode == 0
      && weekdayPlural == 0
  }
}

extension ValueKeyword {
  fileprivate var starts: ValueStarts {
    switch self {
    case .a, .half: [.date, .time, .amount]
    case .since, .until, .in, .last, .next, .this, .that, .same, .previous, .prior, .following, .past: .date
    case .the, .end, .close, .start, .middle, .final, .fiscal, .ad, .yearPart, .today, .yesterday, .tomorrow: .date
    case .earlier, .later: .date
    case .from, .between: [.date, .time]
    case .early, .mid, .late: [.date, .amount]
    case .noon, .midnight: .time
    case .dozen, .dozens, .few, .many, .scores, .aged: .amount
    case .every, .twice, .once: .frequency
    default: []
    }
  }
}

/// The words of the value grammars by the hash of their lower-case bytes, made once from the tables under `English/`.
///
/// Lookup is O(1) and makes no `String`.
struct ValueLexicon: Sendable {
  static let english = ValueLexicon()

  private var table: [UInt64: WordSenses] = [:]
  /// Open addressing: a hash, or 0 where free; beside it the number of the word from 1 on.
  private var slots: [UInt64] = []
  private var numbers: [UInt16] = []
  /// By three times the number of a word, and how it is written: in small letters, with a capital, in capitals.
  private(set) var senses: [WordSenses] = []
  private static let capacity = 4096

  /// The number of a word from 1 on, or 0.
  func number(of hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & (ValueLexicon.capacity - 1)
    while slots[slot] != 0 {
      if slots[slot] == hash { return Int(numbers[slot]) }
      slot = (slot + 1) & (ValueLexicon.capacity - 1)
    }
    return 0
  }

  /// Makes the slots and the three ways of writing from the table.
  private mutating func finish() {
    slots = Array(repeating: 0, count: ValueLexicon.capacity)
    numbers = Array(repeating: 0, count: ValueLexicon.capacity)
    senses = Array(repeating: WordSenses(), count: 3)
    // The order of a dictionary differs by run; the numbers never leave the process.
    for (hash, found) in table.sorted(by: { $0.key < $1.key }) {
      var slot = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & (ValueLexicon.capacity - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (ValueLexicon.capacity - 1) }
      (slots[slot], numbers[slot]) = (hash, UInt16(senses.count / 3))
      var full = found
      full.isWeak = found.isOnlyContext
      var capital = full
      capital.currencyCode = 0
      var small = capital
      (small.month, small.weekday, small.weekdayPlural) = (0, 0, 0)
      for var form in [small, capital, full] {
        form.starts = form.foundStarts
        senses.append(form)
      }
    }
    table = [:]
  }

  private mutating func set(_ word: String, _ change: (inout WordSenses) -> Void) {
    change(&table[StableHash.hash(word), default: WordSenses()])
  }

  private init() {
    addNumbers()
    addCalendar()
    addMeasures()
    for word in ["his", "her", "their", "my", "your", "our"] { set(word) { $0.isPossessive = true } }
    for (word, keyword) in EnglishValueWords.keywords { set(word) { $0.keyword = keyword } }
    for word in EnglishValueWords.labels { set(word) { $0.isLabel = true } }
    for word in EnglishValueWords.irregularPlurals { set(word) { $0.isPlural = true } }
    for word in EnglishValueWords.accounts { set(word) { $0.isAccount = true } }
    for word in EnglishValueWords.yearNames { set(word) { $0.isYearName = true } }
    for word in ["christmas", "halloween", "boxing", "new"] { set(word) { $0.isHoliday = true } }
    for word in EnglishValueWords.streets { set(word) { $0.isStreet = true } }
    for (word, n) in EnglishValueWords.multiples { set(word) { $0.multiple = UInt16(n) } }
    for word in EnglishValueWords.future { set(word) { $0.isFuture = true } }
    for word in EnglishValueWords.deferrals { set(word) { $0.isDeferral = true } }
    for word in EnglishValueWords.past { set(word) { $0.isPast = true } }
    finish()
  }

  private mutating func addNumbers() {
    for (word, n) in EnglishValueWords.cardinals { set(word) { $0.cardinal = UInt8(n) } }
    for (word, n) in EnglishValueWords.scales { set(word) { $0.scale = UInt8(n) } }
    for (word, n) in EnglishValueWords.vaguePlurals { set(word) { $0.vagueScale = UInt8(n) } }
    for (word, n) in EnglishValueWords.shortScales { set(word) { $0.shortScale = UInt8(n) } }
    for (word, n) in EnglishValueWords.ordinals { set(word) { $0.ordinal = UInt8(n) } }
    for word in EnglishValueWords.ordinalEndings { set(word) { $0.isOrdinalEnding = true } }
    for (word, n) in EnglishValueWords.fractions { set(word) { $0.denominator = UInt8(n) } }
  }

  private mutating func addCalendar() {
    for (word, n) in EnglishValueWords.months { set(word) { $0.month = UInt8(n) } }
    for word in EnglishValueWords.ambiguousMonths { set(word) { $0.isAmbiguousMonth = true } }
    for (word, n) in EnglishValueWords.weekdays { set(word) { $0.weekday = UInt8(n) } }
    for (word, n) in EnglishValueWords.shortWeekdays {
      set(word) {
        $0.weekday = UInt8(n)
        $0.isShortWeekday = true
      }
    }
    for (word, period) in EnglishValueWords.periods { set(word) { $0.period = period } }
    for (word, n) in EnglishValueWords.decades { set(word) { $0.decade = UInt8(n) } }
    for (word, period) in EnglishValueWords.frequencies { set(word) { $0.frequency = period } }
    for (word, n) in EnglishValueWords.weekdayPlurals { set(word) { $0.weekdayPlural = UInt8(n) } }
    for (word, period) in EnglishValueWords.lengths { set(word) { $0.length = period } }
    for word in EnglishValueWords.dayNames { set(word) { $0.isDayName = true } }
    for (word, month) in EnglishValueWords.seasons { set(word) { $0.season = UInt8(month) } }
    for (word, minutes) in EnglishValueWords.zones { set(word) { $0.zone = Int16(minutes) } }
  }

  private mutating func addMeasures() {
    for (i, unit) in EnglishValueUnits.units.enumerated() {
      for word in unit.words { set(word) { $0.unit = UInt8(i + 1) } }
      for word in unit.symbols {
        set(word) {
          $0.unit = UInt8(i + 1)
          $0.isUnitSymbol = true
        }
      }
    }
    for (i, entry) in EnglishValueUnits.temperatures.enumerated() { set(entry.word) { $0.temperature = UInt8(i + 1) } }
    for (i, name) in EnglishValueCurrencies.names.enumerated() {
      for word in name.words { set(word) { $0.currency = UInt8(i + 1) } }
    }
    for (i, entry) in EnglishValueCurrencies.symbols.enumerated() { set(entry.0) { $0.currencySymbol = UInt8(i + 1) } }
    for (i, entry) in EnglishValueCurrencies.dollars.enumerated() { set(entry.0) { $0.dollarLetters = UInt8(i + 1) } }
    for (i, code) in EnglishValueCurrencies.codes.enumerated() {
      set(code.lowercased()) { $0.currencyCode = UInt8(i + 1) }
    }
    for entry in EnglishValueCurrencies.national { set(entry.adjective) { $0.isNational = true } }
    for word in EnglishValueCurrencies.firstWords { set(word) { $0.isNational = true } }
  }
}
