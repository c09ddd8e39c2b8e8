import QuipuTestSupport
import Testing

@testable import QuipuLanguage

@Suite struct FormTableTests {
  private func table(_ entries: [(hash: UInt32, value: UInt16)]) throws -> FormTable {
    var builder = ModelFileBuilder()
    builder.add("t", forms: entries)
    return try FormTable(ModelFile(bytes: builder.build()), "t", limit: 0x1_0000)
  }

  @Test(arguments: [1, 7, 8, 9, 1000, 20_000]) func whatIsAddedIsFound(_ count: Int) throws {
    var random = SplitMix64(seed: UInt64(count))
    var known: [UInt32: UInt16] = [:]
    while known.count < count {
      known[UInt32.random(in: 0...UInt32.max, using: &random)] = UInt16.random(in: 0...UInt16.max, using: &random)
    }
    let entries = known.sorted { $0.key < $1.key }.map { (hash: $0.key, value: $0.value) }
    let table = try table(entries)
    // Two hashes of one bucket share sixteen bits once in a while: the first added stays.
    #expect(entries.filter { table.value($0.hash) == $0.value }.count >= count - count / 1000)
    let strangers = (0..<10_000).filter { _ in
      let hash = UInt32.random(in: 0...UInt32.max, using: &random)
      return known[hash] == nil && table.value(hash) != nil
    }
    #expect(strangers.count < 10)
  }

  @Test func nothingIsInAnEmptyTable() throws {
    let table = try table([])
    #expect(table.value(0) == nil)
    #expect(table.value(UInt32.max) == nil)
  }

  @Test func theFirstEntryOfAFormStays() throws {
    let table = try table([(5, 1), (5, 2)])
    #expect(table.value(5) == 1)
    #expect(table.value(6) == nil)
  }

  @Test(arguments: [
    ([0, 1, 2], [1, 2], [0, 9], "section 't.values' has the value 9, and only 3 are known"),
    ([0, 1, 2, 2], [1, 2], [0, 1], "section 't.buckets' has 4 rows, not one more than a power of two"),
    ([0, 2, 1], [1], [0], "section 't.buckets' does not divide the keys"),
    ([0, 1, 9], [1, 2], [0, 1], "section 't.buckets' does not divide the keys"),
    ([0, 1, 2], [1, 2], [0], "section 't.values' has 1 rows for 2 keys"),
    ([1, 1, 2], [1, 2], [0, 1], "section 't.buckets' does not divide the keys"),
  ]) func whatIsNoTableIsRefused(_ buckets: [UInt32], _ keys: [UInt16], _ values: [UInt16], _ reason: String) throws {
    var builder = ModelFileBuilder()
    builder.add("t.buckets", integers: buckets)
    builder.add("t.keys", integers: keys)
    builder.add("t.values", integers: values)
    let file = try ModelFile(bytes: builder.build(), path: "m")
    do throws(ModelError) {
      _ = try FormTable(file, "t", limit: 3)
      Issue.record("read")
    } catch { #expect(String(describing: error).contains(reason), "\(error)") }
  }
}
