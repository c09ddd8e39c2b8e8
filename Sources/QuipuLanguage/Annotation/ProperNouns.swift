/// Nouns with capitals inside names of people, organisations and places are proper nouns: 'Department' in 'Department of
/// Fisheries', which the tagger takes for a noun before names are known.
///
/// On EWT's development set 35 tags become right and 20 wrong, and as many lemmas, which keep their capitals.
struct ProperNouns: Sendable {
  private static let labels: Set<String> = Set(PlaceKinds.all + [PlaceKinds.place, "Person", "Organization"])

  /// By the morphology of a noun: the tag of the proper noun with the same.
  private let tags: [UInt32]

  init(_ morphology: MorphologyLabels) {
    let count = morphology.count(.noun)
    tags = (0..<count).map { noun in
      let text = morphology.text(.noun, UInt8(noun))
      let proper = (0..<morphology.count(.properNoun)).first { morphology.text(.properNoun, UInt8($0)) == text } ?? 0
      return UInt32(PartOfSpeech.properNoun.rawValue) + 1 | UInt32(proper) << 8
    }
  }

  /// Changes the tags of a name's records; calls `body` with the index in the name of each that was changed.
  func retag(_ span: EntitySpan, _ records: UnsafeMutablePointer<TokenRecord>, _ body: (Int) -> Void) {
    guard ProperNouns.labels.contains(span.label) else { return }
    for i in 0..<span.tokens.count {
      let (record, morphology) = (records[i], Int(records[i].tag >> 8))
      guard record.partOfSpeech == .noun, record.flags.contains(.startsUpper), !record.flags.contains(.isRespelt),
        morphology < tags.count
      else { continue }
      records[i].tag = tags[morphology]
      body(i)
    }
  }
}
