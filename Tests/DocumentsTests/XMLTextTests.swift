import QuipuCore
import QuipuDocuments
import Testing

@Suite struct XMLTextTests {
  @Test func nitf() throws {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE nitf SYSTEM "nitf-3-2.dtd">
      <nitf><head><title>Mill opens</title><docdata><date.issue norm="20240723T090000Z"/><doc-id id-string="x1"/></docdata>
      </head><body><body.head><hedline><hl1>Mill opens in Oda</hl1></hedline><byline>By Ann Lee</byline></body.head>
      <body.content><block><p><person>Ann Lee</person> opened the mill &#8212; at last.</p>
      <p>It is <em>busy</em> &eacute;.</p></block></body.content></body></nitf>
      """
    let run = try Run.of(text, as: "mill.xml")
    #expect(
      run.texts == [
        "Mill opens in Oda\n\nBy Ann Lee\n\nAnn Lee opened the mill — at last.\n\nIt is busy é.\n"
      ])
    #expect(run.documents.first?.title == "Mill opens")
    #expect(run.documents.first?.date?.description == "2024-07-23")
  }

  @Test func feedWithHTMLInside() throws {
    let text = """
      <rss xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><item><title>Rain</title><link>http://a.example/1</link>
      <dc:date>2024-07-22</dc:date><description><![CDATA[<p>It <b>rained</b>.</p><p>Twice.</p>]]></description></item>
      </channel></rss>
      """
    let run = try Run.of(text, as: "feed.xml")
    #expect(run.texts == ["Rain\n\nIt rained.\n\nTwice.\n"])
    #expect(run.documents.first?.date?.description == "2024-07-22")
  }

  @Test func unknownElementsAreInlineBesideText() throws {
    let text = "<r><x>One <y>two</y> three.</x><x><z>Four</z><z>Five</z></x></r>"
    #expect(try Run.of(text, as: "a.xml").texts == ["One two three.\n\nFour\n\nFive\n"])
  }

  @Test func faultsHaveLineAndColumn() throws {
    let run = try Run.of("<a>\n  <b>text</a>\n", as: "bad.xml")
    #expect(run.documents.isEmpty)
    #expect(
      run.messages == [
        "bad.xml:2:14: is no well-formed XML: Opening and ending tag mismatch: b line 2 and a; "
          + "correct the markup, or name the file .html if it is HTML"
      ])
  }

  @Test func entityBombsAreRefused() throws {
    var bomb = "<!DOCTYPE r [<!ENTITY e0 \"ha\">"
    for i in 1...20 { bomb += "<!ENTITY e\(i) \"" + String(repeating: "&e\(i - 1);", count: 10) + "\">" }
    for (use, column) in [("<r>&e20;</r>", 9), ("<r a=\"&e20;\">x</r>", 12)] {
      let run = try Run.of(bomb + "]>\n" + use, as: "bomb.xml")
      #expect(run.errors.first?.kind == .refused)
      #expect(
        run.messages.first == "bomb.xml:2:\(column): uses the entity 'e20' that it declares itself; "
          + "such entities are not expanded; write the text in its place")
    }
  }

  @Test func declaringEntitiesWithoutUsingThemIsAllowed() throws {
    let text = "<!DOCTYPE r [<!ENTITY a \"b\"><!ENTITY c \"&a;\">]><r>&lt;x&gt; &#65;&amp;&#x42;</r>"
    #expect(try Run.of(text, as: "a.xml").texts == ["<x> A&B\n"])
  }

  @Test func parameterEntitiesAndExternalEntitiesReadNothing() throws {
    let workspace = try Workspace()
    let secret = try workspace.write("secret", "SECRET")
    let external = "<!DOCTYPE r [<!ENTITY x SYSTEM \"file://\(secret)\">]><r>a &x; b</r>"
    #expect(try Run.of(external, as: "a.xml").errors.first?.kind == .refused)
    let parameter = "<!DOCTYPE r [<!ENTITY % p SYSTEM \"file://\(secret)\"> %p;]><r>a b</r>"
    let run = try Run.of(parameter, as: "b.xml")
    #expect(!run.texts.joined().contains("SECRET"))
    let inclusion = "<r xmlns:xi='http://www.w3.org/2001/XInclude'>a<xi:include href='\(secret)' parse='text'/></r>"
    #expect(try Run.of(inclusion, as: "c.xml").texts == ["a\n"])
  }

  @Test func deepNestingIsRefused() throws {
    let text = String(repeating: "<d>", count: 100_000) + "x" + String(repeating: "</d>", count: 100_000)
    let run = try Run.of(text, as: "deep.xml")
    #expect(run.errors.first?.reason == "elements are nested more than 256 deep")
    #expect(run.errors.first?.line == 1)
  }

  @Test func encodings() throws {
    let latin = Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><p>caf".utf8) + [0xE9] + Array("</p>".utf8)
    #expect(try Run.of(latin, as: "a.xml").texts == ["café\n"])
    let units = Array("<?xml version=\"1.0\" encoding=\"UTF-16\"?><p>café</p>".utf16)
    let utf16: [UInt8] = units.flatMap { (unit: UInt16) -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(try Run.of([0xFF, 0xFE] + utf16, as: "b.xml").texts == ["café\n"])
  }

  @Test func xhtmlUnderAnXMLNameIsReadAsHTML() throws {
    let text = "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>A&nbsp;b</p></body></html>"
    #expect(try Run.of(text, as: "a.xml").texts == ["A b\n"])
  }

  @Test func noText() throws {
    #expect(try Run.of("<r><a/></r>", as: "a.xml").errors.first?.kind == .noText)
  }
}
