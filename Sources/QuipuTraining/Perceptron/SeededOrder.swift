/// The order in which an epoch goes through its examples: shuffled (Fisher and Yates) by SplitMix64 (Steele, Lea, Flood
/// 2014) from seed and epoch alone, the same in every run and on every machine.
struct SeededOrder {
  private var state: UInt64

  init(seed: UInt64, epoch: Int) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(epoch) }

  static func indexes(count: Int, seed: UInt64, epoch: Int) -> [Int] {
    var random = SeededOrder(seed: seed, epoch: epoch)
    var order = Array(0..<count)
    for i in stride(from: count - 1, to: 0, by: -1) {
      // The bias of the remainder is below 2^-32: of no matter here.
      order.swapAt(i, Int(random.next() % UInt64(i + 1)))
    }
    return order
  }

  mutating func next() -> UInt64 { SeededRandom.step(&state) }
}
