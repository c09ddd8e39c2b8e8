import Foundation
import QuipuAnnotation
import QuipuCore
import QuipuLanguage
import Testing

/// What holds of the annotations of any document, whatever stands in it.
struct Invariants {
  let annotated: AnnotatedDocument
  /// For messages.
  let name: String

  private var analysis: Analysis { annotated.analysis }

  func check() throws {
    checkTokens()
    checkSentences()
    checkHeads()
    checkSpans()
    let rows = try checkRows()
    if annotated.gold == nil { checkRebuilding(rows) }
    try checkJSON()
  }

  private func note(_ problem: String) -> Comment { Comment(rawValue: "\(name): \(problem)") }

  /// Tokens follow each other, hold something, and cut the text between scalars.
  private func checkTokens() {
    let bytes = analysis.document.bytes
    var end: UInt32 = 0
    for token in analysis.tokens {
      let isRange = token.range.start >= end && token.range.end > token.range.start
      guard isRange, Int(token.range.end) <= bytes.count else {
        Issue.record(note("token \(token.range) behind \(end) of \(bytes.count) bytes"))
        return
      }
      #expect(
        isBoundary(Int(token.range.start), bytes) && isBoundary(Int(token.range.end), bytes), note("\(token.range)"))
      end = token.range.end
    }
    let count = analysis.tokens.count
    #expect(analysis.tags.count == count && analysis.heads.count == count && analysis.relations.count == count)
    #expect(analysis.features.allSatisfy { Int($0) < analysis.featureNames.count }, note("features"))
  }

  private func isBoundary(_ offset: Int, _ bytes: [UInt8]) -> Bool {
    offset == bytes.count || bytes[offset] & 0xC0 != 0x80
  }

  private func checkSentences() {
    var next = 0
    for sentence in analysis.sentences {
      #expect(sentence.tokens.lowerBound == next && !sentence.tokens.isEmpty, note("sentence \(sentence.tokens)"))
      next = sentence.tokens.upperBound
    }
    #expect(next == analysis.tokens.count, note("sentences end at \(next) of \(analysis.tokens.count) tokens"))
  }

  /// Where a sentence was parsed, it has one root and no cycle.
  private func checkHeads() {
    for sentence in analysis.sentences {
      let roots = sentence.tokens.filter { analysis.heads[$0] == -1 }
      if roots.count == sentence.tokens.count { continue }
      #expect(roots.count == 1, note("roots \(roots) of \(sentence.tokens)"))
      for start in sentence.tokens {
        var (token, steps) = (start, 0)
        while analysis.heads[token] >= 0, steps <= sentence.tokens.count {
          guard sentence.tokens.contains(Int(analysis.heads[token])) else {
            Issue.record(note("the head of \(token) is \(analysis.heads[token])"))
            return
          }
          (token, steps) = (Int(analysis.heads[token]), steps + 1)
        }
        guard steps < sentence.tokens.count else {
          Issue.record(note("a cycle above token \(start)"))
          return
        }
      }
    }
  }

  private func checkSpans() {
    for spans in [analysis.entities.map(\.tokens), analysis.values.map(\.tokens)] {
      var end = 0
      for span in spans {
        #expect(span.lowerBound >= end && !span.isEmpty, note("span \(span) behind \(end)"))
        end = span.upperBound
        let sentence = analysis.sentenceIndex(of: span.lowerBound).map { analysis.sentences[$0].tokens }
        #expect(sentence.map { span.upperBound <= $0.upperBound } == true, note("span \(span) leaves its sentence"))
      }
    }
    #expect(analysis.entities.allSatisfy { !$0.label.isEmpty } && analysis.values.allSatisfy { !$0.normalized.isEmpty })
  }

  // MARK: CoNLL-U

  /// The rows of all sentences, each a valid one.
  private func checkRows() throws -> [[String]] {
    let text = written(CoNLLUAnnotationWriter(hasTokenRanges: true), annotated)
    var all: [[String]] = []
    var sentence: [[String]] = []
    var isComment = true
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.utf8.isEmpty {
        if !sentence.isEmpty { checkSentence(sentence) }
        all += sentence
        (sentence, isComment) = ([], true)
      } else if isComment, line.utf8.first == UInt8(ascii: "#") {
        continue
      } else {
        isComment = false
        let columns = line.unicodeScalars.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
        try #require(columns.count == 10, note("\(line)"))
        sentence.append(columns)
      }
    }
    #expect(all.filter { !$0[0].contains("-") }.count == analysis.tokens.count, note("words are missing"))
    return all
  }

  private func checkSentence(_ rows: [[String]]) {
    var next = 1
    var covered = 0
    for row in rows {
      #expect(row.allSatisfy { !$0.unicodeScalars.isEmpty }, note("an empty column: \(row)"))
      for column in row[3...] {
        #expect(!column.unicodeScalars.contains { $0.properties.isWhitespace }, note("a blank: \(row)"))
      }
      let ids = row[0].split(separator: "-").compactMap { Int($0) }
      if ids.count == 2 {
        #expect(ids[0] == next && ids[1] > ids[0] && ids[0] > covered, note("range \(row[0])"))
        #expect(row[2...8].allSatisfy { $0 == "_" }, note("\(row)"))
        covered = ids[1]
      } else {
        #expect(ids == [next], note("id \(row[0]), not \(next)"))
        #expect(PartOfSpeech(code: row[3]) != nil && row[4] == "_" && row[8] == "_", note("\(row)"))
        #expect((row[7] == "root") == (row[6] == "0"), note("\(row)"))
        next += 1
      }
    }
    #expect(covered < next, note("a range ends behind the sentence"))
    let heads = rows.filter { !$0[0].contains("-") }.map { Int($0[6]) ?? -1 }
    #expect(heads.filter { $0 == 0 }.count == 1 && heads.allSatisfy { $0 >= 0 && $0 < next }, note("heads \(heads)"))
  }

  /// The surface forms with the white space that MISC tells make the document.
  private func checkRebuilding(_ rows: [[String]]) {
    guard !rows.isEmpty else { return }
    var text = ""
    var covered = 0
    for (i, row) in rows.enumerated() {
      let ids = row[0].split(separator: "-").compactMap { Int($0) }
      if ids == [1], i == 0 || !rows[i - 1][0].hasPrefix("1-") { covered = 0 }
      if ids.count == 1, ids[0] <= covered { continue }
      if ids.count == 2 { covered = ids[1] }
      if let before = WrittenAnalysis.attribute("SpacesBefore", row[9]) {
        text += MiscEscape.unescaped(before) ?? "?"
      }
      text += row[1]
      if let after = WrittenAnalysis.attribute("SpacesAfter", row[9]) {
        text += MiscEscape.unescaped(after) ?? "?"
      } else if !row[9].split(separator: "|").contains("SpaceAfter=No") {
        text += " "
      }
    }
    let isSame = text.utf8.elementsEqual(annotated.document.bytes)
    #expect(isSame, note("rebuilt as \(text.debugDescription)"))
  }

  // MARK: JSON

  private struct Line: Decodable {
    var id: String
    var text: String
    var entities: [Entity]
    var values: [Value]
    var tokens: [Word]
    var sentences: [[Int]]
  }
  private struct Entity: Decodable {
    var name: String
    var mentions: [[Int]]
  }
  private struct Value: Decodable { var span: [Int] }
  private struct Word: Decodable {
    var span: [Int]
    var head: Int
  }

  private func checkJSON() throws {
    let text = written(AnnotationJSONWriter(hasTokens: true), annotated)
    #expect(text.utf8.last == 0x0A && !text.utf8.dropLast().contains(0x0A), note("not one line"))
    let line = try JSONDecoder().decode(Line.self, from: Data(text.utf8))
    #expect(line.text.utf8.elementsEqual(annotated.document.bytes), note("the text differs"))
    let scalars = Array(line.text.unicodeScalars)
    let slice = { (span: [Int]) -> String? in
      guard span.count == 2, span[0] >= 0, span[0] < span[1], span[1] <= scalars.count else { return nil }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[span[0]..<span[1]])
      return String(view)
    }
    let spans = line.values.map(\.span) + line.tokens.map(\.span) + line.sentences
    #expect(spans.allSatisfy { slice($0) != nil }, note("a span lies outside"))
    for entity in line.entities {
      for mention in entity.mentions {
        let words = slice(mention)?.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }
        #expect(words?.joined(separator: " ").utf8.elementsEqual(entity.name.utf8) == true, note(entity.name))
      }
    }
    if annotated.gold == nil {
      for (token, word) in zip(analysis.tokens, line.tokens) {
        #expect(slice(word.span)?.utf8.elementsEqual(annotated.document.bytes[token.range.range]) == true)
      }
    }
    #expect(line.tokens.count == analysis.tokens.count && line.tokens.allSatisfy { $0.head < line.tokens.count })
  }
}
