import Foundation
import Testing

/// Real newsletters beside the project, where there are any.
enum RealCorpus {
    static let folder: URL? = {
        let named = ProcessInfo.processInfo.environment["KG_SHARED"].map { URL(fileURLWithPath: $0) }
        let folder = named ?? Program.root.deletingLastPathComponent().appendingPathComponent("shared")
        return FileManager.default.fileExists(atPath: folder.appendingPathComponent("corpus").path)
            ? folder : nil
    }()
}

/// What holds on real newsletters; runs where the shared corpus lies beside the project.
@Suite(.enabled(if: RealCorpus.folder != nil, "no ../shared beside the project"))
struct RealCorpusTests {
    private func path(_ name: String) throws -> String {
        try #require(RealCorpus.folder).appendingPathComponent(name).path
    }

    @Test func everyIssueIsRead() throws {
        let kg = try Program()
        let build = try kg.run("build", try path("corpus/dair"), try path("corpus/seeds"))
        #expect(build.status == 0)
        #expect(build.output.contains("39 issues: 39 read"))
        #expect(build.errors.isEmpty)

        #expect(try kg.run("neighbors", "BERT").output.contains("Transformer"))
        #expect(try kg.run("top", "tool", "--limit", "3").output.contains("PyTorch"))
        #expect(try kg.run("evidence", "BERT", "Google", "--limit", "1").status == 0)
    }

    /// The project's own measure: mention and node F1 of 60, precision of 80 at least.
    @Test func namesAreFoundAndTyped() throws {
        let kg = try Program()
        #expect(try kg.run("build", try path("gold/docs"), "--quiet").status == 0)
        try kg.write(try kg.run("mentions", "--format", "jsonl").output, to: "mentions.jsonl")

        let scores = try scores(ofScript: kg.path("mentions.jsonl"))
        let mention = try #require(scores["mention"])
        let node = try #require(scores["node"])
        #expect(try #require(mention["f1"]) >= 75)
        #expect(try #require(mention["p"]) >= 85)
        #expect(try #require(node["f1"]) >= 75)
        #expect(try #require(node["p"]) >= 85)
        #expect(try #require(scores["edge"]?["f1"]) >= 65)
    }

    /// `kg eval` has the figures of the reference script to the last digit, also where much is wrong.
    @Test func evalAgreesWithTheReferenceScript() throws {
        let kg = try Program()
        let gold = try path("gold")
        var rows: [String] = []
        for file in try FileManager.default.contentsOfDirectory(atPath: gold + "/mentions").sorted() {
            for line in try String(contentsOfFile: "\(gold)/mentions/\(file)", encoding: .utf8).split(
                separator: "\n")
            {
                rows.append("\(file.dropLast(4)).md\t\(line)")
            }
        }
        let types = ["model", "person", "gadget"]
        let mentions = try rows.enumerated().compactMap { index, row -> String? in
            // Every fifth is missed, every seventh has another type, names of one length are one entity, some are cut.
            if index % 5 == 0 { return nil }
            var columns = row.components(separatedBy: "\t")
            if index % 7 == 0 { columns[3] = types[index % 3] }
            if index % 11 == 0 { columns[2] = String(columns[2].prefix(6)) }
            if index % 3 == 0 { columns[4] = "entity \(columns[4].count)" }
            let json = try JSONSerialization.data(withJSONObject: [
                "issue": columns[0], "line": Int(columns[1]) ?? 0, "surface": columns[2], "type": columns[3],
                "entity": columns[4],
            ])
            return String(decoding: json, as: UTF8.self)
        }
        try kg.write((mentions + mentions.prefix(9)).joined(separator: "\n"), to: "p.jsonl")
        let script = try scores(ofScript: kg.path("p.jsonl"))
        let eval = try kg.run("eval", gold, "--predictions", "p.jsonl", "--draws", "0", "--format", "json")
        try #require(eval.status == 0, "\(eval.errors)")
        let json = try JSONSerialization.jsonObject(with: Data(eval.output.utf8)) as? [[String: Any]]
        for row in try #require(json) {
            let figure = try #require(row["figure"] as? String)
            let expected = try #require(script[figure])
            #expect(expected["f1"] ?? 0 > 10 && expected["f1"] ?? 0 < 95)
            for (name, other) in [("F1", "f1"), ("P", "p"), ("R", "r")] {
                #expect(row[name] as? Double == expected[other], "\(figure) \(name)")
            }
        }
    }

    /// The figures of `eval/score.py`.
    private func scores(ofScript predictions: String) throws -> [String: [String: Double]] {
        let scorer = Process()
        scorer.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        scorer.arguments = [
            "python3", try path("eval/score.py"), try path("gold/mentions"), predictions, "--json",
        ]
        let pipe = Pipe()
        scorer.standardOutput = pipe
        try scorer.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        scorer.waitUntilExit()
        try #require(scorer.terminationStatus == 0, "the scorer wants python3")
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: [String: Double]])
    }

    /// Damaged seeds give the graph that their clean texts give: 98 in 100 entities and edges are the same.
    @Test func damagedIssuesGiveTheGraphOfCleanOnes() throws {
        let kg = try Program()
        let files = FileManager.default
        for folder in ["damaged", "clean"] {
            try files.createDirectory(
                at: kg.folder.appendingPathComponent(folder), withIntermediateDirectories: true)
        }
        for name in try files.contentsOfDirectory(atPath: try path("corpus/seeds-clean")) {
            let stem = name.dropLast(3)
            try files.copyItem(
                atPath: try path("corpus/seeds-clean/\(name)"), toPath: kg.path("clean/\(stem).md"))
            try files.copyItem(
                atPath: try path("corpus/seeds/\(stem).txt"), toPath: kg.path("damaged/\(stem).md"))
        }
        let damaged = try graph(of: "damaged", kg)
        let clean = try graph(of: "clean", kg)
        try #require(clean.nodes.count > 100)
        #expect(share(damaged.nodes, clean.nodes) >= 0.98)
        #expect(share(damaged.edges, clean.edges) >= 0.98)
        #expect(
            try kg.run("issues", "--repaired", "--db", "damaged.sqlite", "--format", "jsonl").output.split(
                separator: "\n"
            ).count == 3)
    }

    private func graph(of folder: String, _ kg: Program) throws -> (nodes: Set<String>, edges: Set<[String]>)
    {
        #expect(try kg.run("build", folder, "--db", "\(folder).sqlite", "--quiet").status == 0)
        let text = try kg.run("export", "json", "--db", "\(folder).sqlite").output
        let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let nodes = try #require(json["nodes"] as? [[String: Any]]).compactMap { $0["id"] as? String }
        let edges = try #require(json["edges"] as? [[String: Any]]).map { edge in
            [edge["source"], edge["target"]].compactMap { $0 as? String }.sorted()
        }
        // A surname alone belongs to its issue, and carries its path.
        return (
            Set(nodes.map { $0.replacing(folder + "/", with: "") }),
            Set(edges.map { $0.map { $0.replacing(folder + "/", with: "") } })
        )
    }

    /// What is in both, of the larger one.
    private func share<Element>(_ a: Set<Element>, _ b: Set<Element>) -> Double {
        Double(a.intersection(b).count) / Double(max(a.count, b.count))
    }
}
