import QuipuCore
import QuipuLanguage
import QuipuOntology

/// Makes the phrase matcher over a gazetteer's names.
enum GazetteerIndex {
  static func build(_ gazetteer: Gazetteer, ontology: Ontology) -> NameGazetteer {
    let labels = ontology.classes.map(\.name)
    var builder = PhraseMatcher.Builder()
    var names: [NameGazetteer.Name] = []
    gazetteer.bytes.withUnsafeBufferPointer { bytes in
      gazetteer.forEachSurface { entry, kind, range in
        let form: NameSpan.Form =
          switch kind {
          case .adjective: .adjective
          case .people: .people
          default: .name
          }
        let rule: CaseRule = kind == .abbreviation ? .exact : .capitalized
        if builder.add(UnsafeBufferPointer(rebasing: bytes[range.range]), payload: UInt32(names.count), matching: rule)
        {
          names.append(
            NameGazetteer.Name(
              entry: UInt32(entry), form: form, label: labels[Int(gazetteer.classID(of: entry).rawValue)],
              rank: gazetteer.rank(of: entry)))
        }
      }
    }
    return NameGazetteer(matcher: builder.build(), names: names)
  }
}
