import QuipuGraph

/// Why an edge is in the graph: its claims, each with the words it was read from.
struct EvidenceReport {
  let session: ReplSession

  func rendered(_ edge: EdgeID) -> String {
    let (graph, style) = (session.graph, session.style)
    let words = GraphText(graph: graph, style: style)
    var text = words.described(edge) + "  " + style.dim(graph.id(of: edge)) + "\n"
    let claims = EdgeClaim.all(of: edge, in: graph)
    guard !claims.isEmpty else { return text + withoutClaims(edge) }
    let names = [graph.source(of: edge), graph.target(of: edge)].map { node in
      EntityIndex.names(of: node, in: graph).map(\.name)
    }
    for (i, claim) in claims.enumerated() {
      text += "\(i + 1). " + sentence(claim, names) + "\n"
      for (name, value) in rows(claim) { text += "   \(name.padded(11)) \(value)\n" }
    }
    return text
  }

  /// An edge of another program's graph: its properties are all there is.
  private func withoutClaims(_ edge: EdgeID) -> String {
    let properties = session.graph.properties(of: edge)
    guard !properties.isEmpty else { return "   This edge carries no evidence.\n" }
    return "   This edge carries no claims, but:\n"
      + properties.map { "   \($0.key)  \(GraphText.text($0.value))\n" }.joined()
  }

  /// The sentence, from the graph or the document; else what is quoted of it.
  private func sentence(_ claim: EdgeClaim, _ names: [[String]]) -> String {
    let highlighter = Highlighter(style: session.style)
    if let sentence = claim.sentence?.withoutControls {
      let marked =
        claim.ends.count == 2 ? highlighter.mark(sentence, at: claim.ends) : highlighter.mark(sentence, names)
      return marked.onOneLine
    }
    if let whole = fromDocument(claim)?.withoutControls { return highlighter.mark(whole, names) }
    guard let quote = claim.quote else { return "(no words are kept)" }
    return "… " + highlighter.mark(quote.withoutControls, names).onOneLine + " …"
  }

  private func fromDocument(_ claim: EdgeClaim) -> String? {
    guard let range = claim.sentenceRange, let id = claim.document else { return nil }
    guard let text = session.sources.document(id)?.sentence(range) else { return nil }
    // Another text under the same id would lie.
    guard let quote = claim.quote else { return text }
    return NameFolding.words(text).joined(separator: " ").contains(NameFolding.words(quote).joined(separator: " "))
      ? text : nil
  }

  private func rows(_ claim: EdgeClaim) -> [(String, String)] {
    var rows: [(String, String)] = []
    if let id = claim.document {
      let source = claim.sentence == nil ? session.sources.document(id) : nil
      let title = claim.documentTitle ?? source?.title
      let more = [title.map { "'\($0)'" }, claim.documentDate ?? source?.date.map { "\($0)" }].compactMap { $0 }
      rows.append(("document", ([id] + more).joined(separator: ", ")))
    }
    rows.append(("said by", claim.attribution ?? "the document itself"))
    let manner = [claim.polarity, claim.modality].compactMap { $0 }
    if !manner.isEmpty { rows.append(("claimed as", manner.joined(separator: ", "))) }
    if let confidence = claim.confidence { rows.append(("confidence", "\(confidence)")) }
    if let rule = claim.rule { rows.append(("rule", rule)) }
    for (name, value) in claim.qualifiers { rows.append((name, value)) }
    return rows
  }
}
