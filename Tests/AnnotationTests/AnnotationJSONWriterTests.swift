import QuipuAnnotation
import QuipuCore
import QuipuLanguage
import Testing

@Suite struct AnnotationJSONWriterTests {
  @Test func namesAndValues() throws {
    let analysis = try WrittenAnalysis.read(Samples.wedding, title: "A \"title\"")
    #expect(
      written(AnnotationJSONWriter(), AnnotatedDocument(analysis))
        == #"{"id":"test","title":"A \"title\"","text":" \tMaria Keller, Chile's president, didn't  fly to Oslo.\n\nShe "#
        + "paid over $\u{A0}5 million on 3 May 2024.\",\"entities\":["
        + #"{"id":"e1","type":"Person","name":"Maria Keller","mentions":[[2,14]]},"#
        + #"{"id":"e2","type":"Country","name":"Chile","mentions":[[16,21]]},"#
        + #"{"id":"e3","type":"City","name":"Oslo","mentions":[[50,54]]}],"values":["#
        + #"{"type":"Money","value":"5000000 USD","bound":"over","span":[66,82]},"#
        + #"{"type":"Date","value":"2024-05-03","span":[86,96]}]}"# + "\n")
  }

  @Test func tokensOnDemand() throws {
    let analysis = try WrittenAnalysis.read(
      rows(
        "1 Go go VERB _ Mood=Imp 0 root _ _\n2 home home ADV _ _ 1 advmod _ _\n\n1 No no INTJ _ _ 0 root _ _\n"
          + "2 ! ! PUNCT _ _ 1 punct _ _\n\n"))
    let text = written(AnnotationJSONWriter(hasTokens: true), AnnotatedDocument(analysis))
    let expected =
      #""sentences":[[0,7],[8,12]],"tokens":[{"span":[0,2],"lemma":"go","upos":"VERB","feats":"Mood=Imp","head":-1,"#
      + #""deprel":"root"},{"span":[3,7],"lemma":"home","upos":"ADV","head":0,"deprel":"advmod"},"#
      + #"{"span":[8,10],"lemma":"no","upos":"INTJ","head":-1,"deprel":"root"},"#
      + #"{"span":[11,12],"lemma":"!","upos":"PUNCT","head":2,"deprel":"punct"}]}"#
    #expect(text.hasSuffix(expected + "\n"), "\(text)")
  }

  @Test func oneEntityANameAndClass() throws {
    var analysis = try WrittenAnalysis.read(
      rows(
        """
        1 New New PROPN _ _ 0 root _ SpacesAfter=\\n
        2 York York PROPN _ _ 1 flat _ _
        3 New New PROPN _ _ 1 flat _ _
        4 York York PROPN _ _ 1 flat _ _
        5 New New PROPN _ _ 1 flat _ _
        6 York York PROPN _ _ 1 flat _ _
        7 york york PROPN _ _ 1 flat _ _


        """))
    analysis.entities = [
      EntitySpan(tokens: 0..<2, label: "City"), EntitySpan(tokens: 2..<4, label: "AdministrativeArea"),
      EntitySpan(tokens: 4..<6, label: "City"), EntitySpan(tokens: 6..<7, label: "City"),
    ]
    let text = written(AnnotationJSONWriter(), AnnotatedDocument(analysis))
    #expect(
      text.contains(
        #""entities":[{"id":"e1","type":"City","name":"New York","mentions":[[0,8],[18,26]]},"#
          + #"{"id":"e2","type":"AdministrativeArea","name":"New York","mentions":[[9,17]]},"#
          + #"{"id":"e3","type":"City","name":"york","mentions":[[27,31]]}],"#), "\(text)")
  }

  @Test func aDocumentWithoutWords() {
    let analysis = Analysis(document: Document(id: "x", text: "\u{A0}"), tokens: [], words: [], sentences: [])
    #expect(
      written(AnnotationJSONWriter(), AnnotatedDocument(analysis))
        == "{\"id\":\"x\",\"text\":\"\u{A0}\",\"entities\":[],\"values\":[]}\n")
  }
}
