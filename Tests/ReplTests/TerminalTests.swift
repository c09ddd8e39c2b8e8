import Foundation
import Testing

@testable import QuipuRepl

/// The built command in a pseudo-terminal, typed at as a person would by `terminal.py`.
@Suite(.serialized) struct TerminalTests {
  static let scripts = Checkout.files(Checkout.here + "/Terminal", ending: ".txt")
  static let hasPython = (try? run(["python3", "-c", "import pty"], input: "").status) == 0

  @Test func scriptsAreThere() { #expect(TerminalTests.scripts.count >= 2) }

  @Test(.enabled(if: hasPython), arguments: scripts) func terminalBehavesAsTheScriptSays(_ path: String) throws {
    let lines = try Checkout.text(path).split(separator: "\n", omittingEmptySubsequences: false)
    let head = try #require(lines.first).split(separator: " ").map(String.init)
    let size = try #require(head.dropFirst().first).split(separator: "x").map(String.init)
    try #require(size.count == 2)
    let state = try Folder()
    let command = ["python3", Checkout.here + "/terminal.py"] + size + [try TerminalTests.binary()] + head.dropFirst(2)
    // An empty first line keeps the numbers of lines.
    let script = "\n" + lines.dropFirst().joined(separator: "\n")
    let result = try TerminalTests.run(
      command, input: script, environment: ["XDG_STATE_HOME": state.path, "HOME": state.path, "TERM": "xterm"])
    #expect(result.status == 0, "\(result.text)")
  }

  /// Beside the test bundle, in the folder of the build's configuration.
  private static func binary() throws -> String {
    let executable = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let arguments = CommandLine.arguments.filter { $0.contains(".xctest") }
    let folders = ([executable] + arguments).map { URL(filePath: $0).deletingLastPathComponent().path }
    let found = folders.map { $0 + "/quipu" }.first(where: FileManager.default.isExecutableFile)
    return try #require(found, "no built command beside the tests in \(folders)")
  }

  private static func run(
    _ command: [String], input: String, environment: [String: String] = [:]
  ) throws -> (status: Int32, text: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" } + command
    process.currentDirectoryURL = URL(filePath: Checkout.root)
    let (source, output) = (Pipe(), Pipe())
    process.standardInput = source
    process.standardOutput = output
    try process.run()
    source.fileHandleForWriting.write(Data(input.utf8))
    try source.fileHandleForWriting.close()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
