import QuipuCore
import QuipuGraph
import QuipuInterchange

/// How long reading a GraphML file takes, and what memory the process and the graph then hold.
func graphMLLoading(_ arguments: [String]) -> Int32 {
  guard arguments.count == 1 else {
    complain("usage: quipu-bench graphml-loading GRAPHML")
    return 64
  }
  do {
    let clock = Stopwatch()
    let read = try GraphImport.read(arguments[0])
    var json = JSONWriter()
    json.beginObject()
    json.member("seconds", clock.seconds)
    json.member("processorSeconds", clock.processorSeconds)
    json.member("nodes", read.graph.nodeCount)
    json.member("edges", read.graph.edgeCount)
    json.member("graphBytes", read.graph.memoryFootprint.total)
    json.member("residentBytes", withExtendedLifetime(read) { residentBytes() })
    json.member("peakResidentBytes", peakResidentBytes())
    json.endObject()
    print(String(decoding: json.bytes, as: UTF8.self))
    return 0
  } catch {
    complain("graphml-loading: \(error)")
    return 1
  }
}
