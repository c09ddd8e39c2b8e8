import QuipuLanguage
import Testing

@Suite struct DigitGroupsTests {
  @Test(arguments: [
    ("1,100", "1100"), ("12,345,678.9", "12345678.9"), ("$3,000", "$3000"), ("1.428,000", "1.428000"), ("3,40", "3,40"),
    ("1,2345", "1,2345"), (",100", ",100"), ("1,", "1,"), ("1,,100", "1,,100"), ("", ""), ("a,100", "a,100"),
    ("1,000th", "1000th"), ("2001", "2001"),
  ]) func commasBetweenGroupsGo(_ number: String, _ closed: String) {
    var bytes = Array(number.utf8)
    DigitGroups.close(&bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == closed)
  }
}
