import KnowledgeGraph
import Testing

@testable import Diagrams

@Suite struct LinksTests {
    @Test func fewEdgesAreAllDrawn() {
        let graph = Samples.ego(6, density: 1)
        #expect(Links(graph).hidden == 0)
        #expect(Links(graph).drawn.count == graph.edges.count)
    }

    @Test func manyEdgesAreThinnedButNotThoseOfTheNameAskedFor() {
        let graph = Samples.ego(40, density: 0.5)
        let links = Links(graph)
        #expect(links.hidden > 0)
        #expect(links.hidden + links.drawn.count == graph.edges.count)
        #expect(links.drawn.count { $0.edge.a == 0 } == 39)
        #expect(links.drawn.count < 160)
    }

    @Test func everyNodeKeepsAnEdgeWhereNobodyWasAskedFor() {
        var graph = Samples.ego(40, density: 0.5)
        for index in graph.nodes.indices { graph.nodes[index].depth = 0 }
        let links = Links(graph)
        #expect(links.hidden > 0)
        #expect(Set(links.drawn.flatMap { [$0.edge.a, $0.edge.b] }).count == 40)
    }

    @Test func strengthRunsFromZeroToOne() {
        let strengths = Links(Samples.ego(12)).drawn.map(\.strength)
        #expect(strengths.first == 0 && strengths.last == 1)
        #expect(strengths == strengths.sorted())
    }

    @Test func theOrderOfEdgesDoesNotMatter() throws {
        var graph = Samples.ego(20, density: 0.6)
        let drawn = Links(graph).drawn.map(\.edge)
        graph.edges.reverse()
        #expect(Links(graph).drawn.map(\.edge) == drawn)
    }
}
