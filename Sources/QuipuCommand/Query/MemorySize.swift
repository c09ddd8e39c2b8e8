import ArgumentParser
import QuipuRepl

/// A number of bytes as a user writes it: `512M`, `2G`.
struct MemorySize: ExpressibleByArgument, Hashable {
  var bytes: Int

  init(bytes: Int) { self.bytes = bytes }

  init?(argument: String) {
    guard let bytes = MemoryText.bytes(argument) else { return nil }
    self.bytes = bytes
  }

  var defaultValueDescription: String { MemoryText.text(bytes) }
}
