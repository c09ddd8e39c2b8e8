/// Bounds that keep a hostile or broken input from taking the machine with it.
public struct ReadingOptions: Sendable {
  /// The largest text of one document, and the largest line of a JSON Lines file, in bytes; at most 4 GiB - 1, since
  /// offsets are 32 bits wide.
  public var maximumTextSize: Int
  /// The most bytes that one gzip file may inflate to. Streamed formats hold one document of it at a time.
  public var maximumInflatedSize: Int
  /// The most bytes out for one byte in; text seldom compresses more than 20 times, a decompression bomb 1,000 times.
  /// Checked from `inflationGrace` bytes of output on.
  public var maximumInflationRatio: Int
  /// Output in bytes up to which the ratio is not checked: short texts may well repeat themselves.
  public var inflationGrace: Int

  public init(
    maximumTextSize: Int = 2 << 30, maximumInflatedSize: Int = 2 << 30, maximumInflationRatio: Int = 250,
    inflationGrace: Int = 16 << 20
  ) {
    self.maximumTextSize = min(maximumTextSize, Int(UInt32.max))
    self.maximumInflatedSize = maximumInflatedSize
    self.maximumInflationRatio = maximumInflationRatio
    self.inflationGrace = inflationGrace
  }
}
