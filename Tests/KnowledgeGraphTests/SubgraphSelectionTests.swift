import KGModel
import Testing

@testable import KnowledgeGraph

@Suite struct SubgraphSelectionTests {
    /// Two tools and three organizations; `d` stands alone, `e` beside a tool of its own type only.
    private var graph: Subgraph {
        let types: [(String, EntityType)] = [
            ("a", .library), ("b", .library), ("c", .organization), ("d", .organization), ("e", .library),
            ("f", .organization),
        ]
        return Subgraph(
            nodes: types.map { Subgraph.Node(id: $0, name: $0, type: $1, issues: 2, mentions: 3, depth: 0) },
            edges: [(0, 2, 5), (1, 2, 1), (0, 4, 9), (1, 5, 2)].map {
                Subgraph.Edge(a: $0, b: $1, passages: $2, issues: 1, npmi: 0, llr: 0)
            }, omittedNodes: 2)
    }

    private func ids(_ graph: Subgraph) -> [String] { graph.nodes.map(\.id) }

    private func edges(_ graph: Subgraph) -> [String] {
        graph.edges.map { graph.nodes[$0.a].id + graph.nodes[$0.b].id }
    }

    @Test func theStrongestStayAndTheRestIsCounted() {
        let part = graph.strongest(3)
        #expect(ids(part) == ["a", "c", "e"])
        #expect(edges(part) == ["ac", "ae"])
        #expect(part.omittedNodes == 5)
        #expect(ids(graph.strongest(6)) == ids(graph))
    }

    @Test func whoWasAskedForStaysHoweverWeak() {
        var graph = graph
        for index in graph.nodes.indices where index != 3 { graph.nodes[index].depth = 1 }
        #expect(ids(graph.strongest(2)) == ["a", "d"])
    }

    @Test func onlyEdgesBetweenTheTwoTypesAreKept() {
        let part = graph.between(TypePair(.library, .organization), limit: 10)
        #expect(ids(part) == ["a", "b", "c", "f"])
        #expect(edges(part) == ["ac", "bc", "bf"])
        // Who stands beside nobody of the other type is no part of the question.
        #expect(part.omittedNodes == 2)
        #expect(graph.between(TypePair(.model, .paper), limit: 10).nodes.isEmpty)
        #expect(edges(graph.between(TypePair(.library, .library), limit: 10)) == ["ae"])
    }

    @Test func eachTypeKeepsAShareOfTheLimit() {
        var many = Subgraph(nodes: [], edges: [])
        for index in 0..<40 {
            many.nodes.append(
                .init(id: "l\(index)", name: "", type: .library, issues: 1, mentions: 1, depth: 0))
        }
        for index in 0..<4 {
            many.nodes.append(
                .init(id: "o\(index)", name: "", type: .organization, issues: 1, mentions: 1, depth: 0))
        }
        for index in 0..<40 {
            many.edges.append(
                .init(a: index, b: 40 + index % 4, passages: 40 - index, issues: 1, npmi: 0, llr: 0))
        }
        let part = many.between(TypePair(.library, .organization), limit: 12)
        #expect(part.nodes.count == 12)
        #expect(part.nodes.count { $0.type == .organization } == 4)
        #expect(part.omittedNodes == 32)
    }

    @Test func lonersAreLeftOutUnlessThereIsNobodyElse() {
        #expect(ids(graph.withoutLoners()) == ["a", "b", "c", "e", "f"])
        #expect(graph.withoutLoners().omittedNodes == 3)
        var lonely = graph
        lonely.edges = []
        #expect(ids(lonely.withoutLoners()) == ids(graph))
    }
}
