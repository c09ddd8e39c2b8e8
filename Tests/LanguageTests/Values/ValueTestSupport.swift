import FoundationEssentials
import QuipuCore

@testable import QuipuLanguage

/// A value with its place in the text.
struct FoundValue: CustomStringConvertible {
  var value: NormalizedValue
  var range: ByteRange
  var text: String
  var description: String { "'\(text)' \(value.kind) \(value.normalized) \(value.comparator)" }
}

/// The values of a text cut by the rule tokenizer and splitter.
func recognized(_ text: String, anchor: CivilDate? = nil) -> [FoundValue] {
  let bytes = Array(text.utf8)
  return bytes.withUnsafeBufferPointer { buffer in
    let tokens = RuleTokenizer().tokenize(buffer)
    let sentences = RuleSentenceSplitter().sentences(tokens, in: buffer)
    return RuleValueRecognizer().values(in: tokens, sentences: sentences, text: buffer, anchor: anchor).map { value in
      let range = tokens[value.tokens.lowerBound].range.union(tokens[value.tokens.upperBound - 1].range)
      return FoundValue(value: value, range: range, text: String(decoding: bytes[range.range], as: UTF8.self))
    }
  }
}

func lines(of path: String) throws -> [String] {
  let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
}
