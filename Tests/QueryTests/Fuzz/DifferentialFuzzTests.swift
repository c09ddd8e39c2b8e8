import Foundation
import QuipuTestSupport
import Testing

/// Random queries over random graphs: the engine with its optimizer, without it, and the naive evaluator must agree.
///
/// `QUIPU_FUZZ_ROUNDS` and `QUIPU_FUZZ_SEED` ask for more rounds, or others.
@Suite struct DifferentialFuzzTests {
  static func setting(_ name: String) -> UInt64? { ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) } }

  static var rounds: UInt64 {
    setting("QUIPU_FUZZ_ROUNDS") ?? (setting("QUIPU_LONG_TESTS") == nil ? 2_000 : 20_000)
  }

  @Test func threeWaysAgree() throws {
    let start = Self.setting("QUIPU_FUZZ_SEED") ?? 1
    var (answered, withRows, errors, failures) = (0, 0, 0, 0)
    for round in 0..<Self.rounds {
      let seed = start &+ round
      var random = SplitMix64(seed: seed)
      let graph = SmallGraph(&random)
      var generator = QueryGenerator(random)
      let trial = Differential(graph: graph, query: generator.query())
      switch try trial.run() {
      case .tooMuch: continue
      case .same(let rows, let isError):
        answered += 1
        withRows += rows > 0 ? 1 : 0
        errors += isError ? 1 : 0
      case .differs:
        let least = trial.shrunk()
        if case .differs(let how) = try least.run() {
          Issue.record("seed \(seed) (QUIPU_FUZZ_SEED=\(seed) QUIPU_FUZZ_ROUNDS=1)\n\(least.report)\n\(how)")
        }
        failures += 1
        if failures == 10 { return }
      }
    }
    // The rounds must say something: most queries run, and many find rows.
    if Self.rounds >= 1_000 {
      #expect(answered * 10 > Self.rounds * 9)
      #expect(withRows * 3 > answered)
      #expect(errors * 10 < answered)
    }
    print("\(answered) answered, \(withRows) with rows, \(errors) errors")
  }
}
