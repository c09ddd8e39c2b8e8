import FoundationEssentials
import QuipuCore
import QuipuTestSupport
import Testing

@Suite struct JSONWriterTests {
  private func written(_ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    body(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private func decoded<T: Decodable>(_ type: T.Type, _ json: String) throws -> T {
    try JSONDecoder().decode(type, from: Data(json.utf8))
  }

  @Test func membersInTheOrderGiven() {
    let json = written {
      $0.beginObject()
      $0.member("z", "last letter")
      $0.member("a", 1)
      $0.member("half", 0.5)
      $0.member("yes", true)
      $0.key("none")
      $0.null()
      $0.endObject()
    }
    #expect(json == #"{"z":"last letter","a":1,"half":0.5,"yes":true,"none":null}"#)
  }

  @Test func commasStandBetweenValuesOnly() {
    let json = written {
      $0.beginArray()
      $0.beginArray()
      $0.endArray()
      $0.beginObject()
      $0.endObject()
      $0.beginObject()
      $0.key("k")
      $0.beginArray()
      $0.value(1)
      $0.value("two")
      $0.beginArray()
      $0.value(3)
      $0.endArray()
      $0.value(false)
      $0.endArray()
      $0.key("l")
      $0.value(4)
      $0.endObject()
      $0.raw("[5]")
      $0.endArray()
    }
    #expect(json == #"[[],{},{"k":[1,"two",[3],false],"l":4},[5]]"#)
  }

  @Test func escapes() {
    #expect(written { $0.value("\"\\\n\r\t\u{01}\u{1F}\u{7F}/") } == "\"\\\"\\\\\\n\\r\\t\\u0001\\u001f\u{7F}/\"")
    #expect(written { $0.value("") } == "\"\"")
  }

  @Test func keysAreEscapedToo() throws {
    let json = written {
      $0.beginObject()
      $0.member("a \"b\"\n", 1)
      $0.endObject()
    }
    #expect(try decoded([String: Int].self, json) == ["a \"b\"\n": 1])
  }

  @Test func everyControlCharacterComesBack() throws {
    let text = String(String.UnicodeScalarView((0..<0x100).compactMap { Unicode.Scalar($0 as UInt32) }))
    let json = written {
      $0.beginArray()
      $0.value(text)
      $0.endArray()
    }
    #expect(json.utf8.allSatisfy { $0 >= 0x20 })
    #expect(try decoded([String].self, json) == [text])
  }

  @Test func randomTextsComeBack() throws {
    var random = SplitMix64(seed: 11)
    let texts = (0..<300).map { _ in randomText(scalars: Int.random(in: 0...40, using: &random), using: &random) }
    let json = written {
      $0.beginArray()
      for text in texts { $0.value(text) }
      $0.endArray()
    }
    let back = try decoded([String].self, json)
    #expect(back.count == texts.count)
    for (a, b) in zip(back, texts) { #expect(a.utf8.elementsEqual(b.utf8)) }
  }

  @Test(arguments: [0, -0.0, 1, 0.1, -2.5, 1e21, 1e-7, 5e-324, .pi, .greatestFiniteMagnitude] as [Double])
  func numbersReadBackTheSame(_ number: Double) throws {
    let json = written {
      $0.beginArray()
      $0.value(number)
      $0.endArray()
    }
    #expect(try decoded([Double].self, json) == [number])
  }

  @Test func integersAtTheirEnds() throws {
    let json = written {
      $0.beginArray()
      $0.value(Int.min)
      $0.value(Int.max)
      $0.endArray()
    }
    #expect(try decoded([Int].self, json) == [Int.min, Int.max])
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func numbersThatJSONDoesNotHaveAreNull(_ number: Double) {
    #expect(written { $0.value(number) } == "null")
  }

  @Test func linesAndReset() {
    var writer = JSONWriter()
    for i in 0..<2 {
      writer.beginObject()
      writer.member("i", i)
      writer.endObject()
      writer.newline()
    }
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "{\"i\":0}\n{\"i\":1}\n")
    writer.value(1)
    writer.reset()
    #expect(writer.bytes.isEmpty)
    writer.value(2)
    #expect(writer.bytes == [UInt8(ascii: "2")])
  }
}
