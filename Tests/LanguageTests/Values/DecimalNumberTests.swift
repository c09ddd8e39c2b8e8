import Testing

@testable import QuipuLanguage

@Suite struct DecimalNumberTests {
  @Test(arguments: [
    (DecimalNumber(46, exponent: -1), "4.6"), (DecimalNumber(23, exponent: 8), "2300000000"),
    (DecimalNumber(450, exponent: -2), "4.5"), (DecimalNumber(5, exponent: -3), "0.005"), (DecimalNumber(0), "0"),
    (DecimalNumber(0, exponent: 5), "0"), (DecimalNumber(1999, exponent: -2), "19.99"),
    (DecimalNumber(-3, exponent: -1), "-0.3"),
  ])
  func text(number: DecimalNumber, expected: String) { #expect(number.description == expected) }

  @Test func sums() {
    #expect((DecimalNumber(3) + DecimalNumber(5, exponent: -1))?.description == "3.5")
    #expect(DecimalNumber(Int.max) + DecimalNumber(Int.max) == nil)
    #expect(DecimalNumber(1, exponent: 30) + DecimalNumber(1) == nil)
  }

  @Test func fractions() {
    #expect(DecimalNumber.fraction(1, 3).description == "0.3333")
    #expect(DecimalNumber.fraction(2, 3).description == "0.6667")
    #expect(DecimalNumber.fraction(1, 5).description == "0.2")
  }

  @Test func order() {
    #expect(DecimalNumber.isLess(DecimalNumber(9), DecimalNumber(1, exponent: 1)))
    #expect(!DecimalNumber.isLess(DecimalNumber(2), DecimalNumber(2)))
  }
}
