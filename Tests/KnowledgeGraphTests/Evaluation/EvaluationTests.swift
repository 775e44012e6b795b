import Foundation
import KGModel
import Testing

@testable import KnowledgeGraph

@Suite struct EvaluationTests {
    /// A graph's own mentions as annotations: nothing is wrong. Then some are changed.
    @Test func aSheetOfTheGraphIsReadBackWithoutAnError() async throws {
        let bench = try Bench([
            "1.md":
                "---\ndate: 2020-01-10\n---\n\nBERT by Google uses TensorFlow &amp; PyTorch.\n\nA zorkmid of flair reads Datasets.\n",
            "2.md": "---\ndate: 2020-02-10\n---\n\nGPT-2 is by OpenAI, by Yoshua\nBengio of **MIT**.\n",
        ])
        try await bench.build()
        let passages = try bench.graph().uncertainPassages(limit: 10)
        #expect(passages.count >= 2)
        let doubts = passages.map(\.uncertainty)
        #expect(doubts == doubts.sorted(by: >))
        #expect(try bench.graph().uncertainPassages(limit: 1) == Array(passages.prefix(1)))

        let sheet = bench.root.appendingPathComponent("sheet").path
        #expect(try AnnotationSheet.write(passages, to: sheet) == 2)
        let table = try String(contentsOfFile: sheet + "/mentions/1.tsv", encoding: .utf8)
        #expect(
            table.contains("# line 5\n#   BERT by Google uses TensorFlow & PyTorch.\n5\tBERT\tmodel\tBERT\n"))

        let annotations = try Annotations(folder: sheet)
        #expect(annotations.documents.map(\.name) == ["1", "2"])
        let evaluator = try Evaluator()
        let evaluation = try await evaluator.evaluate(annotations)
        for figure in evaluation.scorer.score().figures { #expect(figure.f1 == 100) }
        #expect(evaluation.scorer.errors().isEmpty)
        #expect(Set(evaluation.byLanguage().map(\.name)).isSubset(of: ["en", "unknown"]))
        #expect(evaluation.byDocument().map(\.name) == ["1", "2"])
        let contributions = evaluation.byRecognizer()
        #expect(Array(contributions.prefix(2).map(\.recognizer)) == Array(evaluator.recognizers.prefix(2)))
        #expect(abs(contributions.reduce(0) { $0 + $1.recall } - 100) < 1e-9)

        // A row less, one more, and one of another type.
        var rows = table.split(separator: "\n").map(String.init)
        rows.removeAll { $0.contains("\tTensorFlow\t") }
        rows =
            rows.map { $0.replacing("\tGoogle\torganization\t", with: "\tGoogle\tlibrary\t") } + [
                "5\tuses\tmodel\tuses"
            ]
        try Data(rows.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: sheet + "/mentions/1.tsv"))
        let changed = try await evaluator.evaluate(Annotations(folder: sheet))
        #expect(
            changed.scorer.errors().map { "\($0.kind.rawValue) \(($0.expected ?? $0.found)?.surface ?? "")" }
                == [
                    "missed uses", "invented TensorFlow", "wrong type Google",
                ])

        let without = try await evaluator.evaluate(annotations, without: Set(evaluator.recognizers))
        #expect(without.scorer.score().mention.predicted == 0)
        await #expect(throws: EvaluationFailure.self) {
            try await evaluator.evaluate(annotations, without: ["nobody"])
        }
        #expect(throws: AnnotationError.self) { try AnnotationSheet.write(passages, to: sheet) }
    }

    @Test func aSheetOfAnIssueThatIsGoneIsNotBegun() async throws {
        let bench = try Bench(["1.md": "BERT by Google.\n"])
        try await bench.build()
        let passages = try bench.graph().uncertainPassages(limit: 3)
        try bench.remove("1.md")
        let sheet = bench.root.appendingPathComponent("sheet").path
        #expect {
            try AnnotationSheet.write(passages, to: sheet)
        } throws: {
            "\($0)".hasSuffix("the issue's file is gone; run where the graph was built, or build again")
        }
        #expect(!FileManager.default.fileExists(atPath: sheet))
    }

    @Test func candidatesAreCountedAndQuoted() async throws {
        let bench = try Bench([
            "1.md":
                "---\ndate: 2020-01-10\nlang: en\n---\n\nWe made two Datasets of it.\n\nOther Datasets too.\n",
            "2.md": "---\ndate: 2020-02-10\nlang: en\n---\n\nMore about Datasets here.\n",
        ])
        try await bench.build()
        let graph = try bench.graph()
        let candidate = try #require(graph.candidates().first { $0.name == "Datasets" })
        #expect(candidate.type == .library)
        #expect(candidate.count == 3)
        #expect(candidate.issues == 2)
        #expect(candidate.firstDate == "2020-01-10" && candidate.lastDate == "2020-02-10")
        #expect(candidate.confidence < 0.5)
        #expect(try graph.candidates(types: [.person]).isEmpty)
        #expect(try graph.candidates(minIssues: 3).isEmpty)
        #expect(try graph.candidates(filter: IssueFilter(since: "2020-02")).first?.count == 1)
        let evidence = try graph.evidence(forCandidate: "library:datasets")
        #expect(evidence.map(\.quotation.line) == [6, 8, 6])
        #expect(evidence.first?.quotation.marks == [12..<20])
        #expect(try graph.evidence(forCandidate: "model:Datasets").isEmpty)
        #expect(throws: NameError.self) { try graph.entity(named: "Datasets") }
    }
}
