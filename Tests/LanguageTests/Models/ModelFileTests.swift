import QuipuTestSupport
import Testing

@testable import QuipuLanguage

@Suite struct ModelFileTests {
  static func sample() -> ModelFileBuilder {
    var builder = ModelFileBuilder()
    builder.add("a.labels", strings: ["NOUN", "", "été"])
    builder.add("a.weights", weights: [1, -2, 3, 127, -127, 0], columns: 3, scale: 0.25)
    builder.add("a.numbers", integers: [7, 1 << 40] as [UInt64])
    builder.add("b.map", map: [(5, 1), (1 << 33 | 9, 2), (5, 3)])
    return builder
  }

  private static func kind(_ bytes: [UInt8]) -> ModelError.Kind? {
    do { _ = try ModelFile(bytes: bytes) } catch { return error.kind }
    return nil
  }

  /// The file with its checksum made right again after a change.
  private static func resealed(_ bytes: [UInt8]) -> [UInt8] {
    let rest = Array(bytes[ModelFormat.HeaderField.sectionCount...])
    return ModelFileBuilder.header(over: rest) + rest
  }

  @Test func whatIsPutInComesOut() throws {
    let file = try ModelFile(bytes: ModelFileTests.sample().build())
    #expect(try file.strings("a.labels") == ["NOUN", "", "été"])
    let weights = try file.weights("a.weights", columns: 3)
    #expect(weights.scale == 0.25)
    #expect((0..<3).map { weights[0, $0] } == [1, -2, 3])
    #expect((0..<3).map { weights[1, $0] } == [127, -127, 0])
    #expect(Array(try file.integers("a.numbers", as: UInt64.self)) == [7, 1 << 40])
    let map = try HashedMap(file, "b.map", limit: 4)
    #expect([5, 1 << 33 | 9, 6].map { map.value($0) } == [1, 2, HashedMap.absent])
    #expect(file.sections.allSatisfy { $0.bytes.lowerBound % 64 == 0 })
  }

  @Test func theSameSectionsGiveTheSameBytes() {
    #expect(ModelFileTests.sample().build() == ModelFileTests.sample().build())
  }

  @Test func oneModelTakesAnothersPlace() throws {
    let file = try ModelFile(bytes: ModelFileTests.sample().build())
    var builder = ModelFileBuilder(file, without: "a.")
    builder.add("a.labels", strings: ["X"])
    let other = try ModelFile(bytes: builder.build())
    #expect(other.sections.map(\.name) == ["b.map.keys", "b.map.values", "a.labels"])
    #expect(try HashedMap(other, "b.map", limit: 4).value(5) == 1)
  }

  @Test func wrongQuestionsAreErrors() throws {
    let file = try ModelFile(bytes: ModelFileTests.sample().build(), path: "m")
    func reason(_ body: () throws -> Void) -> String {
      do { try body() } catch { return String(describing: error) }
      return "no error"
    }
    #expect(
      reason { _ = try file.strings("c") }
        == "m: has no section 'c'; train that model into the file, or take the file that comes with this version")
    #expect(reason { _ = try file.strings("a.weights") }.contains("section 'a.weights' is of another kind"))
    #expect(reason { _ = try file.weights("a.weights", columns: 2) }.contains("has 3 columns, not 2"))
    #expect(reason { _ = try file.integers("a.numbers", as: UInt8.self) }.contains("numbers of 8 bytes, not of 1"))
    #expect(reason { _ = try HashedMap(file, "b.map", limit: 2) }.contains("has the value 2, and only 2 are known"))
    #expect(reason { _ = try LinearTagger(file) }.contains("has no section 'tagger.labels'"))
  }

  @Test func whatIsNoModelIsSaidSo() {
    #expect(ModelFileTests.kind([]) == .notAModel)
    #expect(ModelFileTests.kind(Array("{\"a\": 1}, and more of the same, but no model".utf8)) == .notAModel)
    var bytes = ModelFileTests.sample().build()
    bytes.swapAt(8, 11)
    bytes.swapAt(9, 10)
    #expect(ModelFileTests.kind(bytes) == .otherByteOrder)
  }

  @Test func anotherVersionIsRefusedByName() {
    var bytes = ModelFileTests.sample().build()
    bytes[12] = 9
    do {
      _ = try ModelFile(bytes: bytes, path: "m")
      Issue.record("read")
    } catch {
      #expect(error.kind == .otherVersion)
      #expect(error.description.hasPrefix("m: has model format 9, and this program reads format 5; train"))
    }
  }

  @Test func everyTruncationIsRefused() {
    let bytes = ModelFileTests.sample().build()
    for length in 0..<bytes.count {
      let kind = ModelFileTests.kind(Array(bytes[..<length]))
      #expect(kind == (length < 8 ? .notAModel : .truncated), "\(length)")
    }
    #expect(ModelFileTests.kind(bytes + [0]) == .corrupted)
  }

  @Test func everyFlippedBitIsFound() {
    let bytes = ModelFileTests.sample().build()
    for i in bytes.indices {
      var other = bytes
      other[i] ^= 1 << UInt8(i % 8)
      #expect(ModelFileTests.kind(other) != nil, "byte \(i)")
    }
  }

  /// Damage that the checksum does not show must not lead any reader astray.
  @Test func fuzzedWithARightChecksum() throws {
    var random = SplitMix64(seed: 11)
    let bytes = ModelFileTests.sample().build()
    var refused = 0
    for _ in 0..<4000 {
      var other = bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        other[Int.random(in: 32..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      do {
        let file = try ModelFile(bytes: ModelFileTests.resealed(other))
        _ = try file.strings("a.labels")
        let weights = try file.weights("a.weights", columns: 3)
        var sums = [Int32](repeating: 0, count: weights.sumCount)
        weights.score([1, .max], count: 2, into: &sums)
        _ = try file.integers("a.numbers", as: UInt64.self).reduce(0, &+)
        _ = try HashedMap(file, "b.map", limit: 4).value(77)
      } catch {
        refused += 1
      }
    }
    #expect(refused > 100 && refused < 4000)
  }

  @Test func aFileThatIsNotThere() {
    do {
      _ = try ModelFile(path: "/nonexistent/english.model")
      Issue.record("read")
    } catch {
      #expect(error.kind == .unreadable)
      #expect(error.description.contains("No such file or directory; name a model file that is there"))
    }
    do { _ = try ModelFile(path: "/") } catch {
      #expect(error.description == "/: is no regular file; name a model file")
    }
  }
}
