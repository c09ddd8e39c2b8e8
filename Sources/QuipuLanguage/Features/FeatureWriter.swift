/// Writes the features of a token, each a hash of its template's number and its value.
struct FeatureWriter {
  private let features: UnsafeMutablePointer<UInt32>
  /// Added to the numbers of templates, so that models do not share features by chance.
  private let firstTemplate: UInt32
  private(set) var count = 0

  /// The caller has room for all features that it adds.
  init(_ features: UnsafeMutablePointer<UInt32>, firstTemplate: UInt32) {
    self.features = features
    self.firstTemplate = firstTemplate
  }

  @inline(__always)
  mutating func add(_ template: UInt32, _ value: UInt32) {
    features[count] = FeatureHash.mix(template &+ firstTemplate, value)
    count += 1
  }

  /// One feature for each bit that is set.
  @inline(__always)
  mutating func add(_ template: UInt32, bitsOf value: UInt32) {
    var bits = value
    while bits != 0 {
      add(template, UInt32(bits.trailingZeroBitCount))
      bits &= bits &- 1
    }
  }
}
