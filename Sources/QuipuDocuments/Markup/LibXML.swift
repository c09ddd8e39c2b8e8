import CLibXML2

/// What the SAX readers of libxml2 have in common: set-up, and errors kept instead of printed.
enum LibXML {
  /// Once for the process, before several threads use the library.
  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  static func prepare() { _ = isReady }

  /// The bytes of a NUL-terminated string.
  static func string(_ text: UnsafePointer<xmlChar>?) -> String { text.map { String(cString: $0) } ?? "" }

  /// Values of an attribute list of names and values in turn, names in lower case.
  static func attributes(_ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) -> [(name: String, value: String)] {
    guard let list else { return [] }
    var result: [(name: String, value: String)] = []
    var i = 0
    while let name = list[i] {
      result.append((string(name).lowercased(), string(list[i + 1])))
      i += 2
    }
    return result
  }
}

/// An error that libxml2 reports.
struct LibXMLError: Equatable {
  var code: Int
  var message: String
  var line: Int
  var column: Int

  init(_ error: xmlError) {
    code = Int(error.code)
    let text = error.message.map { String(cString: $0) } ?? "unknown error"
    message = UTF8Text.cleaned(text) ?? "unknown error"
    line = Int(error.line)
    column = Int(error.int2)
  }
}
