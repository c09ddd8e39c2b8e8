/// What all places where a form stands in a document say of it together: names are decided at each place, but what is
/// clear at one place helps at the others (as in Finkel, Grenager and Manning 2005, without sampling).
///
/// Of each capitalised form the scores of the classes, without what distinguishes the beginning of a name from its
/// rest, are summed up; each place then adds a part of the mean of the others to its own.
struct EvidencePool {
  private struct Entry {
    var count: Int32 = 0
    var sum = SIMD16<Int32>.zero
  }

  /// What the mean of the other places counts beside a place's own score, in 1/256. Names of GUM's development set are
  /// found at F1 80 with 0, 81 with 1/2, 82 with 1, 82 with 3/2; in short documents it is of little matter.
  static let share: Int32 = 256

  /// Places of one form that are summed up: more would overflow 32 bits, and change a mean no longer.
  static let mostPlaces: Int32 = 8192

  private var forms = FormMap(empty: Entry())
  private let classes: Int

  init(classes: Int) { self.classes = classes }

  mutating func removeAll() { forms.removeAll() }

  /// Notes what the places of a sentence say.
  mutating func add(
    _ records: UnsafePointer<TokenRecord>, _ emissions: UnsafePointer<SIMD16<Int32>>, count: Int
  ) {
    for i in 0..<count where EvidencePool.takesPart(records[i]) {
      let evidence = evidence(emissions[i])
      forms.update(records[i].form | 1) { entry in
        guard entry.count < EvidencePool.mostPlaces else { return }
        entry.count += 1
        entry.sum &+= evidence
      }
    }
  }

  /// Adds to the places of a sentence their part of what the others say, which counts less while they are few.
  func apply(
    _ records: UnsafePointer<TokenRecord>, _ emissions: UnsafeMutablePointer<SIMD16<Int32>>, count: Int
  ) {
    for i in 0..<count where EvidencePool.takesPart(records[i]) {
      let entry = forms[records[i].form | 1]
      guard entry.count > 1 else { continue }
      let others = entry.sum &- evidence(emissions[i])
      for lane in 1...2 * classes {
        let part = Int64(others[lane]) * Int64(EvidencePool.share) / (Int64(entry.count) * 256)
        emissions[i][lane] &+= Int32(truncatingIfNeeded: part)
      }
    }
  }

  /// Addresses are no names wherever they stand.
  private static func takesPart(_ record: TokenRecord) -> Bool {
    record.flags.contains(.startsUpper) && !record.flags.contains(.isAddress)
  }

  /// The larger score of beginning and rest for both, all relative to that of no name.
  private func evidence(_ emission: SIMD16<Int32>) -> SIMD16<Int32> {
    var result = SIMD16<Int32>.zero
    for c in 0..<classes {
      let score = max(emission[EntityLabels.begin(c)], emission[EntityLabels.inside(c)]) &- emission[0]
      result[EntityLabels.begin(c)] = score
      result[EntityLabels.inside(c)] = score
    }
    return result
  }
}
