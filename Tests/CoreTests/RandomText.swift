import QuipuTestSupport

/// Text of random Unicode scalars of one to four bytes.
func randomText(scalars count: Int, using random: inout SplitMix64) -> String {
  var text = String.UnicodeScalarView()
  while text.count < count {
    let limit: UInt32 = [0x80, 0x80, 0x800, 0x1_0000, 0x11_0000][Int.random(in: 0..<5, using: &random)]
    if let scalar = Unicode.Scalar(UInt32.random(in: 0..<limit, using: &random)) { text.append(scalar) }
  }
  return String(text)
}
