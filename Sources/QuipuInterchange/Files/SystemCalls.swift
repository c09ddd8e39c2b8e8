#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The system's words for an error number.
func systemMessage(_ code: Int32) -> String {
  guard let text = strerror(code) else { return "error \(code)" }
  return String(cString: text)
}

/// What to do about an error number on writing.
func writingAdvice(_ code: Int32) -> String {
  switch code {
  case ENOSPC, EDQUOT: "free some space or write elsewhere; nothing was left behind"
  case EACCES, EPERM, EROFS: "choose a folder that you may write to"
  case ENOENT, ENOTDIR: "make the folder first"
  case EISDIR: "name a file, not a folder"
  default: "nothing was left behind"
  }
}
