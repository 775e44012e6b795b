import GraphStore
import KGModel
import Linking
import Testing

@testable import KnowledgeGraph

@Suite struct BenjaminiHochbergTests {
    /// Values of `scipy.stats.false_discovery_control`.
    @Test func ratesAreThoseOfTheStepUpProcedure() {
        let adjusted = BenjaminiHochberg.adjusted([0.01, 0.04, 0.03, 0.005, 0.5])
        let expected = [0.025, 0.05, 0.05, 0.025, 0.5]
        for (one, other) in zip(adjusted, expected) { #expect(abs(one - other) < 1e-12) }
        #expect(BenjaminiHochberg.adjusted([]).isEmpty)
    }

    @Test func testsWithoutAValueCountAsOne() {
        let given = BenjaminiHochberg.adjusted([0.001, 0.02], tests: 50)
        let all = BenjaminiHochberg.adjusted([0.001, 0.02] + Array(repeating: 1, count: 48))
        #expect(given == Array(all.prefix(2)))
    }
}

@Suite struct EdgeSignificanceTests {
    /// `together` of `editions` issues have a passage with both; each has one with each alone, and one with another.
    private func bench(together: Int, editions: Int) throws -> Bench {
        var files: [String: String] = [:]
        for number in 0..<editions {
            var text = "---\ndate: 2020-01-\(10 + number)\nlang: en\n---\n\n"
            text += number < together ? "BERT is in SQuAD.\n\nBERT and SQuAD.\n\n" : "BERT.\n\nSQuAD.\n\n"
            for _ in 0..<6 { text += "PyTorch alone.\n\nTensorFlow alone.\n\n" }
            files["\(number).md"] = text
        }
        return try Bench(files)
    }

    @Test func aPairThatRecursIsSignificant() async throws {
        let bench = try bench(together: 5, editions: 6)
        try await bench.build()
        let graph = try bench.graph()
        let found = try graph.neighbors(of: graph.entity(named: "BERT"), significant: true)
        let squad = try #require(found.first)
        #expect(found.count == 1)
        #expect(squad.entity.name == "SQuAD")
        #expect(squad.editions == 5)
        #expect(squad.significance == .significant)
        #expect(try #require(squad.q) >= #require(squad.p))
        #expect(try graph.testability() == Testability(editions: 6, testedPairs: 6))
        // The view says the same.
        let rows = try graph.query("SELECT a, b FROM edges WHERE significant").rows
        #expect(rows.count == 1)
    }

    @Test func aPairOfOneIssueIsTooFewToTest() async throws {
        let bench = try bench(together: 1, editions: 6)
        try await bench.build()
        let graph = try bench.graph()
        let squad = try #require(graph.neighbors(of: graph.entity(named: "BERT")).first)
        #expect(squad.significance == .tooFewToTest)
        #expect(squad.p == nil)
        #expect(try graph.neighbors(of: graph.entity(named: "BERT"), significant: true).isEmpty)
    }

    @Test func aGraphOfFewIssuesIsTooFewToTest() async throws {
        let bench = try bench(together: 4, editions: 4)
        try await bench.build()
        let graph = try bench.graph()
        let testability = try graph.testability()
        #expect(testability.isTooFew)
        #expect(testability.explanation.hasPrefix("too few to test: 4 editions"))
        #expect(
            try graph.neighbors(of: graph.entity(named: "BERT")).allSatisfy { $0.p == nil && $0.q == nil })
    }

    @Test func partsOfTheGraphKeepOnlySignificantEdges() async throws {
        let bench = try bench(together: 5, editions: 6)
        try bench.write("9.md", "---\ndate: 2020-02-01\nlang: en\n---\n\nBERT in PyTorch by Google.\n")
        try await bench.build()
        let graph = try bench.graph()
        let all = try graph.wholeGraph()
        #expect(all.droppedEdges == 0)
        let kept = try graph.wholeGraph(significant: true)
        #expect(kept.nodes.map(\.name).sorted() == ["BERT", "SQuAD"])
        #expect(kept.edges.count == 1)
        #expect(kept.omittedNodes == all.nodes.count - 2)
        let near = try graph.subgraph(around: [graph.entity(named: "BERT")], significant: true)
        #expect(near.nodes.map(\.name) == ["BERT", "SQuAD"])
        #expect(try graph.core(significant: true).edges.count == 1)
        let drawn = try graph.subgraph(
            around: [graph.entity(named: "BERT"), graph.entity(named: "PyTorch")], significant: true)
        #expect(drawn.droppedEdges == 1)
        #expect(drawn.untestedEdges == 1)
        #expect(drawn.testability?.testedPairs == 6)
    }

    @Test func aFilterCountsPartsOfTheGraphAnew() async throws {
        let bench = try bench(together: 5, editions: 6)
        try await bench.build()
        let graph = try bench.graph()
        let all = try graph.wholeGraph()
        let same = try graph.wholeGraph(filter: IssueFilter(since: "2020"))
        #expect(same.nodes == all.nodes)
        #expect(same.edges == all.edges)
        let early = try graph.wholeGraph(filter: IssueFilter(until: "2020-01-11"))
        #expect(early.issues == 2)
        #expect(early.nodes.allSatisfy { $0.issues == 2 })
        #expect(early.edges.map(\.passages) == [4])
        #expect(try graph.testability(IssueFilter(until: "2020-01-11")).isTooFew)
    }

    @Test func translationsDoNotMakeAPairSignificant() async throws {
        // Two editions in four languages each: eight issues, and still two witnesses.
        var files: [String: String] = [:]
        for number in 1...2 {
            for language in ["en", "fr", "es", "pt"] {
                var text = "---\ndate: 2020-0\(number)-10\nlang: \(language)\nnumber: \(number)\n---\n\n"
                text += "# Notes #\(number)\n\nBERT, SQuAD.\n\n"
                for link in 1...5 { text += "[x](https://example.org/\(number)/\(link))\n\n" }
                files["\(number).\(language).md"] = text
            }
        }
        let bench = try Bench(files)
        try await bench.build()
        let graph = try bench.graph()
        #expect(
            try graph.query("SELECT count(*), max(issues) FROM editions").rows == [
                [.integer(2), .integer(4)]
            ])
        let squad = try #require(graph.neighbors(of: graph.entity(named: "BERT")).first)
        #expect([squad.issues, squad.editions] == [8, 2])
        #expect(squad.weight == 2)
        #expect(try graph.testability().isTooFew)
    }
}
