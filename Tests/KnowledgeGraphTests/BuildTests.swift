import Exports
import Foundation
import GraphStore
import KGModel
import KnowledgeGraph
import Testing

@Suite struct BuildTests {
    /// What a graph answers and what is written of it.
    private struct Answers: Equatable {
        var fingerprint: String
        var exports: [String]

        init(_ graph: KnowledgeGraph) throws {
            fingerprint = try graph.fingerprint()
            let parts = [
                try graph.wholeGraph(), try graph.core(),
                try graph.subgraph(around: [try graph.entity(named: "BERT")], depth: 2),
            ]
            exports = try parts.flatMap { part in
                try ExportFormats.all.flatMap { format in
                    format.export(ExportGraph(try graph.content(of: part, parts: format.parts))).files.map(
                        \.text)
                }
            }
        }
    }

    @Test func everyWayOfBuildingGivesTheSameGraph() async throws {
        let bench = try Bench.samples()
        let names = try FileManager.default.contentsOfDirectory(atPath: bench.issues.path).sorted()
        #expect(names.count >= 12)

        let report = try await bench.build()
        #expect(report.skipped.isEmpty)
        #expect(report.changed == names.count)
        let expected = try Answers(bench.graph())

        // Again, and on one core.
        let again = try await bench.build(jobs: 1)
        #expect(again.changed == 0)
        #expect(again.unchanged == names.count)
        #expect(try Answers(bench.graph()) == expected)

        // Backwards, on one core, into another file.
        try await bench.build(names.reversed(), into: "backwards.sqlite", jobs: 1)
        #expect(try Answers(bench.graph("backwards.sqlite")) == expected)

        // File by file; then more than there should be, and pruned; then one that changes and comes back.
        for name in names.reversed() { try await bench.build([name], into: "steps.sqlite") }
        #expect(try Answers(bench.graph("steps.sqlite")) == expected)

        try bench.write(
            "zz-more.md",
            "# More\n\nBERT, Zorkmid-7B and PyTorch by [Zed](https://github.com/zed/zed-kit): zed-kit and Bengio.\n"
        )
        try await bench.build()
        #expect(try Answers(bench.graph()) != expected)
        try bench.remove("zz-more.md")
        let pruned = try await bench.build(prune: true)
        #expect(pruned.removed == 1)
        #expect(try Answers(bench.graph()) == expected)

        let first = try #require(names.first)
        let text = try String(contentsOfFile: bench.path(first), encoding: .utf8)
        try bench.write(first, "Nothing but BERT.")
        #expect(try await bench.build().changed == 1)
        #expect(try Answers(bench.graph()) != expected)
        try bench.write(first, text)
        #expect(try await bench.build().changed == 1)
        #expect(try Answers(bench.graph()) == expected)
    }

    @Test func brokenFilesAmongGoodOnesAreToldAndSkipped() async throws {
        let bench = try Bench(Bench.small)
        try bench.write("0 empty.md", "")
        try bench.write("5 binary.md", [0x89, 0x50, 0x4E, 0x47, 0, 1, 2])
        try bench.write("6 latin.md", Array("BERT caf".utf8) + [0xE9, 0x0A])
        try bench.write("7 matter.md", "---\ntitle: \"open\n---\n\nBERT.\n")
        let report = try await bench.build(["", "missing.md"])
        #expect(
            report.skipped.map { ($0.path as NSString).lastPathComponent } == [
                "missing.md", "0 empty.md", "5 binary.md",
            ])
        #expect(report.skipped.allSatisfy { !$0.reason.isEmpty && !$0.reason.contains("\n") })
        #expect(
            report.warnings.map { ($0.path as NSString).lastPathComponent } == ["7 matter.md"])
        #expect(report.issues == 6)
        #expect(try bench.graph().issues().count == 6)
    }

    @Test func aFileThatBreaksKeepsItsFormerIssueUntilPruned() async throws {
        let bench = try Bench(Bench.small)
        try await bench.build()
        try bench.write("1.md", "")
        #expect(try await bench.build().issues == 4)
        let pruned = try await bench.build(prune: true)
        #expect(pruned.removed == 1)
        #expect(pruned.issues == 3)
    }

    @Test func withoutPruningNothingGoesAway() async throws {
        let bench = try Bench(Bench.small)
        try await bench.build()
        try bench.remove("1.md")
        let report = try await bench.build()
        #expect(report.removed == 0)
        #expect(report.issues == 4)
    }

    @Test func standardInputIsAnIssueThatSurvivesPruning() async throws {
        let bench = try Bench(Bench.small)
        try await bench.build(input: "XLNet is here.")
        #expect(try bench.graph().entity(named: "XLNet").issues == 1)
        let report = try await bench.build(prune: true, input: "ELMo is here.")
        #expect(report.issues == 5)
        #expect(try bench.graph().entity(named: "ELMo").issues == 1)
        #expect(throws: NameError.self) { try bench.graph().entity(named: "XLNet") }
        #expect(try await bench.build(prune: true).issues == 4)
    }

    @Test func anInterruptedBuildIsContinued() async throws {
        let bench = try Bench(Bench.small)
        try await bench.build()
        let fingerprint = try bench.graph().fingerprint()
        // As if the build had ended before the last issue and before linking.
        let store = try GraphStore(path: bench.database, access: .write)
        try store.remove([bench.path("4.md")])
        try store.close()
        #expect(try !bench.graph().isComplete())
        let report = try await bench.build()
        #expect(report.changed == 1)
        #expect(report.unchanged == 3)
        #expect(try bench.graph().isComplete())
        #expect(try bench.graph().fingerprint() == fingerprint)
    }

    @Test func anotherLexiconReadsTheIssuesAgain() async throws {
        let bench = try Bench(["1.md": "Zorkmid and BERT.", "names.tsv": "Zorkmid\t\t\t\ttool\n"])
        try await bench.build()
        #expect(throws: NameError.self) { try bench.graph().entity(named: "Zorkmid") }
        let report = try await GraphBuilder(database: bench.database, lexicons: [bench.path("names.tsv")])
            .build([bench.path("1.md")])
        #expect(report.changed == 1)
        #expect(try bench.graph().entity(named: "zorkmid").key == "library:Zorkmid")
        #expect(try await bench.build().changed == 1)
        #expect(throws: NameError.self) { try bench.graph().entity(named: "Zorkmid") }
    }

    @Test func aHugeFileIsSkippedUnread() async throws {
        let bench = try Bench(Bench.small)
        try bench.write("huge.md", "BERT")
        let handle = try FileHandle(forWritingTo: bench.issues.appendingPathComponent("huge.md"))
        try handle.truncate(atOffset: 1_000_000_000)
        try handle.close()
        let report = try await bench.build()
        #expect(report.issues == 4)
        #expect(report.skipped.map { ($0.path as NSString).lastPathComponent } == ["huge.md"])
        #expect(report.skipped.first?.reason.contains("1000 MB") == true)
    }

    @Test func theReportCountsWhatTheGraphHolds() async throws {
        let bench = try Bench(Bench.small)
        let report = try await bench.build()
        let statistics = try bench.graph().statistics()
        #expect(report.issues == 4)
        #expect(report.mentions == statistics.mentions)
        #expect(report.entities == statistics.entities)
        #expect(report.edges == statistics.edges)
        #expect(statistics.languages == ["en": 2, "fr": 1, "zh": 1])
        #expect(statistics.datedIssues == 3)
        #expect(statistics.firstDate == "2020-01-10")
        #expect(statistics.lastDate == "2020-03-20")
        #expect(report.bytes == Bench.small.values.reduce(0) { $0 + $1.utf8.count })
    }

    @Test func progressGoesToTheEnd() async throws {
        let bench = try Bench(Bench.small)
        let counter = Counter()
        _ = try await GraphBuilder(database: bench.database).build([bench.issues.path]) { counter.add($0) }
        let steps = counter.steps
        #expect(steps.map(\.files) == steps.map(\.files).sorted())
        #expect(steps.last?.files == 4)
        #expect(steps.last?.isLinking == true)
    }

    /// Kept by a lock: the builder calls from one thread at a time.
    private final class Counter: @unchecked Sendable {
        private let lock = NSLock()
        private var kept: [GraphBuilder.Progress] = []
        var steps: [GraphBuilder.Progress] { lock.withLock { kept } }
        func add(_ step: GraphBuilder.Progress) { lock.withLock { kept.append(step) } }
    }

    @Test func anotherProgramsDatabaseIsNotTouched() throws {
        let bench = try Bench()
        try Data("not a database, really not".utf8).write(to: URL(fileURLWithPath: bench.database))
        #expect(throws: StoreError.self) { _ = try GraphBuilder(database: bench.database) }
        #expect(try String(contentsOfFile: bench.database, encoding: .utf8) == "not a database, really not")
    }

    @Test func aUsersLexiconThatIsMissingIsToldInOneLine() throws {
        let bench = try Bench()
        let error = try #require(throws: BuildError.self) {
            _ = try GraphBuilder(database: bench.database, lexicons: [bench.path("no.tsv")])
        }
        #expect(error.description.contains("no.tsv"))
        #expect(!error.description.contains("\n"))
        #expect(!FileManager.default.fileExists(atPath: bench.database))
    }
}
