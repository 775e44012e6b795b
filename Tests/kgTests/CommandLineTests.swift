import Foundation
import Testing

/// The command line's contract: what users type, and what they get back.
@Suite struct CommandLineTests {
    /// A folder with the graph of the sample issues.
    private func sampleGraph() throws -> Program {
        let kg = try Program()
        let result = try kg.run("build", Program.samples, "--quiet")
        try #require(result.status == 0, "\(result.errors)")
        return kg
    }

    @Test func buildsAsksAndDraws() throws {
        let kg = try Program()
        let build = try kg.run("build", Program.samples)
        #expect(build.status == 0)
        #expect(build.output.contains("16 issues: 16 read, 0 unchanged"))
        #expect(build.errors.isEmpty)

        let neighbors = try kg.run("neighbors", "bert", "--limit", "3")
        #expect(neighbors.output.contains("Hugging Face"))
        #expect(neighbors.output.contains("BERT (model): 3 of"))

        #expect(try kg.run("diagram", "BERT", "-o", "bert.png").status == 0)
        let picture = try Data(contentsOf: kg.folder.appendingPathComponent("bert.png"))
        #expect(picture.prefix(4) == Data([0x89, 0x50, 0x4E, 0x47]))
    }

    @Test func buildingAgainReadsNothing() throws {
        let kg = try sampleGraph()
        #expect(try kg.run("build", Program.samples).output.contains("0 read, 16 unchanged"))
    }

    @Test(arguments: ["table", "json", "jsonl", "csv", "tsv", "markdown"])
    func everyListingKnowsEveryFormat(format: String) throws {
        let kg = try sampleGraph()
        for command in [
            ["top", "tool"], ["neighbors", "BERT"], ["issues"], ["show", "BERT"], ["evidence", "BERT"],
            ["search", "BERT"],
            ["query", "newcomers"], ["stats"], ["recognizers"], ["mentions"],
        ] {
            let result = try kg.run(arguments: command + ["--format", format])
            #expect(result.status == 0, "\(command) \(format): \(result.errors)")
            #expect(!result.output.isEmpty)
            if format == "json" {
                #expect(throws: Never.self) {
                    try JSONSerialization.jsonObject(with: Data(result.output.utf8))
                }
            }
            if format == "jsonl" {
                for line in result.output.split(separator: "\n") {
                    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) }
                }
            }
        }
    }

    @Test func mentionsCarryWhatTheScorerReads() throws {
        let kg = try sampleGraph()
        let first = try #require(
            try kg.run("mentions", "--format", "jsonl").output.split(separator: "\n").first)
        let row = try #require(try JSONSerialization.jsonObject(with: Data(first.utf8)) as? [String: Any])
        #expect(
            Set(row.keys) == [
                "issue", "line", "surface", "type", "entity", "id", "start", "end", "recognizer",
                "confidence",
            ])
    }

    @Test func unknownNamesOfferTheNearest() throws {
        let kg = try sampleGraph()
        let result = try kg.run("neighbors", "Brt")
        #expect(result.status == 1)
        #expect(result.output.isEmpty)
        #expect(result.errorLines.count == 1)
        #expect(result.errors.contains("BERT"))
    }

    @Test func namesWithoutNeighboursHaveNoAnswer() throws {
        let kg = try Program()
        try kg.write("Only BERT here.", to: "a.md")
        #expect(try kg.run("build", "a.md", "--quiet").status == 0)
        #expect(try kg.run("neighbors", "BERT").status == 1)
    }

    @Test(arguments: [
        (["diagram", "BERT", "--theme", "neon"], "'light', 'dark', 'print' or 'colour-blind-safe'"),
        (["diagram", "BERT", "--layout", "fdp"], "dot, neato, sfdp, twopi, circo, columns"),
        (["top", "--format", "xml"], "table, json, jsonl, csv, tsv, markdown"),
        (["diagram", "--limit", "1"], "give 2 or more"), (["neighbors"], "<name>"),
        (["nonsense"], "nonsense"),
        (["export", "json", "--nonsense"], "--nonsense"),
    ])
    func aWrongCallIsToldInOneLineWithWhatIsKnown(arguments: [String], words: String) throws {
        let result = try Program().run(arguments: arguments)
        #expect(result.status == 64)
        #expect(result.errorLines.count == 1 && result.output.isEmpty)
        #expect(result.errors.hasPrefix("kg: ") && result.errors.contains(words), "\(result.errors)")
    }

    @Test func wrongCallsEndWith64() throws {
        let kg = try Program()
        #expect(try kg.run("neighbors").status == 64)
        #expect(try kg.run("top", "--format", "xml").status == 64)
        #expect(try kg.run("top", "--since", "yesterday").status == 64)
        #expect(try kg.run("build", "x", "--jobs", "0").status == 64)
    }

    @Test func databasesThatCannotBeUsedAreToldInOneLine() throws {
        let kg = try sampleGraph()
        try kg.write("no database", to: "text.sqlite")
        #expect(try kg.run("query", "SELECT 1", "--db", "missing.sqlite").errors.contains("no such database"))
        for (name, word) in [("missing.sqlite", "no such"), ("text.sqlite", "no SQLite"), (".", "folder")] {
            let result = try kg.run("top", "--db", name)
            #expect(result.status == 2)
            #expect(result.errorLines.count == 1)
            #expect(result.errors.contains(word), "\(result.errors)")
        }
    }

    @Test func oneBrokenFileAmongGoodOnesIsSkipped() throws {
        let kg = try Program()
        try kg.write("# BERT and GPT-2 by Google", to: "in/good.md")
        try kg.write("", to: "in/empty.md")
        try kg.write("BERT\0\0\u{1}\0", to: "in/binary.md")
        try kg.write("---\ntitle: x\nnever: closed\n\nBERT\n", to: "in/unclosed.md")
        let result = try kg.run("build", "in", "--verbose")
        #expect(result.status == 0)
        #expect(result.output.contains("2 issues: 2 read"))
        #expect(result.errorLines.count == 3)
        #expect(result.errors.contains("in/empty.md: empty file"))
        #expect(result.errors.contains("in/binary.md: binary file"))
        #expect(result.errors.contains("in/unclosed.md: line 1"))
        #expect(try kg.run("build", "in", "--quiet", "--strict").status == 1)
    }

    @Test func foldersWithoutIssuesAreTold() throws {
        let kg = try Program()
        try FileManager.default.createDirectory(
            at: kg.folder.appendingPathComponent("none"), withIntermediateDirectories: true)
        let result = try kg.run("build", "none")
        #expect(result.status == 1)
        #expect(result.errors.contains("folder without issues"))
    }

    @Test func standardInputIsAnIssue() throws {
        let kg = try Program()
        let result = try kg.run("build", "-", input: "BERT is by Google.\n")
        #expect(result.status == 0)
        #expect(try kg.run("neighbors", "BERT").output.contains("Google"))
    }

    @Test func filesThatWentAwayArePruned() throws {
        let kg = try Program()
        try kg.write("BERT and Google", to: "in/a.md")
        try kg.write("GPT-2 and OpenAI", to: "in/b.md")
        #expect(try kg.run("build", "in", "--quiet").status == 0)
        try FileManager.default.removeItem(atPath: kg.path("in/b.md"))
        #expect(try kg.run("build", "in").output.contains("2 issues"))
        #expect(
            try kg.run("build", "in", "--prune").output.contains("1 issue: 0 read, 1 unchanged, 1 removed"))
        #expect(try kg.run("show", "GPT-2").status == 1)
    }

    @Test func theUsersLexiconCounts() throws {
        let kg = try Program()
        try kg.write("We use Polarisia with BERT.", to: "a.md")
        try kg.write("Polarisia\tzh:北极\t\t\tlibrary\n", to: "mine.tsv")
        #expect(try kg.run("build", "a.md", "--quiet", "--lexicon", "mine.tsv").status == 0)
        #expect(try kg.run("neighbors", "BERT").output.contains("Polarisia"))
        try kg.write("Polarisia\t\t\t\tgadget\n", to: "wrong.tsv")
        let wrong = try kg.run("build", "a.md", "--lexicon", "wrong.tsv")
        #expect(wrong.status == 2)
        #expect(wrong.errors.contains("wrong.tsv:1:"))
    }

    @Test func queriesOnlyRead() throws {
        let kg = try sampleGraph()
        #expect(try kg.run("query", "DELETE FROM issue").status == 2)
        #expect(try kg.run("query", "SELECT 1; DELETE FROM issue").status == 2)
        #expect(
            try kg.run("query", "SELECT count(*) AS n FROM issues", "--format", "csv").output == "n\r\n16\r\n"
        )
        let endless = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c"
        #expect(try kg.run("query", endless, "--timeout", "0.2").errors.contains("stopped"))
    }

    @Test func everyNamedQueryRuns() throws {
        let kg = try sampleGraph()
        let names = try FileManager.default.contentsOfDirectory(atPath: Program.root.path + "/queries")
            .filter { $0.hasSuffix(".sql") }
        #expect(names.count >= 8)
        for name in names {
            let result = try kg.run("query", String(name.dropLast(4)), "--format", "jsonl")
            #expect(result.status == 0, "\(name): \(result.errors)")
            #expect(!result.output.isEmpty, "\(name) finds nothing in the samples")
        }
    }

    @Test func everyCommandShowsAnExample() throws {
        let kg = try Program()
        let commands = [
            "build", "issues", "stats", "fingerprint", "top", "neighbors", "show", "evidence", "search",
            "query", "mentions",
            "diagram", "export", "recognizers",
        ]
        for command in commands {
            #expect(try kg.run("help", command).output.contains("  kg \(command)"), "\(command)")
        }
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func completionScriptsArePrinted(shell: String) throws {
        #expect(try Program().run("--generate-completion-script", shell).output.contains("kg"))
    }

    @Test func tablesFitTheTerminalAndArePlainInPipes() throws {
        let kg = try sampleGraph()
        let piped = try kg.run("issues")
        #expect(!piped.output.contains("\u{1B}"))
        #expect(!piped.output.contains("…"))
    }

    @Test func exportsGoToFilesAndFolders() throws {
        let kg = try sampleGraph()
        #expect(try kg.run("export", "csv", "-o", "tables").status == 0)
        #expect(FileManager.default.fileExists(atPath: kg.path("tables/nodes.csv")))
        #expect(FileManager.default.fileExists(atPath: kg.path("tables/edges.csv")))
        #expect(try kg.run("export", "dot", "--around", "BERT").output.hasPrefix("graph kg {"))
        #expect(try kg.run("export", "json", "-o", "no/such/folder.json").status == 2)
    }
}
