import Foundation
import QuipuCore
import QuipuGraph
import QuipuTestSupport
import Testing

@testable import QuipuInterchange

/// The plain reader against libxml2's: equal graphs, or it must have given the file up.
@Suite struct PlainGraphMLReaderTests {
  /// Everything that a reading shows: content, and the order in which names came into use.
  static func account(_ read: ImportedGraph) -> String {
    let graph = read.graph
    let labels = (0..<graph.labelCount).map { graph.name(of: LabelID(rawValue: UInt16($0))) }
    let types = (0..<graph.typeCount).map { graph.name(of: TypeID(rawValue: UInt16($0))) }
    let keys = (0..<graph.keyCount).map { graph.name(of: KeyID(rawValue: UInt32($0))) }
    let uses = (graph.nodeKeys + graph.edgeKeys).map { "\($0.name) \($0.count) \($0.kinds)" }
    let stored = graph.edges.map { graph.hasStoredID($0) }
    return "\(labels) \(types) \(keys) \(uses) \(stored) \(read.notes)\n" + graph.dump()
  }

  /// Whether the plain reader took the file.
  private func compare(_ path: String, _ what: String) throws -> Bool {
    guard let plain = PlainGraphMLReader.read(path) else { return false }
    let full = try GraphMLReader.readWithLibXML(path)
    #expect(PlainGraphMLReaderTests.account(plain) == PlainGraphMLReaderTests.account(full), "\(what)")
    #expect(plain.graph.invariantViolations == [], "\(what)")
    return true
  }

  private func compare(text: String) throws -> Bool {
    let folder = try Folder()
    return try compare(try folder.write(text, to: "g.graphml"), text)
  }

  @Test(.enabled(if: Place.hasFormats, "needs ../shared/data/graph-formats"))
  func filesOfOthers() throws {
    var taken: [String] = []
    for entry in GraphMLFilesTests.entries {
      let isTaken = try compare(Place.formats.appendingPathComponent(entry.file).path, entry.file)
      if isTaken { taken.append(entry.file) }
    }
    // Those without groups, ports, graphics and document types.
    #expect(taken.count >= 20, "\(taken)")
    #expect(taken.count < GraphMLFilesTests.entries.count)
  }

  @Test func ourExports() throws {
    #expect(try compare(Place.root.appendingPathComponent("Exports/samples.graphml").path, "Exports"))
  }

  @Test(arguments: GraphMLProfile.allCases) func whatWeWrite(_ profile: GraphMLProfile) throws {
    let folder = try Folder()
    var taken = 0
    for seed in 0..<40 as Range<UInt64> {
      let path = folder.path("\(seed).graphml")
      let options = ExportOptions(graphML: profile)
      try GraphExport.write(try RandomGraph.make(seed: seed), to: path, options: options)
      if try compare(path, "seed \(seed)") { taken += 1 }
    }
    // What yEd draws stands in elements of its own.
    #expect((taken > 0) == (profile != .yed))
  }

  /// Files longer than a window, whose bounds fall everywhere in their constructs.
  @Test(arguments: 0..<2) func longFiles(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var text =
      "<?xml version='1.0' encoding='utf-8'?>\n<graphml><key id=\"t\" for=\"all\"/><graph edgedefault='directed'>"
    for i in 0..<4000 {
      let filler = String(repeating: "é&lt;x&#10;", count: Int.random(in: 0..<18, using: &random))
      text += "<node id=\"k&#38;\(i)\"><data key=\"t\">\(filler)\r\n\(i)</data></node>\n"
      text += "<edge  source = 'k&amp;\(i / 2)' target=\"k&amp;\(i)\" id=\"e\(i)\" > <desc>so</desc> </edge >\n"
      if i % 500 == 0 { text += "<!-- \(filler) -->" }
    }
    #expect(try compare(text: text + "</graph></graphml>\n"))
  }

  /// One element that needs a larger window, and one that no window holds.
  @Test func longElements() throws {
    let long = String(repeating: "0123456789abcdef", count: 1 << 16)
    #expect(try compare(text: "<graphml><graph><node id='a'><data key='k'>\(long)</data></node></graph></graphml>"))
    let tooLong = String(repeating: long, count: 9)
    let folder = try Folder()
    let path = try folder.write(
      "<graphml><graph><node id='a'><data key='k'>\(tooLong)</data></node></graph></graphml>", to: "g.graphml")
    #expect(PlainGraphMLReader.read(path) == nil)
    #expect(try GraphImport.read(path).graph.nodeCount == 1)
  }
}

/// What the plain reader takes, and what it leaves to libxml2.
@Suite struct PlainGraphMLSubsetTests {
  private func isTaken(_ text: String) throws -> Bool {
    let folder = try Folder()
    let path = try folder.write(text, to: "g.graphml")
    guard let plain = PlainGraphMLReader.read(path) else { return false }
    let full = try GraphMLReader.readWithLibXML(path)
    #expect(PlainGraphMLReaderTests.account(plain) == PlainGraphMLReaderTests.account(full), "\(text)")
    return true
  }

  static let head =
    "<graphml><key id='n' for='node' attr.name='n' attr.type='int'/>"
    + "<key id='d' for='node' attr.name='d' attr.type='double'/><graph>"
  static let tail = "</graph></graphml>"

  @Test(arguments: [
    "", "<node id='a'/>", "<node id=\"a\" other='x'><desc a='b'>text</desc></node>", "<!-- a - b -->",
    "<node id='a'><data key='n'>12</data><data key='n'> 13 </data><data key='d'>1e3</data></node>",
    "<node id='a'><data key='n'/><data key='d'>  </data><data key='u'/></node>",
    "<node id='a&lt;&#x1F642;&#9;b'/><edge source='a&#60;🙂&#x9;b' target='c'/>",
    "<node id='a\tb\nc\r\nd'/>", "<node id='a'><data key='u'>a\rb\r\nc &gt; ] \u{85}é</data></node>",
    "<edge source='b' target='c'/><node id='c' labels=':X:Y'><data key='n'>1</data></node>",
    "<edge id='e1' source='b' target='c'/><edge id='e1_' source='b' target='c' label='L' directed='false'/>",
    "<edge id='e+1' source='b' target='c'/><edge id='e0001' source='b' target='c'/>",
    "<data key='g'>x</data><node id='a'><data key='n'>9223372036854775807</data></node>",
    "<node id='a'><data key='d'>0.1234567890123456789</data><data key='n'>1.5</data></node>",
    "<node id='a'><data key='d'>inf</data></node>", "<node id='a'><data key='n'>+5</data></node>",
  ]) func takes(_ content: String) throws {
    #expect(try isTaken(PlainGraphMLSubsetTests.head + content + PlainGraphMLSubsetTests.tail))
  }

  /// Rare, or wrong.
  @Test(arguments: [
    "<node id='a'><graph/></node>", "<node id='a'><port name='p'/></node>", "<hyperedge/>", "<?pi x?>", "text",
    "<node id='a'><data key='u'><![CDATA[x]]></data></node>", "<node id='a'><data key='u'><b/></data></node>",
    "<node id='a'><data key='u'>]]></data></node>", "<node id='a'><data key='u'>&nbsp;</data></node>",
    "<node id='a'><data key='u'>&#1;</data></node>", "<node id='a'><data key='u'>\u{1}</data></node>",
    "<node id='a'><data key='u'>\u{FFFE}</data></node>", "<node id='a'><data key='u'>&#xD800;</data></node>",
    "<node id='a'><data key='u'>&#+65;</data></node>", "<node id='a'><data key='u'>&amp</data></node>",
    "<node id='a' id='b'/>", "<node id='a' x='1' x='2'/>", "<node id='a'x='2'/>", "<node x='2'/>", "<node id='<'/>",
    "<node id='a'/><node id='a'/>", "<node id='a'", "<node id='a'></edge>", "<node id='a' xmlns='x'/>",
    "<node id='a' y:x='1'/>", "<y:node id='a'/>", "<nodes id='a'/>", "<node id=a/>", "<node id='a' / >", "<!-- -- -->",
    "<edge source='a'/>", "<node id='a'><data>x</data></node>", "<node id='a'><data key='n'>many</data></node>",
    "<edge id='e' source='b' target='c'/><edge id='e' source='b' target='c'/>",
    "<edge source='b' target='c'/><edge id='e0' source='b' target='c'/>",
  ]) func leaves(_ content: String) throws {
    #expect(try !isTaken(PlainGraphMLSubsetTests.head + content + PlainGraphMLSubsetTests.tail))
  }

  @Test func documents() throws {
    let graph = "<graph edgedefault='undirected'><edge source='a' target='b'/></graph>"
    let name = "xmlns='http://graphml.graphdrawing.org/xmlns'"
    let schema = "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='a b'"
    for head in [
      "", "\u{FEFF}", "<?xml version='1.0'?>", "\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-8\" standalone='no'?>\n",
      "<!-- c -->",
    ] {
      for root in ["<graphml>", "<graphml \(name)>", "<graphml \(name) \(schema)>"] {
        #expect(try isTaken(head + root + graph + "</graphml>\n<!-- c -->"))
      }
    }
    for text in [
      "<graphml>\(graph)</graphml>x", "<graphml>\(graph)\(graph)</graphml>", "<graphml/>", "", " ", "<graphml>",
      " <?xml version='1.0'?><graphml>\(graph)</graphml>", "<graphml xmlns='x'>\(graph)</graphml>",
      "<?xml version='1.0' encoding='ISO-8859-1'?><graphml>\(graph)</graphml>", "<graphml a:b='c'>\(graph)</graphml>",
      "<!DOCTYPE graphml><graphml>\(graph)</graphml>", "<g:graphml xmlns:g='http://x'>\(graph)</g:graphml>",
      "<graphml>\(graph)<graphml/></graphml>", "<graphml>\(graph)</graphml><graphml/>", "<html/>",
    ] {
      #expect(try !isTaken(text), "\(text)")
    }
  }

  @Test func keysAndDefaults() throws {
    let content = """
      <graph><data key='g'>4</data><node id='a'><data key='w'>2</data></node><node id='b'/>\
      <edge source='a' target='b'/></graph>
      """
    #expect(
      try isTaken(
        """
        <graphml><key id='w' for='all' attr.name='w' attr.type='double'><desc>x</desc><default>1.5</default></key>
        <key id='labels' for='node' attr.name='labels'><default>:A:B</default></key>
        <key id='t' for='edge' attr.name='labelE'><default> T </default></key><key id='g' for='graph'>
        <default>5</default></key><key id='y' for='node' yfiles.type='nodegraphics'/>\(content)</graphml>
        """))
    for keys in [
      "<key for='node'/>", "<key id='k'/><key id='k'/>", "<key id='k' for='nothing'/>",
      "<key id='k' for='node'><default>1</default></key><key id='k' for='edge'/>",
      "<key id='w' for='node' attr.type='int'><default>many</default></key>",
    ] {
      let second = "<graph><node id='b'/></graph>"
      #expect(try !isTaken("<graphml>\(keys)\(second)</graphml>"), "\(keys)")
    }
  }
}

/// Bytes changed, cut out, doubled: never another graph than libxml2's, and never an error of our own.
@Suite struct PlainGraphMLFuzzTests {
  private static let rounds = ProcessInfo.processInfo.environment["QUIPU_FUZZ_ROUNDS"].flatMap { Int($0) } ?? 1500

  private static let seedText = """
    <?xml version="1.0" encoding="UTF-8"?>
    <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
    <!-- made --><key id="labels" for="node" attr.name="labels" attr.type="string"/>
    <key id="age" for="node" attr.name="age" attr.type="int"><default>7</default></key>
    <key id="w" for="edge" attr.name="weight" attr.type="double"/><key id="label" for="edge" attr.name="label"/>
    <graph id="G" edgedefault="directed"><data key="g">a &amp; b</data>
    <node id="n0"><data key="labels">:Person</data><data key="name">&#233;A ]x &lt;</data></node>
    <node id='n1' labels=":X"><data key="age">82</data><data key="s">é🙂\r\n</data></node>
    <edge id="e0" source="n0" target="n1"><data key="label">KNOWS</data><data key="w">0.5</data></edge>
    <edge source="n1" target="n2" directed="false"/>
    </graph></graphml>
    """

  private static let pieces = [
    "<", ">", "/", "&", ";", "\"", "'", "=", " ", "\r", "]", "-", "<!--", "-->", "]]>", "&#0;", "&amp;", "<data",
    "</node>",
    "key=", "id='x'", "xmlns", ":", "\u{0}", "\u{FFFF}", "é", "1", "e0", "n1", "<desc>", "<graph>",
  ].map { Array($0.utf8) }

  @Test func changedBytes() throws {
    let folder = try Folder()
    let path = folder.path("g.graphml")
    var taken = 0
    for round in 0..<PlainGraphMLFuzzTests.rounds {
      var random = SplitMix64(seed: UInt64(round))
      var bytes = Array(PlainGraphMLFuzzTests.seedText.utf8)
      for _ in 0..<Int.random(in: 1...3, using: &random) { change(&bytes, &random) }
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      guard let plain = PlainGraphMLReader.read(path) else { continue }
      taken += 1
      do throws(InterchangeError) {
        let full = try GraphMLReader.readWithLibXML(path)
        #expect(PlainGraphMLReaderTests.account(plain) == PlainGraphMLReaderTests.account(full), "round \(round)")
      } catch {
        Issue.record("round \(round): the plain reader took what libxml2 refuses: \(error)")
      }
    }
    #expect(taken > PlainGraphMLFuzzTests.rounds / 20)
  }

  private func change(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
    let place = Int.random(in: 0..<bytes.count, using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes.remove(at: place)
    case 2:
      let piece = PlainGraphMLFuzzTests.pieces[Int.random(in: 0..<PlainGraphMLFuzzTests.pieces.count, using: &random)]
      bytes.insert(contentsOf: piece, at: place)
    case 3:
      let end = min(bytes.count, place + Int.random(in: 1...40, using: &random))
      bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0..<bytes.count, using: &random))
    default: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...20, using: &random)))
    }
  }
}
