import QuipuCore
import QuipuOntology
import Testing

@Suite struct GazetteerTests {
  static let header = "kb\tclass\tname\taliases\tadjectives\tpeople\tabbreviations\twithin\trank\tattributes\n"
  static let rows = """
    # made up
    iso:TL\tCountry\tTalvia\tRepublic of Talvia|Tälvia\tTalvian\tTalvians\tTL\t\t1511778724\tcapital=geo:2;currency=TLD;flag=a=b

    geo:1\tRegion\tNorthern Merrow\t\t\t\t\tiso:TL
    geo:2\tCity\tOst\tOst-on-Sea||\t\t\t\tgeo:1\t12\r
    """

  func small() throws -> Ontology {
    try ontology("q:Country a owl:Class . q:Region a owl:Class . q:City a owl:Class .")
  }

  func load(_ text: String) throws -> Gazetteer {
    try Gazetteer.parse(text, name: "g.tsv", ontology: try small())
  }

  @Test func columns() throws {
    let g = try load(Self.header + Self.rows)
    #expect(g.count == 3 && g.entries.count == 3)
    let talvia = try #require(g.entry(kb: "iso:TL"))
    #expect(talvia.name == "Talvia" && talvia.kb == "iso:TL" && talvia.rank == 1_511_778_724 && talvia.index == 0)
    #expect(talvia.aliases == ["Republic of Talvia", "Tälvia"])
    #expect(talvia.adjectives == ["Talvian"] && talvia.people == ["Talvians"] && talvia.abbreviations == ["TL"])
    #expect(talvia.within == nil)
    #expect(talvia.attributes.map(\.key) == ["capital", "currency", "flag"])
    #expect(talvia.attribute("currency") == "TLD")
    #expect(talvia.attribute("flag") == "a=b")
    #expect(talvia.attribute("anthem") == nil)
    #expect(talvia.location.description == "g.tsv:3")
    let region = g.entries[1]
    #expect(region.within == 0 && region.rank == 0 && region.attributes.isEmpty && region.aliases.isEmpty)
    let city = try small().classID("City")
    #expect(g.entries[2].class == city && g.entries[2].rank == 12)
    #expect(g.entries[2].aliases == ["Ost-on-Sea"])
    #expect(g.entry(kb: "geo:3") == nil)
    #expect(Gazetteer().entry(kb: "geo:3") == nil && Gazetteer().isEmpty)
  }

  @Test func chains() throws {
    let g = try load(Self.header + Self.rows)
    #expect(g.isWithin(2, 0) && g.isWithin(2, 1) && g.isWithin(1, 0) && g.isWithin(2, 2))
    #expect(!g.isWithin(0, 2) && !g.isWithin(1, 2))
  }

  @Test func surfaces() throws {
    let g = try load(Self.header + Self.rows)
    var found: [String] = []
    let bytes = g.bytes
    g.forEachSurface { entry, kind, range in
      found.append("\(entry) \(kind) \(String(decoding: bytes[range.range], as: UTF8.self))")
    }
    #expect(
      found == [
        "0 name Talvia", "0 alias Republic of Talvia", "0 alias Tälvia", "0 adjective Talvian", "0 people Talvians",
        "0 abbreviation TL", "1 name Northern Merrow", "2 name Ost", "2 alias Ost-on-Sea",
      ])
  }

  @Test func withinReachesOtherFiles() throws {
    try withFolder([
      "a.tsv": "kb\tclass\tname\twithin\ngeo:2\tCity\tOst\tiso:TL\n",
      "b.tsv": "# first\nname\tkb\tclass\nTalvia\tiso:TL\tCountry\n",
    ]) { folder in
      let g = try Gazetteer.load([folder], ontology: try small())
      #expect(g.entries.map(\.name) == ["Ost", "Talvia"])
      #expect(g.isWithin(0, 1))
      #expect(g.entries[1].location.description == "\(folder)/b.tsv:3")
    }
  }

  @Test func everyProblemIsTold() {
    let text = failure {
      try load(
        "kb\tclass\tname\twithin\trank\n" + """
          a\tCountri\tA
          b\tCity\t
          c\tCity\tC\tz\tmany
          c\tCity\tC2\tc\t-1
          d\tCity\tD\te
          e\tCity\tE\td\t1\tmore
          """)
    }
    #expect(
      text == """
        g.tsv:2: the ontology has no class 'Countri'; declare it or correct the name (did you mean Country?)
        g.tsv:3: the column 'name' is empty; fill it or take the line out
        g.tsv:4: the rank 'many' is not a whole number of at most 18 digits; correct it
        g.tsv:5: the rank '-1' is not a whole number of at most 18 digits; correct it
        g.tsv:7: 6 fields, but the header names 5 columns; take out the extra tabs
        g.tsv:5: the key 'c' is taken (g.tsv:4); give this entry another or merge the two
        g.tsv:4: within 'z', which no entry has as its key; add that entry or correct the key
        g.tsv:6: within 'e', which no entry has as its key; add that entry or correct the key
        """)
  }

  @Test func circles() {
    let text = failure { try load("kb\tclass\tname\twithin\na\tCity\tA\tb\nb\tCity\tB\tc\nc\tCity\tC\tb\n") }
    #expect(text == "g.tsv:3: 'b' lies within itself; correct the column 'within' of one of its chain")
  }

  @Test func headers() {
    #expect(failure { try load("") } == "g.tsv: the file has no header line; name its columns, separated by tabs")
    #expect(
      failure { try load("kb\tclass\n") } == "g.tsv:1: the header has no column 'name'; it has: kb, class")
    #expect(
      failure { try load("# x\nkb\tclas\tname\n") }
        == "g.tsv:2: unknown column 'clas' (did you mean class?); a gazetteer has: kb, class, name, aliases, "
        + "adjectives, people, abbreviations, within, rank, attributes")
    #expect(failure { try load("kb\tkb\n") } == "g.tsv:1: the column 'kb' comes twice; leave one out")
    #expect(
      failure { try load("kb\tclass\tname\n") }
        == "g.tsv: the file has a header but no entries; add some or take the file away")
  }

  /// As many entries as the default gazetteer is meant to hold, every key found again.
  @Test func sixtyThousandEntries() throws {
    var text = Self.header
    for i in 0..<60_000 {
      text += "geo:\(i)\tCity\tTown \(i)\tT-\(i)|Old \(i)\t\t\t\t\(i > 0 ? "geo:\(i / 2)" : "")\t\(i)\tpop=\(i)\n"
    }
    let g = try load(text.replacing("geo:0\t1\t", with: "iso:x\t1\t").replacing("geo:0\tCity", with: "iso:x\tCity"))
    #expect(g.count == 60_000)
    for i in stride(from: 1, to: 60_000, by: 97) { #expect(g.entry(kb: "geo:\(i)")?.index == i) }
    #expect(g.isWithin(59_999, 0))
  }
}
