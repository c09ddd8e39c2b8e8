import CZlib
import QuipuCore
import QuipuDocuments
import QuipuTestSupport
import Testing

@Suite struct GzipStreamTests {
  /// One gzip member.
  static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    guard deflateInit2_(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK else {
      return []
    }
    defer { deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))) + 64)
    let count = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        return deflate(&stream, Z_FINISH) == Z_STREAM_END ? output.count - Int(stream.avail_out) : 0
      }
    }
    return Array(output.prefix(count))
  }

  static func gzip(_ text: String) -> [UInt8] { gzip(Array(text.utf8)) }

  @Test func everyFormatMayBeGzipped() throws {
    #expect(try Run.of(Self.gzip("Plain text"), as: "a.txt.gz").texts == ["Plain text"])
    #expect(try Run.of(Self.gzip("<p>Page"), as: "a.HTML.GZ").texts == ["Page\n"])
    #expect(try Run.of(Self.gzip("{\"text\":\"x\"}\n{\"text\":\"y\"}"), as: "a.jsonl.gz").ids == ["a#1", "a#2"])
    #expect(try Run.of(Self.gzip("Plain text"), as: "unnamed").texts == ["Plain text"])
    #expect(try Run.of(Self.gzip(""), as: "a.txt.gz").errors.first?.kind == .noText)
  }

  @Test func membersFollowOneAnother() throws {
    let bytes = Self.gzip("One, ") + Self.gzip("") + Self.gzip("two.")
    #expect(try Run.of(bytes, as: "a.txt.gz").texts == ["One, two."])
    #expect(try Run.of(bytes + [0, 0, 0], as: "a.txt.gz").texts == ["One, two."])
  }

  @Test func truncatedDataIsAnErrorWithItsOffset() throws {
    var random = SplitMix64(seed: 1)
    let whole = Self.gzip((0..<5000).map { _ in 0x61 + UInt8(random.next() % 26) })
    for count in [3, 9, 100, whole.count - 9, whole.count - 1] {
      let run = try Run.of(Array(whole.prefix(count)), as: "a.txt.gz")
      #expect(run.documents.isEmpty)
      #expect(
        run.messages == [
          "a.txt.gz: the gzip data breaks off before its end at byte \(count); fetch or compress the file again"
        ])
    }
  }

  @Test func linesBeforeTheBreakAreRead() throws {
    var random = SplitMix64(seed: 2)
    let lines = (0..<20_000).map { "{\"id\":\"\($0)\",\"text\":\"\(random.next())\"}\n" }.joined()
    let bytes = Self.gzip(lines)
    let run = try Run.of(Array(bytes.prefix(bytes.count / 2)), as: "a.jsonl.gz")
    #expect(run.documents.count > 1000)
    #expect(run.errors.map(\.kind) == [.truncated])
  }

  @Test func damagedData() throws {
    var bytes = Self.gzip("Some text that is long enough to be damaged in the middle.")
    bytes[bytes.count - 6] ^= 0xFF
    let run = try Run.of(bytes, as: "a.txt.gz")
    #expect(run.errors.first?.kind == .malformed)
    #expect(run.errors.first?.reason == "the gzip data is damaged (incorrect data check)")
    #expect(run.errors.first?.byteOffset != nil)
    #expect(
      try Run.of("no gzip", as: "a.txt.gz").messages == [
        "a.txt.gz: is named .gz but holds no gzip data at byte 0; rename it"
      ])
  }

  @Test func bombsAreRefused() throws {
    let workspace = try Workspace()
    try workspace.write("bomb.txt.gz", Self.gzip([UInt8](repeating: 0x61, count: 2 << 20)))
    let ratio = workspace.read([""], ReadingOptions(inflationGrace: 1 << 20))
    #expect(
      ratio.messages == [
        "bomb.txt.gz: inflates to more than 250 times its size, as a decompression bomb does; "
          + "unpack it by hand if you trust it"
      ])
    let size = workspace.read([""], ReadingOptions(maximumInflatedSize: 1 << 20))
    #expect(
      size.messages == [
        "bomb.txt.gz: inflates to more than 1048576 bytes; split the file, or raise the limit if you trust it"
      ])
    #expect(workspace.read().documents.first?.bytes.count == 2 << 20)
  }
}
