import QuipuCore
import QuipuGraph

/// Property values as JSON that reads back as the same values.
///
/// Null, booleans, numbers (a double always with a point or exponent), strings, lists and maps stand for themselves.
/// What JSON lacks is a map with one tag: `{"@date":"2024-07-23"}`, `{"@double":"NaN"}`; a map that would look like
/// one is `{"@map":{…}}`.
enum PropertyJSON {
  static func text(_ value: PropertyValue) -> String {
    var writer = JSONWriter()
    write(value, to: &writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  static func write(_ value: PropertyValue, to writer: inout JSONWriter) {
    switch value {
    case .null: writer.null()
    case .bool(let flag): writer.value(flag)
    case .int(let number): writer.value(Int(number))
    case .double(let number) where number.isFinite: writer.value(number)
    case .double(let number): tag("double", PropertyText.double(number), &writer)
    case .string(let text): writer.value(text)
    case .list(let values):
      writer.beginArray()
      for value in values { write(value, to: &writer) }
      writer.endArray()
    case .map(let map): write(map, &writer)
    default:
      if let name = PropertyText.name(value.kind), let text = PropertyText.temporal(value) { tag(name, text, &writer) }
    }
  }

  private static func write(_ map: PropertyMap, _ writer: inout JSONWriter) {
    let looksLikeTag = map.count == 1 && map.entries[0].key.utf8.first == UInt8(ascii: "@")
    writer.beginObject()
    if looksLikeTag {
      writer.key("@map")
      writer.beginObject()
    }
    for entry in map.entries {
      writer.key(entry.key)
      write(entry.value, to: &writer)
    }
    if looksLikeTag { writer.endObject() }
    writer.endObject()
  }

  private static func tag(_ name: String, _ text: String, _ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("@" + name, text)
    writer.endObject()
  }

  /// The value that a map with one tag stands for; any other map is itself.
  static func untagged(_ map: PropertyMap) -> PropertyValue {
    guard map.count == 1, let entry = map.entries.first, entry.key.utf8.first == UInt8(ascii: "@") else {
      return .map(map)
    }
    let name = String(entry.key.dropFirst())
    switch entry.value {
    case .map where name == "map": return entry.value
    case .string(let text) where name == "double": return Double(text).map { .double($0) } ?? .map(map)
    case .string(let text):
      guard let kind = PropertyText.kind(named: name) else { return .map(map) }
      return PropertyText.temporal(text, kind) ?? .map(map)
    default: return .map(map)
    }
  }
}
