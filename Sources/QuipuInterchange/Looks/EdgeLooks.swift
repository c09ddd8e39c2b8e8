import QuipuGraph

/// How an edge is drawn: what was denied must not look like what was said.
struct EdgeLooks {
  /// Its polarity is negative, or it is negated.
  var isNegative: Bool
  /// Possible, planned, demanded: anything but asserted.
  var isUncertain: Bool
  var isSymmetric: Bool

  init(_ graph: PropertyGraph, _ edge: EdgeID) {
    isNegative =
      graph.property("polarity", of: edge) == .string("negative")
      || graph.property("negated", of: edge) == .bool(true)
    isSymmetric = graph.property("symmetric", of: edge) == .bool(true)
    let modality = graph.property("modality", of: edge)
    isUncertain = modality != nil && modality != .string("asserted")
  }

  var colour: Colour { isNegative ? Colour(0xC0392B) : Colour(0x555555) }
}
