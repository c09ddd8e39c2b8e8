/// The features of tokens where letter case says nothing (`UncasedSentences`). Training and use call the same code.
///
/// Their numbers are part of the model format.
enum UncasedTemplates {
  /// Writes the features of one token. Reads two records around. Returns how many were written.
  static func write(_ token: UnsafePointer<TokenRecord>, into features: UnsafeMutablePointer<UInt32>) -> Int {
    var writer = FeatureWriter(features, firstTemplate: 600)
    writer.addForm(token.pointee)
    for (offset, base) in [(-2, 40), (-1, 56), (1, 72), (2, 88)] as [(Int, UInt32)] {
      writer.addNeighbour(token[offset], base)
    }
    writer.addPairs(token)
    writer.addKnowledge(token)
    return writer.count
  }
}

extension FeatureWriter {
  @inline(__always)
  fileprivate mutating func addForm(_ x: TokenRecord) {
    add(0, x.flags.rawValue & TokenFlags.isFirst.rawValue)
    add(1, x.folded)
    add(2, x.prefix3)
    add(3, x.suffix2)
    add(4, x.suffix3)
    add(5, x.suffix4)
    add(6, x.tag & 0xFF)
    add(7, FeatureHash.mix(x.tag & 0xFF, x.lexicon))
    add(8, FeatureHash.mix(x.tag & 0xFF, x.gazetteer))
    add(9, FeatureHash.mix(x.tag & 0xFF, x.code == .none ? 0 : x.code.coarse))
  }

  @inline(__always)
  fileprivate mutating func addNeighbour(_ z: TokenRecord, _ base: UInt32) {
    add(base, z.folded)
    add(base + 1, z.tag & 0xFF)
    if z.gazetteer != 0 { add(base + 2, z.gazetteer) }
    if z.clusters != 0 { add(base + 3, z.clusters & 0xFFFF) }
    add(base + 4, z.lexicon)
    if z.code != .none {
      add(base + 5, z.code.coarse)
      add(base + 6, z.code.middle)
      add(base + 7, z.code.fine)
    }
  }

  @inline(__always)
  fileprivate mutating func addPairs(_ token: UnsafePointer<TokenRecord>) {
    let (before, x, after) = (token[-1], token[0], token[1])
    add(104, FeatureHash.mix(before.folded, x.folded))
    add(105, FeatureHash.mix(x.folded, after.folded))
    add(106, FeatureHash.mix(before.folded, x.gazetteer))
    add(107, FeatureHash.mix(after.folded, x.gazetteer))
    add(108, FeatureHash.mix(before.folded, x.lexicon))
    add(109, FeatureHash.mix(after.folded, x.lexicon))
    add(110, FeatureHash.mix(before.folded, after.folded))
    add(111, FeatureHash.mix(token[-2].folded, before.folded))
    add(112, FeatureHash.mix(after.folded, token[2].folded))
    add(113, (before.tag & 0xFF) << 16 | (x.tag & 0xFF) << 8 | after.tag & 0xFF)
    add(114, FeatureHash.mix(before.lexicon, x.lexicon))
    add(115, FeatureHash.mix(x.lexicon, after.lexicon))
  }

  @inline(__always)
  fileprivate mutating func addKnowledge(_ token: UnsafePointer<TokenRecord>) {
    let (before, x, after) = (token[-1], token[0], token[1])
    add(120, x.lexicon)
    if x.clusters != 0 {
      add(121, x.clusters & 0xFFFF)
      add(122, x.clusters >> 16)
    }
    if x.code != .none {
      add(123, x.code.coarse)
      add(124, x.code.middle)
      add(125, x.code.fine)
      add(126, FeatureHash.mix(x.code.coarse, before.folded))
      add(127, FeatureHash.mix(x.code.coarse, after.folded))
      add(128, FeatureHash.mix(x.code.coarse, before.code.coarse))
      add(129, FeatureHash.mix(x.code.coarse, after.code.coarse))
    } else {
      add(130, 0)
    }
    if x.code.type != 0 {
      add(140, x.code.type)
      add(141, FeatureHash.mix(x.code.type, x.tag & 0xFF))
      add(142, FeatureHash.mix(x.code.type, before.folded))
      add(143, FeatureHash.mix(x.code.type, after.folded))
    }
    if x.gazetteer != 0 {
      add(131, x.gazetteer)
      add(132, FeatureHash.mix(x.gazetteer, x.lexicon))
      add(133, FeatureHash.mix(x.gazetteer, x.code == .none ? 0 : x.code.coarse))
      add(134, bitsOf: x.gazetteer)
    }
  }
}
