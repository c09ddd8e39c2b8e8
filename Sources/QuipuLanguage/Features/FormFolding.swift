/// The folding of word forms for models: lower case (ASCII and Latin-1 letters) and straight quotes; accents stay.
///
/// Other than `Folding`, which takes accents away to find names: models are trained with this one.
public enum FormFolding {
  /// Replaces what is in `out`. Complexity: O(bytes), no allocation once `out` is large enough.
  public static func fold(_ form: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
    out.removeAll(keepingCapacity: true)
    append(form, to: &out)
  }

  /// The same, behind what is in `out`.
  static func append(_ form: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    var i = 0
    while i < form.count {
      let byte = form[i]
      if byte < 0x80 {
        out.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        i += 1
      } else if byte == 0xC3, i + 1 < form.count {
        // U+00C0 to U+00DE are capitals, but for the multiplication sign.
        let second = form[i + 1]
        out.append(byte)
        out.append(second &- 0x80 < 0x1F && second != 0x97 ? second + 0x20 : second)
        i += 2
      } else if byte == 0xE2, i + 2 < form.count, form[i + 1] == 0x80, let quote = straightQuote(form[i + 2]) {
        out.append(quote)
        i += 3
      } else {
        out.append(byte)
        i += 1
      }
    }
  }

  /// The hash of the folded form, as in `TokenRecord.folded`. Allocates.
  public static func hash(_ form: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var folded: [UInt8] = []
    fold(form, into: &folded)
    return folded.withUnsafeBufferPointer { FeatureHash.bytes($0) }
  }

  /// The plain form of U+2018, U+2019, U+201C, U+201D by their last byte.
  private static func straightQuote(_ last: UInt8) -> UInt8? {
    switch last {
    case 0x98, 0x99: 0x27
    case 0x9C, 0x9D: 0x22
    default: nil
    }
  }
}
