import QuipuLanguage
import Testing

@testable import QuipuTraining

@Suite struct EntityMarkingTests {
  private let labels = EntityLabels(classes: ["Person", "Place"])

  private func marks(_ words: String, _ names: [AnnotatedText.Name], _ map: EntityMap) -> [[Int]] {
    let records = TokenRecords()
    for word in words.split(separator: " ") {
      Array(word.utf8).withUnsafeBufferPointer { records.append($0, isJoined: false) }
    }
    records.close()
    let bits = EntityMarking(labels: labels, map: map).mark(names, records: (0..<records.count).map { records[$0] })
    return bits.map { bits in (0..<labels.count).filter { bits & 1 << UInt32($0) != 0 } }
  }

  @Test func namesSayWhatTheirTokensMayBe() throws {
    let map = try EntityMap(["PER=Person", "MISC=Person|Place", "X=?", "T=-"], path: "t")
    #expect(marks("a B C", [.init(tokens: 1..<3, type: "PER")], map) == [[0], [1], [2]])
    #expect(marks("a B C", [.init(tokens: 1..<3, type: "MISC")], map) == [[0], [1, 3], [2, 4]])
    #expect(marks("a B C", [.init(tokens: 0..<2, type: "X")], map) == [[0, 1, 2, 3, 4], [0, 1, 2, 3, 4], [0]])
    #expect(marks("a B C", [.init(tokens: 1..<2, type: "T")], map) == [[0], [0], [0]])
  }

  /// 'Norwegian' in 'Norwegian boats' names no group, 'Norwegians' may.
  @Test func adjectivesOfPeoplesAreNoNames() throws {
    let labels = EntityLabels(classes: ["Place", "PeopleGroup"])
    var map = try EntityMap(["LOC=Place"], path: "t")
    map.open = ["PeopleGroup"]
    func allowed(_ tags: [PartOfSpeech]) -> UInt32 {
      var records = tags.map { tag in
        var record = TokenRecord()
        record.flags = [.startsUpper, .hasUpper]
        record.tag = UInt32(tag.rawValue) + 1
        return record
      }
      records[0].gazetteer = GazetteerKind.demonym.bit
      let name = AnnotatedText.Name(tokens: 0..<1, type: "LOC")
      let marking = EntityMarking(labels: labels, map: map)
      #expect(marking.mark([], records: records)[0] & 1 == 1)
      return marking.mark([name], records: records)[0] | marking.mark([], records: records)[0] & ~1
    }
    #expect(allowed([.adjective, .noun]) == 1)
    #expect(allowed([.adjective, .verb]) & 0b01000 != 0)
    #expect(allowed([.properNoun, .verb]) & 0b01000 != 0)
  }

  @Test func classesThatASourceDoesNotMarkMayStandAtCapitals() throws {
    var map = try EntityMap(["PER=Person"], path: "t")
    map.open = ["Place"]
    #expect(
      marks("a B of C d", [.init(tokens: 1..<2, type: "PER")], map) == [[0], [1], [0, 3], [0, 3, 4], [0]])
  }
}
