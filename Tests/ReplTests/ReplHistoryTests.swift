import Foundation
import Testing

@testable import QuipuRepl

@Suite struct ReplHistoryTests {
  @Test func keepsEntriesAcrossSessions() throws {
    let folder = try Folder()
    let path = folder.file("state/quipu/history")
    var history = ReplHistory(path: path)
    let entries = ["MATCH (n)\nRETURN n;", #"RETURN '\n\\';"#, ":find a"]
    let added = (entries + [":find a", "  "]).map { history.add($0) }
    #expect(added == [true, true, true, false, false])
    #expect(ReplHistory(path: path).entries == entries)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func isCutToItsLimit() throws {
    let folder = try Folder()
    let path = folder.file("history")
    let lines = (0..<(ReplHistory.limit + 5)).map { "RETURN \($0);\n" }.joined()
    try TextFile.write(Array(lines.utf8), to: path)
    let history = ReplHistory(path: path)
    #expect(history.entries.count == ReplHistory.limit)
    #expect(history.entries.first == "RETURN 5;")
    #expect(try Checkout.text(path).split(separator: "\n").count == ReplHistory.limit)
  }

  @Test func followsTheBaseDirectorySpecification() {
    #expect(ReplHistory.standardPath(["XDG_STATE_HOME": "/s", "HOME": "/h"]) == "/s/quipu/history")
    #expect(ReplHistory.standardPath(["HOME": "/h"]) == "/h/.local/state/quipu/history")
    #expect(ReplHistory.standardPath(["XDG_STATE_HOME": "relative", "HOME": "/h"]) == "/h/.local/state/quipu/history")
    #expect(ReplHistory.standardPath([:]) == nil)
  }

  @Test func whatCannotBeWrittenIsNoError() {
    var history = ReplHistory(path: "/dev/null/history")
    let isAdded = history.add("RETURN 1;")
    #expect(isAdded)
    #expect(history.entries == ["RETURN 1;"])
  }
}
