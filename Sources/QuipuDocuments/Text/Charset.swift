#if canImport(Glibc)
  import Glibc
#endif

/// What a charset label of HTML or XML means.
enum Charset: Equatable {
  case utf8, windows1252
  case other(String)

  /// Nil for no label, and for those that cannot be true of bytes in which ASCII can be read (UTF-16, UTF-32).
  init?(label: String?) {
    guard let name = label?.lowercased(), !name.isEmpty, name.utf8.count <= 40 else { return nil }
    switch name {
    case "utf-8", "utf8": self = .utf8
    case "iso-8859-1", "iso8859-1", "latin1", "latin-1", "l1", "us-ascii", "ascii", "windows-1252", "cp1252":
      self = .windows1252
    case let name where name.hasPrefix("utf-16") || name.hasPrefix("utf-32") || name.hasPrefix("ucs"): return nil
    default: self = .other(name)
    }
  }

  /// Valid UTF-8, or nil when the charset is unknown or the bytes break it. Complexity: O(n).
  static func convert(_ bytes: [UInt8], from name: String) -> [UInt8]? {
    #if canImport(Glibc)
      // Letters, digits and the usual marks only: glibc reads options after a slash.
      guard name.utf8.allSatisfy({ ASCII.isLetterOrDigit($0) || [0x2D, 0x5F, 0x2E, 0x3A].contains($0) }),
        let handle = iconv_open("UTF-8", name), handle != iconv_t(bitPattern: -1)
      else { return nil }
      defer { iconv_close(handle) }
      var input = bytes
      var output: [UInt8] = []
      let isComplete = input.withUnsafeMutableBytes { convert($0, with: handle, into: &output) }
      return isComplete && UTF8Scan(output).broken == 0 ? output : nil
    #else
      return nil
    #endif
  }

  #if canImport(Glibc)
    private static func convert(
      _ input: UnsafeMutableRawBufferPointer, with handle: iconv_t, into output: inout [UInt8]
    ) -> Bool {
      output.reserveCapacity(input.count + input.count / 2)
      let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
      defer { piece.deallocate() }
      var next = input.baseAddress?.assumingMemoryBound(to: CChar.self)
      var left = input.count
      while left > 0 {
        var out = piece.baseAddress?.assumingMemoryBound(to: CChar.self)
        var room = piece.count
        let status = iconv(handle, &next, &left, &out, &room)
        let failure = errno
        output.append(contentsOf: UnsafeRawBufferPointer(rebasing: piece[..<(piece.count - room)]))
        if status == -1, failure != E2BIG { return false }
      }
      return true
    }
  #endif
}

/// Latin-1 with printable characters at 0x80 to 0x9F.
enum Windows1252 {
  /// Index 0x80 to 0x9F; the five holes stay control characters (WHATWG Encoding Standard, index-windows-1252).
  private static let upper: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
    0x017E, 0x0178,
  ]

  /// Any bytes; the result is valid UTF-8. Complexity: O(n).
  static func decode(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      switch byte {
      case 0..<0x80: result.append(byte)
      case 0x80..<0xA0: UTF8Text.append(UInt32(upper[Int(byte) - 0x80]), to: &result)
      default: UTF8Text.append(UInt32(byte), to: &result)
      }
    }
    return result
  }
}
