import QuipuRows

extension String {
  /// Without white space at both ends.
  var trimmed: String { String(Substring(self).trimmed) }

  var isBlank: Bool { unicodeScalars.allSatisfy { $0.properties.isWhitespace } }

  /// Scalar by scalar the same, but spaces in place of white space, and a mark in place of other controls, which would
  /// steer the terminal.
  var withoutControls: String {
    var view = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      let isControl = scalar.properties.generalCategory == .control
      view.append(scalar.properties.isWhitespace ? " " : isControl ? "\u{FFFD}" : scalar)
    }
    return String(view)
  }

  /// Every stretch of white space as one space, none at the ends.
  var onOneLine: String {
    var view = String.UnicodeScalarView()
    var isInSpace = true
    for scalar in unicodeScalars {
      let isSpace = scalar.properties.isWhitespace
      if !isSpace { view.append(scalar) } else if !isInSpace { view.append(" ") }
      isInSpace = isSpace
    }
    return String(view).trimmed
  }

  /// Padded with spaces on the right to this many columns of a terminal.
  func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - DisplayWidth.of(self))) }
}

extension Substring {
  var trimmed: Substring {
    var rest = self
    while let first = rest.unicodeScalars.first, first.properties.isWhitespace { rest.unicodeScalars.removeFirst() }
    while let last = rest.unicodeScalars.last, last.properties.isWhitespace { rest.unicodeScalars.removeLast() }
    return rest
  }
}

/// `3 edges`, `1 edge`.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
