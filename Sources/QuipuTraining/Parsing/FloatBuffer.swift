/// Floating-point numbers outside Swift's arrays: for kernels, aligned to 64 bytes, begun with zeros.
final class FloatBuffer {
  private(set) var start: UnsafeMutablePointer<Float>
  private(set) var count: Int

  init(_ count: Int) {
    self.count = count
    start = FloatBuffer.allocate(count)
  }

  deinit { start.deallocate() }

  private static func allocate(_ count: Int) -> UnsafeMutablePointer<Float> {
    let bytes = UnsafeMutableRawPointer.allocate(byteCount: max(count, 16) * 4, alignment: 64)
    let start = bytes.bindMemory(to: Float.self, capacity: max(count, 16))
    start.initialize(repeating: 0, count: max(count, 16))
    return start
  }

  /// Room for so many numbers; what was there is lost when it has to grow.
  func reserve(_ wanted: Int) -> UnsafeMutablePointer<Float> {
    if wanted > count {
      start.deallocate()
      count = wanted + wanted / 4
      start = FloatBuffer.allocate(count)
    }
    return start
  }

  func clear() { start.update(repeating: 0, count: count) }
}
