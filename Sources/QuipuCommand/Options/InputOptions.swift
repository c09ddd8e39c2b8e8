import ArgumentParser
import FoundationEssentials
import Quipu

/// What `build`, `extract` and `annotate` share: the documents and how they are read.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files, folders (read recursively), or '-' for standard input.",
      discussion: "Plain text, Markdown, HTML, XML, JSON Lines, CoNLL-U; each also gzipped.", valueName: "input"))
  var inputs: [String]

  @Option(help: ArgumentHelp("Documents read at once; does not change the result.", valueName: "n"))
  var threads = ProcessInfo.processInfo.activeProcessorCount

  @Flag(help: "Tell what was assumed: encodings, titles, dates.")
  var verbose = false

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  func validate() throws {
    guard threads >= 1 else { throw ValidationError("--threads wants a whole number from 1 on, not \(threads).") }
    guard !(verbose && quiet) else { throw ValidationError("--verbose and --quiet exclude each other.") }
  }
}
