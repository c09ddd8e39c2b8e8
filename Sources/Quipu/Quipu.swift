// What a library user needs, under one import.
@_exported import QuipuAnnotation
@_exported import QuipuAssembly
@_exported import QuipuClaims
@_exported import QuipuCore
@_exported import QuipuDocuments
@_exported import QuipuExtraction
@_exported import QuipuGraph
@_exported import QuipuInterchange
@_exported import QuipuLanguage
@_exported import QuipuOntology
@_exported import QuipuQuery
