import FoundationEssentials
import QuipuCore
import QuipuDocuments
import Testing

@Suite struct DocumentSourceTests {
  @Test func foldersAreReadRecursivelyInSortedOrder() throws {
    let workspace = try Workspace()
    for name in ["b.txt", "a/z.md", "a/y/x.html", "c.jsonl", ".hidden.txt", ".git/x.txt", "notes.log", "a.txt.bak"] {
      try workspace.write(name, name.hasSuffix("jsonl") ? "{\"text\":\"x\"}" : "Some text")
    }
    let source = DocumentSource([workspace.path + "/"])
    #expect(source.inputs.map(\.id) == ["a/y/x", "a/z", "b", "c"])
    #expect(source.inputs.map(\.format) == [.html, .markdown, .plainText, .jsonLines])
    #expect(source.skipped == 4)
    #expect(workspace.read().ids == ["a/y/x", "a/z", "b", "c#1"])
  }

  @Test func extensionsStayWhereOnlyTheyDiffer() throws {
    let workspace = try Workspace()
    for name in ["a.txt", "a.html.gz", "b.txt", "c/a.txt", "x.txt", "x.txt.md", "x.md"] {
      try workspace.write(name, "Text")
    }
    let names = ["a.html.gz", "a.txt", "b", "c/a", "x.md", "x.txt", "x.txt.md"]
    #expect(DocumentSource([workspace.path]).inputs.map(\.id) == names)
    let paths = ["a.txt", "a.html.gz"].map { workspace.path + "/" + $0 }
    #expect(DocumentSource(paths).inputs == DocumentSource(paths.reversed()).inputs)
    #expect(DocumentSource(paths).inputs.map(\.id) == ["a.html.gz", "a.txt"])
  }

  @Test func aFileIsTakenOnce() throws {
    let workspace = try Workspace()
    try workspace.write("d/a.txt", "Text")
    let source = DocumentSource(["/d/a.txt", "", "/d/../d/a.txt"].map { workspace.path + $0 })
    #expect(source.inputs.map(\.id) == ["d/a"])
  }

  @Test func explicitFilesAreReadWhateverTheirName() throws {
    let workspace = try Workspace()
    try workspace.write("page", "<!doctype html><title>T</title><p>Hi")
    try workspace.write(".note.log", "Just text")
    try workspace.write("feed.rss", "<?xml version='1.0'?><r>x</r>")
    let run = workspace.read(["page", ".note.log", "feed.rss"])
    #expect(run.ids == [".note.log", "feed.rss", "page"])
    #expect(run.texts == ["Just text", "x\n", "Hi\n"])
  }

  @Test func duplicateIdsNameBothPlaces() throws {
    let workspace = try Workspace()
    for name in ["p/a.txt", "q/a.txt"] { try workspace.write(name, "Text") }
    let run = workspace.read(["q/a.txt", "p/a.txt"])
    #expect(run.ids == ["a.txt"])
    #expect(
      run.messages == [
        "q/a.txt: the document id 'a.txt' was given before, at p/a.txt; give one of them another id"
      ])
  }

  @Test func whatIsMissingOrEmptyIsSaid() throws {
    let workspace = try Workspace()
    try workspace.write("empty/readme.log", "x")
    try workspace.write("void.txt", "")
    try workspace.write("blank.txt", " \n\n")
    try workspace.write("good.txt", "Good.")
    let run = workspace.read(["missing.txt", "empty", "void.txt", "blank.txt", "good.txt"])
    #expect(run.ids == ["good"])
    #expect(
      run.messages == [
        "empty: the folder holds no documents; put in files that end in .txt, .md, .html, .xml, .jsonl, .json or .conllu, "
          + "or name a file itself",
        "missing.txt: cannot be found (no such file or directory); check the path",
        "blank.txt: holds no text; leave it out, or check its source",
        "void.txt: holds no text; leave it out, or check its source",
      ])
  }

  @Test func linksThatGoRoundAreNotFollowed() throws {
    let workspace = try Workspace()
    try workspace.write("a.txt", "Text")
    let manager = FileManager.default
    try manager.createSymbolicLink(atPath: workspace.path + "/loop", withDestinationPath: workspace.path)
    try manager.createSymbolicLink(atPath: workspace.path + "/gone.txt", withDestinationPath: "nowhere")
    let source = DocumentSource([workspace.path])
    #expect(source.inputs.map(\.id) == ["a"])
    #expect(source.skipped == 2)
  }

  @Test func unreadableFiles() throws {
    let workspace = try Workspace()
    // Permissions do not stop root.
    let file = try workspace.write("locked.txt", "Text")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file)
    try workspace.write("good.txt", "Good.")
    let run = workspace.read()
    if run.documents.count == 1 {
      #expect(
        run.messages == [
          "locked.txt: cannot be opened (permission denied); check the file's permissions and the disk it is on"
        ])
    } else {
      #expect(run.ids == ["good", "locked"])
    }
  }

  #if os(Linux)
    @Test func aFileThatFailsWhileItIsRead() {
      let run = Run(DocumentReader(DocumentSource(["/proc/self/mem"])))
      #expect(
        run.messages == [
          "/proc/self/mem: cannot be read (input/output error); check the file's permissions and the disk it is on"
        ])
    }
  #endif

  @Test func standardInputHasAnId() {
    let source = DocumentSource(["-"])
    #expect(source.inputs.map(\.path) == ["-"])
    #expect(source.inputs.map(\.id) == ["stdin"])
  }
}
