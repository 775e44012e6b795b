import Foundation
import Testing

/// Commands that explore a graph: their formats, and what they say to questions without an answer.
@Suite struct ExploreTests {
    /// Built once: questions change nothing that another answer depends on.
    private static let samples = Result {
        let kg = try Program()
        let result = try kg.run("build", Program.samples, "--quiet")
        try #require(result.status == 0, "\(result.errors)")
        return kg
    }

    private func sampleGraph() throws -> Program { try Self.samples.get() }

    private static let commands = [
        ["trends", "tool"], ["trends", "BERT", "ELMo"], ["diff", "4", "5"], ["relations", "Google"],
        ["path", "BERT", "spaCy"],
        ["between", "BERT", "ELMo"], ["similar", "BERT"], ["rank", "person"], ["communities"],
        ["communities", "--of", "spaCy"], ["neighbors", "BERT", "--significant"],
    ]

    @Test(arguments: ["table", "json", "jsonl", "csv", "tsv", "markdown"])
    func everyAnswerKnowsEveryFormat(format: String) throws {
        let kg = try sampleGraph()
        for command in Self.commands {
            let result = try kg.run(arguments: command + ["--format", format])
            #expect(result.status == 0, "\(command) \(format): \(result.errors)")
            #expect(!result.output.isEmpty)
            switch format {
            case "json":
                #expect(throws: Never.self, "\(command)") {
                    try JSONSerialization.jsonObject(with: Data(result.output.utf8))
                }
            case "jsonl":
                for line in result.output.split(separator: "\n") {
                    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) }
                }
            default: break
            }
        }
    }

    @Test func significanceTellsWhatItDropped() throws {
        let kg = try sampleGraph()
        let result = try kg.run("neighbors", "BERT", "--significant")
        #expect(result.output.contains("edges dropped"))
        #expect(result.output.contains("pairs of names tested"))
        let one = try Program()
        try one.write("---\ndate: 2020-01-01\n---\nBERT and GPT-2.\n", to: "one.md")
        #expect(try one.run("build", "one.md", "--quiet").status == 0)
        let few = try one.run("neighbors", "BERT", "--significant")
        #expect(few.status == 1)
        #expect(few.errors.contains("too few to test: 1 edition"))
        #expect(few.errorLines.count == 1)
    }

    @Test func aDiffInMarkdownQuotesInFootnotes() throws {
        let kg = try sampleGraph()
        let text = try kg.run("diff", "--format", "markdown").output
        #expect(text.contains("[^1]"))
        #expect(text.contains("\n[^1]: “"))
        let marks = text.split(separator: "[^").count
        #expect(marks % 2 == 1, "every mark has its footnote")
    }

    @Test(arguments: [
        (["path", "BERT", "BERT"], 2, "mean the same"), (["path", "Brt", "spaCy"], 1, "nearest"),
        (["between", "BERT", "bert"], 2, "mean the same"), (["similar", "Brt"], 1, "nearest"),
        (["trends", "Brt"], 1, "nearest"), (["trends", "--since", "2031"], 1, "no issue"),
        (["trends", "tool", "--only", "rising", "--by", "issue"], 1, "tested"),
        (["diff", "77", "5"], 1, "no such issue"),
        (["diff", "5", "5"], 1, "same issue"), (["diff", "--since", "2031"], 1, "no issue since"),
        (["diff", "--since", "soon"], 64, "no date"), (["communities", "--min-size", "900"], 1, "no group"),
        (["relations", "--since", "2031"], 1, "no relation"),
        (["path", "BERT", "spaCy", "--k", "0"], 64, "--k 0"),
        (["rank", "x"], 64, "x"),
    ])
    func questionsWithoutAnAnswerAreToldInOneLine(command: [String], status: Int32, words: String) throws {
        let kg = try sampleGraph()
        let result = try kg.run(arguments: command)
        #expect(result.status == status, "\(command): \(result.output)\(result.errors)")
        #expect(result.errors.contains(words), "\(command): \(result.errors)")
        if status != 64 { #expect(result.errorLines.count == 1) }
        #expect(result.output.isEmpty)
    }

    @Test func issuesWithoutADateAreCountedAndSaid() throws {
        let kg = try Program()
        try kg.write("---\ndate: 2020-01-01\n---\nBERT and GPT-2.\n", to: "in/1.md")
        try kg.write("---\ndate: 2020-02-01\n---\nBERT and XLNet.\n", to: "in/2.md")
        try kg.write("BERT and ELMo.\n", to: "in/3.md")
        #expect(try kg.run("build", "in", "--quiet").status == 0)
        #expect(try kg.run("trends", "BERT").output.contains("1 without a date left out"))
        #expect(try kg.run("diff").output.contains("1 issues without a date left out"))
        try kg.write("BERT and ELMo.\n", to: "undated/1.md")
        #expect(try kg.run("build", "undated", "--db", "u.sqlite", "--quiet").status == 0)
        for command in [["trends"], ["diff"]] {
            let result = try kg.run(arguments: command + ["--db", "u.sqlite"])
            #expect(result.status == 1)
            #expect(result.errors.contains("dat"))
            #expect(result.errorLines.count == 1)
        }
        let path = try kg.run("path", "GPT-2", "ELMo")
        #expect(path.output.contains("GPT-2 — BERT — ELMo"))
        try kg.write("PyTorch.\n", to: "in/4.md")
        #expect(try kg.run("build", "in", "--quiet").status == 0)
        let apart = try kg.run("path", "GPT-2", "PyTorch")
        #expect(apart.status == 1)
        #expect(apart.errors.contains("nothing joins them"))
    }

    @Test func showTellsWhatIsStated() throws {
        let kg = try sampleGraph()
        #expect(try kg.run("show", "GPT-2").output.contains("released by: OpenAI"))
        #expect(try kg.run("show", "OpenAI").output.contains("released by it: "))
    }

    @Test func everyNamedQueryHasAnAnswer() throws {
        let kg = try sampleGraph()
        let names = try FileManager.default.contentsOfDirectory(
            atPath: Program.root.appendingPathComponent("queries").path
        ).filter { $0.hasSuffix(".sql") }.map { String($0.dropLast(4)) }.sorted()
        #expect(names.count >= 15)
        let listed = try kg.run("query").output
        for name in names {
            #expect(listed.contains(name))
            let result = try kg.run("query", name)
            #expect(result.status == 0, "\(name): \(result.errors)")
            #expect(result.output.split(separator: "\n").count > 1, "\(name)")
        }
    }
}
