import KGModel
import Testing

@testable import KnowledgeGraph

@Suite struct DiffTests {
    private func issue(_ number: Int, _ date: String?, _ text: String, language: String = "en") -> String {
        "---\nnumber: \(number)\n" + (date.map { "date: \($0)\n" } ?? "")
            + "lang: \(language)\ntitle: Notes \(number)\n---\n\n\(text)\n"
    }

    /// Four issues of a series, one of them translated, and one without a date.
    private func bench() async throws -> Bench {
        let bench = try Bench([
            "1.md": issue(1, "2020-01-10", "BERT and Google.\n\nXLNet."),
            "2.md": issue(2, "2020-02-10", "BERT.\n\nSQuAD is there."),
            "3.md": issue(
                3, "2020-03-10", "BERT, BERT and BERT.\n\nXLNet and SQuAD.\n\nELMo came with SQuAD."),
            "3.fr.md": issue(
                3, "2020-06-10", "BERT, BERT et BERT.\n\nXLNet et SQuAD.\n\nELMo avec SQuAD.", language: "fr"),
            "4.md": issue(4, "2020-04-10", "XLNet and SQuAD."),
            "none.md": issue(9, nil, "ELMo."),
        ])
        try await bench.build()
        return bench
    }

    private func names(_ changes: [IssueDiff.Change]) -> [String] { changes.map(\.entity.name) }

    @Test func newAndReturningNamesAreTold() async throws {
        let graph = try await bench().graph()
        let diff = try graph.diff("2", "3")
        #expect(diff.earlier.title == "Notes 2")
        #expect(diff.later.firstDate == "2020-03-10")
        // The issue without a date is no witness that it was there before.
        #expect(names(diff.new) == ["ELMo"])
        #expect(diff.undatedEditions == 1)
        #expect(names(diff.returning) == ["XLNet"])
        let xlnet = try #require(diff.returning.first)
        #expect(xlnet.lastDate == "2020-01-10")
        #expect(xlnet.missedIssues == 1)
        #expect(names(diff.grown) == ["BERT", "SQuAD"])
        #expect(diff.grown.first?.before == 1)
        #expect(diff.grown.first?.after == 3)
        #expect(names(diff.gone).isEmpty)
        let pair = try #require(diff.pairs.first)
        #expect(diff.pairs.count == 1)
        #expect(Set([pair.a.name, pair.b.name]) == ["XLNet", "SQuAD"])
        #expect(diff.pairsWithNew == 1)
        let quotation = try #require(pair.evidence)
        #expect(quotation.text == "XLNet and SQuAD.")
        #expect(quotation.marks.count == 2)
        for change in diff.new + diff.returning + diff.grown { #expect(change.evidence != nil) }
    }

    @Test func theLastIssueIsComparedWithTheOneBefore() async throws {
        let graph = try await bench().graph()
        let diff = try graph.diff()
        #expect(diff.later.title == "Notes 4")
        #expect(diff.earlier.title == "Notes 3")
        #expect(diff.new.isEmpty)
        #expect(diff.pairs.isEmpty)
        #expect(Set(names(diff.gone)) == ["BERT", "ELMo"])
        // Named the other way round, they are exchanged.
        #expect(try graph.diff("4", "3").later.title == "Notes 4")
        #expect(try graph.diff("2020-02", "2020-03-10").later.title == "Notes 3")
        #expect(try graph.diff("1.md", "#2").later.title == "Notes 2")
    }

    @Test func aSpanIsComparedWithTheIssueBeforeIt() async throws {
        let graph = try await bench().graph()
        let diff = try graph.diff(since: "2020-03")
        #expect(diff.later.editions == 2)
        #expect(diff.earlier.title == "Notes 2")
        #expect(names(diff.new) == ["ELMo"])
        #expect(try graph.diff(since: "2020-03", limit: 0).new.isEmpty)
    }

    @Test func whatCannotBeComparedIsToldInOneLine() async throws {
        let graph = try await bench().graph()
        let calls: [(() throws -> IssueDiff, String)] = [
            ({ try graph.diff("3", "3.fr.md") }, "same issue"),
            ({ try graph.diff("77", "3") }, "no such issue"),
            ({ try graph.diff("2020", "3") }, "several issues"), ({ try graph.diff("9", "3") }, "no date"),
            ({ try graph.diff("3", "none.md") }, "no date"), ({ try graph.diff(nil, "1") }, "before it"),
            ({ try graph.diff(since: "2021") }, "no issue since"),
            ({ try graph.diff(since: "2019") }, "before it"),
        ]
        for (call, words) in calls {
            let error = try #require(throws: DiffError.self) { try call() }
            #expect(error.description.contains(words), "\(error)")
            #expect(!error.description.contains("\n"))
        }
    }

    @Test func aGraphOfOneIssueHasNothingToCompare() async throws {
        let bench = try Bench(["1.md": issue(1, "2020-01-10", "BERT.")])
        try await bench.build()
        #expect(throws: DiffError.self) { try bench.graph().diff() }
    }
}
