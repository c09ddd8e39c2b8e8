import QuipuLanguage

/// Turns the names of a sentence into the labels that each of its tokens may have.
struct EntityMarking {
  private let labels: EntityLabels
  private let map: EntityMap
  private let all: UInt32
  private let beginnings: UInt32
  private let open: UInt32
  private let group: Int?

  init(labels: EntityLabels, map: EntityMap) {
    self.labels = labels
    self.map = map
    all = (1 << UInt32(labels.count)) - 1
    beginnings = labels.classes.indices.reduce(0) { $0 | 1 << UInt32(EntityLabels.begin($1)) }
    open = EntityMarking.bits(map.open, labels)
    group = labels.classes.firstIndex(of: "PeopleGroup")
  }

  private static func bits(_ classes: [String], _ labels: EntityLabels) -> UInt32 {
    classes.reduce(0) { bits, name in
      guard let k = labels.classes.firstIndex(of: name) else { return bits }
      return bits | 1 << UInt32(EntityLabels.begin(k)) | 1 << UInt32(EntityLabels.inside(k))
    }
  }

  /// `names` in order, without overlaps, counted from the sentence's first token.
  func mark(_ names: [AnnotatedText.Name], records: [TokenRecord]) -> [UInt32] {
    var allowed = records.indices.map { i in
      isCandidate(i, records) && !(isDemonym(i..<i + 1, records) && isAttribute(i, records)) ? open | 1 : 1
    }
    for name in names {
      let bits: UInt32
      switch map.target(name.type) {
      case .outside: continue
      case .unknown: bits = all
      case .classes(let classes): bits = EntityMarking.bits(classes, labels)
      }
      guard bits != 0 else { continue }
      if let group, isDemonym(name.tokens, records) {
        guard !isAttribute(name.tokens.lowerBound, records) else {
          allowed[name.tokens.lowerBound] = 1
          continue
        }
        let isPlural = records[name.tokens.lowerBound].gazetteer & GazetteerKind.group.bit != 0
        allowed[name.tokens.lowerBound] = 1 << UInt32(EntityLabels.begin(group)) | (isPlural ? 0 : 1)
        continue
      }
      for t in name.tokens {
        if bits == all {
          allowed[t] = all
        } else {
          allowed[t] = t == name.tokens.lowerBound ? bits & beginnings : bits & ~beginnings
        }
      }
      let next = name.tokens.upperBound
      if bits != all, next < records.count { allowed[next] &= beginnings | 1 }
    }
    return allowed
  }

  /// Names that a source does not mark may stand where capitals are.
  private func isCandidate(_ i: Int, _ records: [TokenRecord]) -> Bool {
    if records[i].flags.contains(.hasUpper) { return true }
    return i > 0 && i + 1 < records.count && records[i - 1].flags.contains(.hasUpper)
      && records[i + 1].flags.contains(.hasUpper)
  }

  /// 'German' in 'German ships' says what ships, and names no group.
  private func isAttribute(_ i: Int, _ records: [TokenRecord]) -> Bool {
    guard records[i].partOfSpeech == .adjective, i + 1 < records.count else { return false }
    return [.noun, .properNoun, .adjective].contains(records[i + 1].partOfSpeech)
  }

  /// 'German' and 'Germans', which some sources count among places, are neither place nor group of their own.
  private func isDemonym(_ tokens: Range<Int>, _ records: [TokenRecord]) -> Bool {
    let kinds = records[tokens.lowerBound].gazetteer
    let places = GazetteerKind.country.bit | GazetteerKind.city.bit | GazetteerKind.region.bit
    guard kinds & (GazetteerKind.demonym.bit | GazetteerKind.group.bit) != 0, kinds & places == 0 else { return false }
    return tokens.count == 1
  }
}
