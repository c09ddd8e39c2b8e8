/// The terms of the W3C vocabularies that an ontology file may use.
enum RDF {
  private static let base = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  static let type = base + "type"
  static let property = base + "Property"
  static let first = base + "first"
  static let rest = base + "rest"
  static let `nil` = base + "nil"
}

enum RDFS {
  private static let base = "http://www.w3.org/2000/01/rdf-schema#"
  static let `class` = base + "Class"
  static let resource = base + "Resource"
  static let label = base + "label"
  static let comment = base + "comment"
  static let subClassOf = base + "subClassOf"
  static let subPropertyOf = base + "subPropertyOf"
  static let domain = base + "domain"
  static let range = base + "range"
}

enum OWL {
  private static let base = "http://www.w3.org/2002/07/owl#"
  static let `class` = base + "Class"
  static let thing = base + "Thing"
  static let objectProperty = base + "ObjectProperty"
  static let symmetricProperty = base + "SymmetricProperty"
  static let topObjectProperty = base + "topObjectProperty"
  static let inverseOf = base + "inverseOf"
  static let unionOf = base + "unionOf"
  static let equivalentClass = base + "equivalentClass"
  static let equivalentProperty = base + "equivalentProperty"
}

enum SKOS {
  private static let base = "http://www.w3.org/2004/02/skos/core#"
  static let exactMatch = base + "exactMatch"
  static let closeMatch = base + "closeMatch"
}

/// The two spellings of a relation's name.
enum RelationName {
  /// `locatedIn` → `LOCATED_IN`; a run of capitals stays one word (`hasURL` → `HAS_URL`).
  static func snake(_ name: String) -> String {
    var out: [UInt8] = []
    let bytes = Array(name.utf8)
    for (i, b) in bytes.enumerated() {
      let afterSmall = i > 0 && (isLower(bytes[i - 1]) || isDigit(bytes[i - 1]))
      let endsRun = i > 0 && isUpper(bytes[i - 1]) && i + 1 < bytes.count && isLower(bytes[i + 1])
      if isUpper(b) && (afterSmall || endsRun) { out.append(UInt8(ascii: "_")) }
      out.append(isLower(b) ? b - 32 : b == UInt8(ascii: "-") ? UInt8(ascii: "_") : b)
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// `LOCATED_IN` → `locatedIn`; what is camel case already stays as it is.
  static func camel(_ name: String) -> String {
    if name.utf8.first.map(isLower) == true && !name.utf8.contains(UInt8(ascii: "_")) { return name }
    let words = snake(name).split(separator: "_")
    guard let first = words.first else { return name }
    return first.lowercased() + words.dropFirst().map { $0.prefix(1) + $0.dropFirst().lowercased() }.joined()
  }

  private static func isUpper(_ b: UInt8) -> Bool { (65...90).contains(b) }
  private static func isLower(_ b: UInt8) -> Bool { (97...122).contains(b) }
  private static func isDigit(_ b: UInt8) -> Bool { (48...57).contains(b) }
}
