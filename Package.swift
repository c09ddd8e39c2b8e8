// swift-tools-version: 6.2
import PackageDescription

// One folder under Sources is one module; imports go down this list, never up (Documentation/Architecture.md).
let package = Package(
  name: "quipu",
  products: [
    .library(name: "Quipu", targets: ["Quipu"]),
    .executable(name: "quipu", targets: ["QuipuCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // System libraries.
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(name: "CEditLine", pkgConfig: "libedit", providers: [.apt(["libedit-dev"]), .brew(["libedit"])]),
    .systemLibrary(name: "CSerd", pkgConfig: "serd-0", providers: [.apt(["libserd-dev"]), .brew(["serd"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

    // Arithmetic that is compiled for several generations of processors.
    .target(name: "CKernels"),

    // The house, from the cellar up.
    .target(name: "QuipuCore"),
    .target(name: "QuipuGraph", dependencies: ["QuipuCore"]),
    .target(name: "QuipuDocuments", dependencies: ["QuipuCore", "CLibXML2", "CZlib"]),
    .target(name: "QuipuLanguage", dependencies: ["QuipuCore", "CKernels"]),
    .target(name: "QuipuAnnotation", dependencies: ["QuipuCore", "QuipuDocuments", "QuipuLanguage"]),
    .target(name: "QuipuTraining", dependencies: ["QuipuCore", "QuipuDocuments", "QuipuLanguage", "CKernels"]),
    .target(name: "QuipuOntology", dependencies: ["QuipuCore", "CSerd"]),
    .target(name: "QuipuClaims", dependencies: ["QuipuCore"]),
    .target(name: "QuipuExtraction", dependencies: ["QuipuCore", "QuipuLanguage", "QuipuOntology", "QuipuClaims"]),
    .target(name: "QuipuAssembly", dependencies: ["QuipuCore", "QuipuClaims", "QuipuOntology", "QuipuGraph"]),
    .target(name: "QuipuInterchange", dependencies: ["QuipuCore", "QuipuGraph", "QuipuClaims", "CLibXML2"]),
    .target(name: "QuipuQuery", dependencies: ["QuipuCore", "QuipuGraph"]),
    .target(name: "QuipuRows", dependencies: ["QuipuCore", "QuipuGraph", "QuipuQuery"]),
    .target(
      name: "QuipuRepl",
      dependencies: [
        "QuipuCore", "QuipuGraph", "QuipuDocuments", "QuipuLanguage", "QuipuInterchange", "QuipuQuery", "QuipuRows",
        "CEditLine",
      ]),
    .target(
      name: "Quipu",
      dependencies: [
        "QuipuCore", "QuipuGraph", "QuipuDocuments", "QuipuLanguage", "QuipuAnnotation", "QuipuOntology", "QuipuClaims",
        "QuipuExtraction", "QuipuAssembly", "QuipuInterchange", "QuipuQuery",
      ]),
    .executableTarget(
      name: "QuipuCommand",
      dependencies: [
        "Quipu", "QuipuCore", "QuipuGraph", "QuipuInterchange", "QuipuQuery", "QuipuRepl", "QuipuRows",
        "QuipuTraining",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // Measurements: `swift run -c release quipu-bench <subcommand>`, one JSON object each.
    .executableTarget(
      name: "quipu-bench",
      dependencies: [
        "QuipuCore", "QuipuDocuments", "QuipuGraph", "QuipuInterchange", "QuipuLanguage", "QuipuQuery",
        "QuipuTestSupport",
      ],
      path: "Benchmarks/quipu-bench"
    ),

    // What several test targets and the measurements share: seeded random numbers.
    .target(name: "QuipuTestSupport", path: "Tests/TestSupport"),

    // Tests: one target a module, under the same name.
    .testTarget(name: "CoreTests", dependencies: ["QuipuCore", "QuipuTestSupport"]),
    .testTarget(name: "GraphTests", dependencies: ["QuipuGraph", "QuipuCore", "QuipuTestSupport"]),
    .testTarget(
      name: "InterchangeTests", dependencies: ["QuipuInterchange", "QuipuGraph", "QuipuCore", "QuipuTestSupport"],
      exclude: ["compare_readers.py"]),
    .testTarget(
      name: "LanguageTests", dependencies: ["QuipuLanguage", "QuipuCore", "QuipuTestSupport", "CKernels"],
      exclude: ["Annotation/Cases", "Values/Cases"]),
    .testTarget(
      name: "TrainingTests",
      dependencies: [
        "QuipuTraining", "QuipuLanguage", "QuipuDocuments", "QuipuCore", "QuipuTestSupport", "CKernels",
      ]),
    .testTarget(
      name: "AnnotationTests",
      dependencies: ["QuipuAnnotation", "QuipuLanguage", "QuipuDocuments", "QuipuCore", "QuipuTestSupport"],
      exclude: ["golden-annotation.txt"]),
    .testTarget(name: "DocumentsTests", dependencies: ["QuipuCore", "QuipuDocuments", "CZlib", "QuipuTestSupport"]),
    .testTarget(name: "OntologyTests", dependencies: ["QuipuOntology", "QuipuCore"]),
    .testTarget(name: "ClaimsTests", dependencies: ["QuipuClaims", "QuipuCore", "QuipuTestSupport"]),
    .testTarget(
      name: "QueryTests", dependencies: ["QuipuQuery", "QuipuGraph", "QuipuCore", "QuipuTestSupport"],
      exclude: ["Cases"]),
    .testTarget(name: "RowsTests", dependencies: ["QuipuRows", "QuipuQuery", "QuipuGraph"]),
    .testTarget(
      name: "ReplTests",
      dependencies: [
        "QuipuRepl", "QuipuCommand", "QuipuGraph", "QuipuInterchange", "QuipuQuery", "QuipuCore", "QuipuTestSupport",
      ],
      exclude: ["Terminal", "Transcripts", "terminal.py"]),
    .testTarget(
      name: "CommandTests", dependencies: ["Quipu", "QuipuCommand", "QuipuTestSupport"], exclude: ["tck-exceptions.txt"]
    ),
    .testTarget(
      name: "ExtractionTests",
      dependencies: [
        "QuipuExtraction", "QuipuLanguage", "QuipuOntology", "QuipuClaims", "QuipuCore", "QuipuTestSupport",
      ],
      exclude: ["Cases"]),
    .testTarget(
      name: "AssemblyTests",
      dependencies: ["QuipuAssembly", "QuipuClaims", "QuipuCore", "QuipuGraph", "QuipuOntology", "QuipuTestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)
