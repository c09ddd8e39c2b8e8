import QuipuGraph

/// The offsets from UTC of named time zones, past and future.
public struct TimeZoneDatabase: Sendable {
  /// The operating system's, read when a zone is first asked for.
  public static let system = TimeZoneDatabase()

  public init() {}
}
