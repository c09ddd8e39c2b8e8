import QuipuCore
import QuipuGraph
import QuipuQuery
import QuipuTestSupport
import Testing

@Suite struct ValueJSONTests {
  private func json(_ value: Value, _ style: ValueJSONStyle, _ graph: PropertyGraph = PropertyGraph()) -> String {
    var writer = JSONWriter()
    value.writeJSON(style, graph: graph, to: &writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    (Value.null, "null", "null"), (.bool(true), "true", "true"),
    (.int(.min), "-9223372036854775808", "-9223372036854775808"),
    (.double(1), "1.0", #"{"$float":1.0}"#), (nan, "null", #"{"$float":"NaN"}"#),
    (.double(-.infinity), "null", #"{"$float":"-Infinity"}"#), (.string("a\"\n"), #""a\"\n""#, #""a\"\n""#),
    (.list([.int(1), .double(0.5)]), "[1,0.5]", #"[1,{"$float":0.5}]"#),
    (.map(ValueMap([(key: "k", value: .int(1))])), #"{"k":1}"#, #"{"$map":{"k":1}}"#),
    (temporal("2020-01-01", .date), #""2020-01-01""#, #"{"$date":"2020-01-01"}"#),
    (temporal("12:00", .localTime), #""12:00""#, #"{"$localtime":"12:00"}"#),
    (temporal("12:00Z", .time), #""12:00Z""#, #"{"$time":"12:00Z"}"#),
    (temporal("2020-01-01T12:00", .localDateTime), #""2020-01-01T12:00""#, #"{"$localdatetime":"2020-01-01T12:00"}"#),
    (temporal("2020-01-01T12:00Z", .dateTime), #""2020-01-01T12:00Z""#, #"{"$datetime":"2020-01-01T12:00Z"}"#),
    (temporal("P1Y", .duration), #""P1Y""#, #"{"$duration":"P1Y"}"#),
  ])
  func written(_ value: Value, _ plain: String, _ tck: String) {
    #expect(json(value, .plain) == plain)
    #expect(json(value, .tck) == tck)
  }

  @Test func entities() throws {
    let graph = try smallGraph()
    let path = Value.path(
      PathValue(nodes: [NodeID(rawValue: 0), NodeID(rawValue: 1)], edges: [EdgeID(rawValue: 0)]))
    let a = #"{"id":"a","labels":["A"],"properties":{"name":"x"}}"#
    let b = #"{"id":"b","labels":[],"properties":{}}"#
    let e = #"{"id":"e","type":"T","source":"a","target":"b","properties":{"since":1}}"#
    #expect(json(.node(NodeID(rawValue: 0)), .plain, graph) == a)
    #expect(json(.edge(EdgeID(rawValue: 0)), .plain, graph) == e)
    #expect(json(path, .plain, graph) == #"{"nodes":[\#(a),\#(b)],"relationships":[\#(e)]}"#)
    let node = #"{"id":0,"labels":["A"],"properties":{"name":"x"}}"#
    let edge = #"{"id":0,"type":"T","start":0,"end":1,"properties":{"since":1}}"#
    #expect(json(.node(NodeID(rawValue: 0)), .tck, graph) == #"{"$node":\#(node)}"#)
    #expect(json(.edge(EdgeID(rawValue: 0)), .tck, graph) == #"{"$rel":\#(edge)}"#)
    let nodes = #"[\#(node),{"id":1,"labels":[],"properties":{}}]"#
    #expect(json(path, .tck, graph) == #"{"$path":{"nodes":\#(nodes),"rels":[\#(edge)]}}"#)
  }

  @Test func whatTheTCKsStyleWritesReadsBackTheSame() throws {
    var values = RandomValues(seed: 6)
    values.isStorable = true
    for _ in 0..<3_000 {
      let value = values.value(depth: 3)
      let text = json(value, .tck)
      #expect(try ValueJSONReader.read(text, style: .tck) == value, "\(text)")
    }
    #expect(Value.equivalent(try ValueJSONReader.read(json(nan, .tck), style: .tck), nan))
  }

  @Test(arguments: [
    ("1", Value.int(1)), ("-0", .int(0)), ("1.0", .double(1)), ("1e2", .double(100)), ("-1.5E-1", .double(-0.15)),
    ("9223372036854775807", .int(.max)), ("9223372036854775808", .double(0x1p63)),
    (#""\u00e9\ud83d\ude00\/\b\f""#, .string("\u{E9}\u{1F600}/\u{8}\u{C}")),
    (" [ 1 , [ ] ] ", .list([.int(1), .list([])])),
    (#"{"a":1,"a":2,"$b":{}}"#, .map(ValueMap([(key: "a", value: .int(2)), (key: "$b", value: .map(ValueMap()))]))),
  ])
  func plainTextIsRead(_ text: String, _ value: Value) throws {
    #expect(try ValueJSONReader.read(text) == value)
  }

  @Test(arguments: [
    (#"{"$int":"9223372036854775807"}"#, Value.int(.max)), (#"{"$float":1}"#, .double(1)),
    (#"{"$map":{"$x":{"$int":1}}}"#, .map(ValueMap([(key: "$x", value: .int(1))]))),
    (#"{"a":1}"#, .map(ValueMap([(key: "a", value: .int(1))]))),
  ])
  func wrappedValuesAreRead(_ text: String, _ value: Value) throws {
    #expect(try ValueJSONReader.read(text, style: .tck) == value)
  }

  @Test(arguments: [
    ("", "expected a value", 0), ("[1,]", "expected a value", 3), ("[1 2]", "expected ',' or ']' after an element", 3),
    ("{a:1}", "expected a key in quotes", 1), (#"{"a" 1}"#, "expected ':' after a key", 5),
    ("1 1", "text after the value", 2),
    (#"{"a":1;"#, "expected ',' or '}' after a member", 6), ("01", "expected no zeros before a number", 0),
    ("1.", "expected a digit", 2), ("1e400", "a number beyond the range of 64-bit floats", 0),
    (#""ab"#, "expected the closing quote of the string at byte 0", 3),
    ("\"a\u{1}\"", "a control character in a string", 2),
    (#""\x""#, "an unknown escape in a string", 1), (#""\ud800""#, "an unknown escape in a string", 1),
    ("nul", "expected a value", 0),
  ])
  func errorsSayWhatAndWhere(_ text: String, _ message: String, _ offset: Int) {
    let error = #expect(throws: ValueJSONError.self) { try ValueJSONReader.read(text) }
    #expect(error?.offset == offset)
    #expect(error?.description.hasPrefix("invalid JSON at byte \(offset): \(message)") == true, "\(error as Any)")
  }

  @Test(arguments: [#"{"$x":1}"#, #"{"$int":"a"}"#, #"{"$date":"yesterday"}"#, #"{"$node":{}}"#, #"{"$int":1,"b":2}"#])
  func unknownWrappedValuesAreRefused(_ text: String) {
    let error = #expect(throws: ValueJSONError.self) { try ValueJSONReader.read(text, style: .tck) }
    #expect(error?.description.contains("is no value of the TCK's protocol") == true)
  }

  @Test func bytesThatAreNoUTF8AreRefused() {
    #expect(throws: ValueJSONError(.invalidUTF8, offset: 0)) { try ValueJSONReader.read([0x22, 0xFF, 0x22]) }
  }

  @Test func nestingIsLimited() throws {
    let limit = ValueJSONReader.nestingLimit
    let deep = { (count: Int) in String(repeating: "[", count: count) + String(repeating: "]", count: count) }
    #expect(throws: Never.self) { try ValueJSONReader.read(deep(limit)) }
    #expect(throws: ValueJSONError(.nestedTooDeeply(limit: limit), offset: limit)) {
      try ValueJSONReader.read(deep(100_000))
    }
  }

  /// Whatever the bytes: a value that writes and reads back the same, or an error within the text.
  @Test func randomBytesNeverHarm() throws {
    var random = SplitMix64(seed: 8)
    let pieces = [
      "{", "}", "[", "]", ",", ":", "\"", "\\u", "d83d", "$map", "$int", "1", "-", ".5", "e9", "null", " ", "é",
    ]
    for _ in 0..<20_000 {
      let count = Int.random(in: 0..<12, using: &random)
      var bytes = (0..<count).flatMap { _ in Array(pieces.randomElement(using: &random)?.utf8 ?? "".utf8) }
      if Bool.random(using: &random), !bytes.isEmpty {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      for style in [ValueJSONStyle.plain, .tck] {
        do {
          let value = try ValueJSONReader.read(bytes, style: style)
          #expect(try ValueJSONReader.read(json(value, .tck), style: .tck) == value)
        } catch {
          #expect(0...bytes.count ~= error.offset)
        }
      }
    }
  }
}
