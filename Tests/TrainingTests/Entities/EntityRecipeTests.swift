import Testing

@testable import QuipuTraining

@Suite struct EntityRecipeTests {
  private func recipe(_ text: String) throws -> EntityRecipe {
    try EntityRecipe(Array(text.utf8), path: "r.recipe")
  }

  @Test func sourcesAreRead() throws {
    let recipe = try recipe(
      """
      classes Person Place # two
      treebank t.conllu
      bias Person=0.5 Place=-1
      source a
        file one.jsonl two.iob2
        map PER=Person LOC=Place|Person
        map MISC=? TIME=-
        open Place
        share 0.5
      source b
        file three.jsonl
        as a
      development c
        file three.jsonl
        part 0 2 of 3
      """)
    #expect(recipe.classes == ["Person", "Place"])
    #expect(recipe.biases == ["Person": 0.5, "Place": -1])
    #expect(recipe.treebanks == ["t.conllu"])
    #expect(recipe.sources.map(\.name) == ["a", "b", "c"])
    #expect(recipe.sources[0].files == ["one.jsonl", "two.iob2"])
    #expect(recipe.sources[0].share == 0.5)
    let map = recipe.sources[0].map
    #expect(map.target("LOC") == .classes(["Place", "Person"]))
    #expect([map.target("MISC"), map.target("TIME"), map.target("other")] == [.unknown, .outside, .outside])
    #expect(recipe.sources[1].map == map && recipe.sources[1].group == "a")
    #expect(recipe.sources[2].isDevelopment)
    #expect(recipe.sources[2].part == .init(numbers: [0, 2], of: 3))
  }

  @Test func namesStandBesideTheRecipe() throws {
    let recipe = try EntityRecipe(Array("classes A\nsource a\n file x.txt\n names n.tsv\n".utf8), path: "data/r.recipe")
    #expect(recipe.sources[0].names == "data/n.tsv")
    #expect(try self.recipe("classes A\nsource a\n file x\n names n.tsv\n").sources[0].names == "n.tsv")
  }

  @Test(arguments: [
    ("source a\nfile x\n", "r.recipe: names 0 classes, not 1 to 7; begin with a line 'classes Person …'"),
    ("classes A\n", "r.recipe: has no source; add 'source NAME' and 'file PATH'"),
    ("classes A\nfile x\n", "r.recipe:2: 'file' stands before any source; write 'source NAME' first"),
    ("classes A\nsource\n", "r.recipe:2: 'source' has no name; write one behind it"),
    (
      "classes A\nbias A=x\n",
      "r.recipe:2: 'A=x' is no bias of a class; write CLASS=NUMBER, from -8 to 8, behind the classes"
    ),
    (
      "classes A\nbias B=1\n",
      "r.recipe:2: 'B=1' is no bias of a class; write CLASS=NUMBER, from -8 to 8, behind the classes"
    ),
    ("classes A\nsource a\n map PER\n", "r.recipe:3: 'PER' maps no type; write it as TYPE=Class, TYPE=A|B or TYPE=?"),
    ("classes A\nsource a\n part 3 of 3\n", "r.recipe:3: 'part' is not as it should be; write 'part 0 1 of 3'"),
    ("classes A\nsource a\n as b\n", "r.recipe:3: 'as' names no source that stands before it; write 'as NAME'"),
    ("classes A\nsource a\n share x\n", "r.recipe:3: 'share' has no number from 0 to 16; write 'share 0.5'"),
    ("classes A\nsource a\n names\n", "r.recipe:3: 'names' has no file; write one behind it"),
    (
      "classes A\nsource a\n fil x\n",
      "r.recipe:3: 'fil' is not known here; write file, names, map, open, as, share or part"
    ),
  ])
  func wrongLinesAreRefused(_ text: String, _ message: String) {
    #expect { try recipe(text) } throws: { ($0 as? TrainingError)?.description == message }
  }
}
