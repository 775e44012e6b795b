import Foundation
import Testing

/// `kg sample`, `kg eval`, `kg candidates` and `kg why`, as a user types them.
@Suite struct EvaluationCommandTests {
    private func sampleGraph() throws -> Program {
        let kg = try Program()
        try #require(try kg.run("build", Program.samples, "--quiet").status == 0)
        return kg
    }

    /// Sample, correct by hand, measure.
    @Test func aSheetIsWrittenCorrectedAndMeasured() throws {
        let kg = try sampleGraph()
        let sample = try kg.run("sample", "6", "-o", "sheet")
        #expect(sample.status == 0, "\(sample.errors)")
        #expect(sample.output.contains("then run kg eval sheet"))
        let sure = try kg.run("eval", "sheet", "--format", "csv", "--draws", "50")
        #expect(sure.status == 0, "\(sure.errors)")
        #expect(sure.output.contains("mention,100.0,100.0,100.0,100.0,100.0,"))

        // A human takes one row out.
        let folder = kg.folder.appendingPathComponent("sheet/mentions")
        let tables = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        let table = folder.appendingPathComponent(try #require(tables.first))
        var rows = try String(contentsOf: table, encoding: .utf8).components(separatedBy: "\n")
        let row = try #require(rows.firstIndex { !$0.isEmpty && !$0.hasPrefix("#") })
        let surface = rows.remove(at: row).components(separatedBy: "\t")[1]
        try Data(rows.joined(separator: "\n").utf8).write(to: table)
        let errors = try kg.run("eval", "sheet", "--errors", "--format", "tsv")
        #expect(errors.output.split(separator: "\n").count == 2)
        #expect(errors.output.contains("invented\tsheet/docs/"))
        #expect(errors.output.contains("\t\(surface)\t"))

        #expect(try kg.run("sample", "6", "-o", "sheet").status == 2)
        #expect(try kg.run("sample", "0").status != 0)
        #expect(try kg.run("eval", "nowhere").status == 2)
        #expect(try kg.run("eval", "sheet", "--without", "nobody").errorLines.count == 1)
        #expect(try kg.run("eval", "sheet", "--by", "type", "--errors").status == 64)
    }

    @Test(arguments: ["table", "json", "jsonl", "csv", "tsv", "markdown"])
    func everyListingKnowsEveryFormat(format: String) throws {
        let kg = try sampleGraph()
        try kg.write("BERT by Google.\n", to: "gold/docs/a.md")
        try kg.write("1\tBERT\tmodel\tBERT\n1\tGoogle\tmodel\tGoogle\n", to: "gold/mentions/a.tsv")
        try kg.write(
            "{\"issue\": \"a.md\", \"line\": 1, \"surface\": \"BERT\", \"type\": \"model\", \"entity\": \"x\"}\n",
            to: "p.jsonl")
        let eval = ["eval", "gold", "--predictions", "p.jsonl", "--draws", "0"]
        for command in [
            eval, eval + ["--by", "type"], eval + ["--by", "document"], eval + ["--by", "language"],
            eval + ["--by", "recognizer"], eval + ["--errors"], ["sample", "3"], ["candidates"],
            ["why", "微软", "Microsoft"], ["why", "BERT"],
        ] {
            let result = try kg.run(arguments: command + ["--format", format])
            #expect(result.status == 0, "\(command) \(format): \(result.errors)")
            #expect(!result.output.isEmpty)
            if format == "json" {
                #expect(throws: Never.self, "\(command)") {
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

    @Test func anotherProgramsMentionsAreScored() throws {
        let kg = try Program()
        try kg.write("BERT by Google.\n", to: "gold/docs/a.md")
        try kg.write("1\tBERT\tmodel\tBERT\n1\tGoogle\torganization\tGoogle\n", to: "gold/mentions/a.tsv")
        let mention =
            "{\"issue\": \"x/a.md\", \"line\": 1, \"surface\": \"BERT\", \"type\": \"model\", \"entity\": \"x\"}\n"
        let result = try kg.run("eval", "gold", "--predictions", "-", "--format", "tsv", input: mention)
        #expect(result.output.contains("mention\t66.7\t100.0\t50.0\t\t\t1\t1\t2\n"))
        let bad = try kg.run("eval", "gold", "--predictions", "-", input: mention + "nonsense\n")
        #expect(bad.status == 2)
        #expect(bad.errorLines.count == 1)
        #expect(bad.errors.hasPrefix("kg: -:2: no mention"))
        try kg.write("1\tBERT\tmodel\tBERT\n2\tGoogle\torganization\tGoogle\n", to: "gold/mentions/a.tsv")
        let row = try kg.run("eval", "gold", "--predictions", "-", input: mention)
        #expect(row.status == 2)
        #expect(
            row.errors.hasPrefix(
                "kg: gold/mentions/a.tsv:2: Google does not stand in line 2 of gold/docs/a.md"))
        let train = try kg.run("train", "gold", "--frequencies", "none.tsv", "-o", "m.model")
        #expect(train.errors.hasPrefix("kg: gold/mentions/a.tsv:2: Google does not stand"))
    }

    @Test func leavingOutRecognizersCostsRecall() throws {
        let kg = try Program()
        try kg.write("BERT by Google, a model.\n", to: "gold/docs/a.md")
        try kg.write("1\tBERT\tmodel\tBERT\n1\tGoogle\torganization\tGoogle\n", to: "gold/mentions/a.tsv")
        let whole = try kg.run("eval", "gold", "--format", "csv", "--draws", "0")
        #expect(whole.output.contains("mention,100.0,"))
        let less = try kg.run(
            "eval", "gold", "--format", "csv", "--draws", "0", "--without", "lexicon", "--without", "tagger",
            "--without", "echo")
        #expect(less.output.contains("mention,0.0,"))
        let ablation = try kg.run("eval", "gold", "--ablation", "--format", "tsv")
        #expect(ablation.output.contains("all\t100.0"))
        #expect(ablation.output.contains("without tagger\t"))
    }

    @Test func whyTellsReasonsAndDifferences() throws {
        let kg = try sampleGraph()
        let same = try kg.run("why", "微软", "Microsoft")
        #expect(same.status == 0)
        #expect(same.output.contains("微软 = Microsoft: listed in the lexicon"))
        #expect(same.output.contains("samples/"))
        let different = try kg.run("why", "BERT", "GPT-2")
        #expect(different.status == 1)
        #expect(different.output.contains("are two things"))
        #expect(different.errors.isEmpty)
        #expect(try kg.run("why", "BERT", "nothing at all").status == 1)
        #expect(try kg.run("why").status == 64)
        #expect(try kg.run("candidates", "nothing at all").status == 1)
    }
}
