import QuipuGraph

extension Value {
  /// Bytes that the value takes, itself and what it holds: an estimate for the memory limit, which counts shared storage
  /// every time it is met. Complexity: O(elements).
  public var memorySize: Int {
    let own = MemoryLayout<Value>.stride
    switch self {
    case .null, .bool, .int, .double, .node, .edge, .localTime: return own
    case .string(let text): return own + Value.storage(text)
    case .list(let elements): return elements.reduce(own + Value.header) { $0 + $1.memorySize }
    case .map(let map):
      return map.entries.reduce(own + Value.header) { $0 + 16 + Value.storage($1.key) + $1.value.memorySize }
    case .path(let path): return own + 2 * Value.header + 4 * (path.nodes.count + path.edges.count)
    case .date, .time, .localDateTime, .duration: return own + Value.header + 32
    case .dateTime: return own + Value.header + 56
    }
  }

  /// Of an array's or box's allocation.
  private static let header = 32

  /// Texts of up to 15 bytes lie within the value.
  private static func storage(_ text: String) -> Int {
    let count = text.utf8.count
    return count <= 15 ? 0 : header + count
  }
}
