import QuipuOntology
import Testing

@Suite struct DataLocationTests {
  let landmark = "Ontology/quipu.ttl"

  @Test func theVariableWins() throws {
    try withFolder(["a/\(landmark)": "", "b/\(landmark)": ""]) { folder in
      let found = try DataLocation.find(
        environment: ["QUIPU_DATA": folder + "/a"], executable: folder + "/b/bin/quipu", currentFolder: folder + "/b")
      #expect(found == folder + "/a")
    }
  }

  @Test func theVariableMustBeRight() throws {
    let text = failure {
      try DataLocation.find(environment: ["QUIPU_DATA": "/nowhere"], executable: nil, currentFolder: packageRoot)
    }
    #expect(
      text == "/nowhere: QUIPU_DATA names this folder, but it holds no Ontology/quipu.ttl; correct or unset QUIPU_DATA")
  }

  @Test func installedBesideTheCommand() throws {
    try withFolder(["usr/share/quipu/\(landmark)": "", "usr/bin/quipu": ""]) { folder in
      let found = try DataLocation.find(environment: [:], executable: folder + "/usr/bin/quipu", currentFolder: "/")
      #expect(found == folder + "/usr/share/quipu")
    }
  }

  @Test func aboveTheBuiltCommandOrTheCurrentFolder() throws {
    try withFolder(["house/\(landmark)": "", "house/.build/debug/quipu": "", "house/Sources/x": ""]) { folder in
      let built = folder + "/house/.build/debug/quipu"
      let aboveBuilt = try DataLocation.find(environment: [:], executable: built, currentFolder: "/")
      #expect(aboveBuilt == folder + "/house")
      let inside = folder + "/house/Sources"
      let aboveCurrent = try DataLocation.find(environment: [:], executable: "/x/bin/quipu", currentFolder: inside)
      #expect(aboveCurrent == folder + "/house")
    }
  }

  @Test func everyPlaceTriedIsNamed() {
    let text = failure {
      try DataLocation.find(environment: ["QUIPU_DATA": ""], executable: "/x/bin/quipu", currentFolder: "/y/z")
    }
    #expect(
      text == "Ontology/quipu.ttl: quipu's data folder was not found; set QUIPU_DATA to the folder that holds "
        + "Ontology/quipu.ttl. Tried: /x/share/quipu, /x/bin, /x, /y/z, /y")
  }
}
