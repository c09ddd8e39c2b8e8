/// Annotated documents written for the tests, as JSON Lines: names between `[TYPE ` and `]`.
enum TinyNames {
  static let people = [
    "[PER Anna Berg] lives in [LOC Oslo] . [PER Berg] likes [LOC Oslo] .",
    "In [LOC Bergen] , [PER Tom Dahl] met [PER Anna] .",
    "[PER Tom] went to [LOC Bergen] and [LOC Oslo] .", "The harbour of [LOC Oslo] pleased [PER Dahl] .",
    "[PER Anna Dahl] spoke to [PER Tom Berg] in [LOC Tromso] .", "Boats from [LOC Tromso] sail to [LOC Bergen] .",
    "The nets are new . The crew was late .",
  ]

  static let vessels = [
    "The trawler [Vessel Grey Heron] left [x Oslo] at noon .", "Aboard the [Vessel Northern Star] , Tom Dahl slept .",
    "The ferry [Vessel Blue Lantern] sails to Bergen .", "Anna saw the trawler [Vessel Silver Tern] off Tromso .",
    "A crew of nine sailed the [Vessel Grey Heron] home .", "The ferry [Vessel Old Marta] was late in Oslo .",
    "The trawler [Vessel Blue Lantern] lost its net .", "The ferry [Vessel Long Reef] took Tom to Bergen .",
  ]

  /// One document a line.
  static func jsonLines(_ documents: [String]) -> [UInt8] {
    var lines = ""
    for (number, document) in documents.enumerated() {
      var text = ""
      var names: [String] = []
      var open: (type: String, start: Int)?
      for word in document.split(separator: " ") {
        var word = word
        if word.hasPrefix("[") {
          open = (String(word.dropFirst()), text.isEmpty ? 0 : text.unicodeScalars.count + 1)
          continue
        }
        let closes = word.hasSuffix("]")
        if closes { word = word.dropLast() }
        text += text.isEmpty ? String(word) : " \(word)"
        if closes, let (type, start) = open, type != "x" {
          names.append("{\"type\":\"\(type)\",\"mentions\":[[\(start),\(text.unicodeScalars.count)]]}")
        }
      }
      lines += "{\"id\":\"d\(number)\",\"text\":\"\(text)\",\"entities\":[\(names.joined(separator: ","))]}\n"
    }
    return Array(lines.utf8)
  }
}
