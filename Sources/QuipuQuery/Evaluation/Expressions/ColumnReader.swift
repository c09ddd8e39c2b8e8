import QuipuGraph

/// The values of one key as a statement that only reads finds them: nothing can change or be deleted meanwhile.
final class ColumnReader<ID: RowIdentifier> {
  private let column: ColumnView<ID>
  private let form: ColumnForm

  init(_ column: ColumnView<ID>) {
    self.column = column
    form = column.form
  }

  /// Null where there is none; nil where the value must be asked of the graph.
  @inline(__always)
  func value(_ row: ID, _ store: GraphStore) -> Value? {
    switch form {
    case .empty: .null
    case .ints: column.int(row).map(Value.int) ?? .null
    case .doubles: column.double(row).map(Value.double) ?? .null
    case .bools: column.bool(row).map(Value.bool) ?? .null
    case .strings: column.string(row).map { .string(ColumnReader.text($0, &store.graph)) } ?? .null
    case .temporal, .general: nil
    }
  }

  @inline(__always)
  func integer(_ row: ID) -> Int64? { form == .ints ? column.int(row) : nil }

  @inline(__always)
  func stringID(_ row: ID) -> StringID? { form == .strings ? column.string(row) : nil }

  @inline(never)
  private static func text(_ id: StringID, _ graph: inout PropertyGraph) -> String { graph.string(id) }
}
