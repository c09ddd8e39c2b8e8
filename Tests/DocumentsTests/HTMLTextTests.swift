import QuipuCore
import QuipuDocuments
import QuipuTestSupport
import Testing

@Suite struct HTMLTextTests {
  private let page = """
    <!DOCTYPE html><html><head><title>Mill opens - The Daily Oda</title>
    <meta property="article:published_time" content="2024-07-23T09:00:00Z"><style>p { color: red }</style>
    <script>var x = "<p>no</p>";</script></head>
    <body><nav><ul><li>Home</li></ul></nav><header><h1>Mill opens</h1></header>
    <article><p>The mill in <b>Oda</b> opened
     on&nbsp;Tuesday &amp; is busy.</p><ul><li>flour</li><li><p>bran</p></li></ul>
    <table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>
    <pre>x
      y</pre><p>Line one<br>line two</p></article>
    <aside>Read more</aside><form><input value="q"><p>Subscribe</p></form><footer>(c) Oda</footer>
    <noscript>Switch on scripts</noscript></body></html>
    """

  @Test func readableTextOnly() throws {
    let run = try Run.of(page, as: "mill.html")
    #expect(
      run.texts == [
        """
        The mill in Oda opened on Tuesday & is busy.

        - flour
        - bran

        a\tb
        c\td

        x
          y

        Line one
        line two

        """
      ])
    #expect(run.documents.first?.title == "Mill opens")
    #expect(run.documents.first?.date?.description == "2024-07-23")
  }

  @Test func theArticleWinsOnlyWithMostOfTheText() throws {
    let short = "<body><article><p>Ad</p></article><div>All of the news is out here.</div></body>"
    #expect(try Run.of(short, as: "a.html").texts == ["Ad\n\nAll of the news is out here.\n"])
    let long = "<body><div>Ad</div><main><p>All of the news is in here.</p></main></body>"
    #expect(try Run.of(long, as: "a.html").texts == ["All of the news is in here.\n"])
  }

  @Test func aPageThatIsOneFormIsRead() throws {
    #expect(try Run.of("<body><form><p>Everything is in a form.</p></form></body>", as: "a.html").texts.count == 1)
  }

  @Test(arguments: [
    ("<meta property='og:title' content='Graph title'><title>Other</title>", "Graph title"),
    ("<title> Plain\n title </title>", "Plain title"),
  ])
  func titles(_ head: String, _ title: String) throws {
    let run = try Run.of("<html><head>\(head)</head><body><p>Text</p></body></html>", as: "a.html")
    #expect(run.documents.first?.title == title)
  }

  @Test func theHeadingIsTheLastResort() throws {
    #expect(try Run.of("<h1>Big</h1><p>Text</p>", as: "a.html").documents.first?.title == "Big")
  }

  @Test(arguments: [
    "<meta name='date' content='2024-02-03'>", "<meta itemprop='datePublished' content='3 February 2024'>",
    "<script type='application/ld+json'>{\"@type\":\"NewsArticle\", \"datePublished\" : \"2024-02-03T10:00\"}</script>",
    "<time datetime='2024-02-03'>yesterday</time>", "<p>February 3, 2024</p>", "<p>ODA, Feb 3, 2024 (AP) - Rain.</p>",
  ])
  func dates(_ markup: String) throws {
    let run = try Run.of("<html><body>\(markup)<p>Text</p></body></html>", as: "a.html")
    #expect(run.documents.first?.date?.description == "2024-02-03")
  }

  @Test func declaredCharsets() throws {
    let head = Array("<html><head><meta charset=\"windows-1251\"></head><body><p>".utf8)
    let run = try Run.of(head + [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2] + Array("</p>".utf8), as: "a.html")
    #expect(run.texts == ["Привет\n"])
    #expect(run.notes == ["read as windows-1251, as declared"])
    let latin = Array("<meta http-equiv='Content-Type' content='text/html; charset=ISO-8859-1'><p>caf".utf8) + [0xE9]
    #expect(try Run.of(latin, as: "b.html").texts == ["café\n"])
    let unknown = try Run.of("<meta charset=klingon><p>é</p>", as: "c.html")
    #expect(unknown.texts == ["é\n"])
    #expect(unknown.notes == ["the declared charset 'klingon' is unknown or does not fit the bytes"])
  }

  @Test(arguments: [("<div>", "</div>"), ("<b>", ""), ("<p><ul><li>", ""), ("<table><tr><td>", "")])
  func deepNestingNeitherOverflowsNorStalls(_ open: String, _ close: String) throws {
    let elements = open.split(separator: "<").count
    let growth = try growth(from: 10_000 / elements, to: 100_000 / elements) { count in
      let page = String(repeating: open, count: count) + "deep" + String(repeating: close, count: count)
      let run = try Run.of(page, as: "deep.html")
      #expect(run.texts.first?.contains("deep") == true)
    }
    #expect(growth < 50)
  }

  @Test func strayEndTagsDeepInsideAreRefused() throws {
    let page = String(repeating: "<b>", count: 50_000) + "deep" + String(repeating: "</i>", count: 50_000)
    let error = try Run.of(page, as: "a.html").errors.first
    #expect(error?.kind == .refused)
    #expect(error?.line == 1)
    #expect(error?.reason == "too many end tags without a start, too deep in unclosed elements")
  }

  @Test func aPageOfScriptsHoldsNoText() throws {
    let run = try Run.of("<html><body><script>run()</script></body></html>", as: "a.html")
    #expect(
      run.messages == [
        "a.html: holds no readable text; check that the page does not need a script to show it"
      ])
  }

  @Test func brokenMarkupIsMended() throws {
    let run = try Run.of("<p>One <b>two<p>Three</i> & four < five</div>", as: "a.htm")
    #expect(run.texts == ["One two\n\nThree & four < five\n"])
  }
}
