import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One run of the built command, as a user meets it: arguments in; status, standard output and standard error out.
struct CommandRun {
  var status: Int32
  var output: [UInt8]
  var messages: String

  var text: String { String(decoding: output, as: UTF8.self) }

  /// Runs the command in a folder. `output` replaces the file that standard output goes to.
  init(
    _ arguments: [String], in folder: String, input: String = "/dev/null", output: String? = nil,
    environment: [String: String] = [:]
  ) throws {
    let scratch = try Scratch()
    let (out, err) = (output ?? scratch.path("out"), scratch.path("err"))
    let prefix = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let line = ["/usr/bin/env"] + prefix + [try CommandRun.binary()] + arguments
    status = try CommandRun.spawn(line, folder, input, out, err)
    self.output = output == nil ? try scratch.bytes("out") : []
    messages = String(decoding: try scratch.bytes("err"), as: UTF8.self)
  }

  /// Runs any program; nil when it is not there.
  static func tool(_ arguments: [String], in folder: String) throws -> CommandRun? {
    let scratch = try Scratch()
    let line = ["/usr/bin/env"] + arguments
    let status = try spawn(line, folder, "/dev/null", scratch.path("out"), scratch.path("err"))
    guard status != 127 else { return nil }
    let messages = String(decoding: try scratch.bytes("err"), as: UTF8.self)
    return CommandRun(status: status, output: try scratch.bytes("out"), messages: messages)
  }

  private init(status: Int32, output: [UInt8], messages: String) {
    (self.status, self.output, self.messages) = (status, output, messages)
  }

  /// Beside the test bundle, in the folder of the build's configuration.
  static func binary() throws -> String {
    let executable = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let arguments = CommandLine.arguments.filter { $0.contains(".xctest") }
    let folders = ([executable] + arguments).map { URL(filePath: $0).deletingLastPathComponent().path }
    let found = folders.map { $0 + "/quipu" }.first(where: FileManager.default.isExecutableFile)
    return try #require(found, "no built command beside the tests in \(folders)")
  }

  private static func spawn(
    _ arguments: [String], _ folder: String, _ input: String, _ output: String, _ messages: String
  ) throws -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o644)
    posix_spawn_file_actions_addopen(&actions, 2, messages, O_WRONLY | O_CREAT, 0o644)
    // A test's thread may hold signals back, which its children would inherit.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    // Changing the folder is no standard action of posix_spawn: a shell does it.
    let shell = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder]
    var pointers = (shell + arguments).map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var child: pid_t = 0
    let failure = posix_spawn(&child, shell[0], &actions, &attributes, &pointers, environ)
    try #require(failure == 0, "cannot start \(arguments[0])")
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }
}

/// A temporary folder that goes when the test is over.
final class Scratch {
  let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("quipu-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String) -> String { folder + "/" + name }
  func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path(name)))) }
  func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }
  func write(_ name: String, _ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(filePath: path(name))) }
  func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

  /// Everything in the folder, hidden files too, sorted.
  var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted() }

  /// Runs the command here.
  func quipu(_ arguments: String..., input: String = "/dev/null", output: String? = nil) throws -> CommandRun {
    try CommandRun(arguments, in: folder, input: input, output: output)
  }
}

/// Folders of the checkout, and what lies beside it.
enum Checkout {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  static let gold = root + "/../shared/gold"
  static let scorer = root + "/../shared/tools/score_graph.py"
  static var hasGold: Bool { FileManager.default.fileExists(atPath: gold) }

  /// Paths of the files of a folder with an ending, sorted.
  static func files(_ folder: String, ending: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(ending) && !$0.hasPrefix(".") }.sorted().map { folder + "/" + $0 }
  }
}
