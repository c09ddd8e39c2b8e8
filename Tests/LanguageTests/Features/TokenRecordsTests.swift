import QuipuTestSupport
import Testing

@testable import QuipuLanguage

@Suite struct TokenRecordsTests {
  static func records(_ forms: [String]) -> TokenRecords {
    let records = TokenRecords(capacity: 2)
    for form in forms { Array(form.utf8).withUnsafeBufferPointer { records.append($0, isJoined: false) } }
    records.close()
    return records
  }

  private func record(_ form: String) -> TokenRecord { TokenRecordsTests.records(["the", form])[1] }

  @Test func aRecordHasNoGaps() { #expect(MemoryLayout<TokenRecord>.stride == 72) }

  @Test func folding() {
    func folded(_ text: String) -> String {
      var out: [UInt8] = [1, 2, 3]
      Array(text.utf8).withUnsafeBufferPointer { FormFolding.fold($0, into: &out) }
      return String(decoding: out, as: UTF8.self)
    }
    #expect(folded("ABCxyz@[`{09") == "abcxyz@[`{09")
    #expect(folded("ÀÖØÞ×ßÿéß") == "àöøþ×ßÿéß")
    #expect(folded("Don’t ‘say’ “so”…") == "don't 'say' \"so\"…")
    #expect(folded("") == "")
  }

  @Test func foldingTakesEveryByteSequence() {
    var random = SplitMix64(seed: 5)
    var out: [UInt8] = []
    let choices: [UInt8] = [0x41, 0x61, 0x80, 0x99, 0xC3, 0xE2, 0xF0, 0xFF]
    for _ in 0..<3000 {
      let bytes = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        choices[Int.random(in: 0..<choices.count, using: &random)]
      }
      bytes.withUnsafeBufferPointer { FormFolding.fold($0, into: &out) }
      #expect(out.count <= bytes.count)
    }
  }

  @Test func whatCaseAndEndingsShare() {
    let (lower, upper) = (record("running"), record("Running"))
    #expect(lower.folded == upper.folded)
    #expect(lower.form != upper.form)
    #expect(lower.shape != upper.shape)
    #expect(lower.suffix3 == record("sing").suffix3)
    #expect(lower.suffix4 != record("sing").suffix4)
    #expect(lower.prefix3 == record("run").folded)
    #expect(record("ab").suffix4 == record("ab").folded)
  }

  @Test func shapes() {
    #expect(record("Anna").shape == record("Bernadette").shape)
    #expect(record("14").shape == record("2024").shape)
    #expect(record("14").shape != record("1").shape)
    #expect(record("A-1").shape != record("A1").shape)
  }

  @Test func flags() {
    #expect(record("NATO").flags == [.hasUpper, .isUpper, .startsUpper])
    #expect(record("McKay").flags == [.hasUpper, .startsUpper])
    #expect(record("U.S.").flags == [.hasUpper, .isUpper, .startsUpper, .hasPeriod])
    #expect(record("e-4").flags == [.hasDigit, .hasHyphen])
    #expect(record("--").flags == [.hasHyphen, .isPunctuation])
    #expect(record("…").flags == [])
    #expect(TokenRecordsTests.records(["a", "b"])[0].flags == [.isFirst])
  }

  @Test func shoutingIsASentenceWithoutLowerCase() {
    let loud = TokenRecordsTests.records(["STOP", "IT", "NOW", "!"])
    #expect((0..<4).allSatisfy { loud[$0].flags.contains(.isShouted) })
    let quiet = TokenRecordsTests.records(["NATO", "IS", "here"])
    #expect((0..<3).allSatisfy { !quiet[$0].flags.contains(.isShouted) })
    #expect(!TokenRecordsTests.records(["OK", "!"])[0].flags.contains(.isShouted))
  }

  @Test func sentencesStandBetweenOutsideRecordsAndReuseTheMemory() {
    let records = TokenRecords(capacity: 1)
    for length in [9, 2, 40, 0, 1] {
      records.removeAll()
      for _ in 0..<length { Array("w".utf8).withUnsafeBufferPointer { records.append($0, isJoined: false) } }
      records.close()
      #expect(records.count == length)
      for k in 1...TokenRecords.margin {
        #expect(records.first[-k] == .outside)
        #expect(records.first[length + k - 1] == .outside)
      }
    }
  }
}
