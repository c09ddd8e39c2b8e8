/// Emphasis at a terminal; plain text elsewhere.
public struct TextStyle: Hashable, Sendable {
  public var isOn: Bool

  public init(isOn: Bool) { self.isOn = isOn }

  func bold(_ text: String) -> String { wrap(text, "1") }
  func dim(_ text: String) -> String { wrap(text, "2") }
  /// For the types of edges.
  func type(_ text: String) -> String { wrap(text, "36") }
  /// For classes.
  func label(_ text: String) -> String { wrap(text, "33") }
  public func error(_ text: String) -> String { wrap(text, "1;31") }
  /// What a sentence is searched for: bold, or in brackets where there is no bold.
  func highlight(_ text: String) -> String { isOn ? bold(text) : "[\(text)]" }

  private func wrap(_ text: String, _ code: String) -> String { isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}
