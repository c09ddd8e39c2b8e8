import ArgumentParser
import Quipu

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The command `quipu`: arguments in, a call of the library, a printed result.
@main
struct QuipuCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quipu",
    abstract: "Builds knowledge graphs from documents, and answers questions to them.",
    discussion: """
      EXAMPLES
        quipu build news/ -o news.graphml -o news.dot     a graph of all documents of a folder
        quipu extract article.html                        what one document claims, as JSON Lines
        quipu annotate article.html --format html > a.html   its words, trees and names, to look at
        quipu query news.graphml 'MATCH (n) RETURN n'     questions in openCypher
        quipu repl news.graphml                           a conversation with the graph
        quipu stats news.graphml                          counts, degrees, components
        quipu convert news.graphml news.json              the same graph in another format

      Exit status: 0 done; 1 a document or file failed, the others are done; 2 nothing was extracted at all; 64 wrong \
      usage; 130 a query was ended by Ctrl-C.
      """,
    version: "0.1.0",
    subcommands: [
      BuildCommand.self, ExtractCommand.self, AnnotateCommand.self, QueryCommand.self, ReplCommand.self,
      ConvertCommand.self, StatsCommand.self, OntologyCommand.self, TrainCommand.self, DumpCommand.self,
    ])

  static func main() async {
    // A reader that closes a pipe is met as an error of `write`, so that other outputs are still finished.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let error as InterchangeError {
      if !error.isClosedPipe { fail(error) }
    } catch let error as OntologyError {
      fail(error)
    } catch {
      exit(withError: error)
    }
  }

  private static func fail(_ error: any Error) -> Never {
    Console(isQuiet: true).error(error)
    exit(withError: ExitCode.failure)
  }
}

extension ExitCode {
  /// The documents were read, or not even that, and nothing was found in any.
  static let nothingExtracted = ExitCode(2)

  /// Ctrl-C, as shells count it.
  static let interrupted = ExitCode(130)
}
