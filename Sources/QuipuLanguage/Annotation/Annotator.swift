import QuipuCore
import Synchronization

/// Reads one document with trained stages: tokens, sentences, values, tags, features, lemmas, trees, names.
///
/// Needs nothing but a model file. Reentrant: one annotator serves all threads; scratch memory is kept for the next
/// document, so that in steady state no stage allocates a token.
public final class Annotator: Sendable {
  public let model: LanguageModel
  private let tokenizer = RuleTokenizer()
  /// The rules, where the model file brings no trained boundaries.
  private let splitter: any SentenceSplitting
  private let values = RuleValueRecognizer()
  private let idle = Mutex<[AnnotationScratch]>([])

  public init(_ model: LanguageModel) {
    self.model = model
    splitter = model.splitter ?? RuleSentenceSplitter()
  }

  /// Analyses a text. Complexity: linear in its length.
  public func annotate(_ document: Document) -> Analysis {
    let (tokens, sentences) = document.bytes.withUnsafeBufferPointer { text in
      let tokens = tokenizer.tokenize(text)
      return (tokens, splitter.sentences(tokens, in: text))
    }
    return annotate(document, tokens: tokens, sentences: sentences)
  }

  /// Analyses a text whose tokens and sentences are given. Tokens must be in order and inside the text, sentences must
  /// divide them.
  public func annotate(_ document: Document, tokens: [Token], sentences: [Sentence]) -> Analysis {
    var analysis = Analysis(
      document: document, tokens: tokens, words: [WordID](repeating: Lexicon.unknown, count: tokens.count),
      sentences: sentences)
    let scratch = borrow()
    document.bytes.withUnsafeBufferPointer { text in
      analysis.values = values.values(in: tokens, sentences: sentences, text: text, anchor: document.date)
      var pass = AnnotationPass(model: model, text: text, scratch: scratch)
      pass.run(&analysis)
    }
    idle.withLock { $0.append(scratch) }
    return analysis
  }

  private func borrow() -> AnnotationScratch {
    idle.withLock { $0.popLast() } ?? AnnotationScratch(model)
  }
}
