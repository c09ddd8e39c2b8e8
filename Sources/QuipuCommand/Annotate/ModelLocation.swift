import Quipu

/// Where the models are that a command uses.
enum ModelLocation {
  /// The file named, or the one that comes with quipu.
  static func path(_ named: String?) throws(OntologyError) -> String {
    if let named { return named }
    return try DataLocation.find() + "/" + DataLocation.englishModel
  }
}
