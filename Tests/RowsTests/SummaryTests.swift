import QuipuQuery
import QuipuRows
import Testing

@Suite struct SummaryTests {
  @Test func nothing() { #expect(SideEffects().summary == nil) }

  @Test func everything() {
    var effects = SideEffects()
    (effects.nodesCreated, effects.edgesCreated, effects.nodesDeleted, effects.edgesDeleted) = (2, 1, 1, 3)
    (effects.propertiesSet, effects.propertiesRemoved, effects.labelsAdded, effects.labelsRemoved) = (4, 1, 1, 2)
    #expect(
      effects.summary == "2 nodes and 1 relationship created, 1 node and 3 relationships deleted, 4 properties set, "
        + "1 property removed, 1 label new to the graph, 2 labels gone from the graph")
  }

  @Test func plan() {
    let scan = PlanDescription(name: "NodeByLabelScan", details: "(a:Person)", estimatedRows: 12.4, children: [])
    let expand = PlanDescription(name: "Expand", details: "(a)-->(b)", estimatedRows: 3.25, children: [scan])
    let plan = PlanDescription(name: "ProduceResults", details: "", estimatedRows: 3.25, children: [expand])
    #expect(
      plan.rendered() == """
        step                            estimated rows
        ProduceResults                             3.3
          Expand (a)-->(b)                         3.3
            NodeByLabelScan (a:Person)              12

        """)
  }

  @Test func profile() {
    let one = PlanDescription(name: "Once", details: "", estimatedRows: 1, rows: 1000, children: [])
    #expect(one.rendered() == "step  estimated rows  rows\nOnce               1  1000\n")
  }
}
