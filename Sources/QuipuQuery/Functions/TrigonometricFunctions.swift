#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// Exponentials, logarithms and angles (in radians), by the C library.
extension Function {
  static let trigonometric: [Function] = [
    real("sqrt", "sqrt(number): the square root; NaN of negative numbers") { $0.squareRoot() },
    real("exp", "exp(number): e to that power") { exp($0) },
    real("log", "log(number): the natural logarithm") { log($0) },
    real("log10", "log10(number): the logarithm to base 10") { log10($0) },
    real("sin", "sin(angle): the sine of an angle in radians") { sin($0) },
    real("cos", "cos(angle): the cosine of an angle in radians") { cos($0) },
    real("tan", "tan(angle): the tangent of an angle in radians") { tan($0) },
    real("cot", "cot(angle): the cotangent of an angle in radians") { 1 / tan($0) },
    real("asin", "asin(number): the angle in radians with that sine") { asin($0) },
    real("acos", "acos(number): the angle in radians with that cosine") { acos($0) },
    real("atan", "atan(number): the angle in radians with that tangent") { atan($0) },
    real("sinh", "sinh(number): the hyperbolic sine") { sinh($0) },
    real("cosh", "cosh(number): the hyperbolic cosine") { cosh($0) },
    real("tanh", "tanh(number): the hyperbolic tangent") { tanh($0) },
    real("haversin", "haversin(angle): half the versine of an angle in radians") { (1 - cos($0)) / 2 },
    real("degrees", "degrees(angle): an angle in radians as degrees") { $0 * 180 / .pi },
    real("radians", "radians(angle): an angle in degrees as radians") { $0 * .pi / 180 },
    .binary("atan2", [.number], .float, "atan2(y, x): the angle in radians of the point (x, y)") {
      (y, x, _) throws(QueryError) in
      .double(atan2(try y.number(for: "atan2"), try x.number(for: "atan2")))
    },
    constant("pi", .pi, "pi(): the ratio of a circle's circumference to its diameter"),
    constant("e", exp(1), "e(): the base of the natural logarithm"),
  ]

  private static func constant(_ name: String, _ value: Double, _ summary: String) -> Function {
    Function(
      name, arity: 0...0, parameters: [], result: .float, summary: summary, body: .nullary { _ in .double(value) })
  }
}
