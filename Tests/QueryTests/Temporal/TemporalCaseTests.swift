import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Expressions with what they give, in `Cases/Temporal`: one a line, `expression = result`.
@Suite struct TemporalCaseTests {
  @Test(arguments: [
    ("text", 60), ("components", 70), ("selection", 40), ("truncation", 30), ("between", 25), ("arithmetic", 45),
    ("zones", 25), ("refusals", 80),
  ]) func everyCase(file: String, atLeast: Int) throws {
    let path = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    let lines = try #require(read("/\(path)/Cases/Temporal/\(file).case"))
    var count = 0
    for (number, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      let parts = line.components(" = ")
      let expected = try #require(parts.last)
      let expression = parts.dropLast().joined(separator: " = ")
      let result = try TemporalExpression.result(expression)
      #expect(result == expected, "\(file).case line \(number + 1): \(expression)")
      count += 1
    }
    #expect(count >= atLeast)
  }

  private func read(_ path: String) -> [String]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = getc(file), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
  }
}

extension String {
  /// The pieces between occurrences of a separator.
  fileprivate func components(_ separator: String) -> [String] { split(separator: separator).map(String.init) }
}
