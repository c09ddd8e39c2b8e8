import CEditLine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Lines from a terminal with the keys of libedit: emacs' or vi's as `~/.editrc` says, a history, completion by Tab.
final class LineEditor {
  enum Input {
    case line(String)
    /// Ctrl-C: what was typed is dropped.
    case interrupted
    /// Ctrl-D on an empty line, or the terminal is gone.
    case end
  }

  private let editor: OpaquePointer
  private let history: OpaquePointer
  private let files: [UnsafeMutablePointer<FILE>]
  private let keys = InterruptKey()
  private var prompt: UnsafeMutablePointer<CChar>?
  fileprivate var wasInterrupted = false
  fileprivate let complete: (String) -> Completion
  /// Columns of the window, for lists of candidates.
  fileprivate let width: () -> Int

  /// Nil when the terminal cannot be opened.
  init?(entries: [String], width: @escaping () -> Int, complete: @escaping (String) -> Completion) {
    LineEditor.chooseEncoding()
    keys.giveToEditor()
    let opened = [(dup(STDIN_FILENO), "r"), (dup(STDOUT_FILENO), "w"), (dup(STDERR_FILENO), "w")].map {
      fdopen($0.0, $0.1)
    }
    files = opened.compactMap { $0 }
    guard files.count == 3, let history = history_init(),
      let editor = el_init("quipu", files[0], files[1], files[2])
    else { return nil }
    (self.editor, self.history) = (editor, history)
    (self.width, self.complete) = (width, complete)
    _ = quipu_history_set_size(history, Int32(ReplHistory.limit))
    for entry in entries { remember(entry) }
    configure()
  }

  deinit {
    el_end(editor)
    history_end(history)
    free(prompt)
    for file in files { fclose(file) }
    keys.giveToSystem()
  }

  private func configure() {
    _ = quipu_el_set_client_data(editor, Unmanaged.passUnretained(self).toOpaque())
    _ = quipu_el_set_prompt(editor) { editor in LineEditor.of(editor)?.prompt }
    _ = quipu_el_set_signal(editor, 1)
    _ = quipu_el_set_history(editor, history)
    _ = quipu_el_set_editor(editor, "emacs")
    _ = quipu_el_add_function(editor, "quipu-complete", "Complete what is being typed") { editor, _ in
      LineEditor.of(editor)?.completeWord() ?? UInt8(CC_ERROR)
    }
    _ = quipu_el_add_function(editor, "quipu-interrupt", "Drop the line") { editor, _ in
      LineEditor.of(editor)?.wasInterrupted = true
      return UInt8(CC_EOF)
    }
    _ = el_source(editor, nil)
    _ = quipu_el_bind(editor, "^I", "quipu-complete")
    _ = quipu_el_bind(editor, "^C", "quipu-interrupt")
    _ = quipu_el_bind(editor, "^R", "em-inc-search-prev")
  }

  private static func of(_ editor: OpaquePointer?) -> LineEditor? {
    quipu_el_client_data(editor).map { Unmanaged<LineEditor>.fromOpaque($0).takeUnretainedValue() }
  }

  /// libedit takes letters apart as the locale says: UTF-8, even where none is set.
  private static func chooseEncoding() {
    setlocale(LC_CTYPE, "")
    let codeset = nl_langinfo(Int32(CODESET)).map { String(cString: $0) } ?? ""
    if codeset.uppercased() != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
  }

  /// Adds an entry to what the arrow keys bring back.
  func remember(_ entry: String) { _ = quipu_history_enter(history, entry) }

  func readLine(prompt text: String) -> Input {
    free(prompt)
    prompt = strdup(text)
    wasInterrupted = false
    keys.giveToEditor()
    defer { keys.giveToSystem() }
    // The editor shows the prompt before it takes the keys: a Ctrl-D typed in between would be lost.
    _ = quipu_el_take_keys(editor)
    var count: Int32 = 0
    guard let line = el_gets(editor, &count), count > 0 else {
      return wasInterrupted ? .interrupted : .end
    }
    if wasInterrupted { return .interrupted }
    var text = String(cString: line)
    while text.utf8.last == 0x0A || text.utf8.last == 0x0D { text.unicodeScalars.removeLast() }
    return .line(text)
  }

  // MARK: Completion

  /// Extends what is typed as far as it is clear, else lists the candidates below it.
  private func completeWord() -> UInt8 {
    guard let info = el_line(editor)?.pointee, let buffer = info.buffer, let cursor = info.cursor else {
      return UInt8(CC_ERROR)
    }
    let bytes = UnsafeRawBufferPointer(start: buffer, count: cursor - buffer)
    let text = String(decoding: bytes, as: UTF8.self)
    let completion = complete(text)
    guard !completion.candidates.isEmpty else { return UInt8(CC_REFRESH_BEEP) }
    let typed = String(String.UnicodeScalarView(text.unicodeScalars.suffix(completion.replaced)))
    let common = completion.commonBeginning + (completion.candidates.count == 1 ? completion.suffix : "")
    if common != typed, common.unicodeScalars.count >= typed.unicodeScalars.count {
      el_deletestr(editor, Int32(completion.replaced))
      el_insertstr(editor, common)
      return UInt8(CC_REFRESH)
    }
    guard completion.candidates.count > 1 else { return UInt8(CC_REFRESH_BEEP) }
    list(completion.candidates)
    return UInt8(CC_REDISPLAY)
  }

  private func list(_ candidates: [String]) {
    let text = "\n" + ColumnList(candidates.prefix(200), total: candidates.count).rendered(width: width())
    fputs(text, files[1])
    fflush(files[1])
  }
}
