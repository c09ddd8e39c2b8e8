import Dispatch
import QuipuCore
import QuipuDocuments
import QuipuLanguage

/// How fast documents are annotated on one core and on all, how long loading takes, and what memory is held.
///
/// The documents are read first, so that only the annotation is timed; the threads share one annotator.
func languageReading(_ arguments: [String]) -> Int32 {
  guard arguments.count == 2 else {
    complain("usage: quipu-bench language MODEL DOCUMENTS")
    return 64
  }
  do {
    let documents = try readDocuments(arguments[1])
    let before = residentBytes()
    let loading = Stopwatch()
    let annotator = Annotator(try LanguageModel(path: arguments[0]))
    let loadSeconds = loading.seconds
    let first = Stopwatch()
    _ = annotator.annotate(Document(id: "first", text: "The ferry from Aldmoor reached Port Selwyn on Tuesday."))
    let firstSeconds = first.seconds
    let one = Stopwatch()
    let words = documents.reduce(0) { $0 + annotator.annotate($1).tokens.count }
    let (oneSeconds, oneProcessorSeconds) = (one.seconds, one.processorSeconds)
    let memory = max(0, peakResidentBytes() - before)
    let all = Stopwatch()
    DispatchQueue.concurrentPerform(iterations: documents.count) { _ = annotator.annotate(documents[$0]) }
    let allSeconds = all.seconds
    var json = JSONWriter()
    json.beginObject()
    json.member("words", words)
    json.member("load_ms", loadSeconds * 1000)
    json.member("first_sentence_ms", firstSeconds * 1000)
    json.member("words_per_s", Double(words) / oneSeconds)
    json.member("words_per_processor_s", Double(words) / oneProcessorSeconds)
    json.member("words_per_s_all", Double(words) / allSeconds)
    json.member("memory_mb", Double(memory) / 1e6)
    json.endObject()
    print(String(decoding: json.bytes, as: UTF8.self))
    return 0
  } catch {
    complain("language: \(error)")
    return 1
  }
}

private func readDocuments(_ path: String) throws -> [Document] {
  var documents: [Document] = []
  for outcome in DocumentReader(DocumentSource([path])) {
    switch outcome {
    case .document(let document, _, _): documents.append(document)
    case .failure(let error): throw error
    }
  }
  return documents
}
