import QuipuTestSupport
import Testing

@testable import QuipuInterchange

/// The numbers that are read off bytes are those that Swift reads from strings.
@Suite struct PlainNumberTests {
  private func double(_ text: String) -> Double? {
    Array((text + "<").utf8).withUnsafeBufferPointer { PlainNumber.double(.init(rebasing: $0.dropLast())) }
  }

  private func integer(_ text: String) -> Int64? {
    Array(text.utf8).withUnsafeBufferPointer { PlainNumber.integer($0) }
  }

  @Test(arguments: [
    "0", "-0", "1", "0.1", "123456.789", "9007199254740993", "9007199254740992", "1e22", "1e23", "-1.5e-22", "1E5",
    "179769313486231570814527423731704356798070567525844996598917476803157260780028538760589558632766878171540458953",
    "1.7976931348623157e308", "1e309", "-1e400", "4.9e-324", "2.2250738585072011e-308", "1e-400", "0e99999", "1e99999",
    "0.000000000000000000000000000001", "12345678901234567890", "0.30000000000000004", "8.98846567431158e307",
    "18446744073709551616", "0000000000000000000000000000000001.5", "7.2057594037927933e16",
  ]) func hardDoubles(_ text: String) {
    #expect(double(text)?.bitPattern == Double(text)?.bitPattern)
    #expect(double(text) != nil)
  }

  @Test(arguments: [
    "", "-", ".", "1.", ".5", "+1", "1e", "1e+", "e5", "1e5x", " 1", "1 ", "0x10", "inf", "nan", "1,5", "--1",
  ])
  func leftToOthers(_ text: String) {
    #expect(double(text) == nil)
  }

  @Test func randomDoubles() {
    var random = SplitMix64(seed: 3)
    var texts: [String] = []
    for _ in 0..<20_000 {
      let number = Double(bitPattern: random.next())
      if number.isFinite { texts.append("\(number)") }
      let whole = Int.random(in: 0..<1_000_000, using: &random)
      texts.append("\(whole % 1000).\(whole)e\(whole % 60 - 30)")
    }
    #expect(texts.filter { double($0)?.bitPattern != Double($0)?.bitPattern } == [])
  }

  @Test(arguments: ["0", "-0", "7", "-7", "007", "999999999999999999", "-999999999999999999"]) func integers(
    _ text: String
  ) {
    #expect(integer(text) == Int64(text))
  }

  @Test(arguments: ["", "-", "+1", "1 ", "1.0", "9223372036854775807", "a", "٣", "--1"]) func noPlainIntegers(
    _ text: String
  ) {
    #expect(integer(text) == nil)
  }
}
