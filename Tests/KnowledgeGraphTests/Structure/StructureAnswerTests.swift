import Foundation
import KGModel
import Testing

@testable import KnowledgeGraph

/// What the structure of a built graph answers.
@Suite struct StructureAnswerTests {
    @Test func everyStepOfAPathHasItsEvidence() async throws {
        let graph = try await Bench.prepared().graph()
        let (google, bengio) = (try graph.entity(named: "Google"), try graph.entity(named: "Yoshua Bengio"))
        let paths = try graph.paths(from: google, to: bengio, count: 3)
        let first = try #require(paths.first)
        #expect(first.steps.first?.from == google)
        #expect(first.steps.last?.to == bengio)
        for path in paths {
            #expect(path.steps.count >= 2)
            for step in path.steps {
                let quotation = try #require(step.evidence)
                #expect(quotation.text.contains(step.from.name) || quotation.language == "zh")
                #expect(quotation.marks.count >= 2)
                #expect(step.figures.passages > 0)
            }
            for (one, next) in zip(path.steps, path.steps.dropFirst()) { #expect(one.to == next.from) }
        }
        #expect(paths.map(\.length) == paths.map(\.length).sorted())
    }

    @Test func whatIsBetweenIsBesideBoth() async throws {
        let graph = try await Bench.prepared().graph()
        let (bert, bengio) = (try graph.entity(named: "BERT"), try graph.entity(named: "Yoshua Bengio"))
        let between = try graph.between(bert, bengio)
        #expect(between.direct == nil)
        #expect(Set(between.shared.map(\.entity.name)) == ["PyTorch", "TensorFlow"])
        let all = Set(try [bert, bengio].flatMap { try graph.neighbors(of: $0).map(\.entity.name) })
        #expect(abs(between.jaccard - 2 / Double(all.count)) < 1e-12)
        let direct = try graph.between(bert, try graph.entity(named: "Google"))
        #expect(direct.direct?.passages == 2)
        #expect(direct.shared.map(\.entity.name) == ["TensorFlow"])
    }

    @Test func ranksAreKeptUntilTheGraphChanges() async throws {
        let bench = try await Bench.prepared()
        let counted = try bench.graph().ranking()
        #expect(counted.rows.first?.entity.name == "BERT")
        #expect(counted.entities == counted.rows.count)
        #expect(!counted.isEstimate)
        let rows = try bench.graph().query("SELECT name, pagerank FROM ranks ORDER BY pagerank DESC").rows
        #expect(rows.first?.first == .text("BERT"))
        // The second answer is read, and the same.
        #expect(try bench.graph().ranking().rows == counted.rows)
        #expect(try bench.graph().ranking(types: [.library], by: .degree, limit: 1).rows.count == 1)
        try bench.write("5.md", "BERT and XLNet.\n")
        try await bench.build()
        #expect(try bench.graph().query("SELECT * FROM ranks").rows.isEmpty)
        #expect(try bench.graph().ranking().entities == counted.entities + 1)
    }

    @Test func aFileThatCannotBeWrittenAnswersAllTheSame() async throws {
        let bench = try await Bench.prepared()
        let expected = try bench.graph().ranking(by: .betweenness)
        let copy = try await Bench.prepared()
        let files = FileManager.default
        try files.setAttributes([.posixPermissions: 0o444], ofItemAtPath: copy.database)
        try files.setAttributes([.posixPermissions: 0o555], ofItemAtPath: copy.root.path)
        defer { try? files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: copy.root.path) }
        #expect(try copy.graph().ranking(by: .betweenness).rows == expected.rows)
        #expect(
            try copy.graph().communities().communities.count == bench.graph().communities().communities.count)
    }

    @Test func communitiesAreNamedByTheirCentralMembers() async throws {
        let bench = try Bench.samples()
        try await bench.build()
        let answer = try bench.graph().communities()
        #expect(answer.modularity > 0.2)
        #expect(answer.communities.count > 2)
        for community in answer.communities {
            #expect(community.name == community.members.prefix(3).map(\.name).joined(separator: ", "))
        }
        let sizes = answer.communities.map(\.members.count)
        #expect(sizes == sizes.sorted(by: >))
        // Kept and read again, they are the same.
        let again = try bench.graph().communities()
        #expect(again.communities.map(\.members) == answer.communities.map(\.members))
        #expect(again.modularity == answer.modularity)
    }

    @Test func similarEntitiesShareNeighbours() async throws {
        let bench = try Bench.samples()
        try await bench.build()
        let graph = try bench.graph()
        let similar = try graph.similar(to: graph.entity(named: "BERT"), types: [.model], limit: 5)
        #expect(similar.count == 5)
        #expect(similar.allSatisfy { $0.entity.type == .model && $0.shared >= 2 && $0.cosine <= 1 })
        #expect(!similar.contains { $0.entity.name == "BERT" })
    }

    @Test func aGraphOfOneIssueHasItsAnswers() async throws {
        let bench = try Bench(["1.md": "BERT and XLNet.\n\nPyTorch.\n"])
        try await bench.build()
        let graph = try bench.graph()
        let (bert, torch) = (try graph.entity(named: "BERT"), try graph.entity(named: "PyTorch"))
        #expect(try graph.paths(from: bert, to: torch).isEmpty)
        #expect(try graph.between(bert, torch).shared.isEmpty)
        #expect(try graph.similar(to: bert).isEmpty)
        #expect(try graph.communities().communities.map(\.members.count) == [2])
        #expect(try graph.communities().entitiesWithoutEdge == 1)
        #expect(try graph.ranking().rows.count == 3)
    }
}
