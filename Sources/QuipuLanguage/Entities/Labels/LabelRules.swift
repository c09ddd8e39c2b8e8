/// What is known of names for certain and too rare to be learnt: rules that change the labels of a sentence after they
/// were decided. Each stands in a file of its own, with what it gains.
struct LabelRules: Sendable {
  private let person: Int?
  private let organization: Int?
  private let place: Int?

  init(_ labels: EntityLabels) {
    person = labels.classes.firstIndex(of: "Person")
    organization = labels.classes.firstIndex(of: "Organization")
    place = labels.classes.firstIndex(of: PlaceKinds.place)
  }

  /// Complexity: O(tokens).
  func apply(to labels: UnsafeMutablePointer<UInt8>, _ records: UnsafePointer<TokenRecord>, count: Int) {
    let sentence = LabelledSentence(labels: labels, records: records, count: count)
    if let person {
      InvertedNames.join(sentence, person: person)
      RepeatedNames.part(sentence, person: person)
      AdjacentNames.part(sentence, person: person)
    }
    if let organization {
      CompanyForms.join(sentence, organization: organization)
      if let place { StateBodies.join(sentence, place: place, organization: organization) }
    }
    if let place { PlacePairs.part(sentence, place: place) }
  }
}

/// A sentence whose labels rules may change. A view: valid while its storage is.
struct LabelledSentence {
  let labels: UnsafeMutablePointer<UInt8>
  let records: UnsafePointer<TokenRecord>
  let count: Int

  /// Calls `body` with the tokens of each name of a class; what `body` changes inside a name is not looked at again.
  func forEachName(_ classIndex: Int, _ body: (Range<Int>) -> Void) {
    var i = 0
    while i < count {
      guard Int(labels[i]) == EntityLabels.begin(classIndex) else {
        i += 1
        continue
      }
      let name = i..<end(of: i, classIndex)
      body(name)
      i = name.upperBound
    }
  }

  /// Where the name ends that begins or goes on at a token.
  func end(of start: Int, _ classIndex: Int) -> Int {
    var end = start + 1
    while end < count, Int(labels[end]) == EntityLabels.inside(classIndex) { end += 1 }
    return end
  }

  /// Whether a name of the class begins at a token.
  func begins(_ i: Int, _ classIndex: Int) -> Bool { i < count && Int(labels[i]) == EntityLabels.begin(classIndex) }

  /// Makes the tokens one name of the class.
  func name(_ tokens: Range<Int>, _ classIndex: Int) {
    for t in tokens { labels[t] = UInt8(EntityLabels.inside(classIndex)) }
    labels[tokens.lowerBound] = UInt8(EntityLabels.begin(classIndex))
  }
}
