import ArgumentParser
import Quipu

/// How queries are run.
struct QueryEngineOptions: ParsableArguments {
  @Option(help: ArgumentHelp("End a statement that takes longer.", valueName: "seconds"))
  var timeout: Double?

  @Option(
    help: ArgumentHelp(
      "End a statement that holds more in memory, beside the graph: 512M, 2G.", valueName: "size"))
  var memory = MemorySize(bytes: 2 << 30)

  @Flag(help: "Match patterns in the order written.")
  var noOptimizer = false

  @Option(help: ArgumentHelp("Where rand() starts.", valueName: "n"))
  var seed: UInt64 = 0

  @Flag(help: "Let a relation type in a pattern stand for the types below it in the ontology, too.")
  var inference = false

  func validate() throws {
    if let timeout, !(timeout > 0 && timeout.isFinite) {
      throw ValidationError("--timeout wants a number of seconds above 0, not \(timeout).")
    }
  }

  func makeEngine(_ graph: PropertyGraph) throws -> QueryEngine {
    var options = QueryOptions()
    options.isOptimizing = !noOptimizer
    options.timeout = timeout
    options.memoryLimit = memory.bytes
    options.seed = seed
    options.isCancelled = { Interrupt.isPending }
    let engine = QueryEngine(graph, options: options)
    for procedure in TypeHierarchy.procedures() { engine.procedures.register(procedure) }
    if inference { engine.typeHierarchy = try TypeHierarchy.load().relations }
    return engine
  }
}
