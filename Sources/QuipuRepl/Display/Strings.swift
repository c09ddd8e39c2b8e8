import QuipuRows

extension String {
  /// Without white space at both ends.
  var trimmed: String { String(Substring(self).trimmed) }

  var isBlank: Bool { unicodeScalars.allSatisfy { $0.properties.isWhitespace } }

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
