import QuipuGraph
import QuipuQuery

/// Calls a function of the standard library as the evaluator does: one null argument makes null.
func call(_ name: String, _ arguments: Value..., in context: EvaluationContext) throws(QueryError) -> Value {
  guard let function = FunctionLibrary.standard.find(name), function.arity.contains(arguments.count) else {
    throw QueryError(.syntax, .compile, "UnknownFunction", name)
  }
  if !function.acceptsNull && arguments.contains(where: \.isNull) { return .null }
  switch function.body {
  case .nullary(let body): return try body(context)
  case .unary(let body): return try body(arguments[0], context)
  case .binary(let body): return try body(arguments[0], arguments[1], context)
  case .variadic(let body): return try body(arguments, context)
  }
}

func call(_ name: String, _ arguments: [Value]) throws(QueryError) -> Value {
  guard arguments.count <= 3 else { throw QueryError(.syntax, .compile, "InvalidNumberOfArguments", name) }
  let context = EvaluationContext(
    store: GraphStore(PropertyGraph()), statementTime: (seconds: 1_000, nanoseconds: 5_000_000), seed: 7)
  return switch arguments.count {
  case 0: try call(name, in: context)
  case 1: try call(name, arguments[0], in: context)
  case 2: try call(name, arguments[0], arguments[1], in: context)
  default: try call(name, arguments[0], arguments[1], arguments[2], in: context)
  }
}

func text(_ values: String...) -> [Value] { values.map { .string($0) } }
func ints(_ values: Int64...) -> Value { .list(values.map { .int($0) }) }
func strings(_ values: String...) -> Value { .list(values.map { .string($0) }) }
