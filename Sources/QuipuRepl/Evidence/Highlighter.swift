import QuipuLanguage

/// Marks where a sentence names things, case and diacritics aside.
struct Highlighter {
  let style: TextStyle

  /// Marks the first place of each thing's names, the longest name first; a thing that is not named is not marked.
  /// Complexity: O(length × names).
  func mark(_ sentence: String, _ things: [[String]]) -> String {
    let scalars = Array(sentence.unicodeScalars)
    let (folded, origins) = Highlighter.folded(scalars)
    var marks: [Range<Int>] = []
    for names in things {
      let sorted = names.map { Highlighter.folded(Array($0.unicodeScalars)).letters }.sorted { $0.count > $1.count }
      for name in sorted where !name.isEmpty {
        let taken = marks
        guard
          let found = Highlighter.places(of: name, in: folded).lazy
            .map({ origins[$0.lowerBound]..<(origins[$0.upperBound - 1] + 1) })
            .first(where: { place in !taken.contains { $0.overlaps(place) } })
        else { continue }
        marks.append(found)
        break
      }
    }
    return marked(scalars, marks.sorted { $0.lowerBound < $1.lowerBound })
  }

  /// Marks these places; one that touches another before it is left out.
  func mark(_ sentence: String, at places: [Range<Int>]) -> String {
    var marks: [Range<Int>] = []
    for place in places.sorted(by: { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) })
    where place.lowerBound >= marks.last?.upperBound ?? 0 { marks.append(place) }
    return marked(Array(sentence.unicodeScalars), marks)
  }

  private func marked(_ scalars: [Unicode.Scalar], _ marks: [Range<Int>]) -> String {
    func text(_ range: Range<Int>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range])
      return String(view)
    }
    var result = ""
    var position = 0
    for mark in marks {
      result += text(position..<mark.lowerBound) + style.highlight(text(mark))
      position = mark.upperBound
    }
    return result + text(position..<scalars.count)
  }

  /// The letters folded, and for each the place of the scalar that it comes from.
  private static func folded(_ scalars: [Unicode.Scalar]) -> (letters: [Unicode.Scalar], origins: [Int]) {
    var letters: [Unicode.Scalar] = []
    var origins: [Int] = []
    for (i, scalar) in scalars.enumerated() {
      for letter in Folding.fold(String(scalar)).unicodeScalars {
        letters.append(letter.properties.isWhitespace ? " " : letter)
        origins.append(i)
      }
    }
    return (letters, origins)
  }

  /// Where a name stands as whole words.
  private static func places(of name: [Unicode.Scalar], in text: [Unicode.Scalar]) -> [Range<Int>] {
    guard name.count <= text.count else { return [] }
    return (0...(text.count - name.count)).compactMap { start in
      let end = start + name.count
      guard text[start] == name[0], text[start..<end].elementsEqual(name) else { return nil }
      let isWhole = (start == 0 || !isLetter(text[start - 1])) && (end == text.count || !isLetter(text[end]))
      return isWhole ? start..<end : nil
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
