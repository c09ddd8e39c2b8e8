extension Ontology {
  /// Reads Turtle files, and folders of `.ttl` files in the order of their names, as one ontology; later files extend
  /// earlier ones.
  ///
  /// Throws everything that is wrong in any of them together: unreadable files, syntax errors, unknown parents,
  /// cycles, unknown domains and ranges, conflicting parents.
  public static func load(_ paths: [String]) throws(OntologyError) -> Ontology {
    var problems: [Problem] = []
    var documents: [TurtleDocument] = []
    for path in paths {
      do throws(OntologyError) {
        for file in try SourceFile.list(path, withExtension: "ttl") {
          do throws(OntologyError) {
            documents.append(try TurtleReader.read(try SourceFile.read(file), file: file))
          } catch { problems += error.problems }
        }
      } catch { problems += error.problems }
    }
    // What a broken file would have declared is unknown: checking the others would blame them for it.
    guard problems.isEmpty else { throw OntologyError(problems) }
    var builder = OntologyBuilder(documents)
    return try builder.build()
  }

  /// The ontology that one Turtle text declares; `name` stands for the file in errors.
  public static func parse(_ turtle: String, name: String = "text") throws(OntologyError) -> Ontology {
    var builder = OntologyBuilder([try TurtleReader.read(Array(turtle.utf8), file: name)])
    return try builder.build()
  }
}
