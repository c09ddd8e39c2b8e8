import ArgumentParser

@main
struct QuipuCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quipu", abstract: "Builds knowledge graphs from documents.")
}
