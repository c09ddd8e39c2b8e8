import Testing

@testable import QuipuQuery

@Suite struct CallExpressionsTests {
  /// Functions of every kind of body.
  static let functions: FunctionLibrary = {
    var library = FunctionLibrary()
    library.register(
      Function(
        "now", arity: 0...0, parameters: [], result: .integer, summary: "the statement's second",
        body: .nullary { (context) throws(QueryError) -> Value in .int(context.statementTime.seconds) }))
    library.register(
      Function(
        "dice", arity: 0...0, parameters: [], result: .integer, isDeterministic: false, summary: "random",
        body: .nullary { (context) throws(QueryError) -> Value in .int(Int64(context.random.next() >> 1)) }))
    library.register(
      Function(
        "later", arity: 1...1, parameters: [.integer], result: .integer, summary: "seconds from now",
        body: .unary { (value, context) throws(QueryError) -> Value in
          try Operators.add(value, .int(context.statementTime.seconds))
        }))
    library.register(
      Function(
        "twice", arity: 1...1, parameters: [.any], result: .any, summary: "the value and itself",
        body: .unary { (value, _) throws(QueryError) -> Value in try Operators.add(value, value) }))
    library.register(
      Function(
        "isNothing", arity: 1...1, parameters: [.any], result: .boolean, acceptsNull: true, summary: "null?",
        body: .unary { (value, _) throws(QueryError) -> Value in .bool(value.isNull) }))
    library.register(
      Function(
        "my.join", arity: 2...2, parameters: [.any], result: .any, summary: "the sum",
        body: .binary { (a, b, _) throws(QueryError) -> Value in try Operators.add(a, b) }))
    library.register(
      Function(
        "gather", arity: 1...3, parameters: [.any], result: .list, summary: "a list",
        body: .variadic { (values, _) throws(QueryError) -> Value in .list(values) }))
    return library
  }()

  static func bench() -> ExpressionBench {
    var bench = ExpressionBench()
    bench.functions = functions
    bench.variables = [("x", .int(5)), ("n", .null)]
    return bench
  }

  @Test func calls() {
    CallExpressionsTests.bench().check([
      ("now()", "1000000000"), ("later(x)", "1000000005"), ("later(5)", "1000000005"), ("TWICE(x)", "10"),
      ("twice('a')", "'aa'"), ("twice(n)", "null"), ("isNothing(n)", "true"), ("isNothing(x)", "false"),
      ("my.join(x, 1)", "6"), ("my.join(x, n)", "null"), ("My.Join('a', 'b')", "'ab'"), ("gather(x, 1)", "[5, 1]"),
      ("gather(x, n, 1)", "null"), ("twice({})", "TypeError InvalidArgumentType 'twice({})'"),
      ("1 + twice({a: x})", "TypeError InvalidArgumentType 'twice({a: x})'"),
      ("nothing(1)", "SyntaxError UnknownFunction 'nothing'"),
      ("twice(1, 2)", "SyntaxError InvalidNumberOfArguments 'twice'"),
      ("gather()", "SyntaxError InvalidNumberOfArguments 'gather'"),
      ("count(*)", "SyntaxError InvalidAggregation 'count(*)'"),
    ])
  }

  @Test func errorTextsSayWhatToDo() {
    let bench = CallExpressionsTests.bench()
    for (text, message) in [
      ("twice()", "`twice` takes 1 argument, and was given 0"),
      ("gather()", "`gather` takes 1 to 3 arguments, and was given 0"),
      ("nothing()", "there is no function `nothing`"), ("unknown", "variable `unknown` is not defined here"),
      ("$p", "parameter $p was not given: give it a value"),
    ] {
      let error = #expect(throws: QueryError.self) { try bench.value(text) }
      #expect(error?.message == message)
    }
  }

  @Test func parameters() {
    var bench = ExpressionBench()
    bench.parameters = ValueMap([("a", .int(1)), ("b", .list([.int(2)])), ("c", .null)])
    bench.check([
      ("$a + $b[0]", "3"), ("$c", "null"), ("$b + $a", "[2, 1]"), ("$d", "ParameterMissing MissingParameter '$d'"),
    ])
  }
}
