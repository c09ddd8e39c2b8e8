/// Numbers in digits, whose lemma has no commas between groups of three: '1,100' is '1100', but '3,40' stays.
public enum DigitGroups {
  /// Takes these commas away. Complexity: O(bytes).
  public static func close(_ number: inout [UInt8]) {
    var kept = 0
    var open = 0
    for i in number.indices {
      let byte = number[i]
      if byte == 0x2C, open > 0, isGroup(number, from: i + 1) { continue }
      open = isDigit(byte) ? open + 1 : 0
      number[kept] = byte
      kept += 1
    }
    number.removeLast(number.count - kept)
  }

  private static func isGroup(_ number: [UInt8], from start: Int) -> Bool {
    guard start + 3 <= number.count, (start..<start + 3).allSatisfy({ isDigit(number[$0]) }) else { return false }
    return start + 3 == number.count || !isDigit(number[start + 3])
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
