import ArgumentParser
import QuipuInterchange
import QuipuQuery

/// The values of a query's `$parameters`.
struct QueryParameters: ParsableArguments {
  @Option(
    name: .customLong("param"),
    help: ArgumentHelp(
      "A parameter of the query; may be given several times.",
      discussion: "The value is read as JSON (5, true, \"5\", [1, 2]), and is a string where it is none.",
      valueName: "name=value"))
  var pairs: [String] = []

  @Option(
    name: .customLong("params"), help: ArgumentHelp("Parameters as the members of a JSON object.", valueName: "file"))
  var file: String?

  func validate() throws {
    for pair in pairs where QueryParameters.split(pair) == nil {
      throw ValidationError("--param wants NAME=VALUE, not '\(pair)'.")
    }
  }

  /// Those of the file, and over them those of the command line.
  func values() throws -> ValueMap {
    var values = ValueMap()
    if let file { values = try QueryParameters.object(try QueryText.bytes(file), file) }
    for (name, text) in pairs.compactMap(QueryParameters.split) {
      values[name] = (try? ValueJSONReader.read(text, style: .tck)) ?? .string(text)
    }
    return values
  }

  private static func object(_ bytes: [UInt8], _ path: String) throws(InterchangeError) -> ValueMap {
    let value: Value
    do {
      value = try ValueJSONReader.read(bytes, style: .tck)
    } catch {
      throw InterchangeError(path: path, reason: "no JSON: \(error)", advice: "mend the file")
    }
    guard case .map(let map) = value else {
      throw InterchangeError(
        path: path, reason: "holds no JSON object", advice: "give the parameters as {\"name\": value}")
    }
    return map
  }

  /// A leading dollar sign is the query's way of writing the name.
  private static func split(_ pair: String) -> (name: String, value: String)? {
    guard let sign = pair.firstIndex(of: "="), sign != pair.startIndex else { return nil }
    let name = pair[..<sign].first == "$" ? pair[..<sign].dropFirst() : pair[..<sign]
    return name.isEmpty ? nil : (String(name), String(pair[pair.index(after: sign)...]))
  }
}
