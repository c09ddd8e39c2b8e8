import QuipuCore
import QuipuLanguage
import QuipuOntology

/// Makes the phrase matcher over a gazetteer's names.
enum GazetteerIndex {
  static func build(_ gazetteer: Gazetteer, ontology: Ontology) -> NameGazetteer {
    let labels = ontology.classes.map(\.name)
    var builder = PhraseMatcher.Builder()
    var names: [NameGazetteer.Name] = []
    var last: (entry: Int, names: [Substring]) = (-1, [])
    gazetteer.bytes.withUnsafeBufferPointer { bytes in
      gazetteer.forEachSurface { entry, kind, range in
        let form: NameSpan.Form =
          switch kind {
          case .adjective: .adjective
          case .people: .people
          default: .name
          }
        // A name that is an English word too is marked in the data, one that is not is trusted anywhere.
        if entry != last.entry { last = (entry, ambiguousNames(of: gazetteer.entries[entry])) }
        let isAmbiguous = last.names.contains { $0.utf8.elementsEqual(bytes[range.range]) }
        let rule: CaseRule = kind == .abbreviation ? .exact : .capitalized
        if builder.add(UnsafeBufferPointer(rebasing: bytes[range.range]), payload: UInt32(names.count), matching: rule)
        {
          names.append(
            NameGazetteer.Name(
              entry: UInt32(entry), form: form, label: labels[Int(gazetteer.classID(of: entry).rawValue)],
              rank: gazetteer.rank(of: entry), isAmbiguous: isAmbiguous))
        }
      }
    }
    return NameGazetteer(matcher: builder.build(), names: names)
  }

  private static func ambiguousNames(of entry: Gazetteer.Entry) -> [Substring] {
    guard let list = entry.attribute("ambiguous") else { return [] }
    return list.split(whereSeparator: { $0 == "|" || $0 == "," })
  }
}
