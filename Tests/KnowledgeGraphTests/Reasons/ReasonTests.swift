import KGModel
import Linking
import Testing

@testable import KnowledgeGraph

@Suite struct ReasonTests {
    private func graph() async throws -> KnowledgeGraph {
        let bench = try Bench([
            "1.md":
                "---\ndate: 2020-01-10\nlang: en\n---\n\nWe use batch normalization (BN) and BERT by Google.\n",
            "2.md":
                "---\ndate: 2020-02-10\nlang: zh\n---\n\n谷歌发布了BERT模型和GPT-2。\n\nPyTorch 1.4 and PyTorch.\n",
        ])
        try await bench.build()
        return try bench.graph()
    }

    @Test func aChainLeadsFromOneNameToTheOther() async throws {
        let graph = try await graph()
        guard case .same(let google, let chain) = try graph.sameOrNot("谷歌", "google") else {
            Issue.record("谷歌 is Google")
            return
        }
        #expect(google.key == "organization:Google")
        #expect(chain.map(\.name) == ["谷歌"])
        #expect(chain.map(\.other) == ["Google"])
        #expect(chain.map(\.reason) == [.lexicon])
        #expect(chain.first?.evidence?.line == 6)
        #expect(chain.first?.evidence?.text.contains("谷歌") == true)

        guard case .same(_, let version) = try graph.sameOrNot("PyTorch", "PyTorch 1.4") else {
            Issue.record("PyTorch 1.4 is PyTorch")
            return
        }
        #expect(version.map(\.reason) == [.version])
        guard case .same(_, let none) = try graph.sameOrNot("bert", "BERT") else {
            Issue.record("bert is BERT")
            return
        }
        #expect(none.isEmpty)
        // Listed, but in no issue.
        guard case .same(_, let listed) = try graph.sameOrNot("Google LLC", "谷歌") else {
            Issue.record("Google LLC is Google")
            return
        }
        #expect(listed.map(\.reason) == [.lexicon, .lexicon])
        #expect(listed.first?.evidence == nil)
    }

    @Test func twoThingsAreToldApart() async throws {
        let graph = try await graph()
        guard case .different(let a, let b, let reasons) = try graph.sameOrNot("BERT", "GPT-2") else {
            Issue.record("BERT is not GPT-2")
            return
        }
        #expect([a.key, b.key] == ["model:BERT", "model:GPT-2"])
        #expect(reasons.contains { $0.contains("number") })
        guard case .different(_, _, let types) = try graph.sameOrNot("BERT", "Google") else {
            Issue.record("BERT is not Google")
            return
        }
        #expect(types.first == "BERT is a model, Google an organization")
        #expect(throws: NameError.self) { try graph.sameOrNot("BERT", "nothing like it") }
    }

    @Test func everyAliasThatStandsInAnIssueHasItsReasonAndEvidence() async throws {
        let graph = try await graph()
        for name in ["Batch Normalization", "Google", "PyTorch", "BERT"] {
            let entity = try graph.entity(named: name)
            let origins = try graph.origins(of: entity)
            #expect(origins.votes.first?.type == entity.type)
            #expect(abs(origins.votes.reduce(0) { $0 + $1.share } - 1) < 1e-9)
            for step in origins.steps { #expect(step.evidence != nil, "\(step)") }
            // Each step hangs on the canonical name or on one before it.
            var known: Set<String> = [entity.name]
            for step in origins.steps {
                #expect(known.contains(step.other), "\(step.name) = \(step.other)")
                known.insert(step.name)
            }
            var surfaces: Set<String> = []
            try graph.mentions { if $0.id == entity.key { surfaces.insert($0.surface) } }
            #expect(surfaces.isSubset(of: known), "\(name): \(surfaces.subtracting(known))")
        }
        let reasons = try graph.origins(of: graph.entity(named: "BN")).steps.map(\.reason)
        #expect(!reasons.isEmpty)
    }
}
