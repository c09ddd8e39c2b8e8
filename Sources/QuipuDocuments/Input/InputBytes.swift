/// All bytes of one file, for what is no document: treebanks, tables.
public enum InputBytes {
  /// Reads a file, or standard input for `-`, and unpacks it when it is a gzip file.
  public static func read(_ path: String, options: ReadingOptions = ReadingOptions()) throws(DocumentError) -> [UInt8] {
    let input = PeekableStream(try FileStream(path: path))
    let isGzip = try input.peek(3).elementsEqual([0x1F, 0x8B, 0x08])
    let stream: any ByteStream = isGzip ? try GzipStream(input, path: path, options: options) : input
    return try stream.readAll(path: path, limit: options.maximumInflatedSize)
  }
}
