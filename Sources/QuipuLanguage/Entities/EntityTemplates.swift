/// The features that the recognizer decides by. Training and use call the same code.
///
/// Their numbers are part of the model format.
public enum EntityTemplates {
  /// No more features than this are written.
  public static let maximum = 192

  /// Writes the features of one token. Reads two records around. Returns how many were written.
  public static func write(
    _ token: UnsafePointer<TokenRecord>, _ context: UnsafePointer<EntityContext>,
    into features: UnsafeMutablePointer<UInt32>
  ) -> Int {
    guard !token.pointee.flags.contains(.isUncased) else { return UncasedTemplates.write(token, into: features) }
    var writer = FeatureWriter(features, firstTemplate: 300)
    writer.addForm(token.pointee)
    for (offset, base) in [(-2, 40), (-1, 56), (1, 72), (2, 88)] as [(Int, UInt32)] {
      writer.addNeighbour(token[offset], base)
    }
    writer.addPairs(token)
    writer.addKnowledge(token)
    writer.addVectors(token)
    writer.addContext(token.pointee, context.pointee)
    return writer.count
  }

  /// Which of the two tokens before and behind are the same word: where names follow each other without a sign between
  /// them, as at the end of a letter ('Anna Anna Lund'), one ends there.
  @inline(__always)
  fileprivate static func repetition(_ token: UnsafePointer<TokenRecord>) -> UInt32 {
    let x = token.pointee
    guard x.flags.contains(.startsUpper) else { return 0 }
    return (x.folded == token[-2].folded ? 1 : 0) | (x.folded == token[-1].folded ? 2 : 0)
      | (x.folded == token[1].folded ? 4 : 0) | (x.folded == token[2].folded ? 8 : 0)
  }

  /// Which of the capitalised tokens around are given names and surnames.
  @inline(__always)
  fileprivate static func namesAround(_ token: UnsafePointer<TokenRecord>) -> UInt32 {
    guard token.pointee.flags.contains(.startsUpper) else { return 0 }
    let personal = WordClasses.givenName.rawValue | WordClasses.surname.rawValue
    var bits: UInt32 = 0
    for offset in -2...2 {
      let z = token[offset]
      let name = (z.lexicon & personal) / WordClasses.givenName.rawValue
      bits = bits << 3 | name << 1 | (z.flags.contains(.startsUpper) ? 1 : 0)
    }
    return bits
  }
}

extension FeatureWriter {
  @inline(__always)
  fileprivate mutating func addForm(_ x: TokenRecord) {
    add(0, 0)
    add(1, x.form)
    add(2, x.folded)
    add(3, x.shape)
    add(4, x.prefix2)
    add(5, x.prefix3)
    add(6, x.suffix2)
    add(7, x.suffix3)
    add(8, x.suffix4)
    add(9, x.flags.rawValue)
    add(
      10, FeatureHash.mix(x.shape, x.flags.rawValue & (TokenFlags.isFirst.rawValue | TokenFlags.isShouted.rawValue)))
    add(11, FeatureHash.mix(x.suffix3, x.shape))
    add(12, x.tag & 0xFF)
  }

  @inline(__always)
  fileprivate mutating func addNeighbour(_ z: TokenRecord, _ base: UInt32) {
    add(base, z.folded)
    add(base + 1, z.shape)
    add(base + 2, z.tag & 0xFF)
    if z.gazetteer != 0 { add(base + 3, z.gazetteer) }
    if z.clusters != 0 {
      add(base + 4, z.clusters & 0xFFFF)
      add(base + 5, z.clusters >> 16)
    }
    add(base + 6, z.lexicon)
  }

  @inline(__always)
  fileprivate mutating func addPairs(_ token: UnsafePointer<TokenRecord>) {
    let (before, x, after) = (token[-1], token[0], token[1])
    add(104, FeatureHash.mix(before.folded, x.folded))
    add(105, FeatureHash.mix(x.folded, after.folded))
    add(106, FeatureHash.mix(before.shape, x.shape))
    add(107, FeatureHash.mix(x.shape, after.shape))
    add(108, FeatureHash.mix(before.folded, x.shape))
    add(109, FeatureHash.mix(after.folded, x.shape))
    add(110, before.suffix3)
    add(111, after.suffix3)
    add(112, FeatureHash.mix(before.shape, FeatureHash.mix(x.shape, after.shape)))
    add(113, FeatureHash.mix(before.folded, after.folded))
    add(114, FeatureHash.mix(token[-2].folded, before.folded))
    add(115, FeatureHash.mix(after.folded, token[2].folded))
    add(133, FeatureHash.mix(after.folded, token[2].shape))
    add(134, FeatureHash.mix(before.folded, token[-2].shape))
    add(135, FeatureHash.mix(after.folded, token[2].tag & 0xFF))  // "Max's are great" names a shop
    let repetition = EntityTemplates.repetition(token)
    if repetition != 0 { add(117, repetition) }
    let names = EntityTemplates.namesAround(token)
    if names != 0 { add(118, names) }
    add(116, (before.tag & 0xFF) << 16 | (x.tag & 0xFF) << 8 | after.tag & 0xFF)
  }

  @inline(__always)
  fileprivate mutating func addKnowledge(_ token: UnsafePointer<TokenRecord>) {
    let (before, x, after) = (token[-1], token[0], token[1])
    add(120, x.lexicon)
    add(121, FeatureHash.mix(x.lexicon, x.shape))
    add(122, FeatureHash.mix(before.lexicon, x.lexicon))
    add(123, FeatureHash.mix(x.lexicon, after.lexicon))
    if x.clusters != 0 {
      add(124, x.clusters & 0xFFFF)
      add(125, x.clusters >> 16)
      add(126, FeatureHash.mix(x.clusters & 0xFFFF, x.shape))
    }
    if x.gazetteer != 0 {
      add(127, x.gazetteer)
      add(128, FeatureHash.mix(x.gazetteer, x.shape))
      add(129, FeatureHash.mix(x.gazetteer, before.folded))
      add(130, FeatureHash.mix(x.gazetteer, x.lexicon))
      add(131, bitsOf: x.gazetteer)
    }
  }

  @inline(__always)
  fileprivate mutating func addVectors(_ token: UnsafePointer<TokenRecord>) {
    let (x, shape) = (token.pointee.code, token.pointee.shape)
    let (before, after) = (token[-1].code.coarse, token[1].code.coarse)
    if x != .none {
      add(170, x.coarse)
      add(171, x.middle)
      add(172, x.fine)
      add(173, FeatureHash.mix(x.coarse, shape))
      add(174, FeatureHash.mix(x.middle, shape))
      add(175, FeatureHash.mix(x.coarse, before))
      add(176, FeatureHash.mix(x.coarse, after))
    } else {
      add(177, shape)
    }
    for (offset, base) in [(-2, 180), (-1, 184), (1, 188), (2, 192)] as [(Int, UInt32)] {
      let code = token[offset].code
      guard code != .none else { continue }
      add(base, code.coarse)
      add(base + 1, code.middle)
      add(base + 2, code.fine)
    }
    add(196, FeatureHash.mix(before, after))
    addTypes(token)
  }

  @inline(__always)
  private mutating func addTypes(_ token: UnsafePointer<TokenRecord>) {
    let (before, x, after) = (token[-1].code.type, token[0].code.type, token[1].code.type)
    if x != 0 {
      add(200, x)
      add(201, FeatureHash.mix(x, token[0].shape))
      add(202, FeatureHash.mix(x, token[0].lexicon))
      add(203, FeatureHash.mix(x, before))
      add(204, FeatureHash.mix(x, after))
      add(205, FeatureHash.mix(x, token[-1].folded))
      add(206, FeatureHash.mix(x, token[1].folded))
    }
    if before != 0 { add(207, FeatureHash.mix(before, token[-1].shape)) }
    if after != 0 { add(208, FeatureHash.mix(after, token[1].shape)) }
    add(209, FeatureHash.mix(before << 10 | x << 5 | after, token[0].shape))
    let (first, last) = (token[-2].code.type, token[2].code.type)
    if first != 0 { add(210, FeatureHash.mix(first, token[-1].shape)) }
    if last != 0 { add(211, FeatureHash.mix(last, token[1].shape)) }
  }

  @inline(__always)
  fileprivate mutating func addContext(_ x: TokenRecord, _ context: EntityContext) {
    if context.position != 0 {
      let place = context.position & 3
      add(140, context.position)
      add(141, FeatureHash.mix(context.before, place))
      add(142, FeatureHash.mix(context.after, place))
      add(143, FeatureHash.mix(context.first, place))
      add(144, FeatureHash.mix(context.last, place))
      add(145, FeatureHash.mix(context.position, x.shape))
      add(146, FeatureHash.mix(context.before, context.after))
    }
    if context.memory != 0 {
      add(150, context.memory & 0xFFFF)
      add(151, FeatureHash.mix(context.memory & 0xFFFF, x.flags.rawValue & TokenFlags.isFirst.rawValue))
      add(152, bitsOf: context.memory)
    }
  }
}
