import Foundation
import GraphStore
import KGModel
import KnowledgeGraph
import Testing

/// What a built graph answers.
@Suite struct AnswerTests {
    private func bench() async throws -> Bench { try await Bench.prepared() }

    // MARK: - Names

    @Test(arguments: [
        "BERT", "bert", "Bert", "ＢＥＲＴ", "B-E-R-T", "伯特", "model:BERT", "MODEL:bert", "models:bert",
        "Bidirectional Encoder Representations from Transformers",
    ])
    func aNameIsFoundHoweverItIsSpelt(name: String) async throws {
        let bench = try await bench()
        #expect(try bench.graph().entity(named: name).key == "model:BERT")
    }

    @Test(arguments: [
        ("谷歌", "organization:Google"), ("universite de montreal", "organization:University of Montreal"),
        ("person:bengio", ""), ("tool:pytorch", "library:PyTorch"),
    ])
    func namesOfOtherLanguagesAndTypesAreFound(name: String, key: String) async throws {
        let graph = try await bench().graph()
        if key.isEmpty {
            #expect(throws: NameError.self) { try graph.entity(named: name) }
        } else {
            #expect(try graph.entity(named: name).key == key)
        }
    }

    @Test(arguments: [
        ("BRET", "BERT"), ("PyTroch", "PyTorch"), ("Tensor Flow 2", "TensorFlow"), ("PyT", "PyTorch"),
        ("Yoshua Benjio", "Yoshua Bengio"),
    ])
    func anUnknownNameOffersTheNearest(name: String, nearest: String) async throws {
        let graph = try await bench().graph()
        let error = try #require(throws: NameError.self) { try graph.entity(named: name) }
        guard case .unknown(_, let names) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(names.first == nearest)
        #expect(!error.description.contains("\n"))
        #expect(error.description.contains(nearest))
    }

    @Test(arguments: ["", " ", "…", "Zyzzyva of Nowhere", "person:BERT", "model:"])
    func aNameLikeNoneIsUnknown(name: String) async throws {
        let graph = try await bench().graph()
        let error = try #require(throws: NameError.self) { try graph.entity(named: name) }
        guard case .unknown(_, let names) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(names.isEmpty)
    }

    @Test func anAmbiguousNameIsToldInOneLineWithItsChoices() async throws {
        let bench = try Bench()
        try bench.write(
            "names.tsv", "Quuxly\t\t\t\tmodel\nQuuxly\t\t\t\tvenue\nQuuxlyNet\tQuuxly Two\t\t\tmodel\n")
        try bench.write("2.md", "Quuxly and QuuxlyNet.\n")
        _ = try await GraphBuilder(database: bench.database, lexicons: [bench.path("names.tsv")]).build([
            bench.path("2.md")
        ])
        let graph = try bench.graph()
        #expect(try graph.entity(named: "Quuxly").type == .model)
        let choices = [try graph.entity(named: "Quuxly"), try graph.entity(named: "QuuxlyNet")]
        let error = NameError.ambiguous(name: "Quuxly", choices: choices)
        #expect(error.description.contains("model:Quuxly (1 mention)"))
        #expect(error.description.contains("model:QuuxlyNet"))
        #expect(!error.description.contains("\n"))
    }

    @Test func oneSurnameOfTwoPeopleIsAmbiguous() async throws {
        let bench = try Bench(["1.md": "(Zarkoff, 2018) said it.\n", "2.md": "(Zarkoff, 2019) did not.\n"])
        try await bench.build()
        let graph = try bench.graph()
        let error = try #require(throws: NameError.self) { try graph.entity(named: "zarkoff") }
        guard case .ambiguous(_, let choices) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(choices.count == 2)
        // Each choice picks one.
        for choice in choices { #expect(try graph.entity(named: choice.key) == choice) }
    }

    // MARK: - Neighbours

    @Test func neighboursAreWhatStandsInTheSamePassage() async throws {
        let graph = try await bench().graph()
        let bert = try graph.entity(named: "BERT")
        #expect(bert.mentions == 5)
        #expect(bert.issues == 3)
        let all = try graph.neighbors(of: bert)
        #expect(
            Set(all.shown) == [
                "library:TensorFlow 2/2", "organization:Google 2/2", "library:PyTorch 2/1", "model:GPT-2 2/2",
            ])
        #expect(try graph.neighbors(of: bert, types: [.library]).map(\.entity.type) == [.library, .library])
        #expect(try graph.neighbors(of: bert, minIssues: 2).count == 3)
        #expect(try graph.neighbors(of: bert, limit: 1) == Array(all.prefix(1)))
        let gpt = try #require(all.first { $0.entity.name == "GPT-2" })
        #expect(gpt.firstDate == "2020-01-10")
        #expect(gpt.lastDate == "2020-03")
    }

    @Test(arguments: NeighborOrder.allCases) func neighboursStandInTheAskedOrder(order: NeighborOrder)
        async throws
    {
        let graph = try await bench().graph()
        let found = try graph.neighbors(of: try graph.entity(named: "BERT"), order: order)
        #expect(found.count == 4)
        for (a, b) in zip(found, found.dropFirst()) {
            switch order {
            case .count: #expect((a.passages, a.issues) >= (b.passages, b.issues))
            case .npmi: #expect(a.npmi >= b.npmi)
            case .llr: #expect(a.llr >= b.llr)
            case .jaccard: #expect(a.jaccard >= b.jaccard)
            }
        }
    }

    @Test func aFilterThatHoldsEverythingChangesNothing() async throws {
        let bench = try Bench.samples()
        // Every issue in one language and with a date, so that the filter holds all of them.
        for (index, name) in try FileManager.default.contentsOfDirectory(atPath: bench.issues.path).sorted()
            .enumerated()
        {
            let text = try String(contentsOfFile: bench.path(name), encoding: .utf8)
            let body =
                text.hasPrefix("---")
                ? text.components(separatedBy: "\n---\n").dropFirst().joined(separator: "\n---\n") : text
            try bench.write(name, "---\ndate: 2020-01-\(10 + index)\nlang: en\n---\n" + body)
        }
        // A passage that names very many things.
        let many = try String(contentsOf: try #require(lexiconFile), encoding: .utf8).split(separator: "\n")
            .filter { $0.contains("Net\t") && !$0.contains("common") }.compactMap {
                $0.split(separator: "\t").first
            }
        #expect(many.count > 64)
        try bench.write(
            "many.md",
            "---\ndate: 2020-01-09\nlang: en\n---\n\nBERT, PyTorch, " + many.joined(separator: ", ") + ".\n")
        try await bench.build()
        let graph = try bench.graph()
        for name in ["BERT", "PyTorch", "Google", "SQuAD"] {
            let entity = try graph.entity(named: name)
            let all = try graph.neighbors(of: entity)
            #expect(all.count > 5)
            for filter in [
                IssueFilter(language: "en"), IssueFilter(since: "2020"),
                IssueFilter(since: "2019-05-05", until: "2020-01"), IssueFilter(until: "2020"),
            ] {
                #expect(try graph.neighbors(of: entity, filter: filter) == all)
            }
        }
        let top = try graph.top(limit: 50)
        let filtered = try graph.top(filter: IssueFilter(language: "en"), limit: 50)
        #expect(filtered.rows == top.rows)
        #expect(filtered.months == top.months)
    }

    private var lexiconFile: URL? {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
            .appendingPathComponent("Sources/Recognition/Resources/lexicon/models.tsv")
    }

    @Test func filtersHoldOnlyTheirIssues() async throws {
        let graph = try await bench().graph()
        let bert = try graph.entity(named: "BERT")
        #expect(
            Set(try graph.neighbors(of: bert, filter: IssueFilter(language: "fr")).shown) == [
                "library:PyTorch 2/1", "model:GPT-2 1/1",
            ])
        #expect(try graph.neighbors(of: bert, filter: IssueFilter(since: "2021")).isEmpty)
        #expect(
            try graph.issues(IssueFilter(since: "2020-03")).map { ($0.path as NSString).lastPathComponent }
                == ["2.md", "4.md"])
        #expect(
            try graph.issues(IssueFilter(until: "2020-03")).map { ($0.path as NSString).lastPathComponent }
                == ["1.md", "2.md", "4.md"])
        #expect(
            try graph.issues(IssueFilter(until: "2020-03-10")).map { ($0.path as NSString).lastPathComponent }
                == ["1.md", "2.md"])
        #expect(
            try graph.issues().map { ($0.path as NSString).lastPathComponent } == [
                "1.md", "2.md", "4.md", "3.md",
            ])
        #expect(try graph.issues(limit: 1).count == 1)
    }

    // MARK: - Recurrence

    @Test func whatRecursIsCountedByIssueAndMonth() async throws {
        let graph = try await bench().graph()
        let top = try graph.top(types: [.model, .library])
        #expect(top.months == ["2020-01", "2020-02", "2020-03"])
        #expect(top.issues == 4)
        #expect(top.undatedIssues == 1)
        let row = try #require(top.rows.first { $0.entity.key == "model:BERT" })
        #expect(row.issues == 3)
        #expect(row.mentions == 5)
        #expect(row.issuesByMonth == [1, 0, 1])
        #expect(row.firstDate == "2020-01-10")
        #expect(row.lastDate == "2020-03")
        #expect(try graph.top(types: [.venue]).rows.isEmpty)
        #expect(try graph.top(minIssues: 3).rows.allSatisfy { $0.issues >= 3 })
        #expect(try graph.top(filter: IssueFilter(language: "zh")).months.isEmpty)
    }

    // MARK: - Evidence

    @Test func everyMentionLeadsToALineThatHoldsIt() async throws {
        let bench = try Bench.samples()
        try await bench.build()
        let graph = try bench.graph()
        var files: [String: (bytes: [UInt8], lines: [Substring])] = [:]
        var count = 0
        try graph.mentions { mention in
            if files[mention.issue] == nil {
                let text = try String(contentsOfFile: mention.issue, encoding: .utf8)
                files[mention.issue] = (
                    Array(text.utf8), text.split(separator: "\n", omittingEmptySubsequences: false)
                )
            }
            let file = try #require(files[mention.issue])
            count += 1
            let word = mention.surface.prefix { $0.isLetter || $0.isNumber }
            #expect(file.lines[mention.line - 1].contains(word), "\(mention)")
            let shown = String(decoding: file.bytes[mention.start..<mention.end], as: UTF8.self)
            // A line break or a mark of emphasis may stand within.
            #expect(NameKey(shown) == NameKey(mention.surface), "\(mention): \(shown)")
        }
        #expect(count > 500)

        for name in ["BERT", "Google"] {
            let entity = try graph.entity(named: name)
            let quotations = try graph.evidence(for: [entity])
            #expect(quotations.reduce(0) { $0 + $1.marks.count } == entity.mentions)
            let surfaces = Set(
                try graph.details(of: entity).aliases.map { NameKey($0.name) } + [NameKey(name)])
            for quotation in quotations {
                let line = try #require(files[quotation.issue]).lines[quotation.line - 1]
                for mark in quotation.marks {
                    let surface = String(decoding: Array(quotation.text.utf8)[mark], as: UTF8.self)
                    #expect(surfaces.contains(NameKey(surface)), "\(surface)")
                }
                let mark = try #require(quotation.marks.first)
                let word = String(decoding: Array(quotation.text.utf8)[mark], as: UTF8.self).prefix {
                    $0.isLetter
                }
                #expect(line.contains(word))
            }
        }
    }

    @Test func evidenceForAPairIsWhatTheirEdgeCounts() async throws {
        let graph = try await bench().graph()
        let bert = try graph.entity(named: "BERT")
        for neighbor in try graph.neighbors(of: bert) {
            let quotations = try graph.evidence(for: [bert, neighbor.entity])
            #expect(quotations.count == neighbor.passages)
            #expect(Set(quotations.map(\.issue)).count == neighbor.issues)
        }
        #expect(try graph.evidence(for: []).isEmpty)
        #expect(
            try graph.evidence(for: [bert], filter: IssueFilter(language: "zh")).map(\.text) == [
                "谷歌发布了BERT模型和TensorFlow。"
            ])
        #expect(try graph.evidence(for: [bert], limit: 2).count == 2)
    }

    @Test func aSearchMarksItsWords() async throws {
        let graph = try await bench().graph()
        let hit = try #require(try graph.search("montreal UNIVERSITE").first)
        let bytes = Array(hit.text.utf8)
        #expect(hit.marks.map { String(decoding: bytes[$0], as: UTF8.self) } == ["Université", "Montréal"])
        #expect(hit.line == 6)
        #expect(try graph.search("发布").count == 1)
        #expect(try graph.search("").isEmpty)
        #expect(try graph.search("pytorch", filter: IssueFilter(language: "fr")).count == 2)
    }

    @Test func detailsTellNamesAddressesAndAppearances() async throws {
        let graph = try await bench().graph()
        let details = try graph.details(of: try graph.entity(named: "Google"))
        #expect(details.aliases.contains(.init(name: "谷歌", language: "zh")))
        #expect(!details.aliases.contains { $0.name == "Google" })
        #expect(details.appearances.map { ($0.issue as NSString).lastPathComponent } == ["1.md", "3.md"])
        #expect(details.appearances.map(\.line) == [6, 5])
    }

    // MARK: - Subgraphs

    @Test func aSubgraphHoldsTheStrongestSurroundings() async throws {
        let graph = try await bench().graph()
        let bert = try graph.entity(named: "BERT")
        let near = try graph.subgraph(around: [bert], depth: 1, limit: 3)
        #expect(near.nodes.first?.id == "model:BERT")
        #expect(near.nodes.map(\.depth) == [0, 1, 1])
        #expect(near.omittedNodes == 2)
        #expect(near.edges.allSatisfy { $0.a < $0.b && $0.b < 3 })
        let far = try graph.subgraph(around: [bert], depth: 2, limit: 30)
        #expect(far.nodes.contains { $0.name == "Yoshua Bengio" && $0.depth == 2 })
        #expect(far.omittedNodes == 0)
        let all = try graph.wholeGraph()
        #expect(Set(all.nodes.map(\.id)) == Set(far.nodes.map(\.id)))
        #expect(all.edges.count == (try graph.statistics()).edges)
        #expect(try graph.core(limit: 2).nodes.count == 2)
        #expect(try graph.wholeGraph(types: [.model]).nodes.map(\.type) == [.model, .model])
    }
}
