import QuipuTestSupport
import Testing

@testable import QuipuLanguage

@Suite struct DependencyParserTests {
  private struct Parse: Equatable {
    var heads: [Int32]
    var relations: [DependencyRelation]

    /// One root, and every token below it.
    var isTree: Bool {
      guard heads.filter({ $0 == -1 }).count == 1 else { return false }
      return heads.indices.allSatisfy { start in
        var (node, steps) = (start, 0)
        while node >= 0 && steps <= heads.count { (node, steps) = (Int(heads[node]), steps + 1) }
        return node < 0
      }
    }
  }

  private func records(_ forms: [String], into records: TokenRecords = TokenRecords()) -> TokenRecords {
    records.removeAll()
    for form in forms { Array(form.utf8).withUnsafeBufferPointer { records.append($0, isJoined: false) } }
    records.close()
    for i in 0..<records.count { records.first[i].tag = UInt32(i % 17 + 1) }
    return records
  }

  private func parse(
    _ parser: DependencyParser, _ records: TokenRecords, _ scratch: DependencyParser.Scratch
  ) -> Parse {
    var result = Parse(
      heads: [Int32](repeating: -9, count: records.count),
      relations: [DependencyRelation](repeating: .unspecified, count: records.count))
    result.heads.withUnsafeMutableBufferPointer { heads in
      result.relations.withUnsafeMutableBufferPointer { relations in
        parser.parse(records, scratch, heads: heads, relations: relations)
      }
    }
    return result
  }

  private func words(_ count: Int, seed: UInt64) -> [String] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { _ in
      ["the", "dog", ",", "barks", "Oslo", "\u{1F600}", ""].randomElement(using: &random) ?? ""
    }
  }

  @Test(arguments: [0, 1, 2, 17, 48, 49, 255, 256, 257, 700, 2000]) func everySentenceHasATree(_ count: Int) throws {
    let parser = try RandomParserModel.parser()
    let scratch = DependencyParser.Scratch(parser)
    let records = records(words(count, seed: UInt64(count)))
    let result = parse(parser, records, scratch)
    #expect(result.isTree || count == 0)
    #expect(zip(result.heads, result.relations).allSatisfy { ($0 == -1) == ($1 == .root) })
    // Scratch memory carries nothing over.
    _ = parse(parser, self.records(words(30, seed: 1)), scratch)
    #expect(parse(parser, records, scratch) == result)
    #expect(parse(parser, records, DependencyParser.Scratch(parser)) == result)
  }

  @Test func otherWeightsAreOtherTrees() throws {
    let records = records(words(40, seed: 2))
    let parses = try (1...3).map { (seed: UInt64) in
      let parser = try RandomParserModel.parser(seed: seed)
      return parse(parser, records, DependencyParser.Scratch(parser))
    }
    #expect(parses[0] != parses[1] && parses[1] != parses[2])
  }

  /// The same trees on every machine: kernels, decoding and all.
  @Test func treesAreThoseOfTheFirstDay() throws {
    let parser = try RandomParserModel.parser()
    let scratch = DependencyParser.Scratch(parser)
    var hash: UInt32 = 1
    for length in 1...60 {
      let result = parse(parser, records(words(length, seed: UInt64(length))), scratch)
      for (head, relation) in zip(result.heads, result.relations) {
        hash = FeatureHash.mix(hash, UInt32(bitPattern: head) &* 64 &+ UInt32(relation.rawValue))
      }
    }
    #expect(hash == 2_962_548_550)
  }

  /// What follows a piece's root hangs on the first piece's root.
  @Test func piecesHangOnTheFirstRoot() throws {
    let parser = try RandomParserModel.parser()
    let result = parse(parser, records([String](repeating: "word", count: 600)), DependencyParser.Scratch(parser))
    let root = Int32(try #require(result.heads.firstIndex(of: -1)))
    #expect(root < 256)
    for start in [256, 512] {
      let piece = start..<min(start + 256, 600)
      let outward = piece.filter { !piece.contains(Int(result.heads[$0])) }
      #expect(outward.count == 1)
      #expect(outward.allSatisfy { result.heads[$0] == root && result.relations[$0] == .parataxis })
    }
  }

  @Test func missingAndOddSectionsAreRefused() throws {
    func error(_ builder: ModelFileBuilder) -> String? {
      do {
        _ = try DependencyParser(ModelFile(bytes: builder.build(), path: "m"))
        return nil
      } catch { return String(describing: error) }
    }
    #expect(
      error(ModelFileBuilder())
        == "m: has no section 'parser.shape'; train that model into the file, or take the file that comes with this version"
    )
    let whole = try ModelFile(bytes: RandomParserModel.builder(seed: 1).build(), path: "m")
    #expect(error(ModelFileBuilder(whole, without: "none")) == nil)
    for section in whole.sections where section.name != "parser.shape" {
      #expect(error(ModelFileBuilder(whole, without: section.name))?.contains("has no section") == true)
      var builder = ModelFileBuilder(whole, without: "none")
      builder.add(section.name, integers: [UInt64(1)])
      #expect(error(builder)?.hasPrefix("m: section '\(section.name)' has ") == true)
    }
    for numbers: [Int32] in [
      [], [32, 16, 0, 16, 32], [33, 16, 2, 16, 32], [32, 16, 2, 16, -32], [32, 16, 2, 16, 1 << 20],
    ] {
      var builder = ModelFileBuilder(whole, without: "none")
      builder.add("parser.shape", integers: numbers)
      #expect(
        error(builder)
          == "m: section 'parser.shape' has sizes that no parser has: \(numbers); train or fetch the model again")
    }
    for shift: Int32 in [0, 25, -1] {
      var builder = ModelFileBuilder(whole, without: "none")
      builder.add("parser.projection.shift", integers: [shift])
      #expect(
        error(builder)
          == "m: section 'parser.projection.shift' is \(shift), and only 1 to 24 make sense; train or fetch the model again"
      )
    }
  }
}
