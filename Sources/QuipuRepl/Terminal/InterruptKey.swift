import CEditLine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Whether Ctrl-C is a key of the line editor or the terminal's signal.
///
/// The editor must not see it change: it would bind the key anew. So it is given away before the editor starts, and
/// taken back for as long as something runs.
struct InterruptKey {
  private let original = quipu_interrupt_key(STDIN_FILENO)

  func giveToEditor() {
    if original >= 0 { quipu_set_interrupt_key(STDIN_FILENO, -1) }
  }

  func giveToSystem() {
    if original >= 0 { quipu_set_interrupt_key(STDIN_FILENO, original) }
  }
}
