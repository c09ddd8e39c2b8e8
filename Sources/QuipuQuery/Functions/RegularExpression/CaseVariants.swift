/// Case as regular expressions ignore it: by the simple mappings, from one scalar to one.
enum CaseVariants {
  static func lower(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x80 { return 0x41...0x5A ~= scalar ? scalar + 0x20 : scalar }
    return single(Unicode.Scalar(scalar)?.properties.lowercaseMapping) ?? scalar
  }

  static func upper(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x80 { return 0x61...0x7A ~= scalar ? scalar - 0x20 : scalar }
    return single(Unicode.Scalar(scalar)?.properties.uppercaseMapping) ?? scalar
  }

  /// The same for all variants of a letter.
  static func folded(_ scalar: UInt32) -> UInt32 { lower(upper(scalar)) }

  private static func single(_ mapping: String?) -> UInt32? {
    guard let scalars = mapping?.unicodeScalars, let first = scalars.first, scalars.count == 1 else { return nil }
    return first.value
  }
}
