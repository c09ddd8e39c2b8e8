/// One set of classes with its weights: those that a model is shipped with, or those that a user has added.
struct EntityLayer: Sendable {
  let labels: EntityLabels
  private let rows: CheckedRows
  private let decoder: EntityDecoder

  /// Reads the sections `prefix.classes`, `prefix.weights`, `prefix.transitions`.
  init(_ file: ModelFile, prefix: String) throws(ModelError) {
    let classes = try file.strings(prefix + ".classes")
    guard !classes.isEmpty, classes.count <= EntityLabels.maximumClasses else {
      throw file.malformed(
        prefix + ".classes", "has \(classes.count) classes, not 1 to \(EntityLabels.maximumClasses)")
    }
    labels = EntityLabels(classes: classes)
    rows = try CheckedRows(file, prefix + ".weights")
    let transitions: UnsafeBufferPointer<Int32> = try file.integers(prefix + ".transitions")
    guard transitions.count == EntityLabels.columns * EntityLabels.columns,
      transitions.allSatisfy({ abs(Int($0)) < 1 << 20 })
    else { throw file.malformed(prefix + ".transitions", "is no table of small numbers of 16 by 16 labels") }
    decoder = EntityDecoder(labels: labels, transitions: Array(transitions))
  }

  /// Scores the labels of a sentence's tokens; `features` has room for those of two tokens, so that the memory is asked
  /// for the weights of one while another is scored. Complexity: O(tokens).
  func score(
    _ records: UnsafePointer<TokenRecord>, _ contexts: UnsafePointer<EntityContext>, count: Int,
    features: UnsafeMutablePointer<UInt32>, into emissions: UnsafeMutablePointer<SIMD16<Int32>>
  ) {
    guard count > 0 else { return }
    var (now, next) = (features, features + EntityTemplates.maximum)
    var written = EntityTemplates.write(records, contexts, into: now)
    for i in 0..<count {
      var ahead = 0
      if i + 1 < count {
        ahead = EntityTemplates.write(records + i + 1, contexts + i + 1, into: next)
        rows.prefetch(next, count: ahead)
      }
      emissions[i] = rows.score(now, count: written)
      swap(&now, &next)
      written = ahead
      // Sums are far below: at most 256 features of 7 bits.
      if records[i].flags.contains(.isAddress) { emissions[i][EntityLabels.outside] &+= 1 << 20 }
    }
  }

  /// Finds the labels of a sentence by the scores of its tokens. Complexity: O(tokens).
  func decode(_ emissions: UnsafePointer<SIMD16<Int32>>, count: Int, _ scratch: EntityRecognizer.Scratch) {
    scratch.reserve(count)
    scratch.withStorage { _, _, back, labels in decoder.decode(emissions, count: count, back: back, into: labels) }
  }

  /// Finds the labels of a sentence. Complexity: O(tokens).
  func label(
    _ records: UnsafePointer<TokenRecord>, _ contexts: UnsafePointer<EntityContext>, count: Int,
    _ scratch: EntityRecognizer.Scratch
  ) {
    scratch.reserve(count)
    scratch.withStorage { features, emissions, back, labels in
      score(records, contexts, count: count, features: features, into: emissions)
      decoder.decode(emissions, count: count, back: back, into: labels)
    }
  }

  /// Calls `body` with the first token, the end and the class of each name.
  @inline(__always)
  func forEachName(
    _ found: UnsafePointer<UInt8>, count: Int, _ body: (_ start: Int, _ end: Int, _ name: String) -> Void
  ) {
    var i = 0
    while i < count {
      let label = Int(found[i])
      guard EntityLabels.isBegin(label) else {
        i += 1
        continue
      }
      var end = i + 1
      while end < count, Int(found[end]) == label + 1 { end += 1 }
      body(i, end, labels.classes[EntityLabels.classIndex(label)])
      i = end
    }
  }
}
