import Foundation
import QuipuQuery
import Testing

@Suite struct FeatureQueriesTests {
  /// Errors of the TCK that the grammar knows; the others are found in a tree that parses.
  static let ours: Set<String> = [
    "InvalidNumberLiteral", "IntegerOverflow", "FloatingPointOverflow", "InvalidUnicodeLiteral",
    "InvalidUnicodeCharacter", "InvalidRelationshipPattern", "UnexpectedSyntax",
  ]

  @Test(.enabled(if: FeatureQueries.isPresent))
  func everyQueryParsesOrFailsAsExpected() throws {
    let cases = try FeatureQueries.all()
    #expect(cases.count > 3_000)
    var failures: [String] = []
    for item in cases {
      do {
        _ = try QueryParser().parse(item.query)
        // A pattern on the right-hand side of SET is in the tree; Semantics refuses it.
        if let error = item.expectedError, FeatureQueriesTests.ours.contains(error), !item.query.contains("SET n.prop")
        {
          failures.append("\(item.place): \(error) expected\n\(item.query)")
        }
      } catch  where error.detail != item.expectedError {
        failures.append("\(item.place): \(error.detail) \(error.message)\n\(item.query)")
      } catch {}
    }
    #expect(failures == [])
  }
}
