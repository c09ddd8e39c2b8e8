import Quipu
import QuipuInterchange
import QuipuTraining

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The model file that a training adds to, and its checkpoint beside it.
struct ModelOutput {
  let path: String

  var checkpointPath: String { path + ".checkpoint" }

  /// The models that are in the file already, without those of a name; none when there is no file.
  func others(without prefix: String) throws -> ModelFileBuilder {
    guard access(path, F_OK) == 0 else { return ModelFileBuilder() }
    return ModelFileBuilder(try ModelFile(path: path), without: prefix)
  }

  /// The model file as it is; nil when there is none.
  func existing() throws -> ModelFile? { access(path, F_OK) == 0 ? try ModelFile(path: path) : nil }

  /// The vocabulary that the file must have before models that read with it are trained into it.
  func vocabulary() throws -> Vocabulary {
    guard let file = try existing(), file.hasSection("vocabulary.entries") else {
      throw TrainingError(
        path: path, reason: "the model file has no vocabulary, which is what words are read with",
        advice: "make it first: quipu train vocabulary -o \(path)")
    }
    return try Vocabulary(file)
  }

  /// The checkpoint of a training that was broken off.
  func checkpoint() throws -> ModelFile? {
    access(checkpointPath, F_OK) == 0 ? try ModelFile(path: checkpointPath) : nil
  }

  func removeCheckpoint() { unlink(checkpointPath) }

  /// Writes beside the place and renames, so that who has the old file mapped keeps it whole.
  static func write(_ bytes: [UInt8], to path: String) throws {
    var files = [try OutputFile(opening: path)]
    do {
      let sink = files[0].makeSink()
      sink.write(bytes)
      try sink.finish()
      try OutputFile.commit(&files)
    } catch {
      for file in files { file.discard() }
      throw error
    }
  }
}

extension EpochReport {
  /// `epoch 3: learning UPOS 96.02; dev UPOS 95.50 FEATS 94.80`.
  var line: String {
    let development = development.map(\.text).joined(separator: "  ")
    return "epoch \(epoch): learning \(training.text)" + (development.isEmpty ? "" : "; dev \(development)") + "\n"
  }
}
