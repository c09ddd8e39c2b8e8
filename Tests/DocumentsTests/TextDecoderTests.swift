import QuipuCore
import QuipuTestSupport
import Testing

@testable import QuipuDocuments

@Suite struct TextDecoderTests {
  private func utf16(_ text: String, little: Bool) -> [UInt8] {
    Array(text.utf16).flatMap { (unit: UInt16) -> [UInt8] in
      little ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
  }

  @Test(arguments: [true, false]) func utf16WithAndWithoutMark(_ little: Bool) throws {
    let text = "A café, 𝄞 and so on.\n"
    let order = little ? "LE" : "BE"
    let marked = try Run.of((little ? [0xFF, 0xFE] : [0xFE, 0xFF]) + utf16(text, little: little), as: "a.txt")
    #expect(marked.texts == [text])
    #expect(marked.notes == ["read as UTF-16 \(order) with a byte-order mark"])
    let bare = try Run.of(utf16(text, little: little), as: "a.txt")
    #expect(bare.texts == [text])
    #expect(bare.notes == ["read as UTF-16 \(order) without a byte-order mark"])
  }

  @Test func utf16InCyrillicHasFewZeros() throws {
    let text = "Министр сказал в среду, что это так. Он вернулся."
    #expect(try Run.of(utf16(text, little: true), as: "a.txt").texts == [text])
  }

  @Test func unpairedSurrogatesAreReplaced() throws {
    let run = try Run.of([0xFF, 0xFE, 0x41, 0, 0x00, 0xD8, 0x42, 0], as: "a.txt")
    #expect(run.texts == ["A\u{FFFD}B"])
    #expect(run.notes.last == "replaced 1 broken UTF-16 unit with U+FFFD")
  }

  @Test func windows1252() throws {
    let run = try Run.of(Array("caf".utf8) + [0xE9, 0x20, 0x93, 0x41, 0x94, 0x80], as: "a.txt")
    #expect(run.texts == ["café “A”€"])
    #expect(run.notes == ["read as Windows-1252 (not UTF-8 at byte 3)"])
  }

  @Test func nearlyUTF8IsRepaired() throws {
    let run = try Run.of(
      Array("Où ça ? Là-bas, à côté".utf8) + [0xFF] + Array(" été".utf8) + [0xE2, 0x80], as: "a.txt")
    #expect(run.texts == ["Où ça ? Là-bas, à côté\u{FFFD} été\u{FFFD}"])
    #expect(run.notes == ["replaced 2 broken UTF-8 sequences with U+FFFD, the first at byte 28"])
  }

  @Test func muchBrokenIsNotRepaired() throws {
    let run = try Run.of(Array("é".utf8) + Array(repeating: 0xE9, count: 20), as: "a.txt")
    #expect(run.notes == ["read as Windows-1252 (not UTF-8 at byte 2)"])
  }

  @Test func binaryFilesAreNamedWithTheOffset() throws {
    let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52]
    let run = try Run.of(png, as: "a.txt")
    #expect(
      run.messages == [
        "a.txt: is no text: a NUL byte at byte 8; convert it to text first, or leave it out"
      ])
    let controls = try Run.of(Array("abc".utf8) + [1, 2, 3, 4], as: "b.txt")
    #expect(
      controls.messages == [
        "b.txt: is no text: control characters at byte 3; convert it to text first, or leave it out"
      ])
    #expect(try Run.of(png, as: "c.jsonl").errors.map(\.byteOffset) == [8])
  }

  @Test func utf8ScanAgreesWithTheStandardLibrary() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<3000 {
      let bytes = random.textLikeBytes(Int(random.next() % 24))
      let scan = UTF8Scan(bytes)
      #expect((scan.broken == 0) == (String(validating: bytes, as: UTF8.self) != nil))
      #expect(UTF8Repair.repaired(bytes) == Array(String(decoding: bytes, as: UTF8.self).utf8))
    }
  }
}
