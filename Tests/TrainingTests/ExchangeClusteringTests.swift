import Testing

@testable import QuipuTraining

@Suite struct ExchangeClusteringTests {
  @Test func entropiesAreThoseOfTheLogarithm() {
    let table = ExchangeClustering.entropyTable(1000)
    #expect(table[0] == 0)
    #expect(table[1] == 0)
    #expect(table[2] == 2 << 16)
    #expect(table[1024 / 2] == 512 * 9 << 16)
    // log2 3 = 1.58496, log2 1000 = 9.96578.
    #expect(abs(Double(table[3]) / 3 / 65_536 - 1.58496) < 0.0001)
    #expect(abs(Double(table[1000]) / 1000 / 65_536 - 9.96578) < 0.0001)
  }

  /// Items of three kinds, each kind with contexts of its own: however they are dealt out, the kinds come together.
  @Test func itemsOfEqualContextsComeTogether() {
    let items = (0..<30).map { i in
      let kind = Int32(i / 10)
      return ExchangeClustering.Item(
        count: 8, contexts: [(kind * 4, 3), (kind * 4 + 1, 5), (12 + kind * 4, 4), (13 + kind * 4, 4)])
    }
    let clustering = ExchangeClustering(items, contextCount: 24, clusterCount: 3)
    #expect(Array(clustering.clusters[..<4]) == [0, 1, 2, 0])
    clustering.run(rounds: 10)
    for kind in 0..<3 { #expect(Set(clustering.clusters[kind * 10..<(kind + 1) * 10]).count == 1) }
    #expect(Set(clustering.clusters).count == 3)
  }

  @Test func nothingIsClusteredIntoNothing() {
    let clustering = ExchangeClustering([], contextCount: 2, clusterCount: 4)
    clustering.run(rounds: 3)
    #expect(clustering.clusters.isEmpty)
  }
}
