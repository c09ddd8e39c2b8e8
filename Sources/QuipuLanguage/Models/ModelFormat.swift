/// The layout of a model file; Documentation/Models.md tells it in full. All integers are little-endian.
enum ModelFormat {
  static let magic = Array("QUIPUMOD".utf8)
  static let byteOrderMark: UInt32 = 0x0A0B_0C0D
  /// To be raised when the layout, the hashing of features or the meaning of a section changes.
  static let version: UInt32 = 5

  static let headerSize = 40
  static let entrySize = 96
  static let nameSize = 40
  static let alignment = 64
  /// Zero bytes behind every section, so that a row's last columns may be read sixteen at a time.
  static let slack = 16
  static let maximumSections = 1024

  enum HeaderField {
    static let byteOrderMark = 8
    static let version = 12
    static let length = 16
    static let checksum = 24
    /// The checksum covers everything from here on.
    static let sectionCount = 32
  }

  enum EntryField {
    static let kind = 40
    static let elementSize = 44
    static let rows = 48
    static let columns = 56
    static let offset = 64
    static let length = 72
    static let scale = 80
  }
}

/// What a section's bytes are.
public enum SectionKind: UInt32, Sendable {
  /// Whole numbers, signed or unsigned as the reader knows; the element size says how wide.
  case integers = 1
  /// Rows of signed 8-bit weights; `scale` is the value of one unit.
  case weights = 2
  /// A list of UTF-8 strings: count, count + 1 offsets, bytes.
  case strings = 3
}

/// One named part of a model file.
public struct ModelSection: Sendable, Equatable {
  public var name: String
  public var kind: SectionKind
  /// Bytes of one number; 1 for weights and strings.
  public var elementSize: Int
  public var rows: Int
  public var columns: Int
  /// The value of a weight of 1; 1 for all else.
  public var scale: Double
  /// Where its bytes stand in the file.
  public var bytes: Range<Int>
}
