import QuipuInterchange

/// Files that are one piece of text.
enum TextFile {
  /// Beside its place and renamed, so that there is the whole of it or nothing.
  static func write(_ bytes: [UInt8], to path: String) throws(InterchangeError) {
    var files = [try OutputFile(opening: path)]
    do throws(InterchangeError) {
      let sink = files[0].makeSink()
      sink.write(bytes)
      try sink.finish()
      try OutputFile.commit(&files)
    } catch {
      for file in files { file.discard() }
      throw error
    }
  }
}
