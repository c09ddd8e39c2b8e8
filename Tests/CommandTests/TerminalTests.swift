import Foundation
import Testing

/// What is shown at a terminal and nowhere else; `script` plays the terminal.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script"), "needs script (util-linux)"))
struct TerminalTests {
  private func transcript(_ arguments: String, variables: String = "") throws -> String {
    let scratch = try Scratch()
    try scratch.write("good.txt", BadInputTests.good)
    let line = "env -u NO_COLOR TERM=xterm \(variables) '\(try CommandRun.binary())' \(arguments) > out"
    _ = try CommandRun.tool(["script", "-q", "-c", line, "typescript"], in: scratch.folder)
    return try scratch.text("typescript")
  }

  private static let erasing = "\r\u{1B}[K"

  @Test func barAndColour() throws {
    let text = try transcript("extract good.txt none.txt")
    #expect(text.contains("\(TerminalTests.erasing)[##############################] 100%  1 document, "))
    #expect(text.contains("\u{1B}[1;31mError:\u{1B}[0m none.txt: cannot be found"))
  }

  @Test func noColour() throws {
    let text = try transcript("extract good.txt none.txt", variables: "NO_COLOR=1")
    #expect(text.contains("Error: none.txt: cannot be found"))
    #expect(!text.contains("\u{1B}[1;31m"))
  }

  @Test func quiet() throws {
    let text = try transcript("extract good.txt --quiet")
    #expect(!text.contains("\u{1B}"))
    #expect(!text.contains("documents"))
  }
}
