import Quipu
import QuipuInterchange

/// Bytes on their way to a file or standard output, piece by piece.
final class StreamedOutput {
  private var files: [OutputFile]
  private let sink: OutputSink

  /// Opens the file beside its place; `-` is standard output.
  init(_ path: String) throws(InterchangeError) {
    let file = try OutputFile(opening: path)
    files = [file]
    sink = file.makeSink()
  }

  /// Throws as soon as an earlier piece could not be written, so that no work is done in vain.
  func write(_ bytes: [UInt8]) throws(InterchangeError) {
    sink.write(bytes)
    try sink.check()
  }

  /// Puts the file in its place.
  func commit() throws(InterchangeError) {
    try sink.finish()
    try OutputFile.commit(&files)
  }

  /// Leaves nothing behind.
  func discard() {
    for file in files { file.discard() }
    files = []
  }
}

/// Claims as JSON Lines on their way to a file or standard output, line by line.
final class ClaimsOutput {
  private let output: StreamedOutput
  private var writer = ClaimsWriter()

  /// Opens the file beside its place; `-` is standard output.
  init(_ path: String) throws(InterchangeError) { output = try StreamedOutput(path) }

  func write(_ claims: DocumentClaims) throws(InterchangeError) {
    writer.reset()
    writer.write(claims)
    try output.write(writer.bytes)
  }

  func commit() throws(InterchangeError) { try output.commit() }

  func discard() { output.discard() }
}

/// Results that are one piece of text.
enum StandardOutput {
  static func write(_ text: String) throws(InterchangeError) { try write(Array(text.utf8)) }

  static func write(_ bytes: [UInt8]) throws(InterchangeError) {
    let sink = try OutputFile(opening: "-").makeSink()
    sink.write(bytes)
    try sink.finish()
  }
}
