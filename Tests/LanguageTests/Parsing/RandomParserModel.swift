import QuipuLanguage
import QuipuTestSupport

/// A parser of random weights: says nothing of language, but has all sections.
enum RandomParserModel {
  static let shape = ParserShape(input: 32, hidden: 16, layers: 2, arc: 16, relation: 32)

  static func builder(seed: UInt64) -> ModelFileBuilder {
    var random = SplitMix64(seed: seed)
    func numbers<Number: FixedWidthInteger>(_ count: Int, _ range: ClosedRange<Number>) -> [Number] {
      (0..<count).map { _ in Number.random(in: range, using: &random) }
    }
    var builder = ModelFileBuilder()
    func addMatrix(_ name: String, _ inputs: Int, _ outputs: Int) {
      builder.add(name + ".weights", integers: numbers(inputs * outputs, Int8.min...Int8.max))
      builder.add(name + ".offsets", integers: numbers(outputs, Int32(-200_000)...200_000))
      builder.add(name + ".factors", integers: numbers(outputs, Int16(0)...4000))
      builder.add(name + ".shift", integers: [Int32(14)])
    }
    builder.add("parser.shape", integers: shape.numbers)
    builder.add("parser.embeddings", integers: numbers(ParserFeatures.rows * shape.input, Int8(-40)...40))
    for layer in 0..<shape.layers {
      addMatrix("parser.layer\(layer)", shape.width(ofInputTo: layer), shape.gates)
      builder.add("parser.layer\(layer).state", integers: numbers(4 * shape.hidden, Int16(-9000)...9000))
    }
    addMatrix("parser.projection", shape.output, shape.projection)
    builder.add("parser.root.arc", integers: numbers(shape.arc, Int16(-500)...500))
    builder.add("parser.root.relation", integers: numbers(shape.relation, Int16(-500)...500))
    builder.add(
      "parser.distances", integers: numbers(ArcDistance.columns * shape.relation, Int16(-500)...500))
    builder.add(
      "parser.relations.weights", integers: numbers(ParserShape.relationColumns * shape.relation, Int8.min...Int8.max))
    builder.add("parser.relations.offsets", integers: numbers(ParserShape.relationColumns, Int32(-5000)...5000))
    return builder
  }

  static func parser(seed: UInt64 = 1) throws -> DependencyParser {
    try DependencyParser(ModelFile(bytes: builder(seed: seed).build()))
  }
}
