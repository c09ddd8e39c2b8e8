/// The regular inflections of English verbs and nouns, by spelling.
public enum Inflection {
  public static func sForm(_ base: String) -> String {
    if endsInConsonantY(base) { return base.dropLast() + "ies" }
    let sibilants = ["s", "x", "z", "ch", "sh", "o"]
    return base + (sibilants.contains { base.hasSuffix($0) } ? "es" : "s")
  }

  public static func edForm(_ base: String) -> String {
    if base.hasSuffix("e") { return base + "d" }
    if endsInConsonantY(base) { return base.dropLast() + "ied" }
    return doubling(base) + "ed"
  }

  public static func ingForm(_ base: String) -> String {
    if base.hasSuffix("ie") { return base.dropLast(2) + "ying" }
    if base.hasSuffix("e") && !base.hasSuffix("ee") { return base.dropLast() + "ing" }
    return doubling(base) + "ing"
  }

  /// 'smaller', 'smallest': of short adjectives only.
  public static func comparatives(_ base: String) -> [String] {
    guard base.count <= 6 else { return [] }
    if base.hasSuffix("e") { return [base + "r", base + "st"] }
    if endsInConsonantY(base) { return [base.dropLast() + "ier", base.dropLast() + "iest"] }
    let stem = doubling(base)
    return [stem + "er", stem + "est"]
  }

  private static let vowels = Set("aeiou")

  private static func endsInConsonantY(_ word: String) -> Bool {
    guard word.hasSuffix("y"), let before = word.dropLast().last else { return false }
    return !vowels.contains(before)
  }

  /// Doubles the last letter of a short stressed syllable ('stop', 'ban', 'occur' by its ending, but not 'open', 'visit').
  private static func doubling(_ base: String) -> String {
    let letters = Array(base)
    guard let last = letters.last, letters.count >= 3, !vowels.contains(last), !"wxyh".contains(last),
      vowels.contains(letters[letters.count - 2]), !vowels.contains(letters[letters.count - 3])
    else { return base }
    let syllables = zip(letters, [" "] + letters).filter { vowels.contains($0.0) && !vowels.contains($0.1) }.count
    let stressedLast = ["cur", "fer", "mit", "pel", "gin", "bel", "ret", "trol", "nul", "get"].contains {
      base.hasSuffix($0)
    }
    return syllables == 1 || stressedLast ? base + String(last) : base
  }
}
