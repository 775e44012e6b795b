import ArgumentParser
import KnowledgeGraph

/// Whether only edges that mean something are wanted.
struct SignificanceOption: ParsableArguments {
    @Flag(help: "Only pairs named together more often than chance explains (false discovery rate 5 %).")
    var significant = false

    /// What was left out, and how many pairs were tested.
    func note(dropped: Int, untested: Int, _ testability: Testability) -> String {
        if testability.isTooFew { return testability.explanation }
        var text = "\(dropped) \(dropped == 1 ? "edge" : "edges") dropped"
        if untested > 0 { text += ", \(untested) of them too few to test" }
        return text + "; \(testability.testedPairs) pairs of names tested"
    }

    /// The same of a part of the graph; nil where all edges were asked for.
    func note(_ part: Subgraph) -> String? {
        part.testability.map { note(dropped: part.droppedEdges, untested: part.untestedEdges, $0) }
    }
}
