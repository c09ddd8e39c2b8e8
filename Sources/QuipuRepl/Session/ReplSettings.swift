import QuipuQuery
import QuipuRows

/// What `:set` changes.
public struct ReplSettings: Hashable, Sendable {
  public var format = RowFormat.table
  /// Columns that tables may take; nil for the window's, or no limit where there is no window.
  public var width: Int?
  /// Whether results longer than the window go through a pager.
  public var usesPager = true
  public var showsTiming = true
  /// Seconds that a query may take; nil for no limit.
  public var timeout: Double?
  /// Bytes that a query may hold; nil for no limit.
  public var memoryLimit: Int?
  public var isOptimizing = true
  /// Whether a relation type in a pattern stands for those below it in the ontology, too.
  public var infersTypes = false
  /// Files or folders that the graph was built from, for whole sentences in `:why`.
  public var documents: [String] = []

  public init() {}
}
