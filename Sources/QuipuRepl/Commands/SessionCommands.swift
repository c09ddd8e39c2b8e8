extension ReplCommand {
  static let source = ReplCommand(
    "source", arguments: "FILE", summary: "runs the statements and commands of a file", completes: .file
  ) { (arguments, session) throws(ReplError) in
    let path = try fileName(arguments, "source")
    guard session.sourceDepth < 16 else { throw ReplError("files that ':source' each other go 16 deep at most") }
    guard let text = FilePaths.text(of: path) else { throw ReplError("cannot read '\(path)'") }
    session.runScript(text, name: path)
  }

  static let quit = ReplCommand("quit", summary: "leaves; Ctrl-D does too") { (_, session) throws(ReplError) in
    session.append(session.quit())
  }
}

extension ReplSession {
  /// Runs a file's lines; a statement that the file's end cuts off is run too. Errors name file and line.
  func runScript(_ text: String, name: String?) {
    sourceDepth += 1
    withOwnStatement { runLines(of: text, name: name) }
    sourceDepth -= 1
  }

  private func runLines(of text: String, name: String?) {
    for (i, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() where !isFinished {
      let line = line.hasSuffix("\r") ? line.dropLast() : line
      append(handleNumbered(String(line), at: ScriptPlace(file: name, line: i + 1)))
    }
    append(finishStatement())
  }
}
