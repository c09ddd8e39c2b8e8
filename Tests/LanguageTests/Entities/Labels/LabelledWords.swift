@testable import QuipuLanguage

/// A sentence with names in brackets, '[Person Anna Lund] left [Place Oslo]', whose labels a rule may change.
struct LabelledWords {
  static let labels = EntityLabels(classes: ["Person", "Organization", "Place"])

  private let forms: [String]
  private var labels: [UInt8] = []
  private let records = TokenRecords()
  private let lexicon: [String: WordClasses]
  private let gazetteer: [String: (kind: GazetteerKind, length: Int)]

  /// The lexicon's words by form; known names by their first word, with their length in tokens.
  init(
    _ text: String, lexicon: [String: WordClasses] = [:],
    gazetteer: [String: (kind: GazetteerKind, length: Int)] = [:]
  ) {
    var forms: [String] = []
    var open: Int?
    for part in text.split(separator: " ") {
      if part.first == "[", part.count > 1,
        let k = LabelledWords.labels.classes.firstIndex(of: String(part.dropFirst()))
      {
        open = EntityLabels.begin(k)
        continue
      }
      let ends = open != nil && part.last == "]" && part.count > 1
      forms.append(String(ends ? part.dropLast() : part))
      labels.append(UInt8(open ?? 0))
      open = ends ? nil : open.map { EntityLabels.isBegin($0) ? $0 + 1 : $0 }
    }
    self.forms = forms
    self.lexicon = lexicon
    self.gazetteer = gazetteer
    for form in forms { Array(form.utf8).withUnsafeBufferPointer { records.append($0, isJoined: false) } }
    records.close()
    for (i, form) in forms.enumerated() {
      records.first[i].lexicon = lexicon[form]?.rawValue ?? 0
      guard let known = gazetteer[form] else { continue }
      records.first[i].gazetteer |= known.kind.bit
      for k in i + 1..<max(i + known.length, i + 1) { records.first[k].gazetteer |= known.kind.bit << 16 }
    }
  }

  /// The sentence after a rule.
  func after(_ rule: (LabelledSentence) -> Void) -> String {
    var labels = labels
    labels.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      rule(LabelledSentence(labels: base, records: records.first, count: forms.count))
    }
    var text: [String] = []
    for (i, form) in forms.enumerated() {
      let label = Int(labels[i])
      if EntityLabels.isBegin(label) {
        text.append("[" + LabelledWords.labels.classes[EntityLabels.classIndex(label)])
      }
      let goesOn = i + 1 < forms.count && EntityLabels.isInside(Int(labels[i + 1]))
      text.append(form + (label != 0 && !goesOn ? "]" : ""))
    }
    return text.joined(separator: " ")
  }
}
