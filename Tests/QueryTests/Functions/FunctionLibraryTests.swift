import Testing

@testable import QuipuQuery

@Suite struct FunctionLibraryTests {
  @Test func namesAreFoundWhateverTheirCase() {
    #expect(FunctionLibrary.standard.find("TOLOWER")?.name == "toLower")
    #expect(FunctionLibrary.standard.find("noSuchFunction") == nil)
  }

  @Test func everyFunctionSaysHowItIsCalled() {
    for function in FunctionLibrary.standard.functions {
      #expect(function.summary.hasPrefix(function.name + "(") && function.summary.contains("): "), "\(function.name)")
      #expect(function.arity.upperBound == 0 || !function.parameters.isEmpty, "\(function.name)")
    }
    for aggregate in Aggregates.all {
      #expect(aggregate.summary.hasPrefix(aggregate.name + "("))
      #expect(aggregate.parameters.count == aggregate.arity)
      #expect(FunctionLibrary.standard.find(aggregate.name) == nil)
    }
  }

  @Test func aFunctionOfTheSameNameIsReplaced() {
    var library = FunctionLibrary()
    for summary in ["f(): first", "F(): second"] {
      library.register(
        Function(
          String(summary.prefix(1)), arity: 0...0, parameters: [], result: .any, summary: summary,
          body: .nullary { _ in .null }))
    }
    #expect(library.functions.map(\.summary) == ["F(): second"])
  }

  /// No body is asked with null unless it says that it accepts it, and every other gives null.
  @Test func nullMakesNull() throws {
    for function in FunctionLibrary.standard.functions where !function.acceptsNull && function.arity.lowerBound > 0 {
      let nulls = [Value](repeating: .null, count: function.arity.lowerBound)
      #expect(try call(function.name, nulls) == .null, "\(function.name)")
    }
  }

  /// A value of a type that the function does not name is refused or gives null, whatever it is.
  @Test func wrongTypesAreTypedErrors() {
    let values: [Value] = [.bool(true), .int(1), .double(1), .string("a"), .list([]), .map(ValueMap())]
    let families = [
      Function.scalars, Function.conversions, Function.graphFunctions, Function.listFunctions, Function.numeric,
      Function.trigonometric, Function.strings,
    ]
    for function in families.joined() where function.arity.lowerBound > 0 {
      guard let parameter = function.parameters.first, parameter != .any else { continue }
      for value in values where parameter.isDisjoint(with: value.type) {
        let arguments = [Value](repeating: value, count: function.arity.lowerBound)
        let error = #expect(throws: QueryError.self, "\(function.name) of \(value)") {
          try call(function.name, arguments)
        }
        #expect(error?.kind == .type)
        #expect(error?.detail == "InvalidArgumentValue")
        #expect(error?.phase == .runtime)
      }
    }
  }
}
