import KGModel
import Testing

@testable import KnowledgeGraph

@Suite struct FilteredSubgraphTests {
    private func shown(_ graph: Subgraph) -> [String] {
        graph.nodes.map {
            "\($0.id) \($0.mentions)/\($0.issues) \($0.firstDate ?? "?")..\($0.lastDate ?? "?")"
        }
            + graph.edges.map { edge in
                "\(graph.nodes[edge.a].id) - \(graph.nodes[edge.b].id) \(edge.passages)/\(edge.issues)"
            }
    }

    @Test func figuresAreCountedOverTheIssuesOfTheFilterAlone() async throws {
        let bench = try await Bench.prepared()
        let graph = try bench.graph()
        let french = try graph.wholeGraph(filter: IssueFilter(language: "fr"))
        #expect(
            Set(shown(french)) == [
                "model:BERT 2/1 2020-03..2020-03", "library:PyTorch 2/1 2020-03..2020-03",
                "model:GPT-2 1/1 2020-03..2020-03", "library:PyTorch - model:BERT 2/1",
                "model:BERT - model:GPT-2 1/1", "library:PyTorch - model:GPT-2 1/1",
            ])
        #expect(french.issues == 1)
        #expect(french.firstDate == "2020-03")
    }

    @Test func surroundingsAreThoseOfTheFilter() async throws {
        let graph = try await Bench.prepared().graph()
        let bert = try graph.entity(named: "BERT")
        let early = try graph.subgraph(around: [bert], filter: IssueFilter(until: "2020-01"))
        #expect(early.nodes.first?.id == "model:BERT")
        #expect(
            Set(early.nodes.map(\.id)) == [
                "model:BERT", "organization:Google", "library:TensorFlow", "model:GPT-2",
            ])
        let models = try graph.subgraph(
            around: [bert], types: [.model], filter: IssueFilter(until: "2020-01"))
        #expect(models.nodes.map(\.id) == ["model:BERT", "model:GPT-2"])
        #expect(models.nodes.map(\.depth) == [0, 1])
        let one = try graph.subgraph(around: [bert], limit: 2, filter: IssueFilter(until: "2020-01"))
        #expect(one.nodes.count == 2)
        #expect(one.omittedNodes == 2)
    }

    @Test func issuesThatNameNothingGiveNoGraph() async throws {
        let graph = try await Bench.prepared().graph()
        let bert = try graph.entity(named: "BERT")
        let none = IssueFilter(until: "1999")
        #expect(try graph.wholeGraph(filter: none).nodes.isEmpty)
        #expect(try graph.core(filter: none).nodes.isEmpty)
        #expect(try graph.subgraph(around: [bert], filter: none).nodes.isEmpty)
    }

    /// All samples bear dates: a filter that keeps them all must change nothing.
    @Test func aFilterThatKeepsAllIssuesChangesNothing() async throws {
        let bench = try Bench.samples()
        try await bench.build()
        let graph = try bench.graph()
        let all = IssueFilter(since: "1900")
        let bert = try graph.entity(named: "BERT")
        let pairs = [
            (try graph.wholeGraph(minIssues: 2), try graph.wholeGraph(minIssues: 2, filter: all)),
            (try graph.core(), try graph.core(filter: all)),
            (
                try graph.subgraph(
                    around: [bert], depth: 2, limit: 60, types: [.model, .person], minIssues: 2),
                try graph.subgraph(
                    around: [bert], depth: 2, limit: 60, types: [.model, .person], minIssues: 2, filter: all)
            ),
        ]
        for (stored, counted) in pairs {
            try #require(stored.edges.count > 10)
            #expect(stored.nodes == counted.nodes)
            #expect(stored.edges == counted.edges)
            #expect(stored.omittedNodes == counted.omittedNodes)
            #expect(stored.issues == counted.issues)
        }
    }
}
