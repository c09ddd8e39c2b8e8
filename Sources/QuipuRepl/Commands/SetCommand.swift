import QuipuRows

extension ReplCommand {
  static let set = ReplCommand(
    "set", arguments: "[NAME VALUE]", summary: "settings: how results look, limits of queries",
    details: ReplSetting.all.map { "  \($0.name.padded(10)) \($0.values.padded(34)) \($0.summary)\n" }.joined(),
    completes: .setting
  ) { (arguments, session) throws(ReplError) in
    guard !arguments.isEmpty else { return session.listSettings() }
    let name = String(arguments.prefix { !$0.isWhitespace && $0 != "=" })
    guard let setting = ReplSetting.all.first(where: { $0.name == name }) else {
      let nearest = EditDistance.nearest(name, among: ReplSetting.all.map(\.name))
      throw ReplError(
        "there is no setting '\(name)'" + (nearest.map { "; did you mean '\($0)'?" } ?? "; ':set' lists them"))
    }
    var value = Substring(arguments.dropFirst(name.count)).trimmed
    if value.hasPrefix("=") { value = value.dropFirst().trimmed }
    guard !value.isEmpty else { return session.show("  \(setting.name)  \(setting.get(session))\n") }
    guard setting.set(String(value), session) else {
      throw ReplError("'\(name)' takes \(setting.values), not '\(value)'")
    }
  }
}

extension ReplSession {
  fileprivate func listSettings() {
    let values = ReplSetting.all.map { $0.get(self) }
    let width = values.map(\.count).max() ?? 0
    for (setting, value) in zip(ReplSetting.all, values) {
      show("  \(setting.name.padded(10)) \(value.padded(width))  \(style.dim(setting.summary))\n")
    }
  }
}

/// One setting: its name, what it may be, how it is read and written.
struct ReplSetting: Sendable {
  let name: String
  /// As shown to people.
  let values: String
  /// For completion.
  let choices: [String]
  let summary: String
  let get: @Sendable (ReplSession) -> String
  /// False when the value will not do.
  let set: @Sendable (String, ReplSession) -> Bool

  static let all: [ReplSetting] = [
    format, width, flag("pager", "results longer than the window go through $PAGER, or less", \.usesPager),
    flag("timing", "how long each query took, at a terminal", \.showsTiming), timeout, memory,
    flag("optimizer", "off: patterns are matched in the order written", \.isOptimizing), inference, documents,
  ]

  private static let format = ReplSetting(
    name: "format", values: RowFormat.allCases.map(\.rawValue).joined(separator: ", "),
    choices: RowFormat.allCases.map(\.rawValue), summary: "how rows are shown",
    get: { $0.settings.format.rawValue },
    set: { value, session in
      guard let format = RowFormat(rawValue: value) else { return false }
      session.settings.format = format
      return true
    })

  private static let width = ReplSetting(
    name: "width", values: "auto, or columns from 20", choices: ["auto"], summary: "columns that a table may take",
    get: { $0.settings.width.map { "\($0)" } ?? "auto" },
    set: { value, session in
      if value != "auto", (Int(value) ?? 0) < 20 { return false }
      session.settings.width = Int(value)
      return true
    })

  private static let timeout = ReplSetting(
    name: "timeout", values: "seconds, or off", choices: ["off"], summary: "after which a query is stopped",
    get: { $0.settings.timeout.map { "\($0)" } ?? "off" },
    set: { value, session in
      let seconds = Double(value)
      if value != "off" { guard let seconds, seconds > 0, seconds.isFinite else { return false } }
      session.settings.timeout = seconds
      return true
    })

  private static let memory = ReplSetting(
    name: "memory", values: "bytes such as 512M or 2G, or off", choices: ["off"], summary: "that a query may take",
    get: { $0.settings.memoryLimit.map { MemoryText.text($0) } ?? "off" },
    set: { value, session in
      let bytes = MemoryText.bytes(value)
      if value != "off", bytes == nil { return false }
      session.settings.memoryLimit = bytes
      return true
    })

  private static let inference = ReplSetting(
    name: "inference", values: "on or off, where the ontology is found", choices: ["on", "off"],
    summary: "a relation type stands for those below it, too", get: { $0.settings.infersTypes ? "on" : "off" },
    set: { value, session in (value == "on" || value == "off") && session.setInference(value == "on") })

  private static let documents = ReplSetting(
    name: "documents", values: "a file or folder, or off", choices: ["off"],
    summary: "what the graph was built from, for whole sentences in ':why'",
    get: { $0.settings.documents.isEmpty ? "off" : $0.settings.documents.joined(separator: " ") },
    set: { value, session in
      let path = FilePaths.expanded(value)
      guard value == "off" || FilePaths.exists(path) else { return false }
      session.useDocuments(value == "off" ? [] : [path])
      return true
    })

  private static func flag(
    _ name: String, _ summary: String, _ path: WritableKeyPath<ReplSettings, Bool> & Sendable
  ) -> ReplSetting {
    ReplSetting(
      name: name, values: "on or off", choices: ["on", "off"], summary: summary,
      get: { $0.settings[keyPath: path] ? "on" : "off" },
      set: { value, session in
        guard value == "on" || value == "off" else { return false }
        session.settings[keyPath: path] = value == "on"
        return true
      })
  }
}
